"""The good document of the national pack is the form, filled in without a fault."""

from __future__ import annotations

from decimal import Decimal

import pytest

from docxlint import reader
from docxlint.authoring.markdown import parse
from docxlint.authoring.write import docx_bytes
from docxlint.form.fill import fill
from docxlint.form.filled import Filled
from docxlint.pack import document, load, shipped
from docxlint.rule import Pack
from docxlint.text import fold


@pytest.fixture(scope="module")
def pack() -> Pack:
    from docxlint.builtin import docxlint_kinds

    kinds = {kind.name: kind for kind in docxlint_kinds()}
    return load(shipped() / "annual-report", kinds)


@pytest.fixture(scope="module")
def filled(pack: Pack) -> Filled:
    return fill(reader.read(docx_bytes(parse(document(pack)))), pack.form)


def figures(filled: Filled, table: str, row: str) -> list[Decimal]:
    found = filled.tables[table].row(row)
    assert found is not None
    values = [f.figure.value for f in found.figures if f is not None]
    return [value for value in values if value is not None]


def test_its_title_is_that_of_the_form(filled: Filled) -> None:
    assert filled.title is not None
    assert filled.title.text == "青石县云溪镇人民政府2023年政府信息公开工作年度报告"
    assert (filled.title.organ, filled.year) == ("青石县云溪镇人民政府", 2023)


def test_its_sections_are_those_of_the_form_word_for_word(filled: Filled, pack: Pack) -> None:
    headings = [section.heading.text for section in filled.sections]
    assert headings == [section.heading for section in pack.form.sections]


def test_its_tables_have_every_row_and_header_of_the_form(filled: Filled) -> None:
    assert list(filled.tables) == ["proactive", "requests", "review"]
    for table in filled.tables.values():
        assert table.unknown == ()
        for block in table.blocks:
            assert (block.headers, block.missing, block.former) == ((), (), ())
        for row in table.rows():
            assert [(cell.text, label) for cell, label in row.labels if cell.text != label] == []
            assert row.extra == ()


def test_every_figure_is_there_and_plain(filled: Filled) -> None:
    cells = [f for t in filled.tables.values() for row in t.rows() for f in row.figures]
    assert len(cells) == 10 + 175 + 15
    assert all(f is not None and f.figure.plain for f in cells)


def test_its_requests_add_up(filled: Filled) -> None:
    rows = [row.line.name for row in filled.tables["requests"].rows()]
    results = rows[rows.index("granted") : rows.index("handled")]
    assert len(results) == 21
    for name in rows:
        *parts, total = figures(filled, "requests", name)
        assert sum(parts) == total, name
    columns = zip(*(figures(filled, "requests", name) for name in results), strict=True)
    assert [sum(column) for column in columns] == figures(filled, "requests", "handled")
    received = zip(
        figures(filled, "requests", "new"), figures(filled, "requests", "carried_in"), strict=True
    )
    done = zip(
        figures(filled, "requests", "handled"),
        figures(filled, "requests", "carried_out"),
        strict=True,
    )
    assert [sum(pair) for pair in received] == [sum(pair) for pair in done]


def test_its_reviews_add_up(filled: Filled) -> None:
    cases = figures(filled, "review", "cases")
    for start in (0, 5, 10):
        assert sum(cases[start : start + 4]) == cases[start + 4] > 0


def test_no_column_of_requests_is_all_zero(filled: Filled) -> None:
    assert all(figures(filled, "requests", "new"))
    assert all(figures(filled, "requests", "handled"))


def test_its_prose_says_the_figures_of_its_tables(filled: Filled) -> None:
    text = fold("".join(passage.text for passage in filled.passages))
    new, old = (figures(filled, "requests", name)[-1] for name in ("new", "carried_in"))
    done, left = (figures(filled, "requests", name)[-1] for name in ("handled", "carried_out"))
    assert f"新收政府信息公开申请{new}件,上年结转{old}件" in text
    assert f"办结{done}件,结转下年度继续办理{left}件" in text
    cases = figures(filled, "review", "cases")
    assert f"行政复议{cases[4]}件、行政诉讼{cases[9] + cases[14]}件" in text
    licences, penalties, coercion = (
        figures(filled, "proactive", name)[0] for name in ("licences", "penalties", "coercion")
    )
    assert f"行政许可{licences}件、行政处罚{penalties}件、行政强制{coercion}件" in text
    made, repealed, valid = figures(filled, "proactive", "documents")
    assert f"行政规范性文件{made}件,废止{repealed}件,现行有效{valid}件" in text


def test_a_township_reports_no_regulations(filled: Filled) -> None:
    assert figures(filled, "proactive", "regulations") == [0, 0, 0]
