"""An annotated copy has the findings as comments, and is otherwise the same document."""

from __future__ import annotations

import io
import zipfile

import pytest
from lxml import etree

from docxlint.api import Linter
from docxlint.author import markdown_parser
from docxlint.copies.annotate import annotate
from docxlint.core.document import Paragraph, Story
from docxlint.word import read
from docxlint.word.make import write_document
from docxlint.word.ooxml.names import w

from .copies import original
from .report_summary import misplaced, summarize
from .soundness import unsound
from .test_variants import VARIANTS, Variant
from .word import Word, select


def _files(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _comments(data: bytes) -> list[Story]:
    return [s for s in read.read(data).stories if s.kind == "comment" and s.author == "docxlint"]


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda variant: variant.write.__name__)
def test_an_annotated_copy_has_the_same_report_in_the_same_places(
    variant: Variant, linter: Linter, faulty: bytes
) -> None:
    word = Word(faulty)
    variant.write(word)
    data = word.data()
    report = linter.lint(data)
    copy = annotate(original(data), report)
    assert copy is not None and copy.findings == len(report.findings) and not copy.notices
    again = linter.lint(copy.data)
    assert summarize(again) == summarize(report)
    assert list(misplaced(copy.data, again)) == []
    assert [f.fingerprint for f in again.findings] == [f.fingerprint for f in report.findings]
    assert len(_comments(copy.data)) == len(report.findings)
    assert list(unsound(copy.data)) == []


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda variant: variant.write.__name__)
def test_only_the_parts_for_comments_differ(
    variant: Variant, linter: Linter, faulty: bytes
) -> None:
    word = Word(faulty)
    variant.write(word)
    data = word.data()
    copy = annotate(original(data), linter.lint(data))
    assert copy is not None
    before, after = _files(data), _files(copy.data)
    assert list(after)[: len(before)] == list(before)
    (new,) = after.keys() - before.keys()
    assert new.endswith("/comments.xml")
    changed = {name for name in before if before[name] != after[name]}
    folder, _, file = word.main.rpartition("/")
    assert changed == {"[Content_Types].xml", word.main, f"{folder}/_rels/{file}.rels"}


def test_comments_are_around_the_text_and_cells_that_are_wrong(
    linter: Linter, faulty: bytes
) -> None:
    report = linter.lint(faulty)
    copy = annotate(original(faulty), report)
    assert copy is not None
    word = Word(copy.data)
    commented: dict[str, str] = {}
    for comment in word.tree("word/comments.xml"):
        number = comment.get(w("id"))
        last = "".join(t.text or "" for t in select(comment, "w:p[last()]//w:t"))
        rule = last.rpartition("规则 ")[2].rstrip("）")
        inside = select(
            word.root,
            f"//w:t[preceding::w:commentRangeStart[@w:id='{number}']]"
            f"[following::w:commentRangeEnd[@w:id='{number}']]",
        )
        commented.setdefault(rule, "".join(t.text or "" for t in inside))
    assert commented["date-format"] == "2024年01月18日"
    assert commented["table-header"] == "本年制作件数"
    assert commented["cell-blank"] == ""
    assert commented["row-total"] == "9"
    assert commented["cell-number"] == "46件"
    assert commented["document-number"] == "青政办发[2023]12号"
    assert commented["stale-year"] == "2023"


def test_a_comment_has_severity_rule_message_and_suspects(linter: Linter, faulty: bytes) -> None:
    report = linter.lint(faulty)
    copy = annotate(original(faulty), report)
    assert copy is not None
    comment_lines = [
        [b.text for b in story.blocks if isinstance(b, Paragraph)] for story in _comments(copy.data)
    ]
    finding = next(f for f in report.findings if f.rule == "row-total")
    (lines,) = (lines for lines in comment_lines if lines[-1].endswith("（规则 row-total）"))
    (title,) = (rule.title.zh for rule in report.cited_rules if rule.name == "row-total")
    assert lines[0] == f"【错误】{title}"
    assert lines[1] == finding.message.zh
    assert finding.suspects and any(line.startswith("可能错在：") for line in lines[2:])


def test_existing_comments_stay_as_they_are(linter: Linter, good: str) -> None:
    text = good.replace("全年组织业务培训3次", "全年组织业务培训3次{>>请核实<<}").replace(
        "> 2024年1月18日", "> 2024年01月18日"
    )
    data = write_document.docx_bytes(markdown_parser.parse(text))
    report = linter.lint(data)
    assert [f.rule for f in report.findings] == ["date-format", "unresolved-changes"]
    copy = annotate(original(data), report)
    assert copy is not None and copy.findings == 2
    before, after = _files(data), _files(copy.data)
    assert list(before) == list(after)
    name = next(n for n in before if n.endswith("comments.xml"))
    head, tail = before[name][:-13], before[name][-13:]
    assert after[name].startswith(head) and after[name].endswith(tail)
    assert before["[Content_Types].xml"] == after["[Content_Types].xml"]
    assert summarize(linter.lint(copy.data)) == summarize(report)
    assert list(unsound(copy.data)) == []


def test_a_copy_of_a_copy_is_sound_too(linter: Linter, faulty: bytes) -> None:
    report = linter.lint(faulty)
    once = annotate(original(faulty), report)
    assert once is not None
    twice = annotate(original(once.data), linter.lint(once.data), "en")
    assert twice is not None
    assert len(_comments(twice.data)) == len(report.findings)
    assert summarize(linter.lint(twice.data)) == summarize(report)
    assert list(unsound(twice.data)) == []


def test_only_marks_are_added_to_the_text(linter: Linter, faulty: bytes) -> None:
    copy = annotate(original(faulty), linter.lint(faulty))
    assert copy is not None
    assert _text_and_formats(copy.data) == _text_and_formats(faulty)


def _text_and_formats(data: bytes) -> tuple[bytes, list[tuple[str, bytes]]]:
    """The main part without its runs and the marks of comments, and each character with its
    format.
    """
    root = Word(data).root
    for mark in select(root, "//w:commentRangeStart|//w:commentRangeEnd"):
        mark.getparent().remove(mark)  # type: ignore[union-attr]
    characters = []
    for run in select(root, "//w:r"):
        formatting = b"".join(map(etree.tostring, select(run, "w:rPr")))
        characters += [(c, formatting) for t in select(run, "w:t") for c in t.text or ""]
        run.getparent().remove(run)  # type: ignore[union-attr]
    return etree.tostring(root), characters
