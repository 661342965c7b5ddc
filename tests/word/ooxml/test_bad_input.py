"""Bad input gives one clear sentence in two languages, never a traceback."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from docxlint.word.read import Limits, Unreadable, load

Docx = Callable[..., bytes]
Refusal = Callable[..., str]
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
    ("source", "word"),
    [
        (b"", "空的"),
        (b"%PDF-1.7\n...", "PDF"),
        (b"{\\rtf1\\ansi hello}", "RTF"),
        (b"<!DOCTYPE html><html><body>x</body></html>", "网页"),
        ("\ufeff<html xmlns:w='x'>".encode(), "网页"),
        (b'<?xml version="1.0"?><w:wordDocument/>', "XML"),
        ("政府信息公开工作年度报告".encode(), "纯文本"),
        ("政府信息公开工作年度报告".encode("utf-16"), "纯文本"),
        (b"\x7fELF\x02\x01\x01\0\0", "不是 zip"),
        (directory("Root Entry", "1Table", "WordDocument"), "97–2003"),
        (directory("Root Entry", "EncryptionInfo", "EncryptedPackage"), "加密"),
        (directory("Root Entry", "Workbook"), "复合文件"),
        (b"PK\x03\x04 and nothing more", "不完整"),
        (b"PK", "不完整"),
    ],
)
def test_a_file_that_is_no_docx_is_named(source: bytes, word: str, refusal: Refusal) -> None:
    assert word in refusal(source)


def test_a_zip_without_a_main_part_is_no_document(refusal: Refusal) -> None:
    assert "没有 Word 文档的正文部件" in refusal(packed([("a.txt", b"x")]))


def test_a_main_part_of_another_kind_is_no_word_document(
    docx: Docx, replaced: Replaced, refusal: Refusal
) -> None:
    workbook = {"word/document.xml": b'<workbook xmlns="urn:x"/>'}
    assert "不是 Word 文档的内容" in refusal(replaced(docx(BODY), workbook))


def test_a_truncated_zip_is_damaged(docx: Docx, refusal: Refusal) -> None:
    source = docx(BODY)
    assert "不完整" in refusal(source[:-30])
    assert "不完整" in refusal(source[: len(source) // 2])


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"<w:document", "格式正确"),
        (b"", "格式正确"),
        (f'<w:document xmlns:w="{W}"><w:body>&nbsp;</w:body></w:document>'.encode(), "格式正确"),
        (b'<!DOCTYPE d [<!ENTITY a "b">]><d>&a;</d>', "DTD"),
        (b'<?xml version="1.0"?>\n<!-- x --><!DOCTYPE d SYSTEM "http://x.invalid/d"><d/>', "DTD"),
        ('<!DOCTYPE d [<!ENTITY a "b">]><d>&a;</d>'.encode("utf-16"), "DTD"),
        ('<?xml version="1.0" encoding="UTF-8"?><d>报告</d>'.encode("gbk"), "编码"),
        ('<?xml version="1.0" encoding="GBK"?><d>报告</d>'.encode(), "编码"),
        ('<?xml version="1.0" encoding="UTF-16"?><d>报告</d>'.encode(), "编码"),
        ('<?xml version="1.0" encoding="UTF-8"?><d>报告</d>'.encode("utf-16"), "编码"),
        ("<d>报告</d>".encode("utf-16")[:-1], "编码"),
        (b'<?xml version="1.0" encoding="UTF-7"?><d/>', "编码"),
        (b"<a>" * 400 + b"</a>" * 400, "嵌套"),
    ],
)
def test_a_bad_part_is_named_with_what_is_wrong(
    content: bytes, word: str, docx: Docx, replaced: Replaced, refusal: Refusal
) -> None:
    said = refusal(replaced(docx(BODY), {"word/document.xml": content}))
    assert "word/document.xml" in said
    assert word in said


def test_an_entity_bomb_is_not_expanded(docx: Docx, replaced: Replaced, refusal: Refusal) -> None:
    levels = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 12))
    bomb = f'<!DOCTYPE d [<!ENTITY a0 "ha">{levels}]><d x="&a11;">&a11;</d>'
    assert "DTD" in refusal(replaced(docx(BODY), {"word/document.xml": bomb.encode()}))


def test_a_doctype_in_any_part_that_is_read_is_refused(docx: Docx, refusal: Refusal) -> None:
    dtd = '<!DOCTYPE x><w:styles xmlns:w="urn:x"/>'
    source = docx(BODY, parts={"word/s.xml": dtd}, rels={"s": "styles s.xml"})
    assert "DTD" in refusal(source)
    assert "DTD" in refusal(docx(BODY, parts={"_rels/.rels": "<!DOCTYPE x><x/>"}))


@pytest.mark.parametrize(
    "name",
    ["../evil.xml", "word/../../evil.xml", "/etc/passwd", "word\\document2.xml", "C:/x.xml", ".."],
)
def test_an_entry_that_leaves_the_archive_is_refused(
    name: str, docx: Docx, refusal: Refusal
) -> None:
    files = [*entries(docx(BODY)).items(), (name, b"x")]
    assert "越界" in refusal(packed(files))


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", ["word/document.xml", "Word/Document.XML"])
def test_two_entries_of_one_name_are_refused(name: str, docx: Docx, refusal: Refusal) -> None:
    files = [*entries(docx(BODY)).items(), (name, b"x")]
    assert "重名" in refusal(packed(files))


def test_an_encrypted_entry_is_named(docx: Docx, refusal: Refusal) -> None:
    source = bytearray(docx(BODY))
    at = source.find(b"PK\x01\x02")
    while at >= 0:
        source[at + 8] |= 1
        at = source.find(b"PK\x01\x02", at + 1)
    assert "已加密" in refusal(bytes(source))


def test_an_unknown_compression_is_damage(docx: Docx, refusal: Refusal) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_BZIP2) as archive:
        for name, content in entries(docx(BODY)).items():
            archive.writestr(name, content)
    assert "无法解压" in refusal(out.getvalue())


def test_a_flipped_byte_in_a_part_is_damage(docx: Docx, refusal: Refusal) -> None:
    source = bytearray(docx(BODY * 50))
    at = source.find(b"word/document.xml") + 60
    source[at] ^= 0xFF
    assert "无法解压" in refusal(bytes(source))


class TestLoad:
    def test_a_file_is_loaded(self, tmp_path: Path) -> None:
        path = tmp_path / "年度 报告.docx"
        path.write_bytes(b"PK")
        assert load(path) == b"PK"

    @pytest.mark.parametrize(("name", "word"), [("", "文件夹"), ("none.docx", "不存在")])
    def test_what_is_no_file_is_named(self, name: str, word: str, tmp_path: Path) -> None:
        with pytest.raises(Unreadable) as caught:
            load(tmp_path / name)
        assert word in caught.value.message.zh

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
        assert "权限" in caught.value.message.zh

    def test_a_name_with_a_nul_is_no_file(self) -> None:
        with pytest.raises(Unreadable):
            load(Path("a\0b.docx"))

    def test_a_big_file_is_not_loaded(self, tmp_path: Path) -> None:
        path = tmp_path / "a.docx"
        path.write_bytes(b"x" * 101)
        with pytest.raises(Unreadable) as caught:
            load(path, Limits(source=100))
        assert "100" in caught.value.message.zh
