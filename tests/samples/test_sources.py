"""The samples are what their sources make, and hold the figures and faults they are kept for."""

import subprocess
import sys
import zipfile
from itertools import pairwise
from pathlib import Path

import pytest

from docxlint.core.document import Document, Paragraph, Table
from docxlint.word.read import read

SAMPLES = Path(__file__).parents[2] / "sample_docs"


def _document(number: str) -> Document:
    (path,) = SAMPLES.glob(f"{number} *.docx")
    return read(path.read_bytes())


def _lines(number: str) -> list[str]:
    return [block.text for block in _document(number).blocks if isinstance(block, Paragraph)]


def _tables(number: str) -> list[list[list[str]]]:
    """Each table's rows as the texts of the cells that show in them, without white space."""
    tables = [block for block in _document(number).blocks if isinstance(block, Table)]
    return [
        [["".join(cell.text.split()) for cell in table.row(i)] for i in range(len(table.grid))]
        for table in tables
    ]


def _figures(table: list[list[str]], count: int) -> list[list[str]]:
    """The last `count` cells of the rows that end in that many figures or blanks."""
    rows = [row[-count:] for row in table if len(row) > count]
    return [row for row in rows if all(cell.isdecimal() or not cell for cell in row)]


def _paragraph(number: str, beginning: str) -> str:
    (line,) = (line for line in _lines(number) if line.startswith(beginning))
    return line


def test_every_sample_is_what_its_source_makes() -> None:
    run = subprocess.run(
        [sys.executable, str(SAMPLES / "make.py"), "--check"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")


def test_the_readme_names_every_sample() -> None:
    readme = (SAMPLES / "README.md").read_text(encoding="utf-8")
    names = sorted(path.name for path in SAMPLES.glob("*.docx"))
    assert len(names) == len(list((SAMPLES / "src").glob("*.md")))
    assert [name for name in names if name not in readme] == []


@pytest.mark.parametrize(
    ("number", "phrases"),
    [
        ("000", ["2023年度政府信息公开工作年度报告", "（3） 政府信息管理", "2024年1月15日"]),
        ("001", ["发布时间: 2022-01-21", "2021年1月1日截至2021年12月31日", "103条"]),
        ("002", ["丰收乡2023年政务公开工作总结", "七项部分组成", "七、其他需要报告的事项。"]),
        ("003", ["105 条", "1009 条", "518 条", "276 条", "102 条", "2023 年 12 月 31 日"]),
        ("004", ["56条", "3条", "5条", "16条", "30条", "2条", "1000余条", "2024年1月16日"]),
        ("005", ["328条", "新收政府信息公开申请14件", "行政复议3件", "2024年1月22日"]),
    ],
)
def test_a_sample_keeps_its_key_figures_and_phrases(number: str, phrases: list[str]) -> None:
    text = "\n".join(_lines(number))
    assert [message for message in phrases if message not in text] == []


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004", "005"])
def test_a_sample_has_the_three_tables_at_their_sizes(number: str) -> None:
    proactive, requests, review = _tables(number)
    assert len(_figures(requests, 7)) == (23 if number == "002" else 25)
    assert [len(row) for row in _figures(review, 14)] == [14]
    assert proactive[0] in (["第二十条第（一）项"], ["第二十条第(一)项"])


def test_jiyizhuang_has_eight_half_width_commas_in_one_paragraph_and_no_other_marks() -> None:
    marks = {line: [mark for mark in line if mark in ",;:?!()<>"] for line in _lines("000")}
    assert [marked for marked in marks.values() if marked] == [[","] * 8]


def test_gujiao_leaves_the_figures_of_22_rows_blank() -> None:
    rows = _figures(_tables("001")[1], 7)
    assert rows == [["0"] * 7] * 2 + [[""] * 7] * 22 + [["0"] * 7]


def test_gujiao_ends_with_an_empty_section() -> None:
    assert _lines("001")[-1] == "六、其他需要报告的事项"


def test_fengshou_has_the_superseded_table_and_other_in_one_row() -> None:
    proactive, requests, _ = _tables("002")
    assert ["政府集中采购", "3", "20万元"] in proactive
    assert [row for row in requests if "（六）其他处理" in row] == [
        ["三、本年度办理结果", "（六）其他处理", *["0"] * 7]
    ]


def test_jiaocha_has_two_sentences_cut_by_a_paragraph_mark() -> None:
    lines = _lines("003")
    assert [
        (line[-2:], after[:3])
        for line, after in pairwise(lines)
        if len(line) > 40 and line[-1] not in "。；"
    ] == [("际需", "求出发"), ("主动", "公开了")]


def test_jiaocha_has_been_saved_by_libreoffice() -> None:
    (path,) = SAMPLES.glob("003 *.docx")
    with zipfile.ZipFile(path) as package:
        assert b"<Application>LibreOffice" in package.read("docProps/app.xml")


def test_fengming_has_its_four_faulty_cells() -> None:
    proactive, requests, _ = _tables("004")
    assert ["信息内容", "本年制作件数", "本年废止件数", "现行有效件数"] in proactive
    assert ["规范性文件", "0", "0", "0"] in proactive
    assert ["行政事业性收费", "0", "0"] in proactive
    assert sum(cell.startswith("2.重申请人逾期") for row in requests for cell in row) == 1


@pytest.mark.parametrize(
    ("number", "level", "numbers"),
    [
        ("004", 0, ["一、", "二、", "三、", "四、", "五、", "六、"]),
        ("005", 0, ["一、", "二、", "三、", "四、", "五、", "六、"]),
        (
            "005",
            1,
            [
                "（一）",
                "（二）",
                "（三）",
                "（四）",
                "（五）",
                "（一）",
                "（二）",
                "（一）",
                "（二）",
            ],
        ),
    ],
)
def test_headings_are_numbered_by_word(number: str, level: int, numbers: list[str]) -> None:
    headings = [
        block
        for block in _document(number).blocks
        if isinstance(block, Paragraph) and block.level == level and block.number
    ]
    assert [heading.number for heading in headings] == numbers


def test_the_sums_of_qingshi_are_right() -> None:
    _, requests, review = _tables("005")
    rows = [[int(cell) for cell in row] for row in _figures(requests, 7)]
    new, carried_in, *results, handled, carried_out = rows
    for column in range(7):
        assert sum(row[column] for row in results) == handled[column]
        assert new[column] + carried_in[column] == handled[column] + carried_out[column]
    assert [row[6] for row in rows] == [sum(row[:6]) for row in rows]
    cases = [int(cell) for cell in review[-1]]
    assert [cases[i + 4] for i in (0, 5, 10)] == [sum(cases[i : i + 4]) for i in (0, 5, 10)]
    assert min(new[6], handled[6], carried_out[6], *(cases[i] for i in (4, 9, 14))) > 0
