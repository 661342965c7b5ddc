"""Running a task on many paths in worker processes; a path costs no other path its result."""

from __future__ import annotations

import select
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar

from docxlint.cli.worker import Died, Done, Worker

_GRACE = 5.0
"""Seconds after which a task that has not stopped itself is stopped with its process."""
_INTERVAL = 1000
"""Milliseconds between two looks at processes that say nothing."""

T = TypeVar("T")


class WorkerPool(Generic[T]):
    """Up to `size` processes that run `task`.

    `without_result` gives the result for a path whose process ended, or (true) was stopped because
    it had none `timeout` seconds (0 for no limit), and some more, after the task began.
    """

    def __init__(
        self,
        task: Callable[[str], T],
        without_result: Callable[[str, bool], T],
        size: int,
        timeout: float,
    ) -> None:
        self._task = task
        self._without_result = without_result
        self._size = size
        self._patience = timeout + _GRACE if timeout else float("inf")
        self._idle: list[Worker[T]] = []
        self._ended: list[Worker[T]] = []
        self._busy: dict[int, _Run[T]] = {}

    def run(self, paths: Sequence[str]) -> Iterator[T]:
        """Yield the results in the order of `paths`. An exception of a task is raised here."""
        rest = deque(enumerate(paths))
        results: dict[int, T] = {}
        try:
            for turn in range(len(paths)):
                self._begin(rest)
                while turn not in results:
                    results.update(self._finished(more=bool(rest)))
                    self._begin(rest)
                yield results.pop(turn)
        finally:
            self._stop()

    def _begin(self, rest: deque[tuple[int, str]]) -> None:
        """Give paths from `rest` to processes without work."""
        while rest and len(self._busy) < self._size:
            turn, path = rest.popleft()
            worker = self._idle.pop() if self._idle else Worker(self._task)
            worker.send(path)
            self._busy[worker.fileno()] = _Run(turn, path, worker, time.monotonic())

    def _finished(self, *, more: bool) -> Iterator[tuple[int, T]]:
        """Wait a while, and yield the results there are, each with the turn of its path.

        Without `more` paths to come, a process is not needed after its result.
        """
        poller = select.poll()
        for descriptor in self._busy:
            poller.register(descriptor, select.POLLIN)
        ready = {descriptor for descriptor, _ in poller.poll(_INTERVAL)}
        for descriptor, run in list(self._busy.items()):
            is_late = time.monotonic() - run.since > self._patience
            if descriptor not in ready and not is_late and not run.worker.has_ended():
                continue
            del self._busy[descriptor]
            if descriptor in ready:
                yield run.turn, self._result(run, more)
            else:
                run.worker.stop()
                yield run.turn, self._without_result(run.path, is_late)

    def _result(self, run: _Run[T], more: bool) -> T:
        try:
            answer = run.worker.receive()
        except Died:
            run.worker.stop()
            return self._without_result(run.path, False)
        if more:
            self._idle.append(run.worker)
        else:  # it ends while this process goes on
            run.worker.end()
            self._ended.append(run.worker)
        if isinstance(answer, Done):
            return answer.result
        raise answer.error

    def _stop(self) -> None:
        busy = [run.worker for run in self._busy.values()]
        for worker in (*self._idle, *busy, *self._ended):
            worker.stop()
        self._idle.clear()
        self._busy.clear()
        self._ended.clear()


class _Run(Generic[T]):
    """A task at work."""

    def __init__(self, turn: int, path: str, worker: Worker[T], since: float) -> None:
        self.turn = turn
        self.path = path
        self.worker = worker
        self.since = since
