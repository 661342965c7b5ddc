from collections.abc import Callable

import msgspec
import pytest

from docxlint.core.document import Cell, Document, Paragraph, Story, Table
from docxlint.core.finding import NotApplicable, Problem
from docxlint.core.location import Location
from docxlint.form.bind import bind
from docxlint.form.bound import BoundForm
from docxlint.form.schema import Form, SectionForm, TitleForm
from docxlint.rules.engine import Verdict
from docxlint.rules.kinds.dates import KIND, Options

VerdictOf = Callable[..., Verdict]


@pytest.mark.parametrize(
    "text",
    [
        "自2023年1月1日起至2023年12月31日止。",
        "1949年10月1日，中华人民共和国成立。",
        "自2019年5月15日起施行。",
        "2023 年，交岔乡人民政府未收到申请，截至 12 月底共公开 105 条。",
        "5月30日和11月30日各清查一次。",
        "平台升级到2.0.1版，地址 https://www.example.gov.cn/2023/02/30/a.html，IP 为 10.1.2.3。",
        "联系电话：0951-7012345，邮编：745000。",
        "（国办公开办函〔2021〕30号）（青政办发〔2023〕12号）",
        "逢农历二月三十日赶集。",
        "第二十条第（一）项，第1.2.3条。",
        "历时13个月31天。",
    ],
)
def test_right_text_has_no_findings(verdict_of_lines: VerdictOf, text: str) -> None:
    for rule in ("date-invalid", "date-format"):
        verdict = verdict_of_lines(rule, {"overview": [text]})
        assert (verdict.findings, verdict.unchecked, verdict.broken) == ((), (), ())


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("11月31日召开会议。", "日期“11月31日”不存在：11月只有30天"),
        ("2023年2月29日召开会议。", "日期“2023年2月29日”不存在：2月只有28天"),
        ("2023年13月印发。", "日期“2023年13月”不存在：没有13月"),
        ("2023-02-30印发。", "日期“2023-02-30”不存在：2月只有28天"),
        ("2023年5月0日印发。", "日期“2023年5月0日”不存在"),
    ],
)
def test_an_impossible_date_has_no_second_finding_for_its_format(
    verdict_of_lines: VerdictOf, text: str, message: str
) -> None:
    (finding,) = verdict_of_lines("date-invalid", {"overview": [text]}).findings
    assert finding.message.zh == message
    assert verdict_of_lines("date-format", {"overview": [text]}).findings == ()


def test_a_wrong_format_has_its_location_and_a_fix(verdict_of_lines: VerdictOf) -> None:
    text = "截至 2023 年 12 月 31 日，没有收到申请。"
    (finding,) = verdict_of_lines("date-format", {"overview": [text]}).findings
    place = finding.location
    assert text[place.start : place.end] == finding.found == "2023 年 12 月 31 日"
    assert place.section == "一、总体情况"
    assert finding.fix is not None
    assert finding.fix.text == finding.expected == "2023年12月31日"
    assert finding.fix.location == place


def test_every_date_of_a_paragraph_is_checked(verdict_of_lines: VerdictOf) -> None:
    text = "2023年01月01日至2023.12.31，共3次。"
    findings = verdict_of_lines("date-format", {"overview": [text]}).findings
    assert [finding.found for finding in findings] == ["2023年01月01日", "2023.12.31"]


def test_the_format_of_dates_before_the_sections_and_in_the_signature_is_checked(
    verdict_of_lines: VerdictOf,
) -> None:
    verdict = verdict_of_lines(
        "date-format",
        front=["发布时间: 2022-01-21"],
        end=["古郊乡人民政府", "二〇二四年一月十五日"],
    )
    assert [finding.expected for finding in verdict.findings] == ["2022年1月21日", "2024年1月15日"]


BODY = Location("word/document.xml", "/w:document/w:body")


def report(*blocks: Paragraph | Table, stories: tuple[Story, ...] = ()) -> BoundForm:
    form = Form(TitleForm("决算", "{organ}{year}年决算"), (SectionForm("all", "一、说明"),))
    return bind(Document(blocks, BODY, stories), form)


def paragraph(text: str, path: str) -> Paragraph:
    return Paragraph(text, msgspec.structs.replace(BODY, path=f"{BODY.path}{path}"))


def test_dates_in_cells_and_nested_tables_are_checked() -> None:
    inner = "/w:tbl[1]/w:tr[1]/w:tc[1]"
    deep = paragraph("11月31日", f"{inner}/w:tbl[1]/w:tr[1]/w:tc[1]/w:p[1]")
    nested = Table(((Cell(deep.text, 0, 0, BODY, paragraphs=(deep,)),),), BODY)
    direct = paragraph("2023年2月30日", f"{inner}/w:p[1]")
    cell = Cell(direct.text, 0, 0, BODY, paragraphs=(direct,), tables=(nested,))
    bound = report(paragraph("一、说明", "/w:p[1]"), Table(((cell,),), BODY))
    found = [o.found for o in KIND.run(bound, Options("exists")) if isinstance(o, Problem)]
    assert found == ["2023年2月30日", "11月31日"]


def test_dates_in_footnotes_are_checked_but_not_in_comments() -> None:
    note, remark = paragraph("2023年2月30日", "/w:p[1]"), paragraph("2023年4月31日", "/w:p[2]")
    stories = (Story("footnote", (note,), BODY), Story("comment", (remark,), BODY))
    outcomes = list(KIND.run(report(stories=stories), Options("exists")))
    assert [o.found for o in outcomes if isinstance(o, Problem)] == ["2023年2月30日"]


def test_without_dates_the_rule_does_not_apply() -> None:
    (outcome,) = KIND.run(report(paragraph("一、说明", "/w:p[1]")), Options("wording"))
    assert isinstance(outcome, NotApplicable)
