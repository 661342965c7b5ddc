"""The experiment of benchmarks/suspects.py, with fewer faults: what the README promises holds."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

Measured = Callable[[str, str], Any]

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "suspects.py"
SCALES = ("township", "county", "province")
FAULTS = 25


@pytest.fixture(scope="module")
def suspects() -> ModuleType:
    spec = importlib.util.spec_from_file_location("suspects", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["suspects"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def measured(suspects: ModuleType) -> Measured:
    ground = suspects.Ground.ready()
    scales = {scale.name: scale for scale in suspects.SCALES}
    return lambda sort, scale: suspects.measured(ground, scales[scale], sort, FAULTS, seed=7)


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("seed", range(5))
def test_a_table_as_made_adds_up(seed: int, scale: str, suspects: ModuleType) -> None:
    ground = suspects.Ground.ready()
    dice = suspects.random.Random(seed)
    one = next(each for each in suspects.SCALES if each.name == scale)
    figures = suspects.made(one, ground.rows, ground.columns, dice)
    assert len(figures) == 175
    assert one.least / 4 < figures["handled", "total"] < one.most * 2
    assert suspects.diagnose(ground.equations(figures)) == ()


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize(
    "sort",
    [
        "one figure, another number",
        "one figure, a slip of the hand",
        "one figure, two digits transposed",
    ],
)
def test_one_wrong_figure_is_always_found(sort: str, scale: str, measured: Measured) -> None:
    tally = measured(sort, scale)
    assert (tally.first, tally.certain) == (FAULTS, FAULTS)


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("sort", ["two figures, other numbers", "two figures, slips of the hand"])
def test_two_wrong_figures_are_found_in_nearly_every_table(
    sort: str, scale: str, measured: Measured
) -> None:
    tally = measured(sort, scale)
    assert tally.first >= FAULTS - 1
    assert tally.listed == FAULTS
    assert tally.misled == 0


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("sort", ["a row shifted by a cell", "a column shifted by a cell"])
def test_a_line_that_slipped_is_known_as_that(sort: str, scale: str, measured: Measured) -> None:
    assert measured(sort, scale).named == FAULTS


@pytest.mark.parametrize(
    ("sort", "scale", "least"),
    [
        ("a figure in the next column", "township", 24),
        ("a figure in the next column", "county", 20),
        ("two neighbours swapped", "county", 23),
        ("two figures, each one more or less", "province", 15),
    ],
)
def test_where_other_ways_do_as_well_the_right_one_is_listed_and_nothing_is_certain(
    sort: str, scale: str, least: int, measured: Measured
) -> None:
    tally = measured(sort, scale)
    assert tally.first >= least
    assert tally.listed == FAULTS
    assert tally.misled == 0


@pytest.mark.parametrize("scale", SCALES)
def test_a_figure_beside_a_blank_is_found_all_the_same(scale: str, measured: Measured) -> None:
    tally = measured("one figure, a blank in its row or column", scale)
    assert tally.first >= FAULTS - 1
    assert tally.misled == 0
