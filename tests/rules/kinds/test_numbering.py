from __future__ import annotations

from collections.abc import Callable

import pytest

from docxlint.core.finding import Problem, Unchecked
from docxlint.core.reference import SectionRef
from docxlint.form.bound import BoundForm
from docxlint.rules.kinds.numbering import Options, run
from docxlint.text.zh.heading_numbers import write_number

Prose = Callable[..., BoundForm]

RIGHT = {
    "levels as prescribed": "（一）甲\n1.子\n2.丑\n（1）寅\n（2）卯\n（二）乙\n1.子\n（三）丙",
    "a level left out": "（一）甲\n（1）子\n（2）丑\n（二）乙\n（1）子",
    "half-width brackets": "(一)甲\n（二）乙\n( 三 )丙",
    "points written in three ways": "1.甲\n2、乙\n3．丙",
    "a list that starts again after an introduction": "问题：\n1.甲\n2.乙\n措施：\n1.丙\n2.丁",
    "a second list of one item": "存在问题：\n（一）甲\n改进情况\n（一）乙",
    "a second list after a paragraph": "（一）甲\n（二）乙\n为此，我镇采取以下措施。\n（一）丙\n（二）丁",
    "years, decimals, dates and counts": "2023年公开信息。\n2.5万元收入。\n12.31截止。\n（2023年）甲。\n3人参加。",
    "numbers within items": "（一）甲。一是子。二是丑。\n（二）乙，其中1.子；2.丑。",
    "numbers run into one paragraph": "主要问题：1.甲；2.乙；\n3.丙。",
    "a number run into the paragraph before": "（一）甲。（二）乙。\n（三）丙。",
    "a line break within a paragraph": "（一）甲\v（二）乙\n（三）丙",
    "a list that begins with an unknown style": "1）甲\n2.乙\n3.丙",
    "sequential numbers across parents": "（一）甲\n1.子\n2.丑\n（二）乙\n3.寅\n4.卯",
    "levels the other way round": "1.甲\n（一）子\n2.乙\n（一）丑\n（二）寅\n3.丙",
    "numbers up to twenty": "\n".join(f"（{n}）甲" for n in range(1, 21)),
    "Chinese numbers up to thirteen": "\n".join(
        write_number("han-bracket", n) + "甲" for n in range(1, 14)
    ),
    "automatic numbers": "{（一）}甲\n{（二）}乙\n（三）丙",
    "a text box beside the text": "（一）甲\n[] （五）图\n（二）乙",
    "a list in a table": "（一）甲\n|（二）乙|\n（三）丙",
    "a top-level number in running text": "三、四季度共公开12条。",
    "a section of an article": "（一）甲\n1.子\n2.丑\n正文一段。\n3.寅\n（二）乙",
    "a list led in by the item before": "1.甲\n2.乙。下一步采取以下措施：\n1.丙\n2.丁",
    "an annex": "附件：1.甲\n2.乙",
    "nothing numbered": "甲。\n乙。",
}

