"""Markup goes to points where the schema allows it."""

from __future__ import annotations

import pytest
from lxml import etree

from docxlint.word.edit.indexed_part import IndexedPart
from docxlint.word.edit.insert_points import (
    InsertPoint,
    cut_in_run,
    elements_from_paragraph,
    is_in_control,
    outside_control,
    point_in_paragraph,
    point_in_piece,
)
from docxlint.word.edit.split_runs import RunCut
from docxlint.word.ooxml.names import W_URI, P, R, T, local_name


def _part(body: str) -> IndexedPart:
    xml = f'<w:document xmlns:w="{W_URI}"><w:body>{body}</w:body></w:document>'
    return IndexedPart.from_bytes("d", xml.encode())


def _text(part: IndexedPart) -> etree._Element:
    return next(part.root.iter(T))


def _before(part: IndexedPart, point: InsertPoint | None) -> str:
    """The last tag before a point that is not in a run."""
    assert point is not None and point.run is None
    return part.text[: point.byte].decode().rpartition("<")[2]


_RUN = "<w:r><w:t>甲乙</w:t></w:r>"
_BOX = f"<w:r><w:pict><w:txbxContent><w:p>{_RUN}</w:p></w:txbxContent></w:pict></w:r>"


def test_a_point_in_a_run_cuts_it() -> None:
    part = _part(f"<w:p>{_RUN}</w:p>")
    run = next(part.root.iter(R))
    point = point_in_piece(part, _text(part), 1, after=False)
    assert point == InsertPoint(part.span(run).start, run, RunCut(0, 1))


@pytest.mark.parametrize(("chars", "last"), [(0, "w:p>"), (2, "/w:r>")])
def test_a_point_at_the_edge_of_a_run_is_outside_it(chars: int, last: str) -> None:
    part = _part(f"<w:p>{_RUN}</w:p>")
    assert _before(part, point_in_piece(part, _text(part), chars, after=chars > 0)) == last


@pytest.mark.parametrize("wrapper", ["hyperlink", "smartTag", "customXml", "ins", "moveTo"])
def test_wrappers_may_hold_marks(wrapper: str) -> None:
    part = _part(f"<w:p><w:{wrapper}>{_RUN}</w:{wrapper}></w:p>")
    assert _before(part, point_in_piece(part, _text(part), 0, after=False)) == f"w:{wrapper}>"


@pytest.mark.parametrize("wrapper", ["del", "fldSimple", "sdt"])
def test_other_elements_have_marks_beside_them(wrapper: str) -> None:
    part = _part(f"<w:p><w:{wrapper}>{_RUN}</w:{wrapper}></w:p>")
    assert _before(part, point_in_piece(part, _text(part), 1, after=False)) == "w:p>"
    assert _before(part, point_in_piece(part, _text(part), 1, after=True)) == f"/w:{wrapper}>"


def test_a_text_box_has_marks_beside_its_anchor() -> None:
    part = _part(f"<w:p>{_BOX}</w:p>")
    names = [local_name(element.tag) for element in elements_from_paragraph(_text(part))]
    assert names == ["p", "r", "pict", "txbxContent", "p", "r", "t"]
    assert _before(part, point_in_piece(part, _text(part), 1, after=False)) == "w:p>"
    inner = list(part.root.iter(P))[1]
    assert _before(part, point_in_paragraph(part, inner, after=True)) == "/w:r>"


def test_a_piece_outside_paragraphs_has_no_point() -> None:
    part = _part("<w:t>甲</w:t>")
    assert point_in_piece(part, _text(part), 0, after=False) is None


def test_the_first_point_in_a_paragraph_is_after_its_properties() -> None:
    part = _part(f"<w:p><w:pPr/>{_RUN}</w:p><w:p>{_RUN}</w:p>")
    first, second = part.root.iter(P)
    assert _before(part, point_in_paragraph(part, first, after=False)) == "w:pPr/>"
    assert _before(part, point_in_paragraph(part, second, after=False)) == "w:p>"
    assert _before(part, point_in_paragraph(part, second, after=True)) == "/w:r>"


def test_white_space_that_does_not_show_is_not_counted() -> None:
    part = _part("<w:p><w:r><w:t> 甲乙 </w:t></w:r></w:p>")
    run = next(part.root.iter(R))
    cuts = [cut_in_run(part, run, _text(part), chars) for chars in (0, 1, 2, 3)]
    assert cuts == [RunCut(0, 0), RunCut(0, 0), RunCut(0, 2), RunCut(1, 0)]


def test_a_paragraph_in_a_control_has_its_marks_at_its_start() -> None:
    part = _part(f"<w:sdt><w:sdtContent><w:p>{_RUN}</w:p></w:sdtContent></w:sdt>")
    points = (InsertPoint(1), InsertPoint(2))
    first, last = outside_control(part, points, _text(part))
    assert first == last and _before(part, first) == "w:p>"
    plain = _part(f"<w:p>{_RUN}</w:p>")
    assert outside_control(plain, points, _text(plain)) == points


def test_a_paragraph_in_a_cell_of_a_control_is_not_in_the_control() -> None:
    cell = f"<w:tbl><w:tr><w:tc><w:p>{_RUN}</w:p></w:tc></w:tr></w:tbl>"
    part = _part(f"<w:sdt><w:sdtContent>{cell}</w:sdtContent></w:sdt>")
    assert not is_in_control(next(part.root.iter(P)))
