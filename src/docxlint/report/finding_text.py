"""The words for one finding: its severity, its message, and the details that follow it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from docxlint.core.finding import Diagnosis, Finding, Severity, Suspect
from docxlint.core.location import Location
from docxlint.core.message import Message
from docxlint.report.location_text import list_places, location_text
from docxlint.report.report import Report
from docxlint.report.visible_text import visible, visible_message
from docxlint.rules.message_parts import figure_label

MARKS = {
    Severity.ERROR: Message(zh="错误", en="error"),
    Severity.WARNING: Message(zh="警告", en="warning"),
    Severity.INFO: Message(zh="提示", en="info"),
}
WAIVED = Message(zh="豁免", en="waived")
LIKELY_CAUSE = Message(zh="很可能错在这里", en="likely cause")
UNKNOWN_CAUSE = Message(zh="请逐项核对", en="to check")
BLANK = Message(zh="（空白）", en="(blank)")
COLON = Message(zh="：", en=": ")

_LABELLED = Message(zh="{label}：{text}", en="{label}: {text}")
_WAIVED_FOR = Message(zh="已豁免（{severity}）：{reason}", en="waived ({severity}): {reason}")
_EXPECTED = Message(zh="应为", en="expected")
_ACTUAL = Message(zh="现为", en="found")
_RELATED = Message(zh="参见", en="see also")
_SUSPECT = Message(zh="可能错在", en="perhaps")
_OR = Message(zh="或者", en="or")
_REPLACE = Message(zh="改为", en="fix")
_DELETE = Message(zh="删去", en="delete")
_SHOULD_BE = Message(
    zh="{place}（应为{expected}，现填{found}）", en="{place} should be {expected}, is {found}"
)
_COMMA = Message(zh="，", en=", ")
_NO_TEXT = Message.same("")


def mark(finding: Finding) -> Message:
    """The severity of a finding, or that it is waived, in one word."""
    return MARKS[finding.severity] if finding.waived is None else WAIVED


def labelled(label: Message, text: Message) -> Message:
    """`text` after a label and a colon."""
    return _LABELLED(label=label, text=text)


def place_and_message(place: Location, message: Message) -> Message:
    """One sentence with its place, for formats without sections of their own."""
    return labelled(location_text(place), visible_message(message))


def detail_lines(finding: Finding) -> Iterator[Message]:
    """What the message of a finding does not say, line by line, made visible.

    A line that is empty in a language adds nothing to the message in that language.
    """
    yield from _news(_EXPECTED, finding.expected, finding.message)
    yield from _news(_ACTUAL, finding.found, finding.message)
    yield from (labelled(_SUSPECT, suspect_text(suspect)) for suspect in finding.suspects)
    if finding.fix is not None and finding.expected is None and not finding.fix.also:
        if finding.fix.text:
            yield labelled(_REPLACE, value_text(finding.fix.text))
        else:
            yield labelled(_DELETE, value_text(finding.fix.location.text))
    elsewhere = [each for each in finding.related if not _in_one_paragraph(each, finding.location)]
    if elsewhere:
        places = (location_text(each, finding.location, short=True) for each in elsewhere)
        yield labelled(_RELATED, list_places(places))
    if finding.waived is not None:
        reason = visible_message(finding.waived)
        yield _WAIVED_FOR(severity=MARKS[finding.severity], reason=reason)


def all_lines(finding: Finding, report: Report) -> Iterator[Message]:
    """The details of a finding, then its likely causes by the diagnoses of `report`."""
    yield from detail_lines(finding)
    for diagnosis in report.diagnoses:
        if finding.fingerprint in diagnosis.explains:
            yield labelled(cause_label(diagnosis), visible_message(diagnosis.message))


def cause_label(diagnosis: Diagnosis) -> Message:
    """The label before a diagnosis: it found a likely cause, or none."""
    return UNKNOWN_CAUSE if diagnosis.kind == "unknown" else LIKELY_CAUSE


def alternative_lines(diagnosis: Diagnosis) -> Iterator[Message]:
    """The other explanations of a diagnosis, line by line."""
    for change in diagnosis.alternatives:
        yield labelled(_OR, _COMMA.join(map(suspect_text, change)))


def suspect_text(suspect: Suspect) -> Message:
    """The place of a figure, what it should be and what it is."""
    return _SHOULD_BE(
        place=visible_message(figure_label(suspect.row, suspect.column)),
        expected=value_text(suspect.expected),
        found=value_text(suspect.found),
    )


def value_text(text: str) -> Message:
    """A value of the document made visible; the word for blank where it has no characters."""
    return Message.same(visible(text)) if text.strip() else BLANK


def texts(lines: Iterable[Message], lang: str) -> list[str]:
    """`lines` in `lang`, without those that are empty in it."""
    return [text for line in lines if (text := line.text(lang))]


def _news(label: Message, value: str | None, message: Message) -> Iterator[Message]:
    """A line for `value` in each language whose sentence does not have it as a word or number."""
    if value is None or not value.strip():
        return
    line = labelled(label, Message.same(visible(value)))
    line = msgspec.structs.replace(
        line,
        zh="" if _contains(message.zh, value) else line.zh,
        en="" if _contains(message.en, value) else line.en,
    )
    if line != _NO_TEXT:
        yield line


def _contains(sentence: str, value: str) -> bool:
    before = r"(?<![0-9.])" if value[0].isdigit() else ""
    after = r"(?!\.?[0-9])" if value[-1].isdigit() else ""
    return re.search(before + re.escape(visible(value)) + after, visible(sentence)) is not None


def _in_one_paragraph(place: Location, origin: Location) -> bool:
    return (
        place.paragraph is not None
        and place.paragraph == origin.paragraph
        and place.part == origin.part
    )
