"""Which findings of a document can be repaired safely, and which its author has to edit."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from docxlint.copies.certainty import is_certain
from docxlint.copies.copy_messages import unsafe_text
from docxlint.core.document import Cell, Paragraph
from docxlint.core.finding import Finding, Fix
from docxlint.core.location import Location
from docxlint.core.message import Message
from docxlint.report.report import Report
from docxlint.text.invisible import without_invisible
from docxlint.text.language import DEFAULT, load_language
from docxlint.word.edit.document_index import DocumentIndex, pieces_between
from docxlint.word.edit.edit_plan import EditRequest, ParagraphPlan, Repair
from docxlint.word.edit.indexed_part import IndexedPart
from docxlint.word.edit.safety import SafetyCheck, Unsafe
from docxlint.word.edit.text_diff import TextEdit, diff_ignoring_space, diff_text, merge_edits
from docxlint.word.ooxml.names import RPR

# A report does not tell the language of its document.
_LANGUAGE = load_language(DEFAULT)
_figure = _LANGUAGE.cells.figure

_VALUE_CHANGES = Message(
    zh="改动会改变数值（{old} → {new}）", en="it would change a figure ({old} → {new})"
)
_OUTSIDE_BODY = Message(
    zh="不在正文里（页眉、页脚、脚注等）", en="it is outside the body (header, footer or note)"
)
_SEVERAL_PARAGRAPHS = Message(
    zh="单元格里的文字分成了几段", en="the text of the cell is in several paragraphs"
)
_NO_TEXT = Message(zh="该处没有可改的文字", en="there is no text to change")
_OVERLAP = Message(zh="与另一处修改重叠", en="it overlaps with another repair")
_LIKELY = Message(
    zh="属于可能的修改，核对后可加 --likely 一并修改",
    en="the repair is only likely (--likely makes it)",
)
_BLANK = Message(zh="（空白）", en="(blank)")


class Unrepaired(msgspec.Struct, frozen=True):
    """A finding whose repair is known but not made, and the reason."""

    finding: Finding
    reason: Message


class RepairPlan(msgspec.Struct, frozen=True):
    """The repairs of a document in the order of the findings, and what stays unrepaired.

    `likely` holds the fingerprints of the findings whose repair is likely, not certain.
    """

    repairs: tuple[Repair, ...]
    unrepaired: tuple[Unrepaired, ...]
    likely: frozenset[str] = frozenset()


class _CannotRepair(Exception):
    def __init__(self, reason: Message) -> None:
        super().__init__(reason.en)
        self.reason = reason


def plan_repairs(
    part: IndexedPart,
    index: DocumentIndex,
    report: Report,
    left_blank: Mapping[str, Message] | None = None,
    *,
    likely: bool = False,
) -> RepairPlan:
    """The safe repairs in the main part `part` for the findings of `report` that are active.

    These are the certain ones and, with `likely`, the likely ones. No repair changes the value of
    a figure. With `left_blank`, blank figures that should be 0 become 0, except for the findings
    in `left_blank`, given by fingerprint with the reason.
    """
    plans: dict[str, ParagraphPlan] = {}
    unrepaired: list[Unrepaired] = []
    planner = _Planner(part, index, likely=likely)
    for finding in report.active:
        try:
            _add_requests(plans, planner.requests(finding, left_blank), finding)
        except _CannotRepair as error:
            unrepaired.append(Unrepaired(finding, error.reason))
    repairs = tuple(plan.repair() for plan in plans.values())
    return RepairPlan(repairs, tuple(unrepaired), frozenset(planner.likely_repairs))


def is_blank(finding: Finding) -> bool:
    """Whether a finding is about blank figures that should be 0."""
    return finding.fix is None and finding.expected == "0" and finding.found == ""


def _add_requests(
    plans: dict[str, ParagraphPlan], requests: Iterable[EditRequest], finding: Finding
) -> None:
    """Add all `requests` of `finding` to the plans of their paragraphs, by path, or none.

    Raises _CannotRepair for a conflict.
    """
    by_path: defaultdict[str, list[EditRequest]] = defaultdict(list)
    for request in requests:
        by_path[request.paragraph.location.path].append(request)
    additions: list[tuple[ParagraphPlan, EditRequest, Sequence[TextEdit]]] = []
    for path, several in by_path.items():
        request = EditRequest.combine(several)
        plan = plans.get(path) or ParagraphPlan(request.paragraph, request.location)
        edits = plan.missing_edits(request)
        if edits is None:
            raise _CannotRepair(_OVERLAP)
        additions.append((plan, request, edits))
    for plan, request, edits in additions:
        plans.setdefault(request.paragraph.location.path, plan).add(edits, request, finding)


class _Planner:
    """Turns findings into edits of paragraphs, if these are safe."""

    def __init__(self, part: IndexedPart, index: DocumentIndex, *, likely: bool) -> None:
        self.likely_repairs: set[str] = set()
        self._makes_likely = likely
        self._part = part
        self._index = index
        self._safety = SafetyCheck(part)

    def requests(
        self, finding: Finding, left_blank: Mapping[str, Message] | None
    ) -> Iterator[EditRequest]:
        """The edits that repair `finding`. Raises _CannotRepair where one is unsafe."""
        if finding.fix is not None:
            fixes = (finding.fix, *finding.fix.also)
            for fix in fixes:
                request = self._request(fix)
                if request.location.path == finding.location.path:
                    request = request._replace(location=finding.location)
                yield request
            if not all(map(self._is_certain, fixes)):
                self.likely_repairs.add(finding.fingerprint)
                if not self._makes_likely:
                    raise _CannotRepair(_LIKELY)
        elif left_blank is not None and is_blank(finding):
            if finding.fingerprint in left_blank:
                raise _CannotRepair(left_blank[finding.fingerprint])
            for place in (finding.location, *finding.related):
                cell = self._index.cell(place)
                if cell is not None and _figure(cell.text).blank and cell.paragraphs:
                    yield self._checked(cell.paragraphs[0], place, (TextEdit(0, 0, "0"),))

    def _is_certain(self, fix: Fix) -> bool:
        """Whether a repair keeps every letter. A place without text gets a reason elsewhere."""
        cell = self._index.cell(fix.location)
        if cell is not None:
            return is_certain(cell.text, fix.text, _LANGUAGE)
        paragraph = self._index.paragraph(fix.location)
        if paragraph is None:
            return True
        old = paragraph.text[fix.location.start : fix.location.end]
        return is_certain(old, fix.text, _LANGUAGE)

    def _request(self, fix: Fix) -> EditRequest:
        place = fix.location
        if place.part != self._part.name:
            raise _CannotRepair(_OUTSIDE_BODY)
        cell = self._index.cell(place)
        if cell is not None:
            return self._cell_request(cell, fix)
        paragraph = self._index.paragraph(place)
        if paragraph is None:
            raise _CannotRepair(_NO_TEXT)
        start = place.start if place.start is not None else 0
        end = place.end if place.end is not None else len(paragraph.text)
        old = paragraph.text[start:end]
        _require_same_value(old, fix.text)
        edits = tuple(edit.shift(start) for edit in diff_text(old, fix.text))
        return self._checked(paragraph, place, edits)

    def _cell_request(self, cell: Cell, fix: Fix) -> EditRequest:
        with_text = [p for p in cell.paragraphs if p.text.strip()]
        if len(with_text) > 1 or not cell.paragraphs:
            raise _CannotRepair(_SEVERAL_PARAGRAPHS if with_text else _NO_TEXT)
        paragraph = with_text[0] if with_text else cell.paragraphs[0]
        _require_same_value(cell.text, fix.text)
        if _figure(fix.text).value is None:
            edits = diff_ignoring_space(paragraph.text, fix.text)
        else:
            old = paragraph.text.strip()
            begin = paragraph.text.find(old)
            edits = tuple(edit.shift(begin) for edit in diff_text(old, fix.text))
        return self._checked(paragraph, fix.location, edits)

    def _checked(
        self, paragraph: Paragraph, place: Location, minimal: tuple[TextEdit, ...]
    ) -> EditRequest:
        """The request for the edits `minimal`. Raises _CannotRepair if they are unsafe."""
        for edit in minimal:
            if any(unicodedata.category(char) in ("Cc", "Cs") for char in edit.text):
                raise _CannotRepair(unsafe_text(Unsafe.NOT_PLAIN_TEXT))
            _require_separate_digits(paragraph.text, edit)
            self._require_safe(paragraph, edit)
        edits = minimal
        if minimal and self._has_one_format(paragraph, minimal[0].start, minimal[-1].end):
            merged = merge_edits(minimal, paragraph.text)
            if not any(_holds_mark(paragraph, edit) for edit in merged):
                edits = merged
            for edit in edits:
                self._require_safe(paragraph, edit)
        return EditRequest(paragraph, place, edits, minimal)

    def _require_safe(self, paragraph: Paragraph, edit: TextEdit) -> None:
        if _holds_mark(paragraph, edit):
            raise _CannotRepair(unsafe_text(Unsafe.NOT_PLAIN_TEXT))
        reason = self._safety.reason_unsafe(paragraph, edit.start, edit.end)
        if reason is not None:
            raise _CannotRepair(unsafe_text(reason))

    def _has_one_format(self, paragraph: Paragraph, start: int, end: int) -> bool:
        """Whether all characters from `start` to `end` have the same run properties."""
        formats = set()
        for piece, _, _ in pieces_between(paragraph, start, end):
            element = self._part.element_at(piece.path)
            run = element.getparent() if element is not None else None
            properties = run.find(RPR) if run is not None else None
            if properties is None:
                formats.add(b"")
            else:
                span = self._part.span(properties)
                formats.add(self._part.raw(span.start, span.end))
        return len(formats) < 2


def _holds_mark(paragraph: Paragraph, edit: TextEdit) -> bool:
    """Whether the mark of a note stands inside the text that `edit` removes."""
    return any(edit.start < mark.offset < edit.end for mark in paragraph.marks)


def _require_same_value(old: str, new: str) -> None:
    """Raise _CannotRepair unless `old` and `new` are the same figure, or neither is a figure."""
    if _figure(old).value != _figure(new).value:
        raise _CannotRepair(_VALUE_CHANGES(old=old.strip() or _BLANK, new=new.strip() or _BLANK))


def _require_separate_digits(text: str, edit: TextEdit) -> None:
    """Raise _CannotRepair if `edit` would join digits into another number."""
    before = text[max(edit.start - 1, 0) : edit.start]
    after = text[edit.end : edit.end + 1]
    removed = text[edit.start : edit.end]
    seen = without_invisible(removed).strip()
    if not edit.text and before.isdigit() and after.isdigit() and seen:
        raise _CannotRepair(_VALUE_CHANGES(old=f"{before}{removed}{after}", new=f"{before}{after}"))
