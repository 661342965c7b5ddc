"""A copy of a document with its findings as comments."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from lxml import etree

from docxlint.copies.anchors import Anchors
from docxlint.copies.comment_text import AUTHOR, comment_lines
from docxlint.copies.original import Copy, Original
from docxlint.core.message import Message
from docxlint.report.report import Report
from docxlint.word.edit.comments import Comment, add_comments, free_ids
from docxlint.word.edit.earlier_comments import find_earlier_comments, remove_elements
from docxlint.word.edit.insert_points import InsertPoint
from docxlint.word.edit.part_edits import PartEdits
from docxlint.word.edit.split_runs import RunCut, rewrite_run
from docxlint.word.edit.zip_copy import replace_entries

_NO_PARAGRAPH = Message(
    zh="文档里没有段落，{rule} 的批注无处可加",
    en="the document has no paragraph, so there is no comment on {rule}",
)


def annotate(original: Original, report: Report, lang: str = "zh") -> Copy | None:
    """A copy of `original` with a comment in `lang` for each finding of `report` that is active.

    None if no finding is active. All other bytes of the parts stay as they are, but comments of
    an earlier run give way, unless somebody has answered them. The author of the comments is
    docxlint. They have no date, so the same document gives the same copy. Raises CannotCopy if no
    sound copy can be made, and Unreadable for a damaged part.
    """
    findings = list(report.active)
    if not findings:
        return None
    anchors = Anchors(original)
    edits = PartEdits(original.main)
    earlier = find_earlier_comments(original.package, original.main, original.comments, AUTHOR.name)
    remove_elements(edits, earlier.marks)
    ids = free_ids(original.main, original.comments)
    marks = _RangeMarks(edits, ids)
    comments: list[Comment] = []
    notices = list(original.notices)
    for id_, finding in zip(ids, findings, strict=False):
        points = anchors.range_for(finding.location)
        if points is None:
            notices.append(_NO_PARAGRAPH(rule=finding.rule))
            continue
        marks.add(id_, *points)
        comments.append(Comment(id_, list(comment_lines(finding, report, lang))))
    if not comments:
        return Copy(original.data, 0, tuple(notices))
    parts = add_comments(
        original.package, original.main, original.comments, comments, AUTHOR, earlier.comments
    )
    parts[original.main.name] = marks.write()
    return Copy(replace_entries(original.data, parts), len(comments), tuple(notices))


class _RangeMarks:
    """The marks of the ranges of comments (17.13.4), collected by where they stand."""

    def __init__(self, edits: PartEdits, ids: Iterator[int]) -> None:
        self._edits = edits
        self._ids = ids
        self._part = edits.part
        self._ends: defaultdict[InsertPoint, list[int]] = defaultdict(list)
        self._empty: defaultdict[InsertPoint, list[int]] = defaultdict(list)
        self._starts: defaultdict[InsertPoint, list[int]] = defaultdict(list)

    def add(self, id_: int, start: InsertPoint, end: InsertPoint) -> None:
        """A comment on the range from `start` to `end`."""
        if start == end:
            self._empty[start].append(id_)
        else:
            self._starts[start].append(id_)
            self._ends[end].append(id_)

    def write(self) -> bytes:
        """The bytes of the part with all marks."""
        inside_runs: defaultdict[etree._Element, dict[RunCut, bytes]] = defaultdict(dict)
        for point in {*self._ends, *self._empty, *self._starts}:
            if point.run is None:
                self._edits.insert(point.byte, self._text(point))
            else:
                inside_runs[point.run][point.cut] = self._text(point)
        for run, marks in inside_runs.items():
            span = self._part.span(run)
            self._edits.replace(
                span.start, span.end, rewrite_run(self._edits, run, marks, self._ids)
            )
        return self._edits.data()

    def _text(self, point: InsertPoint) -> bytes:
        """The marks at `point`: first the ends of ranges, last the starts."""
        text = "".join(map(self._end, self._ends[point]))
        text += "".join(self._start(id_) + self._end(id_) for id_ in self._empty[point])
        return (text + "".join(map(self._start, self._starts[point]))).encode()

    def _start(self, id_: int) -> str:
        w, declared = self._part.prefix
        return f'<{w}commentRangeStart{declared} {w}id="{id_}"/>'

    def _end(self, id_: int) -> str:
        w, declared = self._part.prefix
        reference = f'<{w}r{declared}><{w}commentReference {w}id="{id_}"/></{w}r>'
        return f'<{w}commentRangeEnd{declared} {w}id="{id_}"/>{reference}'
