from collections.abc import Callable

import msgspec
import pytest

from docxlint.core.document import Drawing
from docxlint.core.finding import NotApplicable, Problem, Unchecked
from docxlint.core.reference import TITLE, TableRef
from docxlint.form.bound import BoundForm
from docxlint.rules.kinds.tables import Options, run

Bind = Callable[..., BoundForm]
OLD_WORDS = {"本年制发件数": "本年新制作数量"}


def test_a_document_with_all_tables_passes(bound: Bind) -> None:
    assert list(run(bound(), Options("present"))) == []
    assert list(run(bound(), Options("current"))) == []


def test_a_missing_table_is_reported_at_its_section(bound: Bind, good: str) -> None:
    start, end = good.index("| （本列数据"), good.index("## 四、")
    document = bound({good[start:end]: "\n"})
    (problem,) = run(document, Options("present"))
    assert isinstance(problem, Problem)
    assert problem.message.zh == "“三、收到和处理政府信息公开申请情况”下面没有规定的表格"
    assert problem.subjects == (TableRef("requests"),)
    assert list(run(document, Options("present", tables=(TableRef("review"),)))) == []


@pytest.mark.parametrize(
    ("words", "message", "quoted"),
    [
        (
            "一、本年新收\t15\t4\t25",
            "只有用制表符排列的文字；里面的数字没有核对，应改用 Word 表格填写",
            "一、本年新收 15 4 25",
        ),
        ("见下文。", "", None),
    ],
)
def test_what_stands_in_place_of_a_table_is_named(
    words: str, message: str, quoted: str | None, bound: Bind, good: str
) -> None:
    start, end = good.index("| （本列数据"), good.index("## 四、")
    (problem,) = run(bound({good[start:end]: f"\n{words}\n\n"}), Options("present"))
    assert isinstance(problem, Problem)
    assert problem.message.zh.partition("没有规定的表格")[2].removeprefix("，") == message
    assert [place.text for place in problem.related] == ([quoted] if quoted else [])


def test_a_picture_in_place_of_a_table_is_named(bound: Bind, good: str) -> None:
    start, end = good.index("| （本列数据"), good.index("## 四、")
    document = bound({good[start:end]: "\n图\n\n"})
    passages = list(document.passages)
    at = next(i for i, passage in enumerate(passages) if passage.text == "图")
    drawn = msgspec.structs.replace(
        passages[at].paragraph, drawings=(Drawing("picture", passages[at].location),)
    )
    passages[at] = msgspec.structs.replace(passages[at], paragraph=drawn)
    document = msgspec.structs.replace(document, passages=tuple(passages))
    (problem,) = run(document, Options("present"))
    assert isinstance(problem, Problem)
    assert "只有图片或嵌入的对象；里面的表格读不出来" in problem.message.zh
    assert problem.related == (passages[at].location,)


def test_words_of_a_superseded_form_are_quoted(bound: Bind) -> None:
    (problem,) = run(bound(OLD_WORDS), Options("current"))
    assert isinstance(problem, Problem)
    assert problem.message.zh == "表格用了已停用的格式：“本年新制作数量”"


def test_the_form_is_checked_from_a_year_on(bound: Bind) -> None:
    (outcome,) = run(bound(OLD_WORDS, year=2020), Options("current", since=2021))
    assert isinstance(outcome, NotApplicable)
    undated = bound(
        {
            "# 2023年政府信息公开": "# 政府信息公开",
            "自2023年1月1日起至2023年12月31日止": "自2022年1月1日起至2022年12月31日止",
        }
    )
    (unknown,) = run(undated, Options("current", since=2021))
    assert isinstance(unknown, Unchecked)
    assert unknown.causes == (TITLE,)
