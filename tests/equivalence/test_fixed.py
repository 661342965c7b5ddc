"""Accepting the tracked changes resolves the findings; rejecting them restores the original."""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec
import pytest
from lxml import etree

from docxlint.api import Linter
from docxlint.author import markdown_parser
from docxlint.copies.annotate import annotate
from docxlint.copies.fix import diff, fix, unrepaired_lines
from docxlint.core.document import Block, Document, Table
from docxlint.core.finding import Finding, Fix
from docxlint.report.report import Report
from docxlint.text.zh.cell_figures import figure
from docxlint.word import read
from docxlint.word.make import write_document
from docxlint.word.ooxml.names import W_URI

from . import inline, written
from .copies import original
from .report_summary import summarize
from .resolve_changes import accept_changes, reject_changes
from .soundness import unsound
from .test_variants import VARIANTS, Variant
from .word import Word, el, runs, select

SAMPLES = sorted((Path(__file__).parents[2] / "sample_docs").glob("00[0-4]*.docx"))


def _counted(findings: list[Finding]) -> Counter[tuple[str | None, ...]]:
    return Counter((f.rule, f.location.row, f.location.column) for f in findings)


def _visible_text(document: Document) -> list[object]:
    return [
        [[c and c.text for c in row] for row in b.grid] if isinstance(b, Table) else b.text
        for b in document.blocks
    ]


def _figures(document: Document) -> list[object]:
    tables = (block for block in document.blocks if isinstance(block, Table))
    return [figure(cell.text).value for table in tables for cell in table.cells()]


def _rest(report: Report, repaired: list[Finding]) -> list[Finding]:
    done = {each.fingerprint for each in repaired}
    return [each for each in report.findings if each.fingerprint not in done]


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda variant: variant.write.__name__)
def test_accepted_repairs_leave_only_the_other_findings(
    variant: Variant, linter: Linter, faulty: bytes
) -> None:
    word = Word(faulty)
    variant.write(word)
    data = word.data()
    report = linter.lint(data)
    fixed = fix(original(data), report, likely=True)
    done = [each for repair in fixed.plan.repairs for each in repair.findings]
    kept = [each.finding for each in fixed.plan.unrepaired]
    assert {f.fingerprint for f in (*done, *kept)} == {
        f.fingerprint for f in report.findings if f.fix is not None
    }
    if fixed.copy is None:
        assert kept and not done
        return
    assert list(unsound(fixed.copy.data)) == []
    rest = _counted(_rest(report, done))
    assert _counted(list(linter.lint(accept_changes(fixed.copy.data)).findings)) == rest
    assert _counted(list(linter.lint(fixed.copy.data).findings)) == rest
    assert _visible_text(read.read(reject_changes(fixed.copy.data))) == _visible_text(
        read.read(data)
    )
    assert _figures(read.read(accept_changes(fixed.copy.data))) == _figures(read.read(data))


def _letters(data: bytes) -> str:
    """The Chinese letters that a document shows, in order, without the units of figures."""
    text = "\n".join("".join(text.split()) for text in _texts(read.read(data).blocks))
    text = re.sub(r"(?m)^[0-9０-９]+[件条次个项份起宗元]$", "", text)
    return "".join(char for char in text if "一" <= char <= "鿿")


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Table):
            for cell in block.cells():
                yield cell.text
                yield from _texts(cell.tables)
        else:
            yield block.text


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda variant: variant.write.__name__)
def test_a_certain_repair_takes_no_letter_away(
    variant: Variant, linter: Linter, faulty: bytes
) -> None:
    word = Word(faulty)
    variant.write(word)
    data = word.data()
    fixed = fix(original(data), linter.lint(data))
    if fixed.copy is None:
        return
    rest = iter(_letters(accept_changes(fixed.copy.data)))
    assert all(char in rest for char in _letters(data))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem[:3])
