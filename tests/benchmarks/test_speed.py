"""The parts of benchmarks/speed.py that need no quiet machine."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

import docxlint

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "speed.py"


@pytest.fixture(scope="module")
def speed() -> ModuleType:
    spec = importlib.util.spec_from_file_location("speed", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["speed"] = module
    spec.loader.exec_module(module)
    return module


def test_the_documents_are_read_by_both(speed: ModuleType) -> None:
    data = speed.paragraphs(20)
    assert speed.naive(data) > 20 * 30
    report = docxlint.lint(data, "annual-report")
    assert (report.status, report.year) == ("checked", 2023)
    assert speed.naive(speed.table(3, 4)) > sum(len(str(figure)) for figure in range(12))


def test_a_median_leaves_out_the_first_round(speed: ModuleType) -> None:
    calls: list[str] = []
    times = speed.median_times(3, lambda: calls.append("a"), lambda: calls.append("b"))
    assert calls == ["a", "b"] * 4
    assert len(times) == 2


def test_peak_memory_is_in_mib(speed: ModuleType) -> None:
    assert 20 < speed.peak_memory(speed.paragraphs(10)) < 400


@pytest.mark.parametrize(("arguments", "status"), [([], 0), (["--check"], 1)])
def test_a_figure_over_its_limit_fails_only_with_check(
    speed: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    status: int,
) -> None:
    monkeypatch.setattr(speed, "rows", lambda _: iter([("a / b", 0.5, 0.4), ("c, MiB", 9, 1e999)]))
    monkeypatch.setattr("sys.argv", ["speed.py", *arguments])
    assert speed.main() == status
    assert capsys.readouterr().out.splitlines()[2:] == [
        "| a / b | 0.50 | 0.4 |",
        "| c, MiB | 9 |  |",
    ]
