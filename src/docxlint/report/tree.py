"""A report as a tree of messages and values. A format only draws it.

All text is made visible and in both languages; severities, findings and numbers stay values.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

from docxlint.core.finding import Diagnosis, Finding
from docxlint.core.message import Message

Weight: TypeAlias = Literal["error", "warning", "info", "waived", ""]
"""How a format marks an entry; "" for a likely cause that has no weight of its own."""

Role: TypeAlias = Literal["text", "rule", "place", "gap"]
"""What a span is: words, the name of a rule, a place, or the gap before a rule."""


class Span(msgspec.Struct, frozen=True, gc=False):
    """A piece of a line with one role."""

    text: Message
    role: Role = "text"


class Line(msgspec.Struct, frozen=True, gc=False):
    """One line of an entry."""

    spans: tuple[Span, ...]


class FindingGroup(msgspec.Struct, frozen=True, gc=False):
    """Findings in one section that read the same except for the place.

    `number` counts the groups of a document from 1. `places` lie within the section. `diagnoses`
    explain the findings; `covered` groups need no entry, because a diagnosis reports them.
    """

    number: int
    findings: tuple[Finding, ...]
    label: Message
    weight: Weight
    places: tuple[Message, ...]
    message: Message
    rule: str
    details: tuple[Message, ...]
    diagnoses: tuple[Diagnosis, ...]
    covered: bool


class LikelyCause(msgspec.Struct, frozen=True, gc=False):
    """A diagnosis before the first finding that it explains.

    `number` counts the causes of a document from 1. `covered` are the findings that it reports
    instead of their groups; `rules` counts them by rule.
    """

    number: int
    diagnosis: Diagnosis
    label: Message
    weight: Weight
    message: Message
    alternatives: tuple[Message, ...]
    covered: tuple[Finding, ...]
    rules: tuple[tuple[str, int], ...]


Entry: TypeAlias = FindingGroup | LikelyCause


class Section(msgspec.Struct, frozen=True, gc=False):
    """The entries of one section. `name` is its label in locations, None before the first."""

    name: str | None
    heading: Message
    entries: tuple[Entry, ...]


class UncheckedReason(msgspec.Struct, frozen=True, gc=False):
    """One reason, the rules that could not be checked, and one line of places a section."""

    text: Message
    rules: tuple[str, ...]
    places: tuple[Message, ...]


class UncheckedGroup(msgspec.Struct, frozen=True, gc=False):
    """Reasons under one title: explained by findings or not."""

    title: Message
    reasons: tuple[UncheckedReason, ...]


class NotApplicableLine(msgspec.Struct, frozen=True, gc=False):
    """A rule that does not apply, and the reason."""

    rule: str
    reason: Message


class RuleLine(msgspec.Struct, frozen=True, gc=False):
    """A rule that the results mention: what should be true, and the regulation that says so."""

    name: str
    title: Message
    source: str


class CoverageText(msgspec.Struct, frozen=True, gc=False):
    """How much of a document was read, and the places that were not, by their kind."""

    read: Message
    unread: tuple[Message, ...]


class DocumentNode(msgspec.Struct, frozen=True, gc=False):
    """The results for one document. `checked_with` is None where no pack applies, `coverage` where
    the document was not checked.
    """

    path: str
    verdict: Message
    checked_with: Message | None
    sections: tuple[Section, ...]
    unchecked: tuple[UncheckedGroup, ...]
    broken: tuple[Message, ...]
    passed: tuple[str, ...]
    not_applicable: tuple[NotApplicableLine, ...]
    rules: tuple[RuleLine, ...] = ()
    coverage: CoverageText | None = None
