"""The report on one document, as a linter returns it."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from docxlint.core.coverage import Coverage
from docxlint.core.finding import (
    Broken,
    CitedRule,
    Diagnosis,
    Finding,
    NotApplicableRule,
    PackId,
    PreviousReport,
    Severity,
    UncheckedRule,
)
from docxlint.core.message import Message
from docxlint.core.snapshot import Snapshot


class SettingsInUse(msgspec.Struct, frozen=True):
    """A site's file, as messages name it, and the rules that it switches off."""

    file: str
    off: tuple[str, ...] = ()


class Report(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The results for one document.

    `status` is "checked", "unreadable" or "no-pack". `error` gives the reason for the latter two.
    `packs` lists all packs that checked the document. `title`, `organ` and `year` come from the
    document's title; None where it has none.
    `findings` are in document order and include waived ones. `diagnoses` explain findings that
    have a common cause.
    `passed` names the rules that were checked and found nothing. `cited_rules` describes the rules
    of findings and unchecked places. `coverage` is what was read of a checked document.
    `snapshot` is None unless a format needs it, `previous` unless
    last year's report was given or selected.
    The run fails on findings with severity `fail_on` or higher. `settings` is the site's file
    that held for the document, None without one.
    """

    path: str
    sha256: str
    status: str
    error: Message | None = None
    packs: tuple[PackId, ...] = ()
    title: str | None = None
    organ: str | None = None
    year: int | None = None
    findings: tuple[Finding, ...] = ()
    unchecked: tuple[UncheckedRule, ...] = ()
    broken: tuple[Broken, ...] = ()
    diagnoses: tuple[Diagnosis, ...] = ()
    passed: tuple[str, ...] = ()
    not_applicable: tuple[NotApplicableRule, ...] = ()
    cited_rules: tuple[CitedRule, ...] = ()
    coverage: Coverage | None = None
    snapshot: Snapshot | None = None
    previous: PreviousReport | None = None
    fail_on: Severity = Severity.ERROR
    settings: SettingsInUse | None = None

    @property
    def pack(self) -> PackId | None:
        """The first pack, None where no pack applies."""
        return self.packs[0] if self.packs else None

    @property
    def active(self) -> Iterator[Finding]:
        """The findings that are not waived."""
        return (finding for finding in self.findings if finding.waived is None)

    @property
    def waived_count(self) -> int:
        """The number of waived findings."""
        return sum(finding.waived is not None for finding in self.findings)

    def count(self, severity: Severity) -> int:
        """The number of active findings with exactly this severity."""
        return sum(finding.severity is severity for finding in self.active)

    @property
    def failing(self) -> Iterator[Finding]:
        """The active findings with severity `fail_on` or higher."""
        return (finding for finding in self.active if finding.severity.rank <= self.fail_on.rank)

    def to_json(self, lang: str = "zh") -> str:
        """Return the report as JSON, its messages in `lang` ("zh" or "en").

        The text is what `docxlint check --format json` prints for this document alone: a run of
        one document, as docs/report.schema.json describes it, with a final line break.
        """
        from docxlint.report.format import LazyFormat  # it imports this module

        return LazyFormat("json", "docxlint.report.formats.json").load().render([self], lang)
