"""Bad input gives one clear sentence in two languages, never a traceback."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from docxlint.word.ooxml.unreadable import Code
from docxlint.word.read import Limits, Unreadable, load

Docx = Callable[..., bytes]
Refusal = Callable[..., Unreadable]
Replaced = Callable[[bytes, Mapping[str, bytes]], bytes]

BODY = "<w:p><w:r><w:t>文</w:t></w:r></w:p>"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


def entries(source: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(source)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(files: list[tuple[str, bytes]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return out.getvalue()


def directory(*names: str) -> bytes:
    """A compound file's directory, as far as its stream names go."""
    return OLE + b"".join(name.encode("utf-16-le").ljust(64, b"\0") for name in names)


@pytest.mark.parametrize(
    ("source", "code"),
    [
        (b"", Code.EMPTY),
        (b"%PDF-1.7\n...", Code.PDF),
        (b"{\\rtf1\\ansi hello}", Code.RTF),
        (b"<!DOCTYPE html><html><body>x</body></html>", Code.HTML),
        ("\ufeff<html xmlns:w='x'>".encode(), Code.HTML),
        (b'<?xml version="1.0"?><w:wordDocument/>', Code.FLAT_XML),
        ("政府信息公开工作年度报告".encode(), Code.PLAIN_TEXT),
        ("政府信息公开工作年度报告".encode("utf-16"), Code.PLAIN_TEXT),
        (b"\x7fELF\x02\x01\x01\0\0", Code.NOT_ZIP),
        (directory("Root Entry", "1Table", "WordDocument"), Code.LEGACY_WORD),
        (directory("Root Entry", "EncryptionInfo", "EncryptedPackage"), Code.ENCRYPTED),
        (directory("Root Entry", "Workbook"), Code.LEGACY_OFFICE),
        (b"PK\x03\x04 and nothing more", Code.DAMAGED),
        (b"PK", Code.DAMAGED),
    ],
)
def test_a_file_that_is_no_docx_is_named(source: bytes, code: Code, refusal: Refusal) -> None:
    assert refusal(source).code == code


def test_a_zip_without_a_main_part_is_no_document(refusal: Refusal) -> None:
    assert refusal(packed([("a.txt", b"x")])).code == Code.NO_MAIN_PART


def test_a_main_part_of_another_kind_is_no_word_document(
    docx: Docx, replaced: Replaced, refusal: Refusal
) -> None:
    workbook = {"word/document.xml": b'<workbook xmlns="urn:x"/>'}
    assert refusal(replaced(docx(BODY), workbook)).code == Code.NOT_WORD


def test_a_truncated_zip_is_damaged(docx: Docx, refusal: Refusal) -> None:
    source = docx(BODY)
    assert refusal(source[:-30]).code == Code.DAMAGED
    assert refusal(source[: len(source) // 2]).code == Code.DAMAGED


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"<w:document", Code.MALFORMED),
        (b"", Code.MALFORMED),
        (
            f'<w:document xmlns:w="{W}"><w:body>&nbsp;</w:body></w:document>'.encode(),
            Code.MALFORMED,
        ),
        (b'<!DOCTYPE d [<!ENTITY a "b">]><d>&a;</d>', Code.DOCTYPE),
        (
            b'<?xml version="1.0"?>\n<!-- x --><!DOCTYPE d SYSTEM "http://x.invalid/d"><d/>',
            Code.DOCTYPE,
        ),
        ('<!DOCTYPE d [<!ENTITY a "b">]><d>&a;</d>'.encode("utf-16"), Code.DOCTYPE),
        ('<?xml version="1.0" encoding="UTF-8"?><d>报告</d>'.encode("gbk"), Code.ENCODING),
        ('<?xml version="1.0" encoding="GBK"?><d>报告</d>'.encode(), Code.ENCODING),
        ('<?xml version="1.0" encoding="UTF-16"?><d>报告</d>'.encode(), Code.ENCODING),
        ('<?xml version="1.0" encoding="UTF-8"?><d>报告</d>'.encode("utf-16"), Code.ENCODING),
        ("<d>报告</d>".encode("utf-16")[:-1], Code.ENCODING),
        (b'<?xml version="1.0" encoding="UTF-7"?><d/>', Code.ENCODING),
        (b"<a>" * 400 + b"</a>" * 400, Code.TOO_DEEP),
    ],
)
def test_a_bad_part_is_named_with_what_is_wrong(
    content: bytes, code: Code, docx: Docx, replaced: Replaced, refusal: Refusal
) -> None:
    fault = refusal(replaced(docx(BODY), {"word/document.xml": content}))
    assert fault.code == code
    assert fault.parameters["part"] == "word/document.xml"


