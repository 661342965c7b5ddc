"""The results of a check: problems, unchecked rules and findings."""

from __future__ import annotations

import enum

import msgspec

from docxlint.core.location import Location
from docxlint.core.message import Message
from docxlint.core.reference import Reference


class Severity(enum.StrEnum):
    """The weight of a finding: error (send it back), warning (look at it), info (style)."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for error, 1 for warning, 2 for info: a smaller rank is more serious."""
        return list(Severity).index(self)


class Suspect(msgspec.Struct, frozen=True, gc=False):
    """A cell that is probably wrong: it holds `found` and should hold `expected`."""

    row: str | None
    column: str | None
    found: str
    expected: str
    location: Location | None = None


class Diagnosis(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The common cause of several findings about sums.

    `kind` is figure, figures, moved, swapped, shifted, line or unknown. `suspects` are the figures
    of the most likely explanation: correcting them makes all the sums hold. `alternatives` are the
    next explanations, most likely first. `certain` is false where an alternative is as likely.
    `suspects` is empty where `kind` is unknown: the search found no explanation within its limits.
    `explains` holds the fingerprints of the findings.
    """

    kind: str
    message: Message
    certain: bool
    suspects: tuple[Suspect, ...]
    alternatives: tuple[tuple[Suspect, ...], ...]
    explains: tuple[str, ...]


class Fix(msgspec.Struct, frozen=True, gc=False):
    """A safe repair: replace the text at `location` with `text`.

    `also` holds further places of the same repair. A repair in `also` has no `also` itself.
    """

    location: Location
    text: str
    also: tuple[Fix, ...] = ()


class Problem(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A fault of the document as a check kind reports it. A rule adds its name and severity.

    `subjects` are the parts of the form that are at fault. An unchecked rule whose cause is one
    of them, or lies within one of them, is explained by this problem. With `severity`, the problem
    weighs no more than that, whatever its rule says.
    """

    message: Message
    location: Location
    expected: str | None = None
    found: str | None = None
    related: tuple[Location, ...] = ()
    suspects: tuple[Suspect, ...] = ()
    fix: Fix | None = None
    subjects: tuple[Reference, ...] = ()
    severity: Severity | None = None


class Unchecked(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A check that was not possible, and the reason. It never counts as a pass.

    `causes` are the parts of the form that prevented the check. A finding about one of them, or
    about a part that contains it, explains the gap.
    """

    reason: Message
    location: Location
    causes: tuple[Reference, ...] = ()


class NotApplicable(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A check that does not apply to this document: neither passed nor unchecked."""

    reason: Message


class Finding(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A problem with the name and severity of its rule.

    `fingerprint` has 16 hexadecimal digits and stays the same when the document changes elsewhere.
    `waived` is the reason why the finding does not count; None where it counts.
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
    """A rule that could not be checked at one place, and the reason.

    `explained` is true where a finding reports the cause.
    """

    rule: str
    reason: Message
    location: Location
    explained: bool = False


class Broken(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A fault of a rule, pack or plugin, never of the document.

    `subject` names the rule or pack, `kind` is "rule" or "pack". `reason` is an exception's text
    or a message in both languages.
    """

    subject: str
    reason: str | Message
    kind: str = "rule"

    def text(self, lang: str) -> str:
        """The reason in `lang`; an exception's text has one language only."""
        return self.reason.text(lang) if isinstance(self.reason, Message) else self.reason


class NotApplicableRule(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A rule that does not apply to the document, and the reason."""

    rule: str
    reason: Message


class PreviousReport(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Last year's report that a document was compared with.

    `path` is "" where no report was selected. `error` is the reason why the report could not be
    used; the rules that need it are then unchecked.
    """

    path: str
    sha256: str = ""
    year: int | None = None
    error: Message | None = None


class CitedRule(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A rule that the report mentions: `title` states what should be true, `source` cites the
    regulation.
    """

    name: str
    title: Message
    source: str


class PackId(msgspec.Struct, frozen=True, gc=False):
    """The pack of rules that a document was checked with; `title` is what its clerks call it."""

    name: str
    version: str
    title: Message | None = None
