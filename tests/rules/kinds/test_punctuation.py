from __future__ import annotations

from collections.abc import Callable

import pytest

from docxlint.form.bound import BoundForm
from docxlint.rules.kinds.punctuation import Options, run

Prose = Callable[..., BoundForm]

WRONG = [
    ("发布时间: 2022-01-21", ["“发布时间: 2022-”中的半角标点“:”应为“：”"]),
    ("2021年度,没有收到申请。", ["“2021年度,没有收到申请”中的半角标点“,”应为“，”"]),
    ("公开信息12条,3次上墙。", ["“开信息12条,3次上墙。”中的半角标点“,”应为“，”"]),
    ("质量还要提高;", ["“质量还要提高;”中的半角标点“;”应为“；”"]),
    ("为什么还要公开?", ["“什么还要公开?”中的半角标点“?”应为“？”"]),
    ("(一)主动公开方面", ["这一段有2处半角标点：“(”1处（应为“（”）、“)”1处（应为“）”）"]),
    ("显示屏(LED)已启用。", ["这一段有2处半角标点：“(”1处（应为“（”）、“)”1处（应为“）”）"]),
    ("全年公开(3条)。", ["这一段有2处半角标点：“(”1处（应为“（”）、“)”1处（应为“）”）"]),
    ("保持“高压”,认真审核。", ["“保持“高压”,认真审核。”中的半角标点“,”应为“，”"]),
    ('坚持"应公开尽公开"原则。', ['这一段有2处半角标点：“"”1处（应为““”）、“"”1处（应为“””）']),
    ("工作已完成.", ["“工作已完成.”中的半角标点“.”应为“。”"]),
    ("工作已完成.下一步继续。", ["“工作已完成.下一步继续。”中的半角标点“.”应为“。”"]),
    (
        "依照《关于印发<年度报告格式>的通知》执行。",
        ["这一段有2处半角标点：“<”1处（应为“〈”）、“>”1处（应为“〉”）"],
    ),
    ("依照<年度报告格式>执行。", ["这一段有2处半角标点：“<”1处（应为“《”）、“>”1处（应为“》”）"]),
    (
        "网址:www.example.com/a?b=1,c;邮箱a@b.cn。",
        ["这一段有2处半角标点：“:”1处（应为“：”）、“;”1处（应为“；”）"],
    ),
    ("A类,B类。", ["“A类,B类。”中的半角标点“,”应为“，”"]),
]

RIGHT = [
    "共1,009条，时间为10:30，比例3:2，占1.5%。",
    "见https://www.example.com/a?b=1,c;d:e(f)和www.example.gov.cn:8080/x。",
    "邮箱：a.b,c@example.com。",
    "屏幕有LED, LCD (TFT, OLED)等。",
    "Contact us: Yunxi Town Government, Qingshi County (云溪), tel. 0000-8866123, open 9:00.",
    "电话：(0593)8866123，传真：(0593) 8866124。",
    '分辨率达1920*1080，配有55"显示屏一台。',
    "正在建设...请稍候。",
    "占比<5%的项目和>10%的项目。",
    "适用Word, Excel等软件，版本为v1.2.3。",
    "一.总体安排",
    "1.加强领导；2.完善制度。",
    "公开为常态，不公开为例外。",
    "Ｗｉｎｄｏｗｓ，１．２。",
    "2023.12.31前完成。",
    "a,b,c",
]


@pytest.mark.parametrize(("text", "messages"), WRONG)
def test_half_width_marks_in_chinese_text_are_one_finding_for_the_paragraph(
    prose: Prose, text: str, messages: list[str]
) -> None:
    problems = list(run(prose("## 一、总体情况", text), Options()))
    assert [problem.message.zh for problem in problems] == messages


@pytest.mark.parametrize("text", RIGHT)
def test_marks_of_numbers_addresses_and_latin_text_are_allowed(prose: Prose, text: str) -> None:
    assert list(run(prose("## 一、总体情况", text), Options())) == []


def test_tables_and_automatic_numbers_are_not_checked(prose: Prose) -> None:
    bound = prose("## 一、总体情况", "|（单位:万元）,合计|", "{(一)}主动公开", "{1,}依申请公开")
    assert list(run(bound, Options())) == []


def test_one_mark_has_a_fix_and_is_quoted_with_its_neighbours(prose: Prose) -> None:
    (problem,) = run(prose("## 一、总体情况", "全年公开,共12条。"), Options())
    assert (problem.location.start, problem.location.end) == (4, 5)
    assert problem.location.section == "一、总体情况"
    assert problem.found == "全年公开,共12条。"
    assert problem.expected == "全年公开，共12条。"
    assert problem.fix is not None
    assert (problem.fix.location, problem.fix.text) == (problem.location, "，")


def test_several_marks_are_counted_and_each_has_a_location(prose: Prose) -> None:
    (problem,) = run(prose("## 一、总体情况", "甲乙,丙丁;戊己,庚辛"), Options())
    assert problem.message.zh == "这一段有3处半角标点：“,”2处（应为“，”）、“;”1处（应为“；”）"
    assert problem.message.en == (
        "this paragraph has 3 half-width marks: 2 × “,” (should be “，”), 1 × “;” (should be “；”)"
    )
    assert problem.fix is not None
    places = (problem.fix, *problem.fix.also)
    assert [(f.location.start, f.location.text, f.text) for f in places] == [
        (p.start, p.text, {",": "，", ";": "；"}[p.text]) for p in problem.related
    ]
    assert problem.location.start is None
    assert [(place.start, place.end) for place in problem.related] == [(2, 3), (5, 6), (8, 9)]


def test_titles_and_headings_are_checked_too(prose: Prose) -> None:
    title = "青石县云溪镇(试点)2023年政府信息公开工作年度报告"
    problems = list(run(prose("## 一、总体情况:", title=title), Options()))
    assert [problem.location.paragraph for problem in problems] == [1, 2]


def test_a_long_paragraph_of_marks_is_checked_in_linear_time(prose: Prose) -> None:
    (problem,) = run(prose("## 一、总体情况", "公开,(信息)" * 20000), Options())
    assert problem.message.zh.startswith("这一段有60000处半角标点")
    assert len(problem.related) == 20


@pytest.mark.parametrize("number", ["国办公开办函(2021)30号", "青政办发(2023)第 12 号"])
def test_the_brackets_of_a_document_number_belong_to_another_rule(
    number: str, prose: Prose
) -> None:
    assert list(run(prose("## 一、总体情况", f"依照《通知》（{number}）执行。"), Options())) == []
    (problem,) = run(prose("## 一、总体情况", f"依照通知({number})执行。"), Options())
    assert problem.message.zh.startswith("这一段有2处半角标点")
