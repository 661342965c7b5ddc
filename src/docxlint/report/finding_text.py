"""What a finding says to a person: the message, and line by line what that does not say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

import msgspec

from docxlint.core.finding import Diagnosis, Finding, Severity, Suspect
from docxlint.core.location import Location
from docxlint.core.message import Message
from docxlint.report.location_text import several, trail
from docxlint.report.report import Report
from docxlint.report.visible_text import visible

MARKS = {
    Severity.ERROR: Message(zh="错误", en="error"),
    Severity.WARNING: Message(zh="警告", en="warning"),
    Severity.INFO: Message(zh="提示", en="info"),
}
WAIVED = Message(zh="豁免", en="waived")
JUDGEMENT = Message(zh="判断", en="judged")
SUMS = Message(zh="不成立的勾稽：{sums}", en="sums that fail: {sums}")

# Where a whole line of figures is wrong, its sums are not told one by one.
_LINES = ("shifted", "line")
_ABOVE = Message(zh="（见上面的判断）", en=" (see what is judged above)")

_WAIVED_FOR = Message(zh="已豁免（{weight}）：{reason}", en="waived ({weight}): {reason}")
_EXPECTED = Message(zh="应为：{text}", en="expected: {text}")
_FOUND = Message(zh="实为：{text}", en="found:    {text}")
_NOTHING = Message(zh="（空白）", en="(blank)")
_RELATED = Message(zh="参见：{places}", en="see also: {places}")
_SUSPECT = Message(zh="或许：{what}", en="perhaps:  {what}")
_SHOULD = Message(
    zh="{place} 应为 {expected}，现为 {found}", en="{place} should be {expected}, is {found}"
)
_OR = Message(zh="或者：{what}", en="or: {what}")
_JUDGED = Message(zh="判断：{what}", en="judged:   {what}")
_COMMA = Message(zh="，", en=", ")
_FIX = Message(zh="改为：{text}", en="fix:      {text}")
_CUT = Message(zh="删去：{text}", en="delete:   {text}")


def mark(found: Finding, lang: str) -> str:
    """How much it weighs, or that it is waived, in a word."""
    return (MARKS[found.severity] if found.waived is None else WAIVED).text(lang)


def message(found: Finding, lang: str) -> str:
    """The sentence of `found`, made visible."""
    return visible(found.message.text(lang))


def details(found: Finding, lang: str) -> Iterator[str]:
    """What the message does not say already, line by line, made visible."""
    said = message(found, lang)
    if _is_news(found.expected, said):
        yield _EXPECTED(text=visible(str(found.expected))).text(lang)
    if _is_news(found.found, said):
        yield _FOUND(text=visible(str(found.found))).text(lang)
    for one in found.suspects:
        yield _SUSPECT(what=suspect(one, lang)).text(lang)
    if found.fix is not None and found.expected is None and not found.fix.also:
        template, words = _FIX, found.fix.text
        if not words:
            template, words = _CUT, found.fix.location.text
        yield template(text=_shown(words, lang)).text(lang)
    elsewhere = [place for place in found.related if not _beside(place, found.location)]
    if elsewhere:
        places = several((trail(place, lang, found.location) for place in elsewhere), lang)
        yield _RELATED(places=places).text(lang)
    if found.waived is not None:
        weight, reason = MARKS[found.severity], visible(found.waived.text(lang))
        yield _WAIVED_FOR(weight=weight, reason=reason).text(lang)


class Judged(msgspec.Struct, frozen=True):
    """What is judged to be at the root of findings. `swept` are those that it alone tells: a whole
    line of figures is wrong, and they are its sums.
    """

    root: Diagnosis
    swept: list[Finding]


class Alike(msgspec.Struct, frozen=True):
    """Findings that follow one another in one section, all the same but for the place: their
    sentence, which refers to what is judged of them, and line by line what that does not say.

    `roots` are what is judged to be at the root of them, `judged` those of it to be told before
    them. They are `swept` where one of the roots tells them already.
    """

    findings: list[Finding]
    message: str
    details: list[str]
    roots: list[Diagnosis]
    judged: list[Judged]
    swept: bool


def alike(report: Report, lang: str) -> Iterator[Alike]:
    """All findings of `report` in its order, those that are alike together."""
    roots: dict[str, list[int]] = {}
    for turn, one in enumerate(report.diagnoses):
        for fingerprint in dict.fromkeys(one.explains):
            roots.setdefault(fingerprint, []).append(turn)
    by_fingerprint = {found.fingerprint: found for found in report.findings}
    waiting = set(range(len(report.diagnoses)))

    def said(found: Finding) -> tuple[str | None, str, bool, str, list[str]]:
        mine = [report.diagnoses[turn].kind for turn in roots.get(found.fingerprint, ())]
        swept = any(kind in _LINES for kind in mine)
        # What a diagnosis names is not named again.
        rest = msgspec.structs.replace(found, suspects=(), related=()) if mine else found
        return (
            found.location.section,
            found.rule,
            swept,
            message(found, lang) + (_ABOVE.text(lang) if mine and not swept else ""),
            list(details(rest, lang)),
        )

    for (_, _, swept, sentence, more), group in groupby(report.findings, key=said):
        same = list(group)
        turns = sorted({turn for found in same for turn in roots.get(found.fingerprint, ())})
        new = [report.diagnoses[turn] for turn in turns if turn in waiting]
        waiting.difference_update(turns)
        yield Alike(
            findings=same,
            message=sentence,
            details=more,
            roots=[report.diagnoses[turn] for turn in turns],
            judged=[_judged(root, by_fingerprint) for root in new],
            swept=swept,
        )


def _judged(root: Diagnosis, findings: dict[str, Finding]) -> Judged:
    if root.kind not in _LINES:
        return Judged(root, [])
    return Judged(root, [findings[each] for each in root.explains if each in findings])


def told(found: Finding, report: Report, lang: str) -> Iterator[str]:
    """The details of `found` in `report`, and what is judged to be at the root of it."""
    yield from details(found, lang)
    for one in report.diagnoses:
        if found.fingerprint in one.explains:
            yield _JUDGED(what=visible(one.message.text(lang))).text(lang)


def others(one: Diagnosis, lang: str) -> Iterator[str]:
    """What would put things right instead, line by line."""
    for change in one.alternatives:
        what = _COMMA.text(lang).join(suspect(figure, lang) for figure in change)
        yield _OR(what=what).text(lang)


def _beside(place: Location, origin: Location) -> bool:
    """Whether whoever looks at `origin` looks at `place` already: both are in one paragraph."""
    return (
        place.paragraph is not None
        and place.paragraph == origin.paragraph
        and place.part == origin.part
    )


def _is_news(text: str | None, message: str) -> bool:
    """Whether `text` is something to show, and not a word or a number of the message."""
    if text is None or not text.strip():
        return False
    edges = (
        r"(?<![0-9.])" if text[0].isdigit() else "",
        r"(?!\.?[0-9])" if text[-1].isdigit() else "",
    )
    return re.search(edges[0] + re.escape(visible(text)) + edges[1], message) is None


def suspect(suspect: Suspect, lang: str) -> str:
    """Where a figure stands, what it should be and what it is."""
    labels = [visible(label) for label in (suspect.row, suspect.column) if label]
    return _SHOULD(
        place=" > ".join(labels),
        expected=_shown(suspect.expected, lang),
        found=_shown(suspect.found, lang),
    ).text(lang)


def _shown(text: str, lang: str) -> str:
    return visible(text) if text.strip() else _NOTHING.text(lang)
