"""Repairs as tracked changes: accepted, the faults are gone; rejected, nothing has changed."""

from __future__ import annotations

import re
import time
from collections import Counter
from pathlib import Path

import msgspec
import pytest
from lxml import etree

from docxlint.api import Linter
from docxlint.author import markdown_parser
from docxlint.copies.annotate import annotate
from docxlint.copies.fix import diff, fix, unrepaired_lines
from docxlint.core.document import Document, Table
from docxlint.core.finding import Finding, Fix
from docxlint.report.report import Report
from docxlint.text.zh.cell_figures import figure
from docxlint.word import read
from docxlint.word.make import write_document
from docxlint.word.ooxml.names import W_URI

from . import inline, written
from .copies import original
from .settle import accepted, rejected
from .soundness import unsound
from .test_hands import HANDS, Hand
from .told import told
from .word import Word, el, found, runs

SAMPLES = sorted((Path(__file__).parents[2] / "sample_docs").glob("00[0-4]*.docx"))


def _said(findings: list[Finding]) -> Counter[tuple[str | None, ...]]:
    return Counter((f.rule, f.location.row, f.location.column) for f in findings)


def _words(document: Document) -> list[object]:
    return [
        [[c and c.text for c in row] for row in b.grid] if isinstance(b, Table) else b.text
        for b in document.blocks
    ]


def _worth(document: Document) -> list[object]:
    tables = (block for block in document.blocks if isinstance(block, Table))
    return [figure(cell.text).value for table in tables for cell in table.cells()]


def _rest(report: Report, mended: list[Finding]) -> list[Finding]:
    done = {each.fingerprint for each in mended}
    return [each for each in report.findings if each.fingerprint not in done]


@pytest.mark.parametrize("hand", HANDS, ids=lambda hand: hand.write.__name__)
def test_accepted_repairs_leave_what_was_not_repaired_and_nothing_new(
    hand: Hand, linter: Linter, faulty: bytes
) -> None:
    word = Word(faulty)
    hand.write(word)
    data = word.data()
    report = linter.lint(data)
    mended = fix(original(data), report)
    done = [each for repair in mended.plan.repairs for each in repair.findings]
    kept = [each.finding for each in mended.plan.unrepaired]
    assert {f.fingerprint for f in (*done, *kept)} == {
        f.fingerprint for f in report.findings if f.fix is not None
    }
    if mended.copy is None:
        assert kept and not done
        return
    assert list(unsound(mended.copy.data)) == []
    rest = _said(_rest(report, done))
    assert _said(list(linter.lint(accepted(mended.copy.data)).findings)) == rest
    assert _said(list(linter.lint(mended.copy.data).findings)) == rest
    assert _words(read.read(rejected(mended.copy.data))) == _words(read.read(data))
    assert _worth(read.read(accepted(mended.copy.data))) == _worth(read.read(data))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem[:3])
def test_the_samples_can_be_annotated_and_mended(sample: Path, linter: Linter) -> None:
    data = sample.read_bytes()
    report = linter.lint(data)
    annotated, mended = annotate(original(data), report), fix(original(data), report)
    assert annotated is not None and mended.copy is not None and not mended.plan.unrepaired
    assert told(linter.lint(annotated.data)) == told(report)
    assert [*unsound(annotated.data), *unsound(mended.copy.data)] == []
    done = [each for repair in mended.plan.repairs for each in repair.findings]
    assert all(each.fix is not None for each in done)
    again = linter.lint(accepted(mended.copy.data))
    assert _said(list(again.findings)) == _said(_rest(report, done))
    assert _words(read.read(rejected(mended.copy.data))) == _words(read.read(data))
    assert _worth(read.read(mended.copy.data)) == _worth(read.read(data))


def test_what_is_not_certain_is_left_and_said(linter: Linter, faulty: bytes) -> None:
    why = {
        inline.controls_round_runs: "该处是内容控件",
        inline.results_of_fields: "该处是自动更新的内容（域）",
        inline.insertions_beside_deletions: "该处已有未处理的修订",
        written.labels_of_two_paragraphs: "单元格里的文字分成了几段",
    }
    for hand, reason in why.items():
        word = Word(faulty)
        hand(word)
        planned = fix(original(word.data()), linter.lint(word.data())).plan
        assert planned.unrepaired and {each.reason.zh for each in planned.unrepaired} == {reason}
        assert all(said.zh.endswith(f"：{reason}") for said in unrepaired_lines(planned))


def test_a_repair_keeps_the_formatting_of_what_it_replaces(linter: Linter, faulty: bytes) -> None:
    word = Word(faulty)
    for number, run in runs(word):
        run.insert(0, el("rPr", el("b"), el("sz", val=str(20 + number))))
    data = word.data()
    mended = fix(original(data), linter.lint(data))
    assert mended.copy is not None
    root = Word(mended.copy.data).root
    replaced = found(root, "//w:ins[preceding-sibling::*[1][self::w:del]]")
    assert len(replaced) > 5
    for inserted in replaced:
        (deleted,) = found(inserted, "preceding-sibling::*[1]")
        ours, theirs, rest = (
            b"".join(map(etree.tostring, found(change, way)))
            for change, way in (
                (inserted, "w:r/w:rPr"),
                (deleted, "w:r/w:rPr"),
                (deleted, "preceding-sibling::w:r[1]/w:rPr"),
            )
        )
        assert ours == theirs != b""
        assert rest in (b"", ours)


