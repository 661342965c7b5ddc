"""Find the entry points of plugins, quickly if there are none."""

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
    """Return the entry points of `group` in this interpreter.

    importlib.metadata takes longer to import than the rest of docxlint. So it is imported only
    if an installed distribution names the group, or if its files cannot be searched.
    """
    if not _is_named(f"[{group}]"):
        return ()
    from importlib.metadata import entry_points as all_entry_points

    return all_entry_points(group=group)


def _is_named(section: str) -> bool:
    finders = (f for f in sys.meta_path if f is not PathFinder and hasattr(f, "find_distributions"))
    return any(finders) or any(section in text for text in _texts(section))


def _texts(section: str) -> Iterator[str]:
    """Yield the entry_points.txt of each distribution.

    For a place whose distributions cannot be listed, such as a zip, yield `section` itself.
    """
    for place in dict.fromkeys(sys.path):
        folder = place or "."
        try:
            with os.scandir(folder) as entries:
                records = [entry.path for entry in entries if entry.name.endswith(_RECORDS)]
        except NotADirectoryError:
            yield section
            continue
        except OSError:  # the folder does not exist or cannot be read
            continue
        for record in records:
            try:
                yield Path(record, "entry_points.txt").read_text(encoding="utf-8")
            except (FileNotFoundError, NotADirectoryError):
                continue
            except (OSError, UnicodeDecodeError):
                yield section  # importlib.metadata reports what is wrong with it