def test_the_samples_can_be_annotated_and_fixed(sample: Path, linter: Linter) -> None:
    data = sample.read_bytes()
    report = linter.lint(data)
    annotated, fixed = annotate(original(data), report), fix(original(data), report, likely=True)
    assert annotated is not None and fixed.copy is not None and not fixed.plan.unrepaired
    assert summarize(linter.lint(annotated.data)) == summarize(report)
    assert [*unsound(annotated.data), *unsound(fixed.copy.data)] == []
    done = [each for repair in fixed.plan.repairs for each in repair.findings]
    assert all(each.fix is not None for each in done)
    again = linter.lint(accept_changes(fixed.copy.data))
    assert _counted(list(again.findings)) == _counted(_rest(report, done))
    assert _visible_text(read.read(reject_changes(fixed.copy.data))) == _visible_text(
        read.read(data)
    )
    assert _figures(read.read(fixed.copy.data)) == _figures(read.read(data))


def test_unsafe_repairs_are_not_made_and_have_a_reason(linter: Linter, faulty: bytes) -> None:
    why = {
        inline.controls_round_runs: "该处是内容控件",
        inline.results_of_fields: "该处是自动更新的内容（域）",
        inline.insertions_beside_deletions: "该处已有未处理的修订",
        written.labels_of_two_paragraphs: "单元格里的文字分成了几段",
    }
    for variant, reason in why.items():
        word = Word(faulty)
        variant(word)
        planned = fix(original(word.data()), linter.lint(word.data()), likely=True).plan
        assert planned.unrepaired and {each.reason.zh for each in planned.unrepaired} == {reason}
        assert all(line.zh.endswith(f"：{reason}") for line in unrepaired_lines(planned))


def test_a_repair_keeps_the_formatting_of_the_text_it_replaces(
    linter: Linter, faulty: bytes
) -> None:
    word = Word(faulty)
    for number, run in runs(word):
        run.insert(0, el("rPr", el("b"), el("sz", val=str(20 + number))))
    data = word.data()
    fixed = fix(original(data), linter.lint(data), likely=True)
    assert fixed.copy is not None
    root = Word(fixed.copy.data).root
    replaced = select(root, "//w:ins[preceding-sibling::*[1][self::w:del]]")
    assert len(replaced) > 5
    for inserted in replaced:
        (deleted,) = select(inserted, "preceding-sibling::*[1]")
        new_format, old_format, before = (
            b"".join(map(etree.tostring, select(change, path)))
            for change, path in (
                (inserted, "w:r/w:rPr"),
                (deleted, "w:r/w:rPr"),
                (deleted, "preceding-sibling::w:r[1]/w:rPr"),
            )
        )
        assert new_format == old_format != b""
        assert before in (b"", new_format)


def test_a_repair_that_changes_a_figure_is_refused(linter: Linter, faulty: bytes) -> None:
    report = linter.lint(faulty)
    wrong = next(f for f in report.findings if f.rule == "row-total")
    forged = msgspec.structs.replace(wrong, fix=Fix(wrong.location, str(wrong.expected)))
    planned = fix(
        original(faulty), msgspec.structs.replace(report, findings=(forged,)), likely=True
    ).plan
    assert not planned.repairs
    assert [each.reason.zh for each in planned.unrepaired] == ["改动会改变数值（9 → 8）"]


def test_a_heading_does_not_get_the_number_of_an_extra_section(linter: Linter, good: str) -> None:
    last = "## 六、其他需要报告的事项"
    more = good.replace(last, f"## 六、下一步打算\n\n加强学习。\n\n{last.replace('六', '七')}")
    for text, repairs in ((more, 0), (good.replace(last, last.replace("六", "七")), 1)):
        data = write_document.docx_bytes(markdown_parser.parse(text))
        report = linter.lint(data)
        assert [f.rule for f in report.findings].count("section-title") == 1
        assert len(fix(original(data), report, likely=True).plan.repairs) == repairs


_ROW = "| （一）予以公开 | < | 4 | 1 | 1 | 0 | 1 | 1 | 8 |"


def _blank(good: str, *changes: tuple[str, str]) -> bytes:
    for old, new in changes:
        assert good.count(old) == 1, old
        good = good.replace(old, new)
    return write_document.docx_bytes(markdown_parser.parse(good))


