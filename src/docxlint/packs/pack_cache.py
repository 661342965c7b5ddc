"""Keep loaded packs within a process, for as long as their files stay as they are."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

import msgspec

from docxlint.packs.load import load_all
from docxlint.packs.manifest import applies
from docxlint.rules.rule import Applies, Kind, Pack

_MAX_ENTRIES = 64

# A file that changed so shortly before it was read may change again without another time stamp:
# some file systems count whole seconds, FAT counts two. Such a pack is not kept.
_SETTLED_NS = 2_000_000_000

_Key: TypeAlias = tuple[str, ...]
# The inode, size, time of modification and time of change of a file or folder; None if absent.
_Status: TypeAlias = tuple[int, int, int, int] | None
# A path with its status; for a folder also its entries, by name, with theirs.
_State: TypeAlias = tuple[tuple[str, _Status], ...]


class _Entry(msgspec.Struct, frozen=True):
    value: Any
    context: Any
    states: dict[str, _State]


class _Cache:
    """Values that were computed from files. A value counts while every file has the same state."""

    def __init__(self) -> None:
        self._entries: dict[_Key, _Entry] = {}
        self._lock = threading.Lock()

    def get(self, key: _Key, context: Any) -> Any:
        """The value under `key`, if it was stored with an equal `context` and no file it comes
        from has changed; else None.
        """
        entry = self._entries.get(key)
        if entry is None or entry.context != context:
            return None
        if any(_state(path) != state for path, state in entry.states.items()):
            return None
        return entry.value

    def put(self, key: _Key, value: Any, context: Any, paths: Iterable[str], started: int) -> None:
        """Store a value that was read from `paths`, beginning at the time `started` in
        nanoseconds; not if one of them changed then or shortly before.
        """
        states = {path: _state(path) for path in paths}
        if any(_latest(state) >= started - _SETTLED_NS for state in states.values()):
            return
        with self._lock:
            self._entries.pop(key, None)
            self._entries[key] = _Entry(value, context, states)
            if len(self._entries) > _MAX_ENTRIES:
                del self._entries[next(iter(self._entries))]


_packs = _Cache()
_applies = _Cache()


def load_cached(
    chosen: Iterable[Path], kinds: Mapping[str, Kind[Any]], folders: Sequence[Path]
) -> tuple[Pack, ...]:
    """The packs in `chosen`, without examples, as `load_all` gives them.

    A pack that this process has loaded before, with the same `kinds` and search path, is used
    again while no file of it or of its bases has been changed, added or removed. Raises
    PackFault.
    """
    chosen = list(chosen)
    search = tuple(str(folder.absolute()) for folder in folders)
    keys = [(*_key(folder), *search) for folder in chosen]
    packs = [_packs.get(key, kinds) for key in keys]
    if None not in packs:
        return tuple(packs)
    started = time.time_ns()
    loaded = load_all(chosen, kinds, folders=folders)
    for key, pack in zip(keys, loaded, strict=True):
        paths = [path for each in pack.lineage() for path in each.inputs]
        _packs.put(key, pack, dict(kinds), paths, started)
    return loaded


def applies_cached(folder: Path) -> Applies:
    """As `applies`: which documents the pack in `folder` is for. Raises PackFault."""
    key = _key(folder)
    known: Applies | None = _applies.get(key, None)
    if known is None:
        started = time.time_ns()
        known = applies(folder)
        _applies.put(key, known, None, [str(folder)], started)
    return known


def _key(folder: Path) -> _Key:
    # Faults and Pack.folder keep the path as it was given; one that is relative means another
    # folder after a change of the working folder.
    return str(folder), str(folder.absolute())


def _state(path: str) -> _State:
    try:
        with os.scandir(path) as entries:
            listed = sorted((entry.name, _status(entry.stat)) for entry in entries)
    except OSError:  # it is a file, absent, or may not be read
        listed = []
    return (path, _status(Path(path).stat)), *listed


def _status(stat: Callable[[], os.stat_result]) -> _Status:
    try:
        status = stat()
    except OSError:
        return None
    return status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns


def _latest(state: _State) -> int:
    """The last time stamp in a state."""
    return max((max(status[2:]) for _, status in state if status is not None), default=0)
