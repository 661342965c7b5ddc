"""What a paragraph shows, run by run, and where each stretch comes from."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from docxlint.core.document import Document, Paragraph, Piece

Texts = Callable[..., list[str]]
Docx = Callable[..., bytes]
Reading = Callable[[bytes], Document]


def p(content: str) -> str:
    return f"<w:p>{content}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
BEGIN, SEPARATE, END = (FIELD.format(kind) for kind in ("begin", "separate", "end"))


@pytest.mark.parametrize(
    ("content", "visible"),
    [
        (r("一") + r("二"), "一二"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{r('控件')}</w:sdtContent></w:sdt>", "控件"),
        (f"<w:customXml>{r('自定义')}</w:customXml>", "自定义"),
        (f"<w:smartTag>{r('标记')}</w:smartTag>", "标记"),
        (f'<w:hyperlink r:id="x">{r("链接")}</w:hyperlink>', "链接"),
        (f'<w:fldSimple w:instr="PAGE">{r("3")}</w:fldSimple>', "3"),
        (f"<w:dir><w:bdo>{r('文')}</w:bdo></w:dir>", "文"),
        (f"<w:ins w:author='甲'>{r('增')}</w:ins>", "增"),
        (f"<w:moveTo w:author='甲'>{r('来')}</w:moveTo>", "来"),
        (r("留") + "<w:del><w:r><w:delText>删</w:delText></w:r></w:del>", "留"),
        (r("留") + f"<w:moveFrom>{r('去')}</w:moveFrom>", "留"),
        (f"<w:ins><w:del><w:r><w:delText>删</w:delText></w:r></w:del>{r('增')}</w:ins>", "增"),
        ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:t>c</w:t></w:r>", "a\nb\nc"),
        ('<w:r><w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t></w:r>', "a\nb"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:ptab/><w:t>c</w:t></w:r>", "a\tb\tc"),
        ("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t></w:r>", "a-b"),
        ("<w:r><w:t>a</w:t><w:softHyphen/><w:t>b</w:t></w:r>", "ab"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B4"/></w:r>', "×"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', "☑"),
        ('<w:r><w:sym w:font="Arial" w:char="00D7"/></w:r>', "×"),
        ('<w:r><w:sym w:font="Arial" w:char="nonsense"/></w:r>', ""),
        (
            f"<w:r><w:ruby><w:rt>{r('hàn')}</w:rt><w:rubyBase>{r('汉')}</w:rubyBase></w:ruby></w:r>",
            "汉",
        ),
        (f"{r('a')}{BEGIN}<w:r><w:instrText>DATE</w:instrText></w:r>{SEPARATE}{r('b')}{END}", "ab"),
        (f"{BEGIN}{BEGIN}{SEPARATE}{r('1')}{END}{SEPARATE}{r('结果')}{END}{r('后')}", "结果后"),
        (f"{BEGIN}<w:r><w:instrText>XE</w:instrText></w:r>{END}{r('后')}", "后"),
        (f"{BEGIN}{r('未结束的域')}", "未结束的域"),
        (f"{END}{SEPARATE}{r('多余的结束')}", "多余的结束"),
        ("<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>", "x"),
        ("<m:oMathPara><m:oMath><m:r><m:t>y</m:t></m:r></m:oMath></m:oMathPara>", "y"),
        ("<w:r><w:t>a<!-- no -->b</w:t></w:r>", "ab"),
        ("<w:r><w:t> 2 </w:t></w:r>", "2"),
        ('<w:r><w:t xml:space="preserve"> 2 </w:t></w:r>', " 2 "),
        ("<w:r><w:t>a\nb</w:t></w:r>", "a b"),
        ("<w:r><w:t> </w:t></w:r>", ""),
        ("<w:r><w:footnoteReference w:id='1'/><w:t>x</w:t><w:lastRenderedPageBreak/></w:r>", "x"),
        ('<x:odd xmlns:x="urn:x"><w:r><w:t>未知元素</w:t></w:r></x:odd>', ""),
    ],
)  # fmt: skip
def test_a_paragraph_shows_what_a_person_sees(content: str, visible: str, texts: Texts) -> None:
    assert texts(p(content)) == [visible]


def test_alternate_content_counts_once(texts: Texts) -> None:
    both = "<mc:Choice Requires='wps'>{}</mc:Choice><mc:Fallback>{}</mc:Fallback>"
    block = f"<mc:AlternateContent>{both}</mc:AlternateContent>"
    assert texts(block.format(p(r("新")), p(r("旧")))) == ["新"]
    assert texts(p(block.format(r("新"), r("旧")))) == ["新"]
    assert texts(p(f"<w:r>{block.format('<w:t>新</w:t>', '<w:t>旧</w:t>')}</w:r>")) == ["新"]


def test_alternate_content_falls_back_where_the_choice_is_unknown(texts: Texts) -> None:
    block = (
        "<mc:AlternateContent><mc:Choice Requires='x' xmlns:x='urn:unknown'>"
        f"{p(r('新'))}</mc:Choice><mc:Fallback>{p(r('旧'))}</mc:Fallback></mc:AlternateContent>"
    )
    assert texts(block) == ["旧"]


def test_pieces_lead_from_text_to_runs(docx: Docx, reading: Reading) -> None:
    body = p(r("收到") + f"<w:hyperlink>{r(' 申请 ')}</w:hyperlink>" + "<w:r><w:tab/></w:r>")
    (paragraph,) = reading(docx(body)).blocks
    assert isinstance(paragraph, Paragraph)
    at = "/w:document/w:body/w:p[1]"
    assert paragraph.pieces == (
        Piece(0, 2, f"{at}/w:r[1]/w:t[1]", 0),
        Piece(2, 4, f"{at}/w:hyperlink[1]/w:r[1]/w:t[1]", 1),
        Piece(4, 5, f"{at}/w:r[2]/w:tab[1]", 0),
    )


def test_paragraphs_are_counted_and_shortened_for_display(docx: Docx, reading: Reading) -> None:
    first, table, second = reading(
        docx(
            p(r("长" * 50)) + f"<w:tbl><w:tr><w:tc>{p(r('格'))}</w:tc></w:tr></w:tbl>" + p(r("短"))
        )
    ).blocks
    assert first.location.paragraph == 1
    assert first.location.text == "长" * 39 + "…"
    assert table.location.paragraph is None
    assert second.location.paragraph == 2
    assert second.location.path == "/w:document/w:body/w:p[2]"


class TestHidden:
    STYLES = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="h"><w:name w:val="Hid"/>'
        "<w:rPr><w:vanish/></w:rPr></w:style>"
        '<w:style w:type="character" w:styleId="c"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="d"><w:basedOn w:val="c"/></w:style>'
    )

    def test_hidden_runs_do_not_count(self, texts: Texts) -> None:
        assert texts(p(r("见") + r("不见", "<w:vanish/>"))) == ["见"]

    def test_vanish_switched_off_counts(self, texts: Texts) -> None:
        assert texts(p(r("见", '<w:vanish w:val="0"/>'))) == ["见"]

    def test_a_character_style_hides_also_by_inheritance(self, texts: Texts) -> None:
        body = p(r("见") + r("藏", '<w:rStyle w:val="c"/>') + r("藏", '<w:rStyle w:val="d"/>'))
        assert texts(body, styles=self.STYLES) == ["见"]

    def test_hiding_twice_by_style_shows(self, texts: Texts) -> None:
        body = p('<w:pPr><w:pStyle w:val="h"/></w:pPr>' + r("见", '<w:rStyle w:val="c"/>'))
        assert texts(body, styles=self.STYLES) == ["见"]

    def test_a_paragraph_of_a_hidden_style_is_not_there(self, texts: Texts) -> None:
        hidden = p('<w:pPr><w:pStyle w:val="h"/></w:pPr>' + r("藏"))
        assert texts(p(r("前")) + hidden + p(r("后")), styles=self.STYLES) == ["前", "后"]

    def test_a_direct_switch_shows_in_a_hidden_style(self, texts: Texts) -> None:
        off = '<w:vanish w:val="false"/>'
        body = p(
            f'<w:pPr><w:pStyle w:val="h"/><w:rPr>{off}</w:rPr></w:pPr>' + r("见", off) + r("藏")
        )
        assert texts(body, styles=self.STYLES) == ["见"]

    def test_a_hidden_mark_joins_with_the_next_paragraph(self, texts: Texts) -> None:
        body = p("<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>" + r("前")) + p(r("后"))
        assert texts(body) == ["前后"]

    def test_hidden_drawings_and_fields_do_not_count(self, texts: Texts) -> None:
        box = "<v:shape><v:textbox><w:txbxContent><w:p/></w:txbxContent></v:textbox></v:shape>"
        body = p(f"<w:r><w:rPr><w:vanish/></w:rPr><w:pict>{box}</w:pict></w:r>" + r("见"))
        assert texts(body) == ["见"]


def box(text: str, depth: str = "wps") -> str:
    content = f"<w:txbxContent>{p(r(text))}</w:txbxContent>"
    drawing = (
        "<w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp><wps:txbx>"
        f"{content}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
    pict = f"<w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict>"
    if depth == "vml":
        return f"<w:r>{pict}</w:r>"
    return (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'>{drawing}</mc:Choice>"
        f"<mc:Fallback>{pict}</mc:Fallback></mc:AlternateContent></w:r>"
    )


@pytest.mark.parametrize("kind", ["wps", "vml"])
def test_a_text_box_follows_its_anchor_once(kind: str, docx: Docx, reading: Reading) -> None:
    blocks = reading(docx(p(r("锚") + box("框", kind) + r("点")) + p(r("后")))).blocks
    assert [(b.text, b.box) for b in blocks if isinstance(b, Paragraph)] == [
        ("锚点", False),
        ("框", True),
        ("后", False),
    ]
    assert [b.location.paragraph for b in blocks] == [1, 2, 3]


def test_a_text_box_in_a_cell_stays_in_the_cell(docx: Docx, reading: Reading) -> None:
    cell = f"<w:tbl><w:tr><w:tc>{p(r('格') + box('框'))}</w:tc></w:tr></w:tbl>"
    (table,) = reading(docx(cell)).blocks
    assert not isinstance(table, Paragraph)
    cell_read = table.grid[0][0]
    assert cell_read is not None
    assert [(q.text, q.box) for q in cell_read.paragraphs] == [("格", False), ("框", True)]


def test_a_paragraph_holding_only_a_text_box_is_empty_and_there(texts: Texts) -> None:
    assert texts(p(box("框"))) == ["", "框"]


def test_a_hidden_drawing_shows_nothing(texts: Texts) -> None:
    hidden = box("框").replace("<wp:inline>", '<wp:inline><wp:docPr hidden="1"/>')
    assert texts(p(r("文") + hidden)) == ["文"]


def test_text_boxes_in_a_group_come_in_order(texts: Texts) -> None:
    shape = "<wps:wsp><wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx></wps:wsp>"
    group = f"<wpg:wgp>{shape.format(p(r('一')))}{shape.format(p(r('二')) + p(r('三')))}</wpg:wgp>"
    drawing = f"<w:drawing><wp:anchor><a:graphic>{group}</a:graphic></wp:anchor></w:drawing>"
    assert texts(p(f"<w:r>{drawing}</w:r>")) == ["", "一", "二", "三"]


def test_a_field_may_span_paragraphs(texts: Texts) -> None:
    instruction = "<w:r><w:instrText>TOC</w:instrText></w:r>"
    body = p(BEGIN + instruction + SEPARATE + r("第一行")) + p(r("第二行")) + p(END + r("后"))
    assert texts(body) == ["第一行", "第二行", "后"]


def test_the_places_where_word_last_began_a_page_are_read(docx: Docx, reading: Reading) -> None:
    mark = "<w:r><w:lastRenderedPageBreak/></w:r>"
    cell = f"<w:tbl><w:tr><w:tc>{p(mark + r('格'))}</w:tc></w:tr></w:tbl>"
    document = reading(docx(p(r("一")) + p(r("二三") + mark + r("四")) + cell))
    places = [(place.path, place.start) for place in document.page_starts]
    body = "/w:document/w:body"
    assert places == [(f"{body}/w:p[2]", 2), (f"{body}/w:tbl[1]/w:tr[1]/w:tc[1]/w:p[1]", 0)]
