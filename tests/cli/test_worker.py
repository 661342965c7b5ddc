"""A process that runs a task on one path after the other."""

from __future__ import annotations

import os
import resource
import select
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest

from docxlint.cli.worker import CAN_FORK, MEMORY, Died, Done, Raised, Worker

pytestmark = pytest.mark.skipif(not CAN_FORK, reason="the platform cannot copy a process")

Start = Callable[[Callable[[str], object]], Worker[object]]


@pytest.fixture
def start() -> Iterator[Start]:
    """Start workers, which stop at the end."""
    workers: list[Worker[object]] = []

    def one(task: Callable[[str], object]) -> Worker[object]:
        workers.append(Worker(task))
        return workers[-1]

    yield one
    for worker in workers:
        worker.stop()


class Strange(Exception):
    """An exception that cannot be made again from its arguments."""

    def __init__(self, one: int, other: int) -> None:
        super().__init__(f"{one} {other}")


def test_one_process_does_all_the_tasks(start: Start) -> None:
    worker = start(lambda path: (path, os.getpid()))
    answers = []
    for path in ("a.docx", "乙.docx", "\udc80.docx", "长" * 100_000):
        worker.send(path)
        answers.append(worker.receive())
        assert isinstance(answers[-1], Done) and answers[-1].result[0] == path  # type: ignore[index]
    pids = {answer.result[1] for answer in answers if isinstance(answer, Done)}  # type: ignore[index]
    assert len(pids) == 1 and os.getpid() not in pids
    assert not worker.has_ended()


def test_a_large_result_arrives(start: Start) -> None:
    worker = start(lambda path: path * 1_000_000)
    worker.send("0123456789")
    assert worker.receive() == Done("0123456789" * 1_000_000)


@pytest.mark.parametrize("end", [lambda _: os._exit(0), lambda _: os.kill(os.getpid(), 9)])
def test_a_worker_that_ended_has_no_result(start: Start, end: Callable[[str], object]) -> None:
    worker = start(end)
    worker.send("a")
    assert select.select([worker.fileno()], [], [], 10)[0]
    with pytest.raises(Died):
        worker.receive()
    worker.send("b")
    with pytest.raises(Died):
        worker.receive()


def test_the_end_is_seen_even_if_a_child_holds_the_pipe(start: Start) -> None:
    def leave_a_child(_path: str) -> None:
        if os.fork() == 0:
            signal.alarm(5)
            signal.pause()
        os._exit(0)

    worker = start(leave_a_child)
    worker.send("a")
    ready, _, _ = select.select([worker.fileno()], [], [], 0.5)
    assert not ready
    assert worker.has_ended() and worker.has_ended()


@pytest.mark.parametrize("error", [ValueError("甲"), KeyboardInterrupt(), SystemExit(3)])
def test_an_exception_comes_with_its_traceback(start: Start, error: BaseException) -> None:
    def fail(_path: str) -> None:
        raise error

    worker = start(fail)
    worker.send("a")
    answer = worker.receive()
    assert isinstance(answer, Raised)
    assert (type(answer.error), answer.error.args) == (type(error), error.args)
    assert "in fail" in answer.error.__notes__[0]
    worker.send("b")
    assert isinstance(worker.receive(), Raised)


@pytest.mark.parametrize("value", [Strange(1, 2), lambda: None])
def test_what_cannot_go_to_another_process_becomes_a_text(start: Start, value: object) -> None:
    def task(_path: str) -> object:
        if isinstance(value, Exception):
            raise value
        return value

    worker = start(task)
    worker.send("a")
    answer = worker.receive()
    assert isinstance(answer, Raised)
    assert "Traceback" in str(answer.error) or "Traceback" in answer.error.__notes__[0]


@pytest.mark.skipif(not hasattr(resource, "prlimit"), reason="only Linux limits other processes")
def test_the_memory_of_a_worker_is_limited(start: Start) -> None:
    before = resource.getrlimit(resource.RLIMIT_AS)

    def take(_path: str) -> str:
        try:
            bytearray(2 * MEMORY)
        except MemoryError:
            return "too much"
        return "enough"

    worker = start(take)
    worker.send("a")
    assert worker.receive() == Done("too much")
    assert resource.getrlimit(resource.RLIMIT_AS) == before


def test_a_worker_ends_with_the_process_that_began_it() -> None:
    code = (
        "import os, sys, time; from docxlint.cli.worker import Worker\n"
        "worker = Worker(lambda path: os.getpid()); worker.send('a')\n"
        "print(worker.receive().result, flush=True); os._exit(0)\n"
    )
    # The output ends only when the worker, which has the same output, has ended too.
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, timeout=20, check=True, text=True
    )
    assert int(done.stdout) > 0


def test_text_that_waits_is_written_once() -> None:
    code = (
        "import sys; from docxlint.cli.worker import Worker\n"
        "sys.stdout.write('before ')\n"
        "worker = Worker(lambda path: sys.stdout.write('inside ')); worker.send('a')\n"
        "worker.receive(); sys.stdout.write('after'); worker.stop()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, timeout=20, check=True, text=True
    )
    assert done.stdout == "before inside after"
