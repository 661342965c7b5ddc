"""A process that checks documents one after the other, so that its end costs one document only."""

from __future__ import annotations

import gc
import os
import pickle
import select
import signal
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from io import BufferedReader, BufferedWriter, FileIO
from pathlib import Path
from typing import Generic, TypeVar

import msgspec

CAN_FORK = hasattr(os, "fork") and hasattr(select, "poll")
"""Whether the platform has such processes."""

MEMORY = 4 << 30
"""Bytes of address space that a worker may take, far more than any real submission needs."""

T = TypeVar("T", covariant=True)


class Done(msgspec.Struct, Generic[T], frozen=True):
    """The result of a task."""

    result: T


class Raised(msgspec.Struct, frozen=True):
    """The exception that a task raised, with its traceback as a note."""

    error: BaseException


class Died(Exception):
    """The worker ended before it had a result."""


class Worker(Generic[T]):
    """A copy of this process that runs `task` on one path after the other.

    `fileno` is readable when there is a result, or when the worker has ended.
    """

    def __init__(self, task: Callable[[str], T]) -> None:
        path_reader, path_writer = os.pipe()
        result_reader, result_writer = os.pipe()
        _flush()  # else both processes would write what is waiting
        self._pid = os.fork()
        if self._pid == 0:
            try:
                os.close(path_writer)
                os.close(result_reader)
                _serve(task, _reader(path_reader), BufferedWriter(FileIO(result_writer, "wb")))
            finally:
                os._exit(0)  # the copied program must not go on
        os.close(path_reader)
        os.close(result_writer)
        self._paths = FileIO(path_writer, "wb")
        self._results = _reader(result_reader)
        self._ended = False
        _limit_memory(self._pid)

    def fileno(self) -> int:
        """The file descriptor of the results."""
        return self._results.fileno()

    def send(self, path: str) -> None:
        """Give the worker its next task."""
        with suppress(BrokenPipeError):  # it has ended, as `receive` will find
            pickle.dump(path, self._paths)

    def receive(self) -> Done[T] | Raised:
        """Wait for the result. Raises Died."""
        try:
            answer: Done[T] | Raised = pickle.load(self._results)  # noqa: S301 - our own process
        except (EOFError, OSError, pickle.UnpicklingError) as error:
            raise Died from error
        return answer

    def has_ended(self) -> bool:
        """Whether the process has ended, even if one of its own children holds the pipe open."""
        if not self._ended:
            self._ended = os.waitpid(self._pid, os.WNOHANG)[0] == self._pid
        return self._ended

    def end(self) -> None:
        """End the process, without waiting for its end."""
        for stream in (self._paths, self._results):
            stream.close()
        if not self._ended:
            os.kill(self._pid, signal.SIGKILL)

    def stop(self) -> None:
        """End the process and wait for its end."""
        self.end()
        if not self._ended:
            os.waitpid(self._pid, 0)
            self._ended = True


def _reader(descriptor: int) -> BufferedReader:
    return BufferedReader(FileIO(descriptor, "rb"))


def _serve(task: Callable[[str], T], paths: BufferedReader, results: BufferedWriter) -> None:
    """Answer paths with results until there are no more."""
    gc.freeze()  # a collection would copy the memory that both processes share
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process ends the others
    with suppress(EOFError, OSError):
        while True:
            answer = _answer(task, pickle.load(paths))  # noqa: S301 - our own process
            _flush()
            results.write(answer)
            results.flush()


def _answer(task: Callable[[str], T], path: str) -> bytes:
    try:
        return pickle.dumps(Done(task(path)))
    except BaseException as error:  # noqa: BLE001 - raised again in the first process
        text = traceback.format_exc()
        try:
            error.add_note(text)
            answer = pickle.dumps(Raised(error))
            pickle.loads(answer)  # noqa: S301 - some exceptions fail only here
        except Exception:  # noqa: BLE001 - an exception that cannot go to another process
            answer = pickle.dumps(Raised(RuntimeError(text)))
        return answer


def _limit_memory(pid: int) -> None:
    """Let a document that needs too much memory fail in its process, not the whole machine.

    The first process does this for a worker, which starts meanwhile.
    """
    try:
        import resource  # only some platforms have it

        soft, hard = resource.prlimit(pid, resource.RLIMIT_AS)
        given = [each for each in (soft, hard) if each != resource.RLIM_INFINITY]
        limit = min([_address_space() + MEMORY, *given])
        resource.prlimit(pid, resource.RLIMIT_AS, (limit, hard))
    except (ImportError, AttributeError, OSError, ValueError):
        pass


def _address_space() -> int:
    """The bytes that this process has taken, 0 where the platform does not say it."""
    try:
        pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[0]
        return int(pages) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return 0


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except (OSError, ValueError):
            pass
