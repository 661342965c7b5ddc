"""Write blocks as a Word file that looks like an official document (GB/T 9704—2012)."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Iterable

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE

from docxlint.word.make.blocks import NewBlock, NewParagraph, ParagraphRole
from docxlint.word.make.page_setup import CELL, STYLES, lay_out
from docxlint.word.make.write_numbering import add_list, number_paragraph
from docxlint.word.make.write_runs import RunWriter
from docxlint.word.make.write_tables import add_table

# Fixed dates, so that the same blocks give the same bytes.
_WHEN = dt.datetime(2024, 1, 1)
_ZIP_WHEN = (1980, 1, 1, 0, 0, 0)


def docx_bytes(blocks: Iterable[NewBlock], header: str = "") -> bytes:
    """Return a .docx with `blocks` as its body and `header` at the top of its pages.

    The same blocks give the same bytes.
    """
    document = docx.Document()
    lay_out(document)
    if header:
        document.sections[0].header.paragraphs[0].text = header
    _stamp(document)
    # Ids, because python-docx searches all styles each time a style object is set.
    ids = {role: document.styles[name].style_id for role, name in STYLES.items()}
    cell_id = document.styles[CELL].style_id
    runs = RunWriter(document)
    number_id = None
    for block in blocks:
        if not isinstance(block, NewParagraph):
            add_table(document, block, runs, cell_id)
            continue
        paragraph = document.add_paragraph()
        paragraph._p.style = ids[block.role]
        if block.number is not None:
            if number_id is None:
                number_id = add_list(document)
            number_paragraph(paragraph, number_id, block.number.level)
        runs.write(paragraph, block.inline, bold=block.role is ParagraphRole.BOLD)
    buffer = io.BytesIO()
    document.save(buffer)
    return _undated(buffer.getvalue())


def _stamp(document: Document) -> None:
    core = document.core_properties
    core.title = core.author = core.last_modified_by = core.comments = core.keywords = ""
    core.created = core.modified = _WHEN
    core.revision = 1
    relationships = document.part.package.rels
    for key, relationship in list(relationships.items()):
        if relationship.reltype == RELATIONSHIP_TYPE.THUMBNAIL:  # it shows an empty page
            del relationships[key]


def _undated(data: bytes) -> bytes:
    """Return the package with the same date on every entry."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            info = zipfile.ZipInfo(name, _ZIP_WHEN)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3  # Unix, whatever system writes it
            new.writestr(info, old.read(name))
    return buffer.getvalue()
