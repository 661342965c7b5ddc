"""What Word repairs or refuses is noted with its place; what it opens is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from docxlint.core.document import Document
from docxlint.core.document import PackageFaultKind as Kind
from docxlint.word.read import read

Docx = Callable[..., bytes]

P = "<w:p><w:r><w:t>文</w:t></w:r></w:p>"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="r"/><Default Extension="xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)


def table(cell: str) -> str:
    return f"<w:tbl><w:tr><w:tc>{cell}</w:tc></w:tr></w:tbl>"


def box(content: str) -> str:
    return f"<w:p><w:r><w:pict><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></w:pict></w:r></w:p>"


def faults(document: Document) -> list[tuple[str, str]]:
    return [(fault.kind, fault.location.path) for fault in document.package_faults]


@pytest.mark.parametrize(
    ("body", "kind", "path"),
    [
        (table(""), Kind.NO_PARAGRAPH, "/w:tbl[1]/w:tr[1]/w:tc[1]"),
        (table("<w:tcPr/>"), Kind.NO_PARAGRAPH, "/w:tbl[1]/w:tr[1]/w:tc[1]"),
        (P + table(P + table(P)), Kind.NO_PARAGRAPH, "/w:tbl[1]/w:tr[1]/w:tc[1]"),
        (
            table(table(P) + '<w:bookmarkEnd w:id="1"/>'),
            Kind.NO_PARAGRAPH,
            "/w:tbl[1]/w:tr[1]/w:tc[1]",
        ),
        (
            table(f"<w:sdt><w:sdtContent>{table(P)}</w:sdtContent></w:sdt>"),
            Kind.NO_PARAGRAPH,
            "/w:tbl[1]/w:tr[1]/w:tc[1]",
        ),
        (
            f"<w:p><w:sdt><w:sdtContent>{P}</w:sdtContent></w:sdt></w:p>",
            Kind.MISPLACED,
            "/w:p[1]/w:sdt[1]/w:sdtContent[1]/w:p[1]",
        ),
        (box(""), Kind.NO_PARAGRAPH, "/w:p[1]/w:r[1]/w:pict[1]/v:textbox[1]/w:txbxContent[1]"),
        (f"<w:p>{P}</w:p>", Kind.MISPLACED, "/w:p[1]/w:p[1]"),
        ("<w:r><w:t>文</w:t></w:r>", Kind.MISPLACED, "/w:r[1]"),
        ("<w:p/><w:p><w:t>文</w:t></w:p>", Kind.MISPLACED, "/w:p[2]/w:t[1]"),
        (f"<w:p>{table(P)}</w:p>", Kind.MISPLACED, "/w:p[1]/w:tbl[1]"),
        (f"<w:tr><w:tc>{P}</w:tc></w:tr>", Kind.MISPLACED, "/w:tr[1]"),
        (f"<w:tbl><w:tc>{P}</w:tc></w:tbl>", Kind.MISPLACED, "/w:tbl[1]/w:tc[1]"),
        ('<w:p><w:hyperlink r:id="rId9"/></w:p>', Kind.RELATIONSHIP, "/w:p[1]/w:hyperlink[1]"),
        (
            '<w:sectPr><w:headerReference w:type="default" r:id="x"/></w:sectPr>',
            Kind.RELATIONSHIP,
            "/w:sectPr[1]/w:headerReference[1]",
        ),
    ],
)
def test_a_fault_is_noted_with_its_place(body: str, kind: Kind, path: str, docx: Docx) -> None:
    document = read(docx(body, parts={"[Content_Types].xml": TYPES}))
    assert faults(document) == [(kind, f"/w:document/w:body{path}")]


@pytest.mark.parametrize(
    "body",
    [
        P,
        table(P),
        table(P + '<w:bookmarkEnd w:id="1"/>'),
        table(P + table(P) + P),
        table(f"<w:sdt><w:sdtContent>{P}</w:sdtContent></w:sdt>"),
        table(f"<w:sdt><w:sdtContent>{table(P)}{P}</w:sdtContent></w:sdt>"),
        table("<w:sdt><w:sdtContent/></w:sdt>"),
        f"<w:tbl><w:sdt><w:sdtContent><w:tr><w:tc>{P}</w:tc></w:tr></w:sdtContent></w:sdt></w:tbl>",
        box(P),
        '<w:p><w:hyperlink w:anchor="a"><w:r><w:t>文</w:t></w:r></w:hyperlink></w:p>',
        '<w:p><w:ins w:id="1"><w:r><w:t>文</w:t></w:r></w:ins></w:p>',
        "<w:p><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:p>",
        "<w:p><w:r><w:ruby><w:rt><w:r><w:t>a</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>文</w:t></w:r>"
        "</w:rubyBase></w:ruby></w:r></w:p>",
    ],
)
def test_what_word_opens_is_no_fault(body: str, docx: Docx) -> None:
    assert faults(read(docx(body, parts={"[Content_Types].xml": TYPES}))) == []


def test_a_prefix_that_is_not_declared_is_noted(docx: Docx) -> None:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    main = f'<w:document {space} {mc} mc:Ignorable="w14 w"><w:body>{P}</w:body></w:document>'
    document = read(docx(parts={"word/document.xml": main, "[Content_Types].xml": TYPES}))
    (fault,) = document.package_faults
    assert (fault.kind, fault.location.path, fault.location.text) == (
        Kind.PREFIX,
        "/w:document",
        "w14",
    )


def test_a_part_without_a_content_type_is_noted(docx: Docx) -> None:
    source = docx(
        P,
        parts={"word/media/a.png": b"", "[Content_Types].xml": TYPES},
        rels={"rId5": "image media/a.png"},
    )
    (fault,) = read(source).package_faults
    assert (fault.kind, fault.location.text) == (Kind.TYPE, "word/media/a.png")
