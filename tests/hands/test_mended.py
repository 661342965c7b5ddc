"""Repairs as tracked changes: accepted, the faults are gone; rejected, nothing has changed."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import msgspec
import pytest
from lxml import etree

from docxlint import reader
from docxlint.amend.annotate import annotate
from docxlint.amend.fix import diff, fix, left
from docxlint.api import Linter
from docxlint.authoring import markdown, write
from docxlint.finding import Finding, Fix, Report
from docxlint.form.figures import figure
from docxlint.model import Document, Table

from . import inline, written
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
    mended = fix(data, report)
    done = [each for repair in mended.plan.repairs for each in repair.findings]
    kept = [each.finding for each in mended.plan.left]
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
    assert _words(reader.read(rejected(mended.copy.data))) == _words(reader.read(data))
    assert _worth(reader.read(accepted(mended.copy.data))) == _worth(reader.read(data))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem[:3])
def test_the_samples_can_be_annotated_and_mended(sample: Path, linter: Linter) -> None:
    data = sample.read_bytes()
    report = linter.lint(data)
    annotated, mended = annotate(data, report), fix(data, report)
    assert annotated is not None and mended.copy is not None and not mended.plan.left
    assert told(linter.lint(annotated.data)) == told(report)
    assert [*unsound(annotated.data), *unsound(mended.copy.data)] == []
    done = [each for repair in mended.plan.repairs for each in repair.findings]
    assert all(each.fix is not None for each in done)
    again = linter.lint(accepted(mended.copy.data))
    assert _said(list(again.findings)) == _said(_rest(report, done))
    assert _words(reader.read(rejected(mended.copy.data))) == _words(reader.read(data))
    assert _worth(reader.read(mended.copy.data)) == _worth(reader.read(data))


def test_what_is_not_certain_is_left_and_said(linter: Linter, faulty: bytes) -> None:
    why = {
        inline.controls_round_runs: "那里是内容控件",
        inline.results_of_fields: "那里是域的结果",
        inline.insertions_beside_deletions: "那里已有未处理的修订",
        written.labels_of_two_paragraphs: "单元格里的文字分成了几段",
    }
    for hand, reason in why.items():
        word = Word(faulty)
        hand(word)
        planned = fix(word.data(), linter.lint(word.data())).plan
        assert planned.left and {each.why.zh for each in planned.left} == {reason}
        assert all(said.zh.endswith(f"：{reason}") for said in left(planned))


def test_a_repair_keeps_the_formatting_of_what_it_replaces(linter: Linter, faulty: bytes) -> None:
    word = Word(faulty)
    for number, run in runs(word):
        run.insert(0, el("rPr", el("b"), el("sz", val=str(20 + number))))
    data = word.data()
    mended = fix(data, linter.lint(data))
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
    planned = fix(faulty, msgspec.structs.replace(report, findings=(forged,))).plan
    assert not planned.repairs
    assert [each.why.zh for each in planned.left] == ["改动会改变数值（9 → 8）"]


def test_a_heading_gets_no_number_that_a_section_too_many_has(linter: Linter, good: str) -> None:
    last = "## 六、其他需要报告的事项"
    more = good.replace(last, f"## 六、下一步打算\n\n加强学习。\n\n{last.replace('六', '七')}")
    for text, repairs in ((more, 0), (good.replace(last, last.replace("六", "七")), 1)):
        data = write.docx_bytes(markdown.parse(text))
        report = linter.lint(data)
        assert [f.rule for f in report.findings].count("section-title") == 1
        assert len(fix(data, report).plan.repairs) == repairs


def test_a_blank_becomes_0_only_when_asked_for(linter: Linter, faulty: bytes) -> None:
    report = linter.lint(faulty)
    blank = [f for f in report.findings if f.rule == "cell-blank"]
    assert len(blank) == 1
    assert all(r.findings[0].rule != "cell-blank" for r in fix(faulty, report).plan.repairs)
    mended = fix(faulty, report, fill_zero=True)
    assert mended.copy is not None
    again = linter.lint(accepted(mended.copy.data))
    assert all(f.rule != "cell-blank" for f in again.findings)
    assert list(unsound(mended.copy.data)) == []
    assert _words(reader.read(rejected(mended.copy.data))) == _words(reader.read(faulty))


def test_the_difference_is_shown_by_place(linter: Linter, faulty: bytes) -> None:
    shown = diff(fix(faulty, linter.lint(faulty)).plan, "报告.docx", "zh").splitlines()
    assert shown[:2] == ["--- 报告.docx", "+++ 报告.docx"]
    at = next(n for n, line in enumerate(shown) if line.endswith("@@ date-format"))
    assert shown[at + 1 : at + 3] == ["-2024年01月18日", "+2024年1月18日"]
