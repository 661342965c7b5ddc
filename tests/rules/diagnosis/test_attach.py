"""A diagnosis explains the findings of several sums, and comes before them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from docxlint.core.finding import PackId
from docxlint.form.bound import BoundForm
from docxlint.report.formats.text import Text
from docxlint.report.report import Report
from docxlint.rules.engine import Verdict, judge
from docxlint.rules.rule import Pack

VerdictOf = Callable[..., Verdict]
NEW = "| < | < | 15 | 4 | 2 | 1 | 2 | 1 | 25 |"
GRANTED = "| （一）予以公开 | < | 4 | 1 | 1 | 0 | 1 | 1 | 6 |"


def text(verdict: Verdict, lang: str = "zh") -> str:
    report = Report(
        path="x.docx",
        sha256="",
        status="checked",
        packs=(PackId("annual-report", "1.0.0"),),
        findings=verdict.findings,
        diagnoses=verdict.diagnoses,
    )
    return Text.render([report], lang)


def test_a_wrong_figure_is_named_with_its_right_value_before_the_sums_it_breaks(
    verdict_of: VerdictOf,
) -> None:
    verdict = verdict_of(None, {"| （一）予以公开 | < | 4 |": "| （一）予以公开 | < | 7 |"})
    (diagnosis,) = verdict.diagnoses
    assert diagnosis.certain
    assert [(s.row, s.column, s.found, s.expected) for s in diagnosis.suspects] == [
        ("（一）予以公开", "自然人", "7", "4")
    ]
    assert (
        diagnosis.message.zh
        == "“（一）予以公开”行“自然人”列填的是7，应为4；改这一处，两处勾稽关系都能对上"
    )
    assert set(diagnosis.explains) == {finding.fingerprint for finding in verdict.findings}
    assert all(finding.suspects == diagnosis.suspects for finding in verdict.findings)
    lines = text(verdict).splitlines()
    assert sum(diagnosis.message.zh in line for line in lines) == 1
    assert sum("（见上）" in line for line in lines) == 2


def test_what_follows_from_a_certain_wrong_figure_has_no_right_value(
    verdict_of: VerdictOf,
) -> None:
    verdict = verdict_of(None, {"| （一）予以公开 | < | 4 |": "| （一）予以公开 | < | 7 |"})
    assert len(verdict.findings) == 2
    for finding in verdict.findings:
        assert (finding.expected, finding.fix) == (None, None)
        assert "应为" not in finding.message.zh
        assert finding.message.zh.endswith("改好“（一）予以公开”行“自然人”列后自然相符")


def test_a_wrong_total_keeps_its_right_value_at_its_own_cell(verdict_of: VerdictOf) -> None:
    verdict = verdict_of(None, {"| （一）予以公开 | < | 4 | 1 | 1 | 0 | 1 | 1 | 8 |": GRANTED})
    (diagnosis,) = verdict.diagnoses
    assert diagnosis.certain
    values = {finding.expected for finding in verdict.findings}
    assert values == {None, "8"}, "its row says 8, and its column follows"


def test_figures_that_may_be_wrong_give_no_right_value(verdict_of: VerdictOf) -> None:
    # Two figures of one row and another of one of their columns: not certain.
    verdict = verdict_of(None, {"| （一）予以公开 | < | 4 | 1 |": "| （一）予以公开 | < | 9 | 8 |"})
    assert all(not diagnosis.certain for diagnosis in verdict.diagnoses)
    doubtful = {
        (suspect.location.part, suspect.location.path)
        for finding in verdict.findings
        for suspect in finding.suspects
        if suspect.location is not None
    }
    assert doubtful
    for finding in verdict.findings:
        sources = {(place.part, place.path) for place in finding.related}
        assert finding.suspects or finding.expected is None or not sources & doubtful


def test_a_row_shifted_by_one_cell_is_one_diagnosis(verdict_of: VerdictOf) -> None:
    verdict = verdict_of(None, {NEW: "| < | < | 0 | 15 | 4 | 2 | 1 | 2 | 1 |"})
    (diagnosis,) = verdict.diagnoses
    assert diagnosis.kind == "shifted"
    assert len(diagnosis.explains) == 8
    report_text = text(verdict)
    assert "整体右移了一格" in report_text
    assert "[row-total]×1 [balance]×7" in report_text
    assert "[balance]\n" not in report_text


def test_a_single_wrong_sum_lists_its_suspects_and_has_no_diagnosis(verdict_of: VerdictOf) -> None:
    verdict = verdict_of("review-total", {"| 2 | 1 | 0 | 1 | 4 | 1": "| 2 | 1 | 0 | 1 | 5 | 1"})
    assert verdict.diagnoses == ()
    (finding,) = verdict.findings
    assert (finding.suspects[0].column, finding.suspects[0].expected) == ("行政复议 › 总计", "4")
    assert len(finding.suspects) == 5


def test_right_sums_are_not_diagnosed(verdict_of: VerdictOf) -> None:
    assert verdict_of(None, {"2024年1月18日": "2024年01月18日"}).diagnoses == ()


def test_a_rule_whose_equations_fail_is_broken_and_keeps_its_findings(
    national: Pack, bound: Callable[..., BoundForm]
) -> None:
    def fails(_filled: BoundForm, _options: Any) -> Iterator[Any]:
        raise ValueError("no sums")
        yield

    rules = [
        msgspec.structs.replace(rule, kind=msgspec.structs.replace(rule.kind, equations=fails))
        if rule.name == "balance"
        else rule
        for rule in national.rules
    ]
    verdict = judge(bound({NEW: "| < | < | 16 | 4 | 2 | 1 | 2 | 1 | 26 |"}), rules)
    assert [broken.subject for broken in verdict.broken] == ["balance (equation)"]
    assert [f.rule for f in verdict.findings if f.rule == "balance"] == ["balance"] * 2


REVIEW = "| 2 | 1 | 0 | 1 | 4 | 1 |"


def test_a_total_that_the_text_has_too_is_not_called_wrong(verdict_of: VerdictOf) -> None:
    verdict = verdict_of(None, {REVIEW: "| 3 | 1 | 0 | 1 | 4 | 1 |"})
    (finding,) = verdict.findings
    assert finding.expected is None
    assert finding.message.zh == ("这处填的是4，正文写的也是4，各项之和却是5；请核对是哪一项填错")
    first = finding.suspects[0]
    assert (first.column, first.expected) == ("行政复议 › 结果维持", "2")


def test_a_total_that_the_text_contradicts_is_called_wrong(verdict_of: VerdictOf) -> None:
    verdict = verdict_of(None, {REVIEW: "| 2 | 1 | 0 | 1 | 5 | 1 |"})
    (finding,) = (f for f in verdict.findings if f.rule == "review-total")
    assert (finding.found, finding.expected) == ("5", "4")


def test_a_kind_that_fails_to_read_the_text_is_broken(
    national: Pack, bound: Callable[..., BoundForm]
) -> None:
    def fails(_bound: BoundForm, _options: Any) -> Iterator[Any]:
        raise ValueError("no text")
        yield

    rules = [
        msgspec.structs.replace(rule, kind=msgspec.structs.replace(rule.kind, stated_figures=fails))
        if rule.name == "prose-table"
        else rule
        for rule in national.rules
    ]
    verdict = judge(bound({REVIEW: "| 3 | 1 | 0 | 1 | 4 | 1 |"}), rules)
    assert [broken.subject for broken in verdict.broken] == ["prose-table (prose-figure)"]
    assert [f.expected for f in verdict.findings] == ["5"]
