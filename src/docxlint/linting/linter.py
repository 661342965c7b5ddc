"""The linter: loads packs once and checks any number of documents."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from pathlib import Path

import msgspec

from docxlint.core.document import Document
from docxlint.core.finding import Broken, PackId, Severity
from docxlint.core.message import Message
from docxlint.form.bound import BoundForm
from docxlint.form.take_coverage import take_coverage
from docxlint.form.take_snapshot import take_snapshot
from docxlint.linting.catalog import (
    Chosen,
    PackCatalog,
    check_names,
    listed,
    named_packs,
)
from docxlint.linting.pack_selection import PackSelector, Selection
from docxlint.linting.previous_archive import Archive
from docxlint.linting.previous_report import compare, read_archive
from docxlint.linting.unreadable_text import unreadable_message
from docxlint.packs import NoSuchPack, PackFault
from docxlint.plugins.available import require_plugins
from docxlint.plugins.hooks import Plugins
from docxlint.report.report import Report, SettingsInUse
from docxlint.rules.engine import judge_together
from docxlint.rules.rule import Pack
from docxlint.site import SiteSettings, waive
from docxlint.site import read as read_config
from docxlint.word.source import OpenedDocument, Source, open_document

_NO_PACK = Message(
    zh="从标题看不是{names}，未检查（如需检查，用 --pack 指定规则）",
    en="by its title this is not {names}, so it was not checked; to check it, name a pack with"
    " --pack",
)
_NO_PACK_FOR_YEAR = Message(
    zh="没有适用于{year}年度{names}的规则，未检查（如需检查，用 --pack 指定规则）",
    en="no pack is for {names} of the year {year}, so this was not checked; to check it, name a"
    " pack with --pack",
)
_NO_PACKS = Message(
    zh="没有可用的规则，未检查", en="there are no packs to check with, so this was not checked"
)
_OR = Message(zh="或", en=" or ")


class Linter(msgspec.Struct, frozen=True):
    """Loaded packs, ready to check any number of documents.

    `selector` selects the packs for each document. `year` replaces the year in a title. Findings
    that `config` waives on the day `today` are marked as waived. `origins` gives the plugin of
    each kind of check. With `tables` a report has a snapshot of the document's tables.
    """

    selector: PackSelector
    year: int | None = None
    config: SiteSettings = SiteSettings()
    today: datetime.date = datetime.date.max
    origins: dict[str, str] = {}
    tables: bool = False

    @property
    def packs(self) -> Iterable[Pack]:
        """The packs to choose from. Raises PackFault for a pack that cannot be loaded."""
        return self.selector.packs

    def lint(
        self,
        source: Source | OpenedDocument,
        *,
        name: str | None = None,
        previous: Source | Archive | None = None,
    ) -> Report:
        """Check one document and return the report.

        `source` is a path, the bytes of a .docx, a binary file, or an opened document, which is
        not read again. `name` is the name of the document in the report; by default the path, or
        "-" for bytes. `previous` is last year's report, or an archive to find it in; rules that
        need it are unchecked if it cannot be used.

        A document that cannot be read gives a report with an error; nothing is raised. If no
        pack is named, a pack that cannot be loaded is listed in `broken`.
        """
        opened = source if isinstance(source, OpenedDocument) else open_document(source)
        path = opened.name if name is None else name
        digest = opened.sha256
        if opened.document is None:
            error = unreadable_message(opened.error) if opened.error is not None else None
            return Report(path=path, sha256=digest, status="unreadable", error=error)
        selection = self.selector.select(opened.document, self.year)
        year = selection.closest.year if selection.closest is not None else None
        title = selection.closest.title if selection.closest is not None else None
        faults = list(selection.faults)
        if not selection.parts:
            return Report(
                path=path,
                sha256=digest,
                status="no-pack",
                error=_no_pack_message(selection, year),
                title=None if title is None else title.text,
                organ=None if title is None else title.organ or None,
                year=year,
                broken=tuple(map(_broken, faults)),
            )
        parts, compared = selection.parts, None
        if previous is not None:
            comparison = compare(parts, previous, self.selector, digest)
            parts, compared = comparison.parts, comparison.report
            faults += (fault for fault in comparison.faults if fault not in faults)
        rules = ((bound, pack.rules) for bound, pack in parts)
        verdict = judge_together(tuple(rules), self.origins)
        organ = None if title is None else title.organ or None
        return Report(
            path=path,
            sha256=digest,
            status="checked",
            packs=tuple(PackId(pack.name, pack.version, pack.title) for _, pack in parts),
            title=None if title is None else title.text,
            organ=organ,
            year=year,
            findings=waive(verdict.findings, path, self.config, self.today, organ=organ, year=year),
            unchecked=verdict.unchecked,
            broken=(*map(_broken, faults), *verdict.broken),
            diagnoses=verdict.diagnoses,
            passed=verdict.passed,
            not_applicable=verdict.not_applicable,
            cited_rules=verdict.cited_rules,
            coverage=take_coverage([bound for bound, _ in parts]),
            snapshot=take_snapshot(parts[0][0]) if self.tables else None,
            previous=compared,
            fail_on=self.config.fail_on or Severity.ERROR,
            settings=SettingsInUse(self.config.file, self.config.off) if self.config.file else None,
        )

    def archive(self, paths: Iterable[str | Path]) -> Archive:
        """Read the documents at `paths` as earlier reports, for the `previous` of `lint`."""
        return read_archive(paths, self.selector)

    def bind(self, document: Document) -> tuple[Pack | None, BoundForm]:
        """Bind `document` to the form of the pack that applies to it.

        If no pack applies, the pack is None and the form is that of another pack. Raises
        NoSuchPack if there are no packs.
        """
        selection = self.selector.select(document, self.year)
        if selection.parts:
            bound, pack = selection.parts[0]
            return pack, bound
        if selection.closest is None:
            raise NoSuchPack("", ())
        return None, selection.closest


def make_linter(
    pack: Chosen | None = None,
    *,
    year: int | None = None,
    config: SiteSettings | str | Path | None = None,
    offered: Plugins | None = None,
    today: datetime.date | None = None,
    tables: bool = False,
) -> Linter:
    """Create a linter.

    `pack` is a name, a folder or a .zip of a pack, or several of them; by default the linter
    chooses from all packs that say to which documents they apply. `config` is a site's
    configuration or its file; no file is searched for. `today` is the day for waivers that
    expire. `tables` adds a snapshot of the tables to each report, for formats that show them.

    Raises PackFault or NoSuchPack for a named pack, PluginFault for a plugin, and SiteFault for
    the configuration.
    """
    site = (
        config
        if isinstance(config, SiteSettings)
        else SiteSettings()
        if config is None
        else read_config(Path(config))
    )
    offered = require_plugins(installed=site.plugins) if offered is None else offered
    named = named_packs(listed(pack), site, offered)
    check_names(site, named, offered)
    return Linter(
        selector=PackSelector(named, PackCatalog(offered, SiteSettings() if named else site)),
        year=year,
        config=site,
        today=today or datetime.date.today(),
        origins=offered.origins,
        tables=tables,
    )


def _no_pack_message(selection: Selection, year: int | None) -> Message:
    """Why `selection` has no pack for the document."""
    if not selection.document_names:
        return _NO_PACKS
    names = _OR.join(map(Message.same, selection.document_names))
    if selection.same_kind:
        return _NO_PACK_FOR_YEAR(names=names, year=year)
    return _NO_PACK(names=names)


def _broken(fault: PackFault) -> Broken:
    """Return a pack that cannot be used, as an entry of `Report.broken`."""
    reason = Message(
        *("\n".join(each.text(lang) for each in fault.faults) for lang in ("zh", "en"))
    )
    return Broken(subject=fault.faults[0].file.partition("/")[0], reason=reason, kind="pack")
