"""docxlint from Python: one document in, its report out, the same as the command gives."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, TypeAlias

import msgspec

from docxlint import builtin, reader
from docxlint.engine import judge
from docxlint.finding import PackId, Phrase, Report
from docxlint.form.fill import fill
from docxlint.form.filled import Filled
from docxlint.hooks import Plugins, plugins
from docxlint.model import Document
from docxlint.pack import find, load, names
from docxlint.rule import Pack

Source: TypeAlias = str | Path | bytes | BinaryIO

_NO_PACK = Phrase(
    zh="没有适用于这份文档的规则包（按标题和各部分标题判断）；可用 --pack 指定",
    en="no pack applies to this document (judged by its title and headings); name one with --pack",
)
_NO_PACK_FOR_YEAR = Phrase(
    zh="没有适用于 {year} 年度的规则包；可用 --pack 指定",
    en="no pack applies to the report year {year}; name one with --pack",
)


class Linter(msgspec.Struct, frozen=True):
    """Packs made ready once, for any number of documents.

    Where `named` is true the only pack was asked for by name and is used for every document;
    else the first that applies. `year` replaces the year that a title gives.
    """

    packs: tuple[Pack, ...]
    named: bool = False
    year: int | None = None

    def lint(self, source: Source, *, name: str | None = None) -> Report:
        """The report on `source`: a path, the bytes of a .docx, or a binary file.

        `name` is what the report calls the document; the path by default, "-" for bytes.
        A document that cannot be read gives a report that says so; nothing is raised for it.
        """
        called = name if name is not None else _called(source)
        try:
            data = _bytes(source)
        except reader.Unreadable as fault:
            return Report(path=called, sha256="", status="unreadable", error=fault.phrase)
        digest = hashlib.sha256(data).hexdigest()
        try:
            document = reader.read(data)
        except reader.Unreadable as fault:
            return Report(path=called, sha256=digest, status="unreadable", error=fault.phrase)
        pack, filled = self.fill(document)
        if pack is None:
            error = _NO_PACK
            if filled.year is not None and any(_alike(p, filled) for p in self.packs):
                error = _NO_PACK_FOR_YEAR(year=filled.year)
            return Report(
                path=called, sha256=digest, status="no-pack", error=error, year=filled.year
            )
        verdict = judge(filled, pack.rules)
        return Report(
            path=called,
            sha256=digest,
            status="checked",
            pack=PackId(pack.name, pack.version),
            year=filled.year,
            findings=verdict.findings,
            unchecked=verdict.unchecked,
            broken=verdict.broken,
        )

    def fill(self, document: Document) -> tuple[Pack | None, Filled]:
        """The pack that applies to `document`, None if none does, and the document in its form
        (in the first pack's form where none applies).
        """
        filled = [fill(document, self.packs[0].form, self.year)]
        for pack in self.packs:
            if pack is not self.packs[0]:
                filled.append(fill(document, pack.form, self.year))
            if self.named or (_alike(pack, filled[-1]) and _in_time(pack, filled[-1])):
                return pack, filled[-1]
        return None, filled[0]


def linter(pack: str | Path | None = None, *, year: int | None = None) -> Linter:
    """A linter with `pack` (a name, or a folder), or with all packs there are.

    Raises PackFault or NoSuchPack for a pack, PluginFault for a plugin.
    """
    offered = offer()
    wanted = [str(pack)] if pack is not None else names(offered.packs)
    folders = [find(name, offered.packs) for name in wanted]
    return Linter(
        packs=tuple(load(folder, offered.kinds) for folder in folders),
        named=pack is not None,
        year=year,
    )


def offer() -> Plugins:
    """What docxlint itself and the installed plugins offer. Raises PluginFault."""
    return plugins(builtin)


def lint(
    source: Source,
    pack: str | Path | None = None,
    *,
    year: int | None = None,
    name: str | None = None,
) -> Report:
    """The report on one document: see Linter.lint and linter."""
    return linter(pack, year=year).lint(source, name=name)


def _called(source: Source) -> str:
    if isinstance(source, (str, Path)):
        return str(source)
    return "-"


def _bytes(source: Source) -> bytes:
    if isinstance(source, bytes):
        return source
    if isinstance(source, (str, Path)):
        return reader.load(Path(source))
    # One byte more than the limit tells the reader that it is passed.
    return source.read(reader.Limits().source + 1)


def _alike(pack: Pack, filled: Filled) -> bool:
    applies = pack.applies
    title = filled.title.text if filled.title is not None else ""
    known: Iterator[object] = (s for s in filled.sections if s.form is not None)
    enough = applies.sections is not None and sum(1 for _ in known) >= applies.sections
    return enough or any(pattern.found(title) for pattern in applies.title)


def _in_time(pack: Pack, filled: Filled) -> bool:
    year = filled.year
    since, until = pack.applies.since, pack.applies.until
    return year is None or ((since is None or year >= since) and (until is None or year <= until))
