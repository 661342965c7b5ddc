"""A task runs on many paths in worker processes, and no path costs another its result."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from docxlint.cli.worker import CAN_FORK
from docxlint.cli.worker_pool import WorkerPool

pytestmark = pytest.mark.skipif(not CAN_FORK, reason="the platform cannot copy a process")


def run(task: Callable[[str], str], paths: list[str], size: int, timeout: float = 0) -> list[str]:
    pool = WorkerPool(
        task, lambda path, late: f"{path} {'late' if late else 'died'}", size, timeout
    )
    return list(pool.run(paths))


@pytest.mark.parametrize("size", [1, 2, 5])
def test_the_results_are_in_the_order_of_the_paths(size: int) -> None:
    def task(path: str) -> str:
        time.sleep(0.02 * (int(path) % 3))
        return path * 2

    paths = [str(turn) for turn in range(12)]
    assert run(task, paths, size) == [path * 2 for path in paths]
    assert run(task, [], size) == []


@pytest.mark.parametrize("size", [1, 3])
def test_only_the_path_that_ends_its_process_has_no_result(size: int, tmp_path: Path) -> None:
    def task(path: str) -> str:
        with (tmp_path / path).open("a") as log:
            log.write("x")
        if path.startswith("d"):
            os._exit(0)
        return path

    paths = ["d1", "a", "d2", "d3", "b", "c", "d4"]
    results = run(task, paths, size)
    assert results == [f"{path} died" if path.startswith("d") else path for path in paths]
    assert {path.read_text() for path in tmp_path.iterdir()} == {"x"}  # none ran twice


@pytest.mark.parametrize("size", [1, 2])
def test_a_path_that_does_not_stop_is_stopped(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("docxlint.cli.worker_pool._GRACE", 0.1)
    monkeypatch.setattr("docxlint.cli.worker_pool._INTERVAL", 50)

    def task(path: str) -> str:
        time.sleep(60 if path == "slow" else 0)
        return path

    assert run(task, ["a", "slow", "b"], size, 0.2) == ["a", "slow late", "b"]


def test_there_are_no_more_processes_than_wanted(tmp_path: Path) -> None:
    def task(_path: str) -> str:
        (tmp_path / str(os.getpid())).touch()
        time.sleep(0.05)
        return ""

    for size, most in ((2, 2), (5, 3)):
        run(task, ["a", "b", "c"], size)
        processes = list(tmp_path.iterdir())
        assert 1 <= len(processes) <= most
        for process in processes:
            process.unlink()


def test_an_exception_is_raised_here_and_ends_all_processes(tmp_path: Path) -> None:
    def task(path: str) -> str:
        (tmp_path / str(os.getpid())).touch()
        if path == "bad":
            raise ValueError(path)
        time.sleep(60)
        return path

    with pytest.raises(ValueError, match="bad"):
        run(task, ["bad", "a", "b"], 3)
    assert_ended(tmp_path)


def test_a_run_that_is_given_up_ends_its_processes(tmp_path: Path) -> None:
    def task(path: str) -> str:
        (tmp_path / str(os.getpid())).touch()
        return path

    results = WorkerPool(task, lambda path, _late: path, 2, 0).run(["a", "b", "c", "d"])
    assert next(results) == "a"
    results.close()  # type: ignore[attr-defined]
    assert_ended(tmp_path)


def assert_ended(folder: Path) -> None:
    """Assert that the processes whose numbers are names in `folder` are no more."""
    processes = [int(path.name) for path in folder.iterdir()]
    assert processes
    for process in processes:
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)
