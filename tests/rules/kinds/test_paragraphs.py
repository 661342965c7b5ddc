from __future__ import annotations

from collections.abc import Callable

import pytest

from docxlint.core.finding import Problem, Unchecked
from docxlint.core.regex import Regex
from docxlint.form.bound import BoundForm
from docxlint.rules.kinds.paragraphs import Options, run

Prose = Callable[..., BoundForm]

OPTIONS = Options(opens=Regex.parse("下一步|20[0-9]{2}|针对|同时"))
LONG = "交岔乡遵循公开为常态的原则，对应当公开的事项主动公开、随时更新，从群众的实际需"
WHOLE = "交岔乡遵循公开为常态的原则，对应当公开的事项主动公开、随时更新，取得了较好效果"

CUT = [
    (LONG, "求出发，对照年度重点梳理公开事项。"),
    (LONG, "", "求出发，对照年度重点梳理公开事项。"),
    (LONG, "[] 图一 云溪镇", "求出发，对照年度重点梳理公开事项。"),
    (WHOLE, "，受到群众好评。"),
    (f"{WHOLE}，", "针对不足之处，继续改进工作。"),
    (f"（一）主动公开。{LONG}", "求出发，对照年度重点梳理公开事项。"),
    (
        LONG,
        "求出发，对照年度重点梳理公开事项、完善公开目录、健全公开制度、改进公开方式并逐步落实到",
    ),
]

WHOLE_PARAGRAPHS = [
    (f"{WHOLE}。", "求出发，对照年度重点梳理公开事项。"),
    (WHOLE, "下一步，我镇将继续完善公开目录，健全公开制度。"),
    (WHOLE, "2024年，我镇将继续完善公开目录，健全公开制度。"),
    (WHOLE, "一是完善公开目录，健全公开制度。"),
    (WHOLE, "（二）依申请公开。没有收到公开申请，没有发生复议。"),
    (WHOLE, "2.完善公开目录，健全公开制度。"),
    (WHOLE, "{2.}完善公开目录，健全公开制度。"),
    (WHOLE, "### 完善公开目录和制度。"),
    (WHOLE, "云溪镇健全公开目录，完善公开制度。"),
    (WHOLE, "镇政府健全公开目录，完善公开制度。"),
    (WHOLE, "联系电话：0000-8866123，联系人：张三。"),
    (WHOLE, "|信息内容|", "求出发，对照年度重点梳理公开事项。"),
    (WHOLE, "青石县云溪镇人民政府", "2024年1月18日"),
    (WHOLE, "附件"),
    (WHOLE, "《公开指南》已经修订，见镇政府网站。"),
    (f"{WHOLE}；", "求出发，对照年度重点梳理公开事项。"),
    (f"{WHOLE}：", "求出发，对照年度重点梳理公开事项。"),
    (f"{WHOLE}（见网站）", "求出发，对照年度重点梳理公开事项。"),
    (f"{WHOLE}。”", "求出发，对照年度重点梳理公开事项。"),
    (f"{WHOLE}，见www.example.com", "求出发，对照年度重点梳理公开事项。"),
    (f"{WHOLE}，共12", "求出发，对照年度重点梳理公开事项。"),
    ("春耕夏耘，秋收冬藏，", "年年有余，岁岁平安。"),
    ("主动公开", "求出发，对照年度重点梳理公开事项。"),
    (
        "### 交岔乡遵循公开为常态的原则，对应当公开的事项主动公开并且随时更新的情况",
        "全年公开，没有遗漏。",
    ),
    (
        "联系地址：青石县云溪镇中心大街政府大院便民服务中心一楼大厅东侧，从正门进入",
        "邮政编码和电话，见网站首页。",
    ),
    ("[] " + LONG, "求出发，对照年度重点梳理公开事项。"),
    (LONG,),
]


@pytest.mark.parametrize("lines", CUT)
def test_a_sentence_that_continues_in_the_next_paragraph_is_split(
    prose: Prose, lines: tuple[str, ...]
) -> None:
    (outcome,) = run(prose("## 一、总体情况", *lines), OPTIONS)
    assert isinstance(outcome, Problem)
    assert outcome.location.paragraph == 3
    assert outcome.related[0].paragraph == 2 + len(lines)


@pytest.mark.parametrize("lines", WHOLE_PARAGRAPHS)
def test_complete_paragraphs_have_no_findings(prose: Prose, lines: tuple[str, ...]) -> None:
    assert list(run(prose("## 一、总体情况", *lines), OPTIONS)) == []


def test_both_sides_of_the_split_are_quoted(prose: Prose) -> None:
    bound = prose("## 一、总体情况", f"{LONG} ", " 求出发，对照年度重点梳理公开事项。")
    (outcome,) = run(bound, OPTIONS)
    assert isinstance(outcome, Problem)
    assert outcome.message.zh == ("这一段似在句中断开，应与下一段合并")
    assert outcome.location.text == "随时更新，从群众的实际需"
    assert (outcome.location.start, outcome.location.end) == (len(LONG) - 12, len(LONG))
    assert (outcome.related[0].start, outcome.related[0].end) == (1, 13)


def test_the_last_paragraph_of_a_section_is_not_joined_to_the_next_section(prose: Prose) -> None:
    bound = prose("## 一、总体情况", LONG, "## 二、存在的主要问题", "求出发，对照重点梳理事项。")
    assert list(run(bound, OPTIONS)) == []


def test_a_document_without_running_text_is_unchecked(prose: Prose) -> None:
    (outcome,) = run(prose("## 一、总体情况", "|0|"), OPTIONS)
    assert isinstance(outcome, Unchecked)
