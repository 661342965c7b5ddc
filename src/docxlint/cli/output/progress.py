"""A progress bar on standard error for a person who waits at a terminal."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import Final, TypeVar

from docxlint.cli.output import streams
from docxlint.core.message import Message

_AFTER: Final = 1.0  # seconds before the bar appears
_CHECKING = Message(zh="正在检查", en="checking")

_T = TypeVar("_T")


def with_progress(each: Iterable[_T], total: int, lang: str) -> Iterator[_T]:
    """Yield `each`, which has `total` items, with a bar from the first second on.

    There is no bar for a single item or where standard error is no terminal. It disappears at the
    end.
    """
    if total < 2 or not streams.is_console(sys.stderr):
        yield from each
        return
    since = time.monotonic()
    rest = iter(each)
    for done, item in enumerate(rest, start=1):
        yield item
        if time.monotonic() - since > _AFTER and done < total:
            yield from _with_bar(rest, done, total, lang)


def _with_bar(rest: Iterable[_T], done: int, total: int, lang: str) -> Iterator[_T]:
    # Most runs are short, and a script has no terminal: they do without rich.
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    bar = Progress(*columns, TimeElapsedColumn(), console=Console(stderr=True), transient=True)
    with bar:
        task = bar.add_task(_CHECKING.text(lang), completed=done, total=total)
        for item in rest:
            yield item
            bar.advance(task)
