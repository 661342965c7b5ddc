"""The experiment of benchmarks/diagnosis.py with fewer faults: the README's promises hold."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

Measure = Callable[[str, str], Any]

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "diagnosis.py"
SCALES = ("township", "county", "province")
FAULTS = 25


@pytest.fixture(scope="module")
def benchmark() -> ModuleType:
    spec = importlib.util.spec_from_file_location("diagnosis", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["diagnosis"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def measure(benchmark: ModuleType) -> Measure:
    experiment = benchmark.Experiment.create()
    scales = {scale.name: scale for scale in benchmark.SCALES}
    return lambda sort, scale: benchmark.measure(experiment, scales[scale], sort, FAULTS, seed=7)


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("seed", range(5))
def test_a_random_table_has_right_sums(seed: int, scale: str, benchmark: ModuleType) -> None:
    experiment = benchmark.Experiment.create()
    dice = benchmark.random.Random(seed)
    magnitude = next(m for m in benchmark.SCALES if m.name == scale)
    figures = benchmark.random_table(magnitude, experiment.rows, experiment.columns, dice)
    assert len(figures) == 175
    assert magnitude.least / 4 < figures["handled", "total"] < magnitude.most * 2
    assert benchmark.diagnose(experiment.equations(figures)) == ()


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize(
    "sort",
    [
        "one figure, another number",
        "one figure, a typing error",
        "one figure, two digits transposed",
    ],
)
def test_a_single_wrong_figure_is_always_found(sort: str, scale: str, measure: Measure) -> None:
    tally = measure(sort, scale)
    assert (tally.first, tally.certain) == (FAULTS, FAULTS)


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("sort", ["two figures, other numbers", "two figures, typing errors"])
def test_two_wrong_figures_are_found_in_nearly_every_table(
    sort: str, scale: str, measure: Measure
) -> None:
    tally = measure(sort, scale)
    assert tally.first >= FAULTS - 1
    assert tally.listed == FAULTS
    assert tally.certain_but_wrong == 0


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("sort", ["a row shifted by a cell", "a column shifted by a cell"])
def test_a_shifted_line_is_recognised(sort: str, scale: str, measure: Measure) -> None:
    assert measure(sort, scale).named == FAULTS


@pytest.mark.parametrize(
    ("sort", "scale", "least"),
    [
        ("a figure in the next column", "township", 24),
        ("a figure in the next column", "county", 20),
        ("two neighbours swapped", "county", 23),
        ("two figures, each one more or less", "province", 15),
    ],
)
def test_an_ambiguous_fault_is_listed_and_not_certain(
    sort: str, scale: str, least: int, measure: Measure
) -> None:
    tally = measure(sort, scale)
    assert tally.first >= least
    assert tally.listed == FAULTS
    assert tally.certain_but_wrong == 0


@pytest.mark.parametrize("scale", SCALES)
def test_a_wrong_figure_next_to_a_blank_is_found(scale: str, measure: Measure) -> None:
    tally = measure("one figure, a blank in its row or column", scale)
    assert tally.first >= FAULTS - 1
    assert tally.certain_but_wrong == 0


@pytest.mark.parametrize("scale", SCALES)
def test_a_cluster_is_never_certain_and_wrong_and_never_silent(
    scale: str, benchmark: ModuleType, measure: Measure
) -> None:
    within = listed = 0
    for sort in benchmark.CLUSTERS:
        tally = measure(sort, scale)
        assert (tally.certain_but_wrong, tally.silent) == (0, 0), sort
        within += FAULTS - tally.beyond
        listed += tally.listed
    assert listed >= 0.95 * within


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("line", ["row", "column"])
def test_changes_that_cancel_are_never_certain(line: str, scale: str, measure: Measure) -> None:
    tally = measure(f"two that cancel in a {line}", scale)
    assert (tally.certain, tally.listed) == (0, FAULTS)


@pytest.mark.parametrize("scale", SCALES)
def test_faults_that_look_like_fewer_are_not_silent_and_hardly_ever_certain(
    scale: str, benchmark: ModuleType, measure: Measure
) -> None:
    tallies = [measure(sort, scale) for sort in benchmark.ALIKE]
    assert sum(tally.silent for tally in tallies) == 0
    assert sum(tally.certain_but_wrong for tally in tallies) <= 0.04 * FAULTS * len(tallies)
