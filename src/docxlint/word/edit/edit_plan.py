"""The edits that several findings need in one paragraph, combined without conflicts."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

import msgspec

from docxlint.core.document import Paragraph
from docxlint.core.finding import Finding
from docxlint.core.location import Location
from docxlint.word.edit.text_diff import TextEdit, apply_edits


class Repair(msgspec.Struct, frozen=True):
    """The edits of one paragraph, in order, and the findings that they resolve.

    `location` is the place to show to the reader.
    """

    paragraph: Paragraph
    edits: tuple[TextEdit, ...]
    findings: tuple[Finding, ...]
    location: Location

    @property
    def text(self) -> str:
        """The text of the paragraph after the repair."""
        return apply_edits(self.edits, self.paragraph.text)


class EditRequest(NamedTuple):
    """The edits that one finding needs in one paragraph.

    `edits` are merged for easy reading; `minimal` ones touch only characters that differ.
    """

    paragraph: Paragraph
    location: Location
    edits: tuple[TextEdit, ...]
    minimal: tuple[TextEdit, ...]

    @staticmethod
    def combine(requests: Sequence[EditRequest]) -> EditRequest:
        """One request for all `requests`, at least one, of the same paragraph."""
        edits = {edit for request in requests for edit in request.edits}
        minimal = {edit for request in requests for edit in request.minimal}
        return requests[0]._replace(edits=tuple(sorted(edits)), minimal=tuple(sorted(minimal)))


class ParagraphPlan:
    """The edits of one paragraph, collected finding by finding; no two of them conflict."""

    def __init__(self, paragraph: Paragraph, location: Location) -> None:
        self._paragraph = paragraph
        self._location = location
        self._edits: list[TextEdit] = []
        self._minimal: list[TextEdit] = []
        self._findings: list[Finding] = []

    def missing_edits(self, request: EditRequest) -> Sequence[TextEdit] | None:
        """The edits to add for `request`; None if it conflicts with the plan.

        Empty where planned edits already remove the text that the request is about.
        """
        if request.minimal and all(map(self._is_removed, request.minimal)):
            return ()
        new = [edit for edit in request.minimal if not _contains(self._minimal, edit)]
        choices = [new] if len(new) < len(request.minimal) else [request.edits, new]
        return next(filter(self._has_room, choices), None)

    def add(self, edits: Sequence[TextEdit], request: EditRequest, finding: Finding) -> None:
        """Plan `edits`, the `missing_edits` of `request`, as the repair of `finding`."""
        for edit in edits:
            insort(self._edits, edit)
        if edits:  # otherwise the plan covers the request already
            for edit in request.minimal:
                if not _contains(self._minimal, edit):
                    insort(self._minimal, edit)
        self._findings.append(finding)

    def repair(self) -> Repair:
        """The complete repair of the paragraph."""
        return Repair(self._paragraph, tuple(self._edits), tuple(self._findings), self._location)

    def _is_removed(self, edit: TextEdit) -> bool:
        """Whether the plan already removes what `edit` removes."""
        at = bisect_right(self._minimal, edit.start, key=itemgetter(0)) - 1
        removed = edit.start < edit.end and at >= 0 and edit.end <= self._minimal[at].end
        return removed or _contains(self._minimal, edit)

    def _has_room(self, edits: Sequence[TextEdit]) -> bool:
        if any(edit.conflicts_with(other) for edit, other in pairwise(edits)):
            return False
        return not any(_has_conflict(self._edits, edit) for edit in edits)


def _contains(edits: Sequence[TextEdit], edit: TextEdit) -> bool:
    at = bisect_left(edits, edit)
    return at < len(edits) and edits[at] == edit


def _has_conflict(edits: Sequence[TextEdit], edit: TextEdit) -> bool:
    """Whether `edit` conflicts with one of `edits`, which are in order and without conflicts.

    Only its neighbours can conflict with it.
    """
    at = bisect_left(edits, edit)
    return any(edit.conflicts_with(other) for other in edits[max(at - 1, 0) : at + 1])