def test_a_blank_becomes_0_only_with_a_check(linter: Linter, good: str) -> None:
    data = _blank(good, (_ROW, _ROW.replace("| 0 |", "|  |")))
    report = linter.lint(data)
    assert [f.rule for f in report.findings] == ["cell-blank"]
    assert fix(original(data), report, likely=True).copy is None
    fixed = fix(original(data), report, linter.lint)
    assert fixed.copy is not None and not fixed.plan.unrepaired
    assert linter.lint(accept_changes(fixed.copy.data)).findings == ()
    assert list(unsound(fixed.copy.data)) == []
    assert _visible_text(read.read(reject_changes(fixed.copy.data))) == _visible_text(
        read.read(data)
    )


def test_blanks_stay_where_a_0_contradicts_the_sums(linter: Linter, good: str) -> None:
    # Each row and each column has two of the four blanks, so no sum gives any of them.
    data = _blank(
        good,
        (_ROW, _ROW.replace("| 0 |", "|  |")),
        (
            "| 4.保护第三方合法权益 | 1 | 0 | 0 | 0 | 1 |",
            "| 4.保护第三方合法权益 |  | 0 | 0 | 0 |  |",
        ),
        ("| 8.属于行政查询事项 | 1 | 0 | 0 | 0 | 0 |", "| 8.属于行政查询事项 |  | 0 | 0 | 0 |  |"),
    )
    report = linter.lint(data)
    fixed = fix(original(data), report, linter.lint)
    done = [f for repair in fixed.plan.repairs for f in repair.findings]
    assert [f.rule for f in done].count("cell-blank") == 1
    kept = [each for each in fixed.plan.unrepaired if each.finding.rule == "cell-blank"]
    assert [each.finding.location.row for each in kept] == [
        "4.保护第三方合法权益",
        "8.属于行政查询事项",
    ]
    assert all(each.reason.zh.startswith("填“0”后勾稽关系对不上：") for each in kept)
    assert fixed.copy is not None
    again = linter.lint(accept_changes(fixed.copy.data))
    assert _counted(list(again.findings)) == _counted(_rest(report, done))


def test_a_blank_that_a_sum_gives_is_not_filled(linter: Linter, good: str, faulty: bytes) -> None:
    blank = _ROW.replace("| 0 | 1 | 1 | 8 |", "| 0 | 1 | 1 |  |").replace("| 4 | 1 |", "|  | 1 |")
    data = _blank(good, (_ROW, blank))
    assert fix(original(data), linter.lint(data), linter.lint).copy is None
    fixed = fix(original(faulty), linter.lint(faulty), linter.lint)
    done = [f for repair in fixed.plan.repairs for f in repair.findings]
    assert "cell-blank" not in {finding.rule for finding in done}


def test_new_findings_from_other_repairs_do_not_keep_a_blank(linter: Linter, good: str) -> None:
    # A finding about something missing is identified by its heading, which is repaired.
    changes = (
        (_ROW, _ROW.replace("| 0 |", "|  |")),
        ("## 六、其他需要报告的事项", "## 其他需要报告的事项"),
    )
    data = _blank(good.replace("处理费", "事务"), *changes)
    report = linter.lint(data)
    plain, fixed = (
        fix(original(data), report, likely=True),
        fix(original(data), report, linter.lint),
    )
    assert plain.copy is not None and fixed.copy is not None
    known = {f.fingerprint for f in report.findings}
    assert not known >= {f.fingerprint for f in linter.lint(plain.copy.data).findings}
    assert not fixed.plan.unrepaired
    assert len(fixed.plan.repairs) == len(plain.plan.repairs) + 1


def test_text_beside_a_text_box_and_in_it_is_repaired(linter: Linter, faulty: bytes) -> None:
    for holder in ("pict", "drawing"):
        word = Word(faulty)
        number = 0
        for _, run in runs(word):
            for text in select(run, "w:t[contains(., '不足;')]"):
                box = el(
                    "txbxContent", el("p", el("r", el("t", text="材料不足;二是 2024年01月18日")))
                )
                text.addnext(el(holder, box))
                number += 1
        assert number == 1
        data = word.data()
        report = linter.lint(data)
        fixed = fix(original(data), report, likely=True)
        assert fixed.copy is not None and not fixed.plan.unrepaired
        assert list(unsound(fixed.copy.data)) == []
        done = [f for repair in fixed.plan.repairs for f in repair.findings]
        plain = fix(original(faulty), linter.lint(faulty), likely=True).plan
        assert len(fixed.plan.repairs) == len(plain.repairs) + 1
        assert _counted(list(linter.lint(accept_changes(fixed.copy.data)).findings)) == _counted(
            _rest(report, done)
        )
        assert _visible_text(read.read(reject_changes(fixed.copy.data))) == _visible_text(
            read.read(data)
        )
        assert "材料不足；二是 2024年" in str(
            _visible_text(read.read(accept_changes(fixed.copy.data)))
        )


