"""Text boxes in drawings are located; hidden drawings have none."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from lxml import etree

from docxlint.core.document import Document, Paragraph
from docxlint.word.ooxml.limits import Limits
from docxlint.word.ooxml.names import PREFIXES, w
from docxlint.word.ooxml.unreadable import Code, Unreadable
from docxlint.word.read.boxes import text_boxes
from docxlint.word.read.list_numbering import Numbering
from docxlint.word.read.scope import Budget, Scope
from docxlint.word.read.styles import Styles

Docx = Callable[..., bytes]
Reading = Callable[[bytes], Document]

XMLNS = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in PREFIXES.items())
BOX = "<wps:txbx><w:txbxContent/></wps:txbx>"


def paths(content: str, limits: Limits = Limits()) -> list[str]:  # noqa: B008 - it is frozen
    styles = Styles(None)
    numbering = Numbering(None, styles)
    scope = Scope("word/document.xml", limits, Budget(limits), styles, numbering)
    drawing = etree.fromstring(f"<w:drawing {XMLNS}>{content}</w:drawing>")
    boxes = list(text_boxes(drawing, "/w:drawing", scope))
    assert all(element.tag == w("txbxContent") for element, _ in boxes)
    return [path for _, path in boxes]


def test_boxes_come_in_order_at_any_depth() -> None:
    assert paths(f"<wps:wsp>{BOX}</wps:wsp><wps:wsp>{BOX}{BOX}</wps:wsp>") == [
        "/w:drawing/wps:wsp[1]/wps:txbx[1]/w:txbxContent[1]",
        "/w:drawing/wps:wsp[2]/wps:txbx[1]/w:txbxContent[1]",
        "/w:drawing/wps:wsp[2]/wps:txbx[2]/w:txbxContent[1]",
    ]


def test_of_alternate_drawings_one_counts() -> None:
    choice = f'<mc:Choice Requires="wps">{BOX}</mc:Choice>'
    fallback = f"<mc:Fallback><w:pict>{BOX}</w:pict></mc:Fallback>"
    (path,) = paths(f"<mc:AlternateContent>{choice}{fallback}</mc:AlternateContent>")
    assert "/mc:Choice[1]/" in path


def test_a_hidden_drawing_has_no_boxes() -> None:
    assert paths(f'<wp:inline><wp:docPr hidden="1"/>{BOX}</wp:inline>') == []
    assert len(paths(f'<wp:inline><wp:docPr hidden="0"/>{BOX}</wp:inline>')) == 1


def test_groups_may_nest_only_so_deep() -> None:
    with pytest.raises(Unreadable) as caught:
        paths("<wpg:grpSp>" * 6 + BOX + "</wpg:grpSp>" * 6, Limits(depth=5))
    assert caught.value.code == Code.TOO_DEEP


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ("<w:drawing><a:graphic><pic:pic/></a:graphic></w:drawing>", "picture"),
        ("<w:pict><v:shape><v:imagedata/></v:shape></w:pict>", "picture"),
        ("<w:object><v:shape><v:imagedata/></v:shape><o:OLEObject/></w:object>", "object"),
        (
            '<w:drawing><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/>'
            "</w:drawing>",
            "chart",
        ),
    ],
)
def test_what_a_drawing_shows_besides_text_is_noted(
    content: str, kind: str, docx: Docx, reading: Reading
) -> None:
    pic = 'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    (paragraph,) = reading(docx(f"<w:p {pic}><w:r>{content}</w:r></w:p>")).blocks
    assert isinstance(paragraph, Paragraph)
    assert [drawing.kind for drawing in paragraph.drawings] == [kind]
    assert "/w:r[1]/w:" in paragraph.drawings[0].location.path


def test_old_word_art_is_text_of_its_own(docx: Docx, reading: Reading) -> None:
    art = (
        '<w:r><w:pict><v:shape><v:textpath string="青石县白杨镇人民政府"/></v:shape></w:pict></w:r>'
    )
    _, paragraph = reading(docx(f"<w:p>{art}</w:p>")).blocks
    assert isinstance(paragraph, Paragraph)
    assert (paragraph.text, paragraph.box) == ("青石县白杨镇人民政府", True)
