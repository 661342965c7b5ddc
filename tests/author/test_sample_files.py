"""The good document of the national pack is the form, filled in correctly."""

from __future__ import annotations

from decimal import Decimal

import pytest

from docxlint.author.markdown_parser import parse
from docxlint.form.bind import bind
from docxlint.form.bound import BoundForm
from docxlint.packs import document, load, shipped
from docxlint.rules.rule import Pack
from docxlint.text.zh.folding import fold
from docxlint.word import read
from docxlint.word.make.write_document import docx_bytes


@pytest.fixture(scope="module")
def pack() -> Pack:
    from docxlint.plugins.builtin import docxlint_kinds

    kinds = {kind.name: kind for kind in docxlint_kinds()}
    return load(shipped() / "annual-report", kinds)


@pytest.fixture(scope="module")
def bound(pack: Pack) -> BoundForm:
    return bind(read.read(docx_bytes(parse(document(pack)))), pack.form)


def figures(bound: BoundForm, table: str, row: str) -> list[Decimal]:
    found = bound.tables[table].row(row)
    assert found is not None
    values = [f.figure.value for f in found.figures if f is not None]
    return [value for value in values if value is not None]


def test_its_title_is_that_of_the_form(bound: BoundForm) -> None:
    assert bound.title is not None
    assert bound.title.text == "青石县云溪镇人民政府2023年政府信息公开工作年度报告"
    assert (bound.title.organ, bound.year) == ("青石县云溪镇人民政府", 2023)


def test_its_sections_are_those_of_the_form_word_for_word(bound: BoundForm, pack: Pack) -> None:
    headings = [section.heading.text for section in bound.sections]
    assert headings == [section.heading for section in pack.form.sections]


def test_its_tables_have_every_row_and_header_of_the_form(bound: BoundForm) -> None:
    assert list(bound.tables) == ["proactive", "requests", "review"]
    for table in bound.tables.values():
        assert table.unknown == ()
        for block in table.blocks:
            assert (block.headers, block.missing, block.superseded_uses) == ((), (), ())
        for row in table.rows():
            assert [(cell.text, label) for cell, label in row.labels if cell.text != label] == []
            assert row.extra == ()


def test_every_figure_is_present_and_plain(bound: BoundForm) -> None:
    cells = [f for t in bound.tables.values() for row in t.rows() for f in row.figures]
    assert len(cells) == 10 + 175 + 15
    assert all(f is not None and f.figure.plain for f in cells)


def test_its_requests_add_up(bound: BoundForm) -> None:
    rows = [row.line.name for row in bound.tables["requests"].rows()]
    results = rows[rows.index("granted") : rows.index("handled")]
    assert len(results) == 21
    for name in rows:
        *parts, total = figures(bound, "requests", name)
        assert sum(parts) == total, name
    columns = zip(*(figures(bound, "requests", name) for name in results), strict=True)
    assert [sum(column) for column in columns] == figures(bound, "requests", "handled")
    received = zip(
        figures(bound, "requests", "new"), figures(bound, "requests", "carried_in"), strict=True
    )
    done = zip(
        figures(bound, "requests", "handled"),
        figures(bound, "requests", "carried_out"),
        strict=True,
    )
    assert [sum(pair) for pair in received] == [sum(pair) for pair in done]


def test_its_reviews_add_up(bound: BoundForm) -> None:
    cases = figures(bound, "review", "cases")
    for start in (0, 5, 10):
        assert sum(cases[start : start + 4]) == cases[start + 4] > 0


def test_no_column_of_requests_is_all_zero(bound: BoundForm) -> None:
    assert all(figures(bound, "requests", "new"))
    assert all(figures(bound, "requests", "handled"))


def test_its_prose_has_the_figures_of_its_tables(bound: BoundForm) -> None:
    text = fold("".join(passage.text for passage in bound.passages))
    new, old = (figures(bound, "requests", name)[-1] for name in ("new", "carried_in"))
    done, left = (figures(bound, "requests", name)[-1] for name in ("handled", "carried_out"))
    assert f"新收政府信息公开申请{new}件,上年结转{old}件" in text
    assert f"办结{done}件,结转下年度继续办理{left}件" in text
    cases = figures(bound, "review", "cases")
    assert f"行政复议{cases[4]}件、行政诉讼{cases[9] + cases[14]}件" in text
    licences, penalties, coercion = (
        figures(bound, "proactive", name)[0] for name in ("licences", "penalties", "coercion")
    )
    assert f"行政许可{licences}件、行政处罚{penalties}件、行政强制{coercion}件" in text
    made, repealed, valid = figures(bound, "proactive", "documents")
    assert f"行政规范性文件{made}件,废止{repealed}件,现行有效{valid}件" in text


def test_a_township_reports_no_regulations(bound: BoundForm) -> None:
    assert figures(bound, "proactive", "regulations") == [0, 0, 0]