def test_formatting_keeps_the_namespaces_that_its_run_declares(
    linter: Linter, faulty: bytes
) -> None:
    # With a prefix of its own, and as the default namespace.
    patterns = (
        (r"<w:r><w:t", '<w:r xmlns:q="urn:q"><w:rPr><w:b/><q:x/></w:rPr><w:t'),
        (
            r"<w:r><w:t([^>]*)>([^<]*)</w:t></w:r>",
            rf'<r xmlns="{W_URI}"><rPr><b/></rPr><t\1>\2</t></r>',
        ),
    )
    for pattern, new in patterns:
        word = Word(faulty)
        for properties in select(word.root, "//w:r/w:rPr"):
            properties.getparent().remove(properties)  # type: ignore[union-attr]
        word.settle()
        text, number = re.subn(pattern, new, word.files[word.main].decode())
        assert number > 20
        word.files[word.main] = text.encode()
        data = word.data()
        fixed = fix(original(data), linter.lint(data), likely=True)
        assert fixed.copy is not None
        assert list(unsound(fixed.copy.data)) == []
        inserted = select(Word(fixed.copy.data).root, "//w:ins/w:r")
        assert len(inserted) > 5
        for each in inserted:
            assert len(select(each, "w:rPr/w:b")) == 1
            assert len(select(each, "w:rPr/*")) == (2 if "q:x" in new else 1)


def test_a_finding_inside_a_larger_repair_is_repaired_with_it(linter: Linter, good: str) -> None:
    title = "四、政府信息公开行政复议、行政诉讼情况"
    data = write_document.docx_bytes(
        markdown_parser.parse(good.replace(title, title.replace("议、行", "议,行")))
    )
    report = linter.lint(data)
    assert sorted(f.rule for f in report.findings) == ["punctuation", "section-title"]
    fixed = fix(original(data), report, likely=True)
    assert fixed.copy is not None and fixed.copy.findings == 2
    assert not fixed.plan.unrepaired
    assert linter.lint(accept_changes(fixed.copy.data)).findings == ()


def test_a_text_with_child_elements_is_not_repaired(linter: Linter, faulty: bytes) -> None:
    word = Word(faulty)
    word.settle()
    text = word.files[word.main].decode()
    changed = text.replace("不足;二是", "不足;<w:softHyphen/>二是")
    assert changed != text
    word.files[word.main] = changed.encode()
    data = word.data()
    fixed = fix(original(data), linter.lint(data), likely=True)
    assert fixed.copy is not None
    assert [each.reason.zh for each in fixed.plan.unrepaired] == ["该处不是普通文字"]
    assert "不足;<w:softHyphen/>二是" in Word(fixed.copy.data).files[word.main].decode()


def test_the_time_is_linear_in_the_repairs_of_one_paragraph(linter: Linter, good: str) -> None:
    text = good.replace("三个方面继续改进", "我镇,认真落实" * 20_000 + "三个方面继续改进")
    data = write_document.docx_bytes(markdown_parser.parse(text))
    report = linter.lint(data)
    begin = time.process_time()
    fixed = fix(original(data), report, likely=True)
    assert time.process_time() - begin < 15  # comparing each repair with each other took minutes
    assert max(len(repair.edits) for repair in fixed.plan.repairs) == 20_000


def test_the_diff_is_ordered_by_place(linter: Linter, faulty: bytes) -> None:
    report = msgspec.structs.replace(linter.lint(faulty), path="报告.docx")
    lines = diff(fix(original(faulty), report, likely=True).plan, report, "zh").splitlines()
    assert lines[:2] == ["--- 报告.docx", "+++ 报告.docx"]
    at = next(n for n, line in enumerate(lines) if line.endswith("@@ date-format [确定的修改]"))
    assert lines[at + 1 : at + 3] == ["-2024年01月18日", "+2024年1月18日"]
