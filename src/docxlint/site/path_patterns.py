"""Patterns for the names and paths of documents, and the files in folders that they leave out."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

import msgspec


def path_matches(pattern: str, path: str) -> bool:
    """Whether a pattern matches a path, with "/" between its parts.

    A pattern without "/" must match the name at the end of the path, any other the whole path.
    * matches any characters, "/" included.
    """
    wanted, given = _composed(pattern), _composed(path)
    if "/" not in wanted:
        return fnmatchcase(given.rpartition("/")[2], wanted)
    return fnmatchcase(given, wanted.removeprefix("./"))


def path_in(folder: str, path: str) -> str | None:
    """`path` relative to `folder`, None if it is not in there. A link is where it stands."""
    try:
        place = Path(path)
        inside = place.parent.resolve().relative_to(Path(folder).resolve())
    except (OSError, ValueError):
        return None
    return (inside / place.name).as_posix()


class Exclusion(msgspec.Struct, frozen=True):
    """Patterns for files and folders that are no submissions: names, or paths from `folder` on."""

    folder: str
    patterns: tuple[str, ...]

    def match(self, path: str) -> str | None:
        """The first pattern that leaves out the file or folder at `path`."""
        if not self.patterns:
            return None
        inside = path_in(self.folder, path)
        return next((each for each in self.patterns if _excludes(each, path, inside)), None)


def _excludes(pattern: str, path: str, inside: str | None) -> bool:
    """Whether `pattern` matches `path`; `inside` is the path in the folder of the pattern, None
    elsewhere, where only names match.
    """
    if inside is None:
        name = Path(path).name
        return any(path_matches(form, name) for form in _forms(pattern) if "/" not in form)
    return any(path_matches(form, inside) for form in _forms(pattern))


def _forms(pattern: str) -> Iterator[str]:
    """The ways to write a pattern: with a "/" at either end, or "**/" for any folder."""
    plain = pattern.removesuffix("/")
    yield f".{plain}" if plain.startswith("/") else plain
    yield plain.removeprefix("**/")


def _composed(text: str) -> str:
    """`text` in composed form (NFC); macOS decomposes letters in file names."""
    return unicodedata.normalize("NFC", text)
