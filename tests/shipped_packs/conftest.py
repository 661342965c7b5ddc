"""The shipped packs, and reports on their good documents with changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pytest

from docxlint import lint
from docxlint.api import Linter
from docxlint.author.apply_changes import apply_changes
from docxlint.author.markdown_parser import parse
from docxlint.author.sample_files import good_document
from docxlint.core.snapshot import SnapshotTable
from docxlint.linting.pack_selection import PackSelector
from docxlint.packs import load, shipped
from docxlint.report.report import Report
from docxlint.rules.rule import Example, Kind, Pack
from docxlint.word.make.write_document import docx_bytes


@pytest.fixture(scope="session")
def shipped_pack(kinds: dict[str, Kind[Any]]) -> Callable[[str], Pack]:
    """Get the shipped pack of a name, with its examples. Each is loaded once."""
    packs: dict[str, Pack] = {}

    def get(name: str) -> Pack:
        if name not in packs:
            folders = (shipped(),)
            packs[name] = load(shipped() / name, kinds, examples=True, folders=folders)
        return packs[name]

    return get


@pytest.fixture(scope="session")
def linted(shipped_pack: Callable[[str], Pack]) -> Callable[..., Report]:
    """Get the report on the good document of a pack with changes.

    The pack that applies checks it, or the pack named `by`.
    """

    def check(
        name: str,
        swap: Mapping[str, str] | None = None,
        set: Mapping[str, str] | None = None,
        drop: Sequence[str] = (),
        by: str | None = None,
    ) -> Report:
        example = Example(finds=(), swap=dict(swap or {}), set=dict(set or {}), drop=tuple(drop))
        return lint(docx_bytes(apply_changes(good_document(shipped_pack(name)), example)), by)

    return check


@pytest.fixture(scope="session")
def table_linter(national: Pack) -> Linter:
    """A linter with the national pack whose reports contain the tables of the document."""
    return Linter(PackSelector((national,)), tables=True)


@pytest.fixture(scope="session")
def base(good: str) -> bytes:
    """The good document."""
    return docx_bytes(parse(good))


@pytest.fixture(scope="session")
def tables(table_linter: Linter, base: bytes) -> dict[str, SnapshotTable]:
    """The tables of the good document, by name."""
    snapshot = table_linter.lint(base).snapshot
    assert snapshot is not None
    return {table.name: table for table in snapshot.tables}
