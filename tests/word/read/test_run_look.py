"""Text that is hidden, struck through, raised, white or a prompt."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from docxlint.core.document import Concealment, Document, Paragraph, Table

Docx = Callable[..., bytes]
Reading = Callable[[bytes], Document]

STYLES = (
    '<w:style w:type="character" w:styleId="Gone"><w:rPr><w:strike/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Out"><w:rPr><w:strike/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Note"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
    "</w:style>"
)
SUP = '<w:vertAlign w:val="superscript"/>'


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


@pytest.fixture
def first(docx: Docx, reading: Reading) -> Callable[[str], tuple[Paragraph, Document]]:
    def read_first(body: str) -> tuple[Paragraph, Document]:
        document = reading(docx(body, styles=STYLES))
        paragraph = document.blocks[0]
        assert isinstance(paragraph, Paragraph)
        return paragraph, document

    return read_first


First = Callable[[str], tuple[Paragraph, Document]]


@pytest.mark.parametrize(
    "struck",
    [
        run("旧", "<w:strike/>"),
        run("旧", "<w:dstrike/>"),
        run("旧", '<w:rStyle w:val="Gone"/>'),
        run("旧", '<w:strike w:val="1"/><w:color w:val="FF0000"/>'),
    ],
)
def test_struck_text_does_not_count_and_is_recorded(struck: str, first: First) -> None:
    paragraph, document = first(p(run("甲"), struck, run("乙")))
    assert paragraph.text == "甲乙"
    (concealed,) = document.concealed
    assert (concealed.kind, concealed.text) == (Concealment.STRUCK, "旧")
    assert concealed.location.path == "/w:document/w:body/w:p[1]/w:r[2]/w:t[1]"
    assert concealed.location.paragraph == 1


@pytest.mark.parametrize(
    "plain",
    [
        run("旧", '<w:strike w:val="0"/>'),
        run("旧", '<w:rStyle w:val="Gone"/><w:strike w:val="0"/>'),
    ],
)
def test_text_that_is_not_struck_after_all_counts(plain: str, first: First) -> None:
    paragraph, document = first(p(run("甲"), plain))
    assert (paragraph.text, document.concealed) == ("甲旧", ())


def test_toggles_of_a_paragraph_style_and_a_character_style_cancel(first: First) -> None:
    out = '<w:pStyle w:val="Out"/>'
    assert first(p(run("甲"), properties=out))[0].text == ""
    assert first(p(run("甲", '<w:rStyle w:val="Gone"/>'), properties=out))[0].text == "甲"


def test_adjacent_struck_runs_are_one_stretch(first: First) -> None:
    _, document = first(p(run("旧", "<w:strike/>"), run("的", "<w:strike/>"), run("新")))
    assert [each.text for each in document.concealed] == ["旧的"]


@pytest.mark.parametrize(
    "mark",
    [
        run("1", SUP),
        run("注1", SUP),
        run("①", SUP),
        run("[1]", SUP),
        run("*", SUP),
        run("2", '<w:position w:val="6"/>'),
        run("1", '<w:rStyle w:val="Note"/>'),
        '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>1</w:t></w:r>',
    ],
)
def test_a_raised_mark_is_no_text(mark: str, first: First) -> None:
    paragraph, _ = first(p(run("12"), mark, run("件")))
    assert paragraph.text == "12件"
    (found,) = paragraph.marks
    assert found.offset == 2
    assert found.location.path.startswith("/w:document/w:body/w:p[1]/w:r[2]/w:t")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (p(run("12", SUP)), "12"),
        (p(run("1", '<w:position w:val="4"/>'), run(" ")), " 1"),
        (p(run("5"), run("th", SUP)), "5th"),
        (p(run("镇"), run("人民政府办公室", SUP)), "镇人民政府办公室"),
        (p(run("H"), run("2", '<w:vertAlign w:val="subscript"/>'), run("O")), "H2O"),
        (p(run("12"), run("3", '<w:position w:val="-6"/>')), "123"),
        (p(run("12", SUP + '<w:vertAlign w:val="baseline"/>')), "12"),
    ],
)
def test_raised_text_that_is_no_mark_counts(body: str, text: str, first: First) -> None:
    paragraph, _ = first(body)
    assert (paragraph.text, paragraph.marks) == (text, ())


@pytest.mark.parametrize(
    ("body", "white"),
    [
        (p(run("看不见", '<w:color w:val="FFFFFF"/>')), True),
        (p(run("看不见", '<w:color w:val="ffffff" w:themeColor="background1"/>')), True),
        (p(run("白字", '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="1F497D"/>')), False),
        (p(run("白字", '<w:color w:val="FFFFFF"/><w:highlight w:val="black"/>')), False),
        (p(run("白字", '<w:color w:val="FFFFFF"/>'), properties='<w:shd w:fill="000000"/>'), False),
        (p(run("黑字", '<w:color w:val="000000"/>')), False),
    ],
)
def test_white_text_counts_and_is_recorded(body: str, white: bool, first: First) -> None:
    paragraph, document = first(body)
    assert len(paragraph.text) > 1
    assert [each.kind for each in document.concealed] == [Concealment.WHITE] * white


def test_white_text_in_a_dark_cell_is_seen(docx: Docx, reading: Reading) -> None:
    white = run("表头", '<w:color w:val="FFFFFF"/>')
    cell = f'<w:tcPr><w:shd w:fill="4472C4"/></w:tcPr>{p(white)}'
    document = reading(docx(f"<w:tbl><w:tr><w:tc>{cell}</w:tc></w:tr></w:tbl>"))
    assert document.concealed == ()


@pytest.mark.parametrize("switch", ["<w:showingPlcHdr/>", '<w:showingPlcHdr w:val="1"/>'])
def test_what_an_empty_control_asks_for_does_not_count(
    switch: str, docx: Docx, reading: Reading
) -> None:
    control = f"<w:sdt><w:sdtPr>{switch}</w:sdtPr><w:sdtContent>{p(run('请输入文字'))}</w:sdtContent></w:sdt>"
    document = reading(docx(control + p(run("甲"))))
    assert [b.text for b in document.blocks if isinstance(b, Paragraph)] == ["", "甲"]
    (concealed,) = document.concealed
    assert (concealed.kind, concealed.text) == (Concealment.PROMPT, "请输入文字")


def test_a_control_that_is_filled_in_counts(docx: Docx, reading: Reading) -> None:
    control = (
        '<w:p><w:sdt><w:sdtPr><w:showingPlcHdr w:val="0"/></w:sdtPr>'
        f"<w:sdtContent>{run('甲')}</w:sdtContent></w:sdt></w:p>"
    )
    document = reading(docx(control))
    assert document.concealed == ()


def rows(table: Table) -> list[list[str]]:
    return [[cell.text for cell in table.row(index)] for index in range(len(table.grid))]


def tr(*cells: str, properties: str = "") -> str:
    inner = "".join(f"<w:tc>{cell}</w:tc>" for cell in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"


def test_a_row_that_is_struck_through_is_left_out(docx: Docx, reading: Reading) -> None:
    struck = tr(p(run("旧", "<w:strike/>")), p(run("8", "<w:strike/>")))
    half = tr(p(run("旧", "<w:strike/>")), p(run("9")))
    table = reading(docx(f"<w:tbl>{tr(p(run('甲')), p(run('1')))}{struck}{half}</w:tbl>")).blocks[0]
    assert isinstance(table, Table)
    assert rows(table) == [["甲", "1"], ["", "9"]]


def test_a_merged_cell_ends_above_a_row_that_is_left_out(docx: Docx, reading: Reading) -> None:
    top = f'<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{p(run("组"))}'
    below = f"<w:tcPr><w:vMerge/></w:tcPr>{p()}"
    body = (
        f"<w:tbl>{tr(top, p(run('1')))}{tr(below, p(run('2', '<w:strike/>')))}"
        f"{tr(below, p(run('3')))}</w:tbl>"
    )
    table = reading(docx(body)).blocks[0]
    assert isinstance(table, Table)
    assert rows(table) == [["组", "1"], ["组", "3"]]
    assert table.grid[0][0] is table.grid[1][0]


def test_a_hidden_row_mark_leaves_out_only_a_row_in_which_nothing_shows(
    docx: Docx, reading: Reading
) -> None:
    hidden = "<w:hidden/>"
    body = (
        f"<w:tbl>{tr(p(run('甲')), p(), properties=hidden)}{tr(p(), p(), properties=hidden)}"
        f"{tr(p(run('乙', '<w:vanish/>')), p(), properties=hidden)}{tr(p(), p())}</w:tbl>"
    )
    table = reading(docx(body)).blocks[0]
    assert isinstance(table, Table)
    assert rows(table) == [["甲", ""], ["", ""]]
