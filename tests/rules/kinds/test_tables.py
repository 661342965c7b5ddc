from collections.abc import Callable

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
