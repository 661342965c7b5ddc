"""Small Word files made of literal XML, and a reading that checks every location."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator, Mapping

import pytest
from lxml import etree

from docxlint.core.document import Block, Cell, Document, Paragraph, Table
from docxlint.core.location import Location
from docxlint.word.read import Limits, Unreadable, read

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
NAMESPACES = {
    "w": W,
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
XMLNS = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"

Docx = Callable[..., bytes]
Reading = Callable[[bytes], Document]
Texts = Callable[..., list[str]]


def relationships(targets: Mapping[str, str], office: str = OFFICE) -> str:
    """A relationships part: id → "type target"."""
    entries = []
    for name, entry in targets.items():
        kind, _, target = entry.partition(" ")
        entries.append(f'<Relationship Id="{name}" Type="{office}/{kind}" Target="{target}"/>')
    uri = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{uri}">{"".join(entries)}</Relationships>'


def build(
    body: str = "",
    *,
    styles: str | None = None,
    numbering: str | None = None,
    parts: Mapping[str, str | bytes] | None = None,
    rels: Mapping[str, str] | None = None,
    main: str = "word/document.xml",
    content_type: str = f"{TYPE}.document.main+xml",
) -> bytes:
    """A .docx whose body is `body`; further `parts` by name, `rels` as in `relationships`."""
    folder, _, name = main.rpartition("/")
    targets = dict(rels or {})
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            f'<Override PartName="/{main}" ContentType="{content_type}"/></Types>'
        ),
        "_rels/.rels": relationships({"rId1": f"officeDocument {main}"}),
        main: f"<w:document {XMLNS}><w:body>{body}</w:body></w:document>",
    }
    if styles is not None:
        files[f"{folder}/styles.xml"] = f"<w:styles {XMLNS}>{styles}</w:styles>"
        targets["rIdS"] = "styles styles.xml"
    if numbering is not None:
        files[f"{folder}/numbering.xml"] = f"<w:numbering {XMLNS}>{numbering}</w:numbering>"
        targets["rIdN"] = "numbering numbering.xml"
    files[f"{folder}/_rels/{name}.rels"] = relationships(targets)
    files.update(parts or {})
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in files.items():
            archive.writestr(path, content)
    return out.getvalue()


def paragraphs(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    """Every paragraph, those in cells too."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for cell in block.cells():
                yield from cell.paragraphs
                yield from paragraphs(cell.tables)


def cells(blocks: tuple[Block, ...]) -> Iterator[tuple[Table, Cell]]:
    """Every cell with its table, those of nested tables too."""
    for block in blocks:
        if isinstance(block, Table):
            for cell in block.cells():
                yield block, cell
                yield from cells(cell.tables)


class Source:
    """The parts of a file as they stand in it, to look locations up in."""

    def __init__(self, source: bytes) -> None:
        self._zip = zipfile.ZipFile(io.BytesIO(source))
        self._roots: dict[str, etree._Element] = {}

    def __call__(self, location: Location | str, part: str = "word/document.xml") -> etree._Element:
        """The one element at a location."""
        path = location if isinstance(location, str) else location.path
        name = part if isinstance(location, str) else location.part
        if name not in self._roots:
            self._roots[name] = etree.fromstring(self._zip.read(name))
        root = self._roots[name]
        space = dict(NAMESPACES)
        if STRICT in root.tag:
            space["w"] = STRICT
        elements = root.xpath(path, namespaces=space)
        assert isinstance(elements, list)
        assert len(elements) == 1, path
        assert isinstance(elements[0], etree._Element)
        return elements[0]


def check(source: bytes, document: Document) -> None:
    """Assert that every location leads to the element that shows the text given there."""
    at = Source(source)
    stories = [document.blocks, *(story.blocks for story in document.stories)]
    for blocks in stories:
        for paragraph in paragraphs(blocks):
            assert etree.QName(at(paragraph.location)).localname in ("p", "textpath")
            _check_pieces(paragraph, at)
            for mark in paragraph.marks:
                at(mark.location)
            for drawing in paragraph.drawings:
                at(drawing.location)
        for table, cell in cells(blocks):
            assert etree.QName(at(cell.location)).localname == "tc"
            assert etree.QName(at(table.location)).localname == "tbl"
            assert cell.location.path.startswith(table.location.path)
            assert table.grid[cell.row][cell.column] is cell
    for location in (
        document.location,
        *(story.location for story in document.stories),
        *(revision.location for revision in document.revisions),
        *(gap.location for gap in document.gaps),
        *(fault.location for fault in document.package_faults),
        *(concealed.location for concealed in document.concealed),
        *(field.location for field in document.changing_fields),
    ):
        at(location)


def _check_pieces(paragraph: Paragraph, at: Source) -> None:
    reached = paragraph.pieces[0].start if paragraph.pieces else len(paragraph.text)
    assert paragraph.text[:reached].startswith(paragraph.number)
    for piece in paragraph.pieces:
        assert piece.start == reached
        reached = piece.end
        element = at(piece.path, paragraph.location.part)
        text = paragraph.text[piece.start : piece.end]
        if etree.QName(element).localname == "t":
            visible = str(element.xpath("string()")).replace("\n", " ")
            assert visible[piece.offset : piece.offset + len(text)] == text
        elif etree.QName(element).localname == "textpath":
            assert element.get("string") == text
        else:
            assert len(text) == 1 or etree.QName(element).localname == "fldChar"
    assert reached == len(paragraph.text)


@pytest.fixture
def docx() -> Docx:
    """Builds a .docx; see `build`."""
    return build


@pytest.fixture
def reading() -> Reading:
    """Reads and checks every location of what was read."""

    def checked(source: bytes) -> Document:
        document = read(source)
        check(source, document)
        return document

    return checked


@pytest.fixture
def texts(reading: Reading) -> Texts:
    """The texts of the body's paragraphs outside tables, every location checked."""

    def visible(body: str, **options: object) -> list[str]:
        document = reading(build(body, **options))  # type: ignore[arg-type]
        return [b.text for b in document.blocks if isinstance(b, Paragraph)]

    return visible


@pytest.fixture
def grid(reading: Reading) -> Callable[[str], list[list[str | None]]]:
    """The texts of the first table's slots."""

    def slots(body: str) -> list[list[str | None]]:
        document = reading(build(body))
        table = next(b for b in document.blocks if isinstance(b, Table))
        return [[cell.text if cell else None for cell in row] for row in table.grid]

    return slots


@pytest.fixture
def refusal() -> Callable[..., Unreadable]:
    """Reads an unreadable file and returns the fault."""

    def refused(source: bytes, /, **limits: int) -> Unreadable:
        with pytest.raises(Unreadable) as caught:
            read(source, Limits(**limits))
        return caught.value

    return refused


@pytest.fixture
def replaced() -> Callable[[bytes, Mapping[str, bytes]], bytes]:
    """A file with some of its entries replaced or added."""

    def packed(source: bytes, files: Mapping[str, bytes]) -> bytes:
        out = io.BytesIO()
        with (
            zipfile.ZipFile(io.BytesIO(source)) as old,
            zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
        ):
            contents = {name: old.read(name) for name in old.namelist()} | dict(files)
            for name, content in contents.items():
                new.writestr(name, content)
        return out.getvalue()

    return packed
