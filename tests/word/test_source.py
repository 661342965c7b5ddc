"""A document is read and parsed once, whatever it is read from."""

from __future__ import annotations

import hashlib
import io
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from docxlint.core.document import Paragraph
from docxlint.word.ooxml.limits import Limits
from docxlint.word.ooxml.xml import parse
from docxlint.word.source import display_name, open_document, read_bytes

Docx = Callable[..., bytes]
BODY = "<w:p><w:r><w:t>文</w:t></w:r></w:p>"


@pytest.fixture
def parses(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each part was parsed."""
    counts: Counter[str] = Counter()

    def counted(data: bytes, part: str, limits: Limits) -> etree._Element:
        counts[part] += 1
        return parse(data, part, limits)

    monkeypatch.setattr("docxlint.word.ooxml.package.parse", counted)
    return counts


def test_a_path_bytes_and_a_file_give_the_same_document(docx: Docx, tmp_path: Path) -> None:
    data = docx(BODY)
    path = tmp_path / "a.docx"
    path.write_bytes(data)
    opened = [open_document(source) for source in (path, str(path), data, io.BytesIO(data))]
    assert [one.name for one in opened] == [str(path), str(path), "-", "-"]
    for one in opened:
        assert (one.data, one.sha256) == (data, hashlib.sha256(data).hexdigest())
        assert one.document is not None and one.error is None
        (paragraph,) = one.document.blocks
        assert isinstance(paragraph, Paragraph) and paragraph.text == "文"


def test_a_name_given_by_the_caller_replaces_the_path(docx: Docx) -> None:
    assert open_document(docx(BODY), "年报.docx").name == "年报.docx"
    assert display_name(Path("a/b.docx")) == str(Path("a/b.docx"))


def test_a_file_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    missing = open_document(tmp_path / "a.docx")
    assert missing.document is None and missing.error is not None and missing.sha256 == ""
    empty = open_document(b"")
    assert empty.document is None and empty.error is not None
    assert empty.sha256 == hashlib.sha256(b"").hexdigest()


def test_a_binary_file_is_read_no_further_than_the_limit() -> None:
    class Endless(io.RawIOBase):
        size = -1

        def read(self, size: int = -1, /) -> bytes:
            self.size = size
            return b""

    stream = Endless()
    assert read_bytes(stream) == b""  # type: ignore[arg-type]
    assert stream.size == Limits().source + 1


def test_kept_parts_are_parsed_once(docx: Docx, parses: Counter[str]) -> None:
    package = open_document(docx(BODY), keep_parts=True).package
    assert package is not None
    main = package.main()
    assert package.tree(main) is package.tree(main)
    assert package.read(main) is package.read(main)
    package.relationships(main)
    assert parses[main] == 1 and set(parses.values()) == {1}


def test_parts_are_not_kept_unless_asked_for(docx: Docx) -> None:
    assert open_document(docx(BODY)).package is None