def test_a_repair_that_would_change_a_figure_is_refused(linter: Linter, faulty: bytes) -> None:
    report = linter.lint(faulty)
    wrong = next(f for f in report.findings if f.rule == "row-total")
    forged = msgspec.structs.replace(wrong, fix=Fix(wrong.location, str(wrong.expected)))
    planned = fix(original(faulty), msgspec.structs.replace(report, findings=(forged,))).plan
    assert not planned.repairs
    assert [each.reason.zh for each in planned.unrepaired] == ["改动会改变数值（9 → 8）"]


def test_a_heading_gets_no_number_that_a_section_too_many_has(linter: Linter, good: str) -> None:
    last = "## 六、其他需要报告的事项"
    more = good.replace(last, f"## 六、下一步打算\n\n加强学习。\n\n{last.replace('六', '七')}")
    for text, repairs in ((more, 0), (good.replace(last, last.replace("六", "七")), 1)):
        data = write_document.docx_bytes(markdown_parser.parse(text))
        report = linter.lint(data)
        assert [f.rule for f in report.findings].count("section-title") == 1
        assert len(fix(original(data), report).plan.repairs) == repairs


_ROW = "| （一）予以公开 | < | 4 | 1 | 1 | 0 | 1 | 1 | 8 |"


def _blank(good: str, *changes: tuple[str, str]) -> bytes:
    for old, new in changes:
        assert good.count(old) == 1, old
        good = good.replace(old, new)
    return write_document.docx_bytes(markdown_parser.parse(good))


def test_a_blank_becomes_0_only_when_asked_for(linter: Linter, good: str) -> None:
    data = _blank(good, (_ROW, _ROW.replace("| 0 |", "|  |")))
    report = linter.lint(data)
    assert [f.rule for f in report.findings] == ["cell-blank"]
    assert fix(original(data), report).copy is None
    mended = fix(original(data), report, linter.lint)
    assert mended.copy is not None and not mended.plan.unrepaired
    assert linter.lint(accepted(mended.copy.data)).findings == ()
    assert list(unsound(mended.copy.data)) == []
    assert _words(read.read(rejected(mended.copy.data))) == _words(read.read(data))


def test_a_blank_stays_where_a_0_would_be_at_odds_with_the_sums(
    linter: Linter, good: str, faulty: bytes
) -> None:
    right, wrong = _ROW.replace("| 0 |", "|  |"), "| 4.保护第三方合法权益 |  |"
    data = _blank(good, (_ROW, right), ("| 4.保护第三方合法权益 | 1 |", wrong))
    for source, bound in ((data, 1), (faulty, 0)):
        report = linter.lint(source)
        mended = fix(original(source), report, linter.lint)
        done = [f for repair in mended.plan.repairs for f in repair.findings]
        assert [f.rule for f in done].count("cell-blank") == bound
        (kept,) = (each for each in mended.plan.unrepaired if each.finding.rule == "cell-blank")
        assert kept.finding.location.row == "4.保护第三方合法权益"
        assert kept.reason.zh.startswith("填“0”后勾稽关系对不上：")
        assert mended.copy is not None
        again = linter.lint(accepted(mended.copy.data))
        assert _said(list(again.findings)) == _said(_rest(report, done))


def test_blanks_that_only_together_are_at_odds_stay_together(linter: Linter, good: str) -> None:
    blank = _ROW.replace("| 0 | 1 | 1 | 8 |", "| 0 | 1 | 1 |  |").replace("| 4 | 1 |", "|  | 1 |")
    data = _blank(good, (_ROW, blank))
    mended = fix(original(data), linter.lint(data), linter.lint)
    assert mended.copy is None and len(mended.plan.unrepaired) == 1


def test_what_other_repairs_change_is_not_held_against_a_blank(linter: Linter, good: str) -> None:
    # What is missing under a heading is told apart by its words, which are mended.
    changes = (
        (_ROW, _ROW.replace("| 0 |", "|  |")),
        ("## 六、其他需要报告的事项", "## 其他需要报告的事项"),
    )
    data = _blank(good.replace("处理费", "事务"), *changes)
    report = linter.lint(data)
    plain, mended = fix(original(data), report), fix(original(data), report, linter.lint)
    assert plain.copy is not None and mended.copy is not None
    known = {f.fingerprint for f in report.findings}
    assert not known >= {f.fingerprint for f in linter.lint(plain.copy.data).findings}
    assert not mended.plan.unrepaired
    assert len(mended.plan.repairs) == len(plain.plan.repairs) + 1