def test_an_entity_bomb_is_not_expanded(docx: Docx, replaced: Replaced, refusal: Refusal) -> None:
    levels = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 12))
    bomb = f'<!DOCTYPE d [<!ENTITY a0 "ha">{levels}]><d x="&a11;">&a11;</d>'
    assert refusal(replaced(docx(BODY), {"word/document.xml": bomb.encode()})).code == Code.DOCTYPE


def test_a_doctype_in_any_part_that_is_read_is_refused(docx: Docx, refusal: Refusal) -> None:
    dtd = '<!DOCTYPE x><w:styles xmlns:w="urn:x"/>'
    source = docx(BODY, parts={"word/s.xml": dtd}, rels={"s": "styles s.xml"})
    assert refusal(source).code == Code.DOCTYPE
    assert refusal(docx(BODY, parts={"_rels/.rels": "<!DOCTYPE x><x/>"})).code == Code.DOCTYPE


@pytest.mark.parametrize(
    "name",
    ["../evil.xml", "word/../../evil.xml", "/etc/passwd", "word\\document2.xml", "C:/x.xml", ".."],
)
def test_an_entry_that_leaves_the_archive_is_refused(
    name: str, docx: Docx, refusal: Refusal
) -> None:
    files = [*entries(docx(BODY)).items(), (name, b"x")]
    assert refusal(packed(files)).code == Code.UNSAFE_NAME


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", ["word/document.xml", "Word/Document.XML"])
def test_two_entries_of_one_name_are_refused(name: str, docx: Docx, refusal: Refusal) -> None:
    files = [*entries(docx(BODY)).items(), (name, b"x")]
    assert refusal(packed(files)).code == Code.DUPLICATE_NAME


def test_an_encrypted_entry_is_named(docx: Docx, refusal: Refusal) -> None:
    source = bytearray(docx(BODY))
    at = source.find(b"PK\x01\x02")
    while at >= 0:
        source[at + 8] |= 1
        at = source.find(b"PK\x01\x02", at + 1)
    assert refusal(bytes(source)).code == Code.ENCRYPTED_PART


def test_an_unknown_compression_is_damage(docx: Docx, refusal: Refusal) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_BZIP2) as archive:
        for name, content in entries(docx(BODY)).items():
            archive.writestr(name, content)
    assert refusal(out.getvalue()).code == Code.DAMAGED_PART


def test_a_flipped_byte_in_a_part_is_damage(docx: Docx, refusal: Refusal) -> None:
    source = bytearray(docx(BODY * 50))
    at = source.find(b"word/document.xml") + 60
    source[at] ^= 0xFF
    assert refusal(bytes(source)).code == Code.DAMAGED_PART


class TestLoad:
    def test_a_file_is_loaded(self, tmp_path: Path) -> None:
        path = tmp_path / "年度 报告.docx"
        path.write_bytes(b"PK")
        assert load(path) == b"PK"

    @pytest.mark.parametrize(("name", "code"), [("", Code.DIRECTORY), ("none.docx", Code.MISSING)])
    def test_what_is_no_file_is_named(self, name: str, code: Code, tmp_path: Path) -> None:
        with pytest.raises(Unreadable) as caught:
            load(tmp_path / name)
        assert caught.value.code == code

    def test_a_file_that_may_not_be_read_is_named(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = tmp_path / "a.docx"
        path.write_bytes(b"PK")

        def denied(*_: object, **__: object) -> None:
            raise PermissionError(13, "denied")

        monkeypatch.setattr(Path, "open", denied)
        with pytest.raises(Unreadable) as caught:
            load(path)
        assert caught.value.code == Code.FORBIDDEN

    def test_a_name_with_a_nul_is_no_file(self) -> None:
        with pytest.raises(Unreadable):
            load(Path("a\0b.docx"))

    def test_a_big_file_is_not_loaded(self, tmp_path: Path) -> None:
        path = tmp_path / "a.docx"
        path.write_bytes(b"x" * 101)
        with pytest.raises(Unreadable) as caught:
            load(path, Limits(source=100))
        assert caught.value.parameters == {"limit": 100}
