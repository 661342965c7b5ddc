"""A rewritten run keeps its formatting and its visible characters on both sides of a cut."""

from __future__ import annotations

import re
from itertools import count

from docxlint.word.edit.indexed_part import IndexedPart
from docxlint.word.edit.part_edits import PartEdits
from docxlint.word.edit.split_runs import RunCut, RunDeletion, escape_text, rewrite_run
from docxlint.word.ooxml.names import W_URI, R


def _edits(body: str) -> PartEdits:
    xml = f'<w:document xmlns:w="{W_URI}"><w:body><w:p>{body}</w:p></w:body></w:document>'
    return PartEdits(IndexedPart.from_bytes("d", xml.encode()))


def test_a_cut_keeps_the_visible_characters_only() -> None:
    edits = _edits("<w:r ><w:t xml:space='default'> 甲&#20057;&amp;丙 </w:t ></w:r>")
    (run,) = edits.part.root.iter(R)
    assert rewrite_run(edits, run, {RunCut(0, 2): b"<m/>"}, count(7)).decode() == (
        "<w:r ><w:t xml:space='default'>甲</w:t></w:r><m/>"
        "<w:r ><w:t xml:space='default'>乙&amp;丙</w:t></w:r>"
    )


def test_blanks_at_a_cut_are_preserved() -> None:
    edits = _edits("<w:r><w:rPr><w:b/></w:rPr><w:t>甲 乙</w:t><w:tab/></w:r>")
    (run,) = edits.part.root.iter(R)
    deletions = [RunDeletion(RunCut(1, 2), RunCut(2, 0), b"<w:del>", b"</w:del>")]
    assert rewrite_run(edits, run, {RunCut(2, 0): b"<m/>"}, count(7), deletions).decode() == (
        '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">甲 </w:t></w:r>'
        "<w:del><w:r><w:rPr><w:b/></w:rPr><w:delText>乙</w:delText></w:r></w:del><m/>"
        "<w:r><w:rPr><w:b/></w:rPr><w:tab/></w:r>"
    )


def test_edits_in_a_text_box_of_the_run_are_kept() -> None:
    box = "<w:pict><w:txbxContent><w:p><w:r><w:t>丙丁</w:t></w:r></w:p></w:txbxContent></w:pict>"
    edits = _edits(f"<w:r><w:t>甲乙</w:t>{box}</w:r>")
    outer, inner = edits.part.root.iter(R)
    for run in (inner, outer):
        span = edits.part.span(run)
        text = rewrite_run(edits, run, {RunCut(0, 1): b"<m/>"}, count(7))
        edits.replace(span.start, span.end, text)
    split = "<w:r><w:t>丙</w:t></w:r><m/><w:r><w:t>丁</w:t></w:r>"
    new_box = box.replace("<w:r><w:t>丙丁</w:t></w:r>", split)
    expected = f"<w:r><w:t>甲</w:t></w:r><m/><w:r><w:t>乙</w:t>{new_box}</w:r>"
    assert f"<w:p>{expected}</w:p></w:body>" in edits.data().decode()


def test_markup_in_text_is_escaped() -> None:
    assert escape_text("a<b&c]]>\r") == b"a&lt;b&amp;c]]&gt;&#13;"


def test_a_tracked_change_of_the_formatting_gets_a_fresh_id_in_each_further_run() -> None:
    change = "<w:rPr><w:b/><w:rPrChange w:author='甲' w:id='3'><w:rPr/></w:rPrChange></w:rPr>"
    edits = _edits(f"<w:r>{change}<w:t>甲乙丙</w:t></w:r>")
    (run,) = edits.part.root.iter(R)
    marks = {RunCut(1, 1): b"<m/>", RunCut(1, 2): b"<n/>"}
    text = rewrite_run(edits, run, marks, count(7)).decode()
    assert re.findall(r"id=['\"](\d+)", text) == ["3", "7", "8"]
    assert text.count("<w:b/>") == text.count("w:author='甲'") == 3
