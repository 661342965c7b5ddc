"""Damage at random: a file is read or refused, and nothing else happens."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable, Mapping

import pytest

from docxlint.word.read import Unreadable, read

Docx = Callable[..., bytes]
Replaced = Callable[[bytes, Mapping[str, bytes]], bytes]

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BODY = "<w:p><w:r><w:t>文</w:t></w:r></w:p>"


def outcome(source: bytes) -> str:
    """ "read" or "refused"; anything else is a traceback and fails the test."""
    try:
        read(source)
    except Unreadable:
        return "refused"
    return "read"


@pytest.fixture
def rich(docx: Docx) -> bytes:
    """A file with something of everything."""
    cell = "<w:tc><w:tcPr><w:vMerge/></w:tcPr>" + BODY + "</w:tc>"
    body = (
        '<w:p><w:pPr><w:pStyle w:val="h"/><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
        "<w:r><w:t>一</w:t><w:tab/></w:r><w:ins w:author='甲'><w:r><w:t>二</w:t></w:r></w:ins></w:p>"
        f"<w:tbl><w:tr>{cell}{cell}</w:tr><w:tr>{cell}</w:tr></w:tbl>"
        '<w:sectPr><w:headerReference r:id="h"/></w:sectPr>'
    )
    return docx(
        body,
        styles='<w:style w:type="paragraph" w:styleId="h"><w:name w:val="heading 1"/></w:style>',
        numbering='<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="%1."/>'
        '</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
        parts={"word/h.xml": f'<w:hdr xmlns:w="{W}">{BODY}</w:hdr>'},
        rels={"h": "header h.xml"},
    )


def test_no_truncation_gives_a_traceback(rich: bytes) -> None:
    assert outcome(rich) == "read"
    assert {outcome(rich[:size]) for size in range(0, len(rich), 7)} == {"refused"}


def test_no_flipped_byte_gives_a_traceback(rich: bytes) -> None:
    chance = random.Random(20240115)  # noqa: S311 - not for secrets
    seen = set()
    for _ in range(600):
        source = bytearray(rich)
        for _ in range(chance.randint(1, 4)):
            source[chance.randrange(len(source))] = chance.randrange(256)
        seen.add(outcome(bytes(source)))
    assert seen == {"read", "refused"}


def test_no_flipped_byte_in_a_part_gives_a_traceback(rich: bytes, replaced: Replaced) -> None:
    chance = random.Random(7)  # noqa: S311 - not for secrets
    with zipfile.ZipFile(io.BytesIO(rich)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    names = sorted(files)
    seen = set()
    for _ in range(600):
        name = chance.choice(names)
        content = bytearray(files[name])
        content[chance.randrange(len(content))] = chance.choice(b'<>/"0a&;:=\x00\xff\x80 ')
        seen.add(outcome(replaced(rich, {name: bytes(content)})))
    assert seen == {"read", "refused"}
