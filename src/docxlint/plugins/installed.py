"""Which plugins are installed: asking is slow, so it is first seen whether there are any at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from importlib.machinery import PathFinder
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

_RECORDS = (".dist-info", ".egg-info")


def entry_points(*, group: str) -> Iterable[EntryPoint]:
    """The entry points of `group` in this interpreter.

    importlib.metadata, which costs more than all the rest of a start, is asked only where some
    installed distribution speaks of the group, or where that cannot be seen from its files.
    """
    if not _announced(f"[{group}]"):
        return ()
    from importlib.metadata import entry_points as of_all

    return of_all(group=group)


def _announced(section: str) -> bool:
    others = (f for f in sys.meta_path if f is not PathFinder and hasattr(f, "find_distributions"))
    return any(others) or any(section in text for text in _texts(section))


def _texts(section: str) -> Iterator[str]:
    """The entry_points.txt of every distribution; `section` itself for a place, such as a zip,
    whose distributions cannot be listed.
    """
    for place in dict.fromkeys(sys.path):
        folder = place or "."
        try:
            with os.scandir(folder) as entries:
                records = [entry.path for entry in entries if entry.name.endswith(_RECORDS)]
        except NotADirectoryError:
            yield section
            continue
        except OSError:  # nothing is there, or nothing that may be read
            continue
        for record in records:
            try:
                yield Path(record, "entry_points.txt").read_text(encoding="utf-8")
            except (FileNotFoundError, NotADirectoryError):
                continue
            except (OSError, UnicodeDecodeError):
                yield section  # whoever reads it in earnest will say what is wrong with it
