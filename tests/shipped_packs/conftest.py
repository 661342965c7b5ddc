"""The shipped packs, and what is said of their good documents with changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pytest

from docxlint import lint
from docxlint.api import Linter
from docxlint.author.apply_changes import change
from docxlint.author.markdown_parser import parse
from docxlint.author.sample_files import good_of
from docxlint.core.snapshot import SnapshotTable
from docxlint.linting.pack_selection import PackSelector
from docxlint.packs import load, shipped
from docxlint.report.report import Report
from docxlint.rules.rule import Example, Kind, Pack
from docxlint.word.make.write_document import docx_bytes


@pytest.fixture(scope="session")
def packed(kinds: dict[str, Kind[Any]]) -> Callable[[str], Pack]:
    """A shipped pack by its name, each loaded once, with its examples."""
    packs: dict[str, Pack] = {}

    def get(name: str) -> Pack:
        if name not in packs:
            folders = (shipped(),)
            packs[name] = load(shipped() / name, kinds, examples=True, folders=folders)
        return packs[name]

    return get


@pytest.fixture(scope="session")
def linted(packed: Callable[[str], Pack]) -> Callable[..., Report]:
    """The report on the good document of a pack with changes, judged by the pack that applies or
    the one that is named (`by`).
    """

    def say(
        name: str,
        swap: Mapping[str, str] | None = None,
        set: Mapping[str, str] | None = None,
        drop: Sequence[str] = (),
        by: str | None = None,
    ) -> Report:
        example = Example(finds=(), swap=dict(swap or {}), set=dict(set or {}), drop=tuple(drop))
        return lint(docx_bytes(change(good_of(packed(name)), example)), by)

    return say


@pytest.fixture(scope="session")
def drawing(national: Pack) -> Linter:
    """The national pack, with what it takes to draw a document in its reports."""
    return Linter(PackSelector((national,)), tables=True)


@pytest.fixture(scope="session")
def base(good: str) -> bytes:
    """The good document."""
    return docx_bytes(parse(good))


@pytest.fixture(scope="session")
def tables(drawing: Linter, base: bytes) -> dict[str, SnapshotTable]:
    """The tables of the good document, by name."""
    snapshot = drawing.lint(base).snapshot
    assert snapshot is not None
    return {table.name: table for table in snapshot.tables}