def test_words_beside_a_text_box_and_words_in_it_are_both_mended(
    linter: Linter, faulty: bytes
) -> None:
    for holder in ("pict", "drawing"):
        word = Word(faulty)
        number = 0
        for _, run in runs(word):
            for text in found(run, "w:t[contains(., '不足;')]"):
                box = el(
                    "txbxContent", el("p", el("r", el("t", text="材料不足;二是 2024年01月18日")))
                )
                text.addnext(el(holder, box))
                number += 1
        assert number == 1
        data = word.data()
        report = linter.lint(data)
        mended = fix(original(data), report)
        assert mended.copy is not None and not mended.plan.unrepaired
        assert list(unsound(mended.copy.data)) == []
        done = [f for repair in mended.plan.repairs for f in repair.findings]
        plain = fix(original(faulty), linter.lint(faulty)).plan
        assert len(mended.plan.repairs) == len(plain.repairs) + 1
        assert _said(list(linter.lint(accepted(mended.copy.data)).findings)) == _said(
            _rest(report, done)
        )
        assert _words(read.read(rejected(mended.copy.data))) == _words(read.read(data))
        assert "材料不足；二是 2024年" in str(_words(read.read(accepted(mended.copy.data))))


def test_formatting_in_namespaces_that_a_run_declares_keeps_them(
    linter: Linter, faulty: bytes
) -> None:
    # Under a prefix of the run's own, and as its default.
    ways = (
        (r"<w:r><w:t", '<w:r xmlns:q="urn:q"><w:rPr><w:b/><q:x/></w:rPr><w:t'),
        (
            r"<w:r><w:t([^>]*)>([^<]*)</w:t></w:r>",
            rf'<r xmlns="{W_URI}"><rPr><b/></rPr><t\1>\2</t></r>',
        ),
    )
    for pattern, new in ways:
        word = Word(faulty)
        for properties in found(word.root, "//w:r/w:rPr"):
            properties.getparent().remove(properties)  # type: ignore[union-attr]
        word.settle()
        text, number = re.subn(pattern, new, word.files[word.main].decode())
        assert number > 20
        word.files[word.main] = text.encode()
        data = word.data()
        mended = fix(original(data), linter.lint(data))
        assert mended.copy is not None
        assert list(unsound(mended.copy.data)) == []
        inserted = found(Word(mended.copy.data).root, "//w:ins/w:r")
        assert len(inserted) > 5
        for each in inserted:
            assert len(found(each, "w:rPr/w:b")) == 1
            assert len(found(each, "w:rPr/*")) == (2 if "q:x" in new else 1)


def test_a_mark_within_a_larger_repair_is_mended_and_not_left(linter: Linter, good: str) -> None:
    title = "四、政府信息公开行政复议、行政诉讼情况"
    data = write_document.docx_bytes(
        markdown_parser.parse(good.replace(title, title.replace("议、行", "议,行")))
    )
    report = linter.lint(data)
    assert sorted(f.rule for f in report.findings) == ["punctuation", "section-title"]
    mended = fix(original(data), report)
    assert mended.copy is not None and mended.copy.findings == 2
    assert not mended.plan.unrepaired
    assert linter.lint(accepted(mended.copy.data)).findings == ()


def test_a_text_that_holds_an_element_is_left(linter: Linter, faulty: bytes) -> None:
    word = Word(faulty)
    word.settle()
    text = word.files[word.main].decode()
    odd = text.replace("不足;二是", "不足;<w:softHyphen/>二是")
    assert odd != text
    word.files[word.main] = odd.encode()
    data = word.data()
    mended = fix(original(data), linter.lint(data))
    assert mended.copy is not None
    assert [each.reason.zh for each in mended.plan.unrepaired] == ["该处不是普通文字"]
    assert "不足;<w:softHyphen/>二是" in Word(mended.copy.data).files[word.main].decode()


def test_many_marks_in_one_paragraph_take_no_more_than_their_share(
    linter: Linter, good: str
) -> None:
    text = good.replace("三个方面继续改进", "我镇,认真落实" * 20_000 + "三个方面继续改进")
    data = write_document.docx_bytes(markdown_parser.parse(text))
    report = linter.lint(data)
    begin = time.process_time()
    mended = fix(original(data), report)
    assert time.process_time() - begin < 15  # a share of each mark with each took minutes
    assert max(len(repair.edits) for repair in mended.plan.repairs) == 20_000


def test_the_difference_is_shown_by_place(linter: Linter, faulty: bytes) -> None:
    shown = diff(fix(original(faulty), linter.lint(faulty)).plan, "报告.docx", "zh").splitlines()
    assert shown[:2] == ["--- 报告.docx", "+++ 报告.docx"]
    at = next(n for n, line in enumerate(shown) if line.endswith("@@ date-format"))
    assert shown[at + 1 : at + 3] == ["-2024年01月18日", "+2024年1月18日"]
