"""docxlint from Python: one document in, its report out, the same as the command gives."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TypeAlias

import msgspec

from docxlint import builtin, reader
from docxlint.archive import Archive
from docxlint.config import Config, waive
from docxlint.config import read as read_config
from docxlint.engine import judge_together
from docxlint.finding import Broken, PackId, Phrase, Report, Severity
from docxlint.form.draw import draw
from docxlint.form.fill import fill
from docxlint.form.filled import Filled
from docxlint.hooks import PluginFault, Plugins, plugins
from docxlint.model import Document
from docxlint.pack import NoSuchPack, PackFault, find, load_all, names
from docxlint.previous import Forms, compare
from docxlint.previous import archive as archived
from docxlint.rule import Pack
from docxlint.shelf import Shelf, asked_for, check_names, is_alike, is_in_time
from docxlint.source import Source, bytes_of
from docxlint.source import called as call

Chosen: TypeAlias = str | Path | Sequence[str | Path]

_NO_PACK = Phrase(
    zh="没有适用于这份文档的规则包（按标题和各部分标题判断）；可用 --pack 指定",
    en="no pack applies to this document (judged by its title and headings); name one with --pack",
)
_NO_PACK_FOR_YEAR = Phrase(
    zh="没有适用于 {year} 年度的规则包；可用 --pack 指定",
    en="no pack applies to the report year {year}; name one with --pack",
)


class _Choice(msgspec.Struct):
    """The packs for a document, each with the document in its form, and those that could not be
    looked at. `filled` is the document in the form of the first of the packs; where none is for
    it, of one whose reports are `alike` but of other years, else of any.
    """

    parts: list[tuple[Filled, Pack]]
    filled: Filled | None = None
    alike: bool = False
    broken: list[Broken] = []


class Linter(msgspec.Struct, frozen=True):
    """Packs made ready once, for any number of documents.

    Where `named` is true the packs were asked for by name and all of them are used for every
    document; else the first that applies. `year` replaces the year that a title gives. What
    `config` waives on the day `today` is marked so. `origins` says which plugin brought a check.
    With `tables` a report brings what it takes to draw the document. Last year's reports, where
    they are given, may also be in the forms of `others`.
    """

    packs: tuple[Pack, ...] | Shelf
    named: bool = False
    year: int | None = None
    config: Config = Config()
    today: datetime.date = datetime.date.max
    origins: dict[str, str] = {}
    tables: bool = False
    others: Shelf | None = None

    def lint(
        self,
        source: Source,
        *,
        name: str | None = None,
        previous: Source | Archive | None = None,
    ) -> Report:
        """The report on `source`: a path, the bytes of a .docx, or a binary file.

        `name` is what the report calls the document; the path by default, "-" for bytes.
        A document that cannot be read gives a report that says so; nothing is raised for it.
        A pack that cannot be used, where none was asked for by name, is `broken` in the report.
        `previous` is last year's report, or an archive in which it is looked for: figures that
        follow from it are held against it, and where it cannot be used they are unchecked.
        """
        called = name if name is not None else call(source)
        try:
            data = bytes_of(source)
        except reader.Unreadable as fault:
            return Report(path=called, sha256="", status="unreadable", error=fault.phrase)
        digest = hashlib.sha256(data).hexdigest()
        try:
            document = reader.read(data)
        except reader.Unreadable as fault:
            return Report(path=called, sha256=digest, status="unreadable", error=fault.phrase)
        chosen = self._choose(document)
        year = chosen.filled.year if chosen.filled is not None else None
        if not chosen.parts:
            return Report(
                path=called,
                sha256=digest,
                status="no-pack",
                error=_NO_PACK_FOR_YEAR(year=year) if year and chosen.alike else _NO_PACK,
                year=year,
                broken=tuple(chosen.broken),
            )
        compared = None
        if previous is not None:
            forms = self._forms()
            chosen.parts, compared = compare(chosen.parts, previous, forms, digest)
            said = map(_broken, forms.faults)
            chosen.broken += [fault for fault in said if fault not in chosen.broken]
        rules = ((filled, one.rules) for filled, one in chosen.parts)
        verdict = judge_together(tuple(rules), self.origins)
        return Report(
            path=called,
            sha256=digest,
            status="checked",
            packs=tuple(PackId(one.name, one.version) for _, one in chosen.parts),
            year=year,
            findings=waive(verdict.findings, called, self.config, self.today),
            unchecked=verdict.unchecked,
            broken=(*chosen.broken, *verdict.broken),
            diagnoses=verdict.diagnoses,
            passed=verdict.passed,
            idle=verdict.idle,
            cited=verdict.cited,
            drawn=draw(chosen.parts[0][0]) if self.tables else None,
            previous=compared,
            fail_on=self.config.fail_on or Severity.ERROR,
        )

    def archive(self, paths: Iterable[str | Path]) -> Archive:
        """The documents at `paths` as reports of other years, for the `previous` of `lint`."""
        return archived(paths, self._forms())

    def _forms(self) -> Forms:
        if isinstance(self.packs, Shelf):
            return Forms((), self.packs, False, [])
        return Forms(self.packs, self.others, self.named, [])

    def fill(self, document: Document) -> tuple[Pack | None, Filled]:
        """The pack that applies to `document`, None if none does, and the document in its form
        (in that of another pack where none applies). NoSuchPack if there are no packs at all.
        """
        chosen = self._choose(document)
        if chosen.parts:
            return chosen.parts[0][1], chosen.parts[0][0]
        if chosen.filled is None:
            raise NoSuchPack("", ())
        return None, chosen.filled

    def _choose(self, document: Document) -> _Choice:
        chosen = _Choice([])
        entries: Iterable[Pack | PackFault]
        entries = self.packs.entries() if isinstance(self.packs, Shelf) else self.packs
        for entry in entries:
            if isinstance(entry, PackFault):
                chosen.broken.append(_broken(entry))
                continue
            filled = fill(document, entry.form, self.year)
            alike = self.named or is_alike(entry.applies, filled)
            if chosen.filled is None or (alike and not chosen.alike):
                chosen.filled = filled
            chosen.alike |= alike
            if self.named:
                chosen.parts.append((filled, entry))
            elif alike and is_in_time(entry.applies, filled):
                return _Choice([(filled, entry)], filled, True, chosen.broken)
        return chosen


def linter(
    pack: Chosen | None = None,
    *,
    year: int | None = None,
    config: Config | str | Path | None = None,
    offered: Plugins | None = None,
    today: datetime.date | None = None,
    tables: bool = False,
) -> Linter:
    """A linter with `pack` (a name, a folder, or a .zip; or several of them), or with all packs
    that say to which documents they apply.

    `config` is a desk's configuration, or the file that has it (none is looked for); `today` is
    the day for waivers that expire; `tables` is for formats that draw the document. Raises
    PackFault or NoSuchPack for a pack that is asked for, PluginFault for a plugin, ConfigFault
    for the configuration.
    """
    desk = (
        config
        if isinstance(config, Config)
        else Config()
        if config is None
        else read_config(Path(config))
    )
    offered = offer(others=desk.plugins) if offered is None else offered
    named = asked_for(_listed(pack), desk, offered)
    shelf = Shelf(offered, desk)
    check_names(desk, named, offered)
    return Linter(
        packs=named or shelf,
        named=bool(named),
        year=year,
        config=desk,
        today=today or datetime.date.today(),
        origins=offered.origins,
        tables=tables,
        others=shelf,
    )


def offer(*, others: bool = True) -> Plugins:
    """What docxlint itself and, unless `others` is false, the installed plugins offer.
    PluginFault if there is anything wrong with one of them.
    """
    found = offered(others=others)
    if found.faults:
        raise PluginFault("\n".join(found.faults))
    return found


def offered(*, others: bool = True) -> Plugins:
    """As `offer`, but a plugin that has anything wrong with it is left out, and in `faults`."""
    return plugins(builtin, others=others)


def packs(
    chosen: Chosen | None = None, *, examples: bool = False, offered: Plugins | None = None
) -> tuple[Pack, ...]:
    """The packs that are named, or all there are, as they stand in their files.

    Raises PackFault, NoSuchPack, PluginFault.
    """
    offered = offer() if offered is None else offered
    folders = [find(name, offered.packs) for name in _listed(chosen) or names(offered.packs)]
    return load_all(folders, offered.kinds, examples=examples, folders=offered.packs)


def lint(
    source: Source,
    pack: Chosen | None = None,
    *,
    year: int | None = None,
    name: str | None = None,
    config: Config | str | Path | None = None,
    previous: Source | None = None,
) -> Report:
    """The report on one document: see Linter.lint and linter."""
    return linter(pack, year=year, config=config).lint(source, name=name, previous=previous)


def _listed(chosen: Chosen | None) -> list[str]:
    if chosen is None:
        return []
    return [str(chosen)] if isinstance(chosen, (str, Path)) else [str(each) for each in chosen]


def _broken(fault: PackFault) -> Broken:
    """A pack that cannot be used, as the fault of a run."""
    said = Phrase(*("\n".join(one.text(lang) for one in fault.faults) for lang in ("zh", "en")))
    return Broken(who=fault.faults[0].file.partition("/")[0], what=said, of="pack")
