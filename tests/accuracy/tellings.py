"""Six ways in which a document may be written: a report must not depend on them."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.equivalence import blocks, inline, packages, written
from tests.equivalence.word import Word


def plain(_word: Word) -> None:
    """The file as it is."""


def automatic_numbers(word: Word) -> None:
    """Headings numbered by Word."""
    written.headings_numbered_by_style(word)


def content_controls(word: Word) -> None:
    """Runs and paragraphs in content controls."""
    inline.controls_round_runs(word)
    blocks.controls_round_blocks(word)


def tracked_changes(word: Word) -> None:
    """The text as insertions beside deletions."""
    inline.insertions_beside_deletions(word)


def strict(word: Word) -> None:
    """The Strict variant of the format."""
    packages.strict(word)


TELLINGS: tuple[Callable[[Word], None], ...] = (
    plain,
    automatic_numbers,
    content_controls,
    tracked_changes,
    strict,
)
LIBREOFFICE = "libreoffice"
# Rules that speak of the telling itself.
ALSO = frozenset({"unresolved-changes"})


def tell(data: bytes, telling: Callable[[Word], None]) -> bytes:
    """The document written in another way."""
    word = Word(data)
    telling(word)
    return word.data()


def save_in_libreoffice(files: Sequence[bytes]) -> list[bytes]:
    """The documents as LibreOffice saves them."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = [folder / f"{number}.docx" for number in range(len(files))]
        for path, data in zip(paths, files, strict=True):
            path.write_bytes(data)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        out = folder / "out"
        command = ["soffice", profile, "--headless", "--convert-to", "docx", "--outdir", str(out)]
        subprocess.run([*command, *map(str, paths)], check=True, capture_output=True)
        return [(out / path.name).read_bytes() for path in paths]
