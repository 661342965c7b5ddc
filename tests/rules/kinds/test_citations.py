from __future__ import annotations

from collections.abc import Callable

import pytest

from docxlint.core.finding import Problem
from docxlint.form.bound import BoundForm
from docxlint.rules.kinds.citations import Options, run

Prose = Callable[..., BoundForm]

OPTIONS = Options(agencies={"国办公开办涵": "国办公开办函", "国办政务公开办函": "国办公开办函"})

WRONG = {
    "依照国办公开办函[2021]30号执行。": ("国办公开办函[2021]30号", "国办公开办函〔2021〕30号"),
    "（国办公开办函(2021)30号）": ("国办公开办函(2021)30号", "国办公开办函〔2021〕30号"),
    "（国办公开办函（2021）30号）": ("国办公开办函（2021）30号", "国办公开办函〔2021〕30号"),
    "（国办公开办函【2021】30号）": ("国办公开办函【2021】30号", "国办公开办函〔2021〕30号"),
    "（国办公开办函［2021］30号）": ("国办公开办函［2021］30号", "国办公开办函〔2021〕30号"),
    "（国办公开办函〔2021]30号）": ("国办公开办函〔2021]30号", "国办公开办函〔2021〕30号"),
    "（青政发〔2021〕第30号）": ("青政发〔2021〕第30号", "青政发〔2021〕30号"),
    "（青政发〔2021〕03号）": ("青政发〔2021〕03号", "青政发〔2021〕3号"),
    "（青政发〔2021年〕3号）": ("青政发〔2021年〕3号", "青政发〔2021〕3号"),
    "（青政发 （2021） 第003 号）": ("青政发（2021）第003号", "青政发〔2021〕3号"),
    "（国办公开办涵〔2021〕30号）": ("国办公开办涵〔2021〕30号", "国办公开办函〔2021〕30号"),
    "（国办公开办涵[2021]30号）": ("国办公开办涵[2021]30号", "国办公开办函〔2021〕30号"),
    "（国办政务公开办函〔2021〕30号）": (
        "国办政务公开办函〔2021〕30号",
        "国办公开办函〔2021〕30号",
    ),
    "见国办公开办涵的要求。": ("国办公开办涵", "国办公开办函"),
}

RIGHT = [
    "（国办公开办函〔2021〕30号）",
    "（宁政办发〔2023〕24 号）",
    "（宁政办发〔２０２３〕24号）",
    "（宁政办发﹝2023﹞24号）",
    "（云阳府办工作通知〔2024〕2号）",
    "全年（2023）公开12条，第3号公开栏已更换。",
    "《网信办公告（2021）第3号》",
    "《国务院令（2019）第711号》",
    "国务院令第711号",
    "（2023）京01行初24号",
    "危房改造三批（2023）3号楼",
    "该文件（2023）24号柜",
    "见https://www.example.com/zf[2021]3号",
    "热线12345号",
    "国发〔2021〕0号",
    "编号（2023）30号。",
]


@pytest.mark.parametrize(("text", "number"), WRONG.items())
def test_a_wrongly_written_document_number_is_one_finding(
    prose: Prose, text: str, number: tuple[str, str]
) -> None:
    (outcome,) = run(prose("## 一、总体情况", text), OPTIONS)
    assert isinstance(outcome, Problem)
    assert (outcome.found, outcome.expected) == number
    assert outcome.message.zh == f"文号应为“{number[1]}”，现为“{number[0]}”"
    place = outcome.location
    assert "".join(text[place.start : place.end].split()) == number[0]
    assert outcome.fix is not None
    assert (outcome.fix.location, outcome.fix.text) == (place, number[1])


@pytest.mark.parametrize("text", RIGHT)
def test_right_text_has_no_findings(prose: Prose, text: str) -> None:
    assert list(run(prose("## 一、总体情况", text), OPTIONS)) == []


def test_every_number_in_tables_and_notes_is_reported(prose: Prose) -> None:
    bound = prose(
        "依照青政发[2021]3号和青政发(2022)4号。", "|青政发[2023]5号|", footnote="青政发[2024]6号"
    )
    outcomes = [o for o in run(bound, OPTIONS) if isinstance(o, Problem)]
    assert [o.expected for o in outcomes] == [
        "青政发〔2021〕3号",
        "青政发〔2022〕4号",
        "青政发〔2023〕5号",
        "青政发〔2024〕6号",
    ]
    assert outcomes[-1].location.part == "word/footnotes.xml"
