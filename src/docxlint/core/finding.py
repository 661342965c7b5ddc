"""What is said about a document: problems, what could not be judged, findings, the report."""

from __future__ import annotations

import enum
from collections.abc import Iterator

import msgspec

from docxlint.core.location import Location
from docxlint.core.message import Message
from docxlint.core.snapshot import Snapshot


class Severity(enum.StrEnum):
    """How much a finding weighs: error = must be sent back, warning = look, info = style."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for error, 1 for warning, 2 for info: the smaller, the graver."""
        return list(Severity).index(self)


class Suspect(msgspec.Struct, frozen=True, gc=False):
    """A cell that, if it held `expected` instead of `found`, would put things right."""

    row: str | None
    column: str | None
    found: str
    expected: str
    location: Location | None = None


class Diagnosis(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What several findings of sums come from: `suspects` are the figures that would put them
    all right, the likeliest explanation; `alternatives` the next ones, in order.

    `kind` is figure, figures, moved, swapped, shifted, line or unknown; where it is unknown,
    within the bounds no figures were found that would do, and there are no suspects. `certain`
    is false where others would do as well. `explains` are fingerprints of findings.
    """

    kind: str
    message: Message
    certain: bool
    suspects: tuple[Suspect, ...]
    alternatives: tuple[tuple[Suspect, ...], ...]
    explains: tuple[str, ...]


class Fix(msgspec.Struct, frozen=True, gc=False):
    """A certain repair: what stands at `location` is to read `text`.

    `also` are further places that the same repair mends, none of which has any of its own.
    """

    location: Location
    text: str
    also: tuple[Fix, ...] = ()


class Problem(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A fault of the document, as a check sees it, before a rule gives it name and weight.

    `subjects` are the form's dotted names of what is at fault ("requests.granted.people",
    "sections.other", "title"): whatever cannot be judged because of them is already said.
    """

    message: Message
    location: Location
    expected: str | None = None
    found: str | None = None
    related: tuple[Location, ...] = ()
    suspects: tuple[Suspect, ...] = ()
    fix: Fix | None = None
    subjects: tuple[str, ...] = ()


class Unchecked(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A question that could not be put, and why. Never a pass.

    `causes` are the dotted names of what stood in the way; where a finding is about one of
    them, or about what holds it, the reader of the report has been told already.
    """

    reason: Message
    location: Location
    causes: tuple[str, ...] = ()


class NotApplicable(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A question that rightly does not arise for this document: neither passed nor unchecked."""

    reason: Message


class Finding(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A problem under the name and severity of a rule.

    `fingerprint` is 16 hexadecimal digits that stay the same when the document changes elsewhere.
    `waived` is why the finding does not count, None where it does.
    """

    rule: str
    severity: Severity
    message: Message
    location: Location
    expected: str | None = None
    found: str | None = None
    related: tuple[Location, ...] = ()
    suspects: tuple[Suspect, ...] = ()
    fix: Fix | None = None
    fingerprint: str = ""
    waived: Message | None = None


class UncheckedRule(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A rule that could not be judged in one place, and why.

    `explained` is true when a finding already tells what stood in the way.
    """

    rule: str
    reason: Message
    location: Location
    explained: bool = False


class Broken(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A fault of a rule, pack or plugin, never of the document: `who` names it, `what` says it.

    `of` is what is at fault: "rule" or "pack".
    """

    who: str
    what: str | Message
    of: str = "rule"

    def text(self, lang: str) -> str:
        """What is wrong, in `lang` where it is said in both languages."""
        return self.what.text(lang) if isinstance(self.what, Message) else self.what


class NotApplicableRule(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A rule whose question rightly did not arise for the document, and why."""

    rule: str
    reason: Message


class PreviousReport(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Last year's report that a document was held against; `path` is "" where none was chosen.

    `error` is why it could not be used: the rules that need it are then unchecked.
    """

    path: str
    sha256: str = ""
    year: int | None = None
    error: Message | None = None


class CitedRule(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A rule of which something is said: `title` is the sentence that should be true, `source`
    where it is laid down.
    """

    name: str
    title: Message
    source: str


class PackId(msgspec.Struct, frozen=True, gc=False):
    """Which rules a document was judged by."""

    name: str
    version: str


class Report(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """All that is said of one document.

    `status` is "checked" or "unreadable"; `error` says why in the latter case, and also when a
    document was read but no pack applies to it (then `pack` is None).
    `packs` are all that the document was judged by, `pack` the first of them.
    `findings` stand in the order of the document, those that are waived among them;
    `diagnoses` tell what several of them come from.
    `passed` are the rules that were judged and found nothing, `idle` those that rightly did not
    apply; `cited` tells of those that findings and questions left open are of. `drawn` is there
    only where it was asked for, `previous` where last year's report was given, or found.
    A run fails over findings that weigh as much as `fail_on` or more.
    """

    path: str
    sha256: str
    status: str
    error: Message | None = None
    packs: tuple[PackId, ...] = ()
    year: int | None = None
    findings: tuple[Finding, ...] = ()
    unchecked: tuple[UncheckedRule, ...] = ()
    broken: tuple[Broken, ...] = ()
    diagnoses: tuple[Diagnosis, ...] = ()
    passed: tuple[str, ...] = ()
    idle: tuple[NotApplicableRule, ...] = ()
    cited: tuple[CitedRule, ...] = ()
    snapshot: Snapshot | None = None
    previous: PreviousReport | None = None
    fail_on: Severity = Severity.ERROR

    @property
    def pack(self) -> PackId | None:
        """The first of the packs, None where there is none."""
        return self.packs[0] if self.packs else None

    @property
    def counting(self) -> Iterator[Finding]:
        """The findings that are not waived."""
        return (found for found in self.findings if found.waived is None)

    @property
    def waived(self) -> int:
        """How many findings are waived."""
        return sum(found.waived is not None for found in self.findings)

    def count(self, severity: Severity) -> int:
        """How many findings that are not waived have exactly this severity."""
        return sum(found.severity is severity for found in self.counting)

    @property
    def failing(self) -> Iterator[Finding]:
        """The findings that are not waived and weigh as much as `fail_on` or more."""
        return (found for found in self.counting if found.severity.rank <= self.fail_on.rank)
