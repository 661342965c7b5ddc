"""Builds the tree of a report: groups findings and puts likely causes before them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import count, groupby
from typing import Final

import msgspec

from docxlint.core.finding import Diagnosis, Finding
from docxlint.core.message import Message
from docxlint.report.coverage_text import coverage_text
from docxlint.report.finding_text import alternative_lines, cause_label, detail_lines, mark
from docxlint.report.location_text import section_heading, text_in_section
from docxlint.report.report import Report
from docxlint.report.tree import (
    DocumentNode,
    Entry,
    FindingGroup,
    LikelyCause,
    Line,
    NotApplicableLine,
    Role,
    RuleLine,
    Section,
    Span,
    Weight,
)
from docxlint.report.unchecked_text import unchecked_groups
from docxlint.report.verdict import checked_with, verdict
from docxlint.report.visible_text import path_text, visible, visible_message

# A diagnosis of these kinds explains a line of figures: its sums are not listed one by one.
_LINE_KINDS: Final = ("shifted", "line")
_SEE_ABOVE = Message(zh="（见上）", en=" (see above)")
_SUMS = Message(zh="对不上的勾稽关系：", en="sums that do not hold: ")
_TIMES = Message.same("×{n}")
_SPACE = Message.same(" ")
_TITLE = Message(zh="{title}（{source}）", en="{title} ({source})")
_FAULT = Message.same("{subject}: {reason}")
RULES = Message(zh="规则和依据", en="rules and their sources")
"""The heading of the rules that the results mention."""
_BY_WEIGHT: tuple[Weight, ...] = ("error", "warning", "info", "waived")


def document_node(report: Report) -> DocumentNode:
    """The tree of one document."""
    entries = _entries(report)
    sections = (
        Section(name, section_heading(name), tuple(entry for _, entry in group))
        for name, group in groupby(entries, key=lambda pair: pair[0])
    )
    return DocumentNode(
        path=visible(path_text(report.path)),
        verdict=verdict(report),
        checked_with=checked_with(report),
        sections=tuple(sections),
        unchecked=tuple(unchecked_groups(report.unchecked)),
        broken=tuple(
            visible_message(_FAULT(subject=fault.subject, reason=fault.reason))
            for fault in report.broken
        ),
        rules=tuple(
            RuleLine(visible(each.name), visible_message(each.title), visible(each.source))
            for each in report.cited_rules
        ),
        coverage=None if report.coverage is None else coverage_text(report.coverage),
        passed=tuple(map(visible, report.passed)),
        not_applicable=tuple(
            NotApplicableLine(visible(each.rule), visible_message(each.reason))
            for each in report.not_applicable
        ),
    )


def entry_lines(entry: Entry) -> Iterator[Line]:
    """The lines of an entry in reading order: the places, the message, the details."""
    if isinstance(entry, LikelyCause):
        yield _line(entry.message)
        if entry.covered:
            yield Line(tuple(_sums(entry)))
        yield from map(_line, entry.alternatives)
        return
    yield from (_line(place, "place") for place in entry.places)
    rule = Span(Message.same(entry.rule), "rule")
    yield Line((Span(entry.message), Span(_SPACE, "gap"), rule))
    yield from map(_line, entry.details)


def rule_text(rule: RuleLine) -> Message:
    """What a rule says should be true, with its source."""
    return _TITLE(title=rule.title, source=rule.source) if rule.source else rule.title


def weight(finding: Finding) -> Weight:
    """The severity of a finding, or "waived"."""
    return finding.severity.value if finding.waived is None else "waived"


def highest_weight(findings: Iterable[Finding]) -> Weight:
    """The most serious weight of `findings`, "" if there are none."""
    weights = {weight(finding) for finding in findings}
    return next((each for each in _BY_WEIGHT if each in weights), "")


def group_similar(report: Report) -> Iterator[FindingGroup]:
    """All findings of `report` in order; those that read the same form one group."""
    causes = _causes(report)
    numbers = count(1)

    def reading(finding: Finding) -> tuple[str | None, str, bool, Message, tuple[Message, ...]]:
        diagnoses = [report.diagnoses[turn] for turn in causes.get(finding.fingerprint, ())]
        covered = any(diagnosis.kind in _LINE_KINDS for diagnosis in diagnoses)
        message = visible_message(finding.message)
        rest = finding
        if diagnoses:  # the likely cause names the figures, so the finding does not
            rest = msgspec.structs.replace(finding, suspects=(), related=())
        if diagnoses and not covered:
            message = _NO_SPACE.join([message, _SEE_ABOVE])
        details = tuple(detail_lines(rest))
        return finding.location.section, finding.rule, covered, message, details

    for (_, rule, covered, message, details), group in groupby(report.findings, key=reading):
        findings = tuple(group)
        turns = {turn for each in findings for turn in causes.get(each.fingerprint, ())}
        places = (text_in_section(each.location) for each in findings)
        yield FindingGroup(
            number=next(numbers),
            findings=findings,
            label=mark(findings[0]),
            weight=weight(findings[0]),
            places=tuple(place for place in places if place.zh),
            message=message,
            rule=visible(rule),
            details=details,
            diagnoses=tuple(report.diagnoses[turn] for turn in sorted(turns)),
            covered=covered,
        )


_NO_SPACE = Message.same("")


def _entries(report: Report) -> Iterator[tuple[str | None, Entry]]:
    """Each entry with its section; a likely cause comes before its first finding."""
    by_fingerprint = {finding.fingerprint: finding for finding in report.findings}
    numbers = count(1)
    seen: list[Diagnosis] = []
    for group in group_similar(report):
        section = group.findings[0].location.section
        for diagnosis in group.diagnoses:
            if diagnosis not in seen:
                seen.append(diagnosis)
                yield section, _likely_cause(diagnosis, next(numbers), by_fingerprint)
        yield section, group


def _causes(report: Report) -> dict[str, list[int]]:
    """The positions of the diagnoses of each finding, by its fingerprint."""
    causes: dict[str, list[int]] = {}
    for turn, diagnosis in enumerate(report.diagnoses):
        for fingerprint in dict.fromkeys(diagnosis.explains):
            causes.setdefault(fingerprint, []).append(turn)
    return causes


def _likely_cause(diagnosis: Diagnosis, number: int, findings: dict[str, Finding]) -> LikelyCause:
    covered: tuple[Finding, ...] = ()
    if diagnosis.kind in _LINE_KINDS:
        covered = tuple(findings[each] for each in diagnosis.explains if each in findings)
    return LikelyCause(
        number=number,
        diagnosis=diagnosis,
        label=mark(covered[0]) if covered else cause_label(diagnosis),
        weight=weight(covered[0]) if covered else "",
        message=visible_message(diagnosis.message),
        alternatives=tuple(alternative_lines(diagnosis)),
        covered=covered,
        rules=tuple(Counter(visible(finding.rule) for finding in covered).items()),
    )


def _line(text: Message, role: Role = "text") -> Line:
    return Line((Span(text, role),))


def _sums(cause: LikelyCause) -> Iterator[Span]:
    yield Span(_SUMS)
    for turn, (rule, times) in enumerate(cause.rules):
        if turn:
            yield Span(_SPACE)
        yield Span(Message.same(rule), "rule")
        yield Span(_TIMES(n=times))