WRONG = {
    "（一）甲\n（三）丙\n（二）乙\n（四）丁": ["“（三）”的位置不对，应在“（二）”之后"],
    "（二）乙\n（一）甲\n（三）丙": ["“（二）”的位置不对，应在“（一）”之后"],
    "（二）乙\n（三）丙\n（一）甲": ["“（一）”的位置不对，应排在最前"],
    "1.甲\n3.丙\n4.丁\n2.乙": ["“2.”的位置不对，应在“1.”之后"],
    "（一）甲\n（二）乙\n（3） 丙\n（4） 丁": [
        "序号“（3）”与同级的“（一）”写法不一致，应为“（三）”",
        "序号“（4）”与同级的“（一）”写法不一致，应为“（四）”",
    ],
    "（一）甲\n正文。\n（二）乙\n正文。\n3.丙\n（四）丁": [
        "序号“3.”与同级的“（一）”写法不一致，应为“（三）”"
    ],
    "（1）甲\n（二）乙\n（三）丙": ["序号“（1）”与同级的“（二）”写法不一致，应为“（一）”"],
    "（一）甲\n（三）乙\n（四）丙": ["序号不连续：“（一）”后应为“（二）”，现为“（三）”"],
    "（一）甲\n（三）乙\n（三）丙": ["序号不连续：“（一）”后应为“（二）”，现为“（三）”"],
    "（一）甲\n（二）乙\n（二）丙\n（三）丁": ["序号不连续：“（二）”后应为“（三）”，现为“（二）”"],
    "（一）甲\n（二）乙\n（二）丙\n（四）丁": ["序号不连续：“（二）”后应为“（三）”，现为“（二）”"],
    "（一）甲\n这一方面全年完成情况良好，群众满意。\n（一）乙": [
        "序号不连续：“（一）”后应为“（二）”，现为“（一）”"
    ],
    "（一）甲\n无。\n（一）乙": ["序号不连续：“（一）”后应为“（二）”，现为“（一）”"],
    "（一）甲。一是子。二是丑；\n1.寅\n2.卯\n（三）乙": [
        "序号不连续：“（一）”后应为“（二）”，现为“（三）”"
    ],
    "1.甲\n2.乙\n4.丙": ["序号不连续：“2.”后应为“3.”，现为“4.”"],
    "1.甲\n2.乙\n1.丙\n": ["序号不连续：“2.”后应为“3.”，现为“1.”"],
    "（二）甲\n（三）乙": ["序号从“（二）”开始，前面没有“（一）”"],
    "（一）甲\n1.子\n3.丑\n（二）乙\n1.寅\n2.卯": ["序号不连续：“1.”后应为“2.”，现为“3.”"],
    "（十）甲": ["序号从“（十）”开始，前面没有“（一）”"],
}


def judged(prose: Prose, text: str) -> list[Problem]:
    lines = [line.replace("\v", "\n") for line in text.split("\n")]
    outcomes = list(run(prose("## 一、总体情况", *lines), Options()))
    assert all(isinstance(outcome, Problem) for outcome in outcomes)
    return [outcome for outcome in outcomes if isinstance(outcome, Problem)]


@pytest.mark.parametrize("text", RIGHT.values(), ids=RIGHT.keys())
def test_right_text_has_no_findings(prose: Prose, text: str) -> None:
    assert [problem.message.zh for problem in judged(prose, text)] == []


@pytest.mark.parametrize(("text", "messages"), WRONG.items())
def test_each_number_out_of_sequence_is_one_finding(
    prose: Prose, text: str, messages: list[str]
) -> None:
    assert [problem.message.zh for problem in judged(prose, text)] == messages


def test_a_number_in_another_style_has_a_fix(prose: Prose) -> None:
    (problem,) = judged(prose, "（一）甲\n（二）乙\n （3） 丙")
    assert (problem.location.start, problem.location.end) == (1, 4)
    assert (problem.found, problem.expected) == ("（3）", "（三）")
    assert problem.fix is not None
    assert problem.fix.text == "（三）"
    assert problem.location.section == "一、总体情况"


def test_an_automatic_number_has_no_fix(prose: Prose) -> None:
    (problem,) = judged(prose, "（一）甲\n（二）乙\n{（3）}丙")
    assert problem.fix is None


def test_numbering_starts_anew_in_each_section(prose: Prose) -> None:
    bound = prose("## 一、总体情况", "（一）甲", "（二）乙", "## 二、存在的主要问题", "（一）丙")
    assert list(run(bound, Options())) == []


def test_a_document_without_sections_is_unchecked(prose: Prose) -> None:
    (outcome,) = run(prose("（一）甲", "（三）乙"), Options())
    assert isinstance(outcome, Unchecked)
    assert outcome.causes == (SectionRef("overview"), SectionRef("problems"), SectionRef("other"))


def test_a_hundred_thousand_numbers_are_checked_in_linear_time(prose: Prose) -> None:
    text = "\n".join(f"（{n % 90 + 1}）甲" for n in range(100_000))
    assert len(judged(prose, text)) == 100_000 // 90
