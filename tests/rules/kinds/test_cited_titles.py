from collections.abc import Callable

import pytest

from docxlint.form.bound import BoundForm
from docxlint.rules.kinds.cited_titles import CitedDocument, Options, run

Prose = Callable[..., BoundForm]
OPTIONS = Options(
    (
        CitedDocument("政府信息公开条例", "国务院令第711号", "中华人民共和国政府信息公开条例"),
        CitedDocument("处理费管理办法", "国办函〔2020〕109号"),
    )
)
FEE = "《政府信息公开信息处理费管理办法》"


def check(prose: Prose, text: str) -> list[tuple[str | None, str | None]]:
    return [(p.found, p.expected) for p in run(prose("## 一、总体情况", text), OPTIONS)]


@pytest.mark.parametrize(
    ("text", "found", "expected"),
    [
        (f"依据{FEE}（国办函〔2020〕108号）", "国办函〔2020〕108号", "国办函〔2020〕109号"),
        (f"依据{FEE}(国办发[2020]109 号)", "国办发[2020]109 号", "国办函〔2020〕109号"),
        (f"依据{FEE}（国办函〔2021〕109号，略）", "国办函〔2021〕109号", "国办函〔2020〕109号"),
        ("《政府信息公开条例》（国务院令第771号）", "国务院令第771号", "国务院令第711号"),
        (
            "《中华人民共和国政府信息公开条列》",
            "中华人民共和国政府信息公开条列",
            "中华人民共和国政府信息公开条例",
        ),
        (
            "《中华人民共和国信息公开条例》",
            "中华人民共和国信息公开条例",
            "中华人民共和国政府信息公开条例",
        ),
    ],
)
def test_a_wrong_number_or_title_is_one_problem(
    text: str, found: str, expected: str, prose: Prose
) -> None:
    assert check(prose, text) == [(found, expected)]


@pytest.mark.parametrize(
    "text",
    [
        f"依据{FEE}（国办函[2020]第109号）",
        f"依据{FEE}（见附件2）",
        f"依据{FEE}，印发《通知》（青政办发〔2023〕12号）",
        "《中华人民共和国政府信息公开条例》（中华人民共和国国务院令第711号）",
        "《青海省政府信息公开条例》",
        "《中华人民共和国政府采购法》",
        "《条例》",
        "《关于〈政府信息公开信息处理费管理办法〉的解读》（第3期）",
        "《未写完的名称（国办函〔2020〕108号）",
    ],
)
def test_other_citations_are_right(text: str, prose: Prose) -> None:
    assert check(prose, text) == []
