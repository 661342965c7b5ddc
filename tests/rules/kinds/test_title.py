from collections.abc import Callable

import msgspec
import pytest

from docxlint.core.document import Document, Paragraph
from docxlint.core.location import Location
from docxlint.form.bind import bind
from docxlint.rules.engine import Verdict, judge
from docxlint.rules.rule import Pack

VerdictOf = Callable[..., Verdict]
RIGHT = "古郊乡人民政府2023年政府信息公开工作年度报告"


@pytest.mark.parametrize(
    "title",
    [
        ["古郊乡人民政府", "2023年政府信息公开工作年度报告"],
        ["古郊乡人民政府2023年政府信息公开工作年度报告"],
        ["古郊乡人民政府 2023 年政府信息公开工作年度报告"],
        ["古郊乡人民政府2023年", "政府信息公开工作年度报告"],
        ["古郊乡", "古郊乡人民政府 2023年政府信息公开工作年度报告"],
        ["彭阳县交岔乡", "2023 年政府信息公开工作年度报告"],
        ["古郊县卫生健康局（县中医药管理局）2023年政府信息公开工作年度报告"],
        ["索引号：0123", "古郊乡人民政府2023年政府信息公开工作年度报告", "发布时间: 2024-01-21"],
    ],
)
def test_a_right_title_has_no_findings(verdict_of_lines: VerdictOf, title: list[str]) -> None:
    for rule in ("title", "title-wording"):
        verdict = verdict_of_lines(rule, title=title)
        assert (verdict.findings, verdict.unchecked, verdict.broken) == ((), (), ())


@pytest.mark.parametrize(
    "title",
    [
        ["古郊乡2023年政务公开工作总结"],
        ["古郊乡2023年政府信息公开工作总结"],
        ["古郊乡2023年政务公开工作年度报告"],
        ["古郊乡政府信息公开工作年度报告"],
        ["古郊乡23年政府信息公开工作年度报告"],
        [],
        ["关于古郊乡的几点说明"],
    ],
)
def test_a_wrong_document_or_missing_year_is_one_error_only(
    verdict_of_lines: VerdictOf, title: list[str]
) -> None:
    (finding,) = verdict_of_lines("title", title=title).findings
    assert finding.expected is not None
    assert finding.expected.endswith("年政府信息公开工作年度报告")
    verdict = verdict_of_lines("title-wording", title=title)
    assert verdict.findings == ()
    assert len(verdict.unchecked) == 1


@pytest.mark.parametrize(
    "title",
    [
        "古郊乡人民政府2023年度政府信息公开工作年度报告",
        "古郊乡人民政府2023年政府信息公开年度报告",
        "古郊乡人民政府2023年政府信息公开工作报告",
        "古郊乡人民政府2023年政府信息公开工作年报",
        "古郊乡人民政府2023年2023年政府信息公开工作年度报告",
        "古郊乡人民政府2023年年政府信息公开工作年度报告",
        "古郊乡人民政府古郊乡人民政府2023年政府信息公开工作年度报告",
        "古郊乡人民政府2023年政府信息公开工作年度报告报告",
        "2023年古郊乡人民政府政府信息公开工作年度报告",
        "古郊乡人民政府政府信息公开工作年度报告（2023年度）",
        "古郊乡人民政府二〇二三年政府信息公开工作年度报告",
        "古郊乡人民政府二◯二三年政府信息公开工作年度报告",
        "古郊乡人民政府二0二三年政府信息公开工作年度报告",
        "《古郊乡人民政府2023年政府信息公开工作年度报告》",
    ],
)
def test_a_slip_in_the_title_is_reported_with_the_right_title(
    verdict_of_lines: VerdictOf, title: str
) -> None:
    assert verdict_of_lines("title", title=[title]).findings == ()
    (finding,) = verdict_of_lines("title-wording", title=[title]).findings
    assert finding.expected == RIGHT
    assert RIGHT in finding.message.zh


def test_a_title_without_an_organ_takes_it_from_the_signature(verdict_of_lines: VerdictOf) -> None:
    (finding,) = verdict_of_lines(
        "title-wording", title=["2023年政府信息公开工作年度报告"]
    ).findings
    assert finding.message.zh == (
        f"标题没有写明机关名称：应为“{RIGHT}”，现为“2023年政府信息公开工作年度报告”"
    )


def test_a_repeated_title_is_one_finding_at_the_second(verdict_of_lines: VerdictOf) -> None:
    (finding,) = verdict_of_lines("title-wording", title=[RIGHT, RIGHT]).findings
    assert finding.message.zh == f"标题重复：“{RIGHT}”"
    assert finding.location.paragraph == 2
    assert finding.related[0].paragraph == 1


def test_rules_that_need_the_title_are_explained_by_its_finding(national: Pack) -> None:
    lines = ["古郊乡政府信息公开工作年度报告", "一、总体情况", "古郊乡人民政府", "2024年1月"]
    body = Location("word/document.xml", "/w:document/w:body")
    document = Document(
        tuple(
            Paragraph(text, msgspec.structs.replace(body, path=f"{body.path}/w:p[{at}]"))
            for at, text in enumerate(lines, 1)
        ),
        body,
    )
    names = {"title", "title-wording", "report-year", "stale-year"}
    verdict = judge(bind(document, national.form), [r for r in national.rules if r.name in names])
    assert [finding.rule for finding in verdict.findings] == ["title"]
    assert {unchecked.rule for unchecked in verdict.unchecked} == names - {"title"}
    assert all(unchecked.explained for unchecked in verdict.unchecked)


@pytest.mark.parametrize(
    ("line", "rules"),
    [
        ("2023政府信息公开工作年度报告", ["title-wording"]),
        ("2022年政府信息公开工作年度报告", ["report-year"]),
        ("2022年度政府信息公开工作年度报告", ["report-year", "title-wording"]),
    ],
)
def test_a_fault_of_the_year_is_one_finding(
    line: str, rules: list[str], verdict_of: VerdictOf
) -> None:
    verdict = verdict_of(None, {"2023年政府信息公开工作年度报告\n": f"{line}\n"})
    assert [finding.rule for finding in verdict.findings] == rules
