"""A package becomes a document, or is refused."""

from __future__ import annotations

import gc
from collections.abc import Callable

import pytest

from docxlint.word.ooxml.limits import Limits
from docxlint.word.ooxml.package import Package
from docxlint.word.ooxml.unreadable import Code, Unreadable
from docxlint.word.read.read_document import read, read_package

Docx = Callable[..., bytes]

BODY = "<w:p><w:r><w:t>甲</w:t></w:r></w:p>"


def test_a_package_reads_like_its_bytes(docx: Docx) -> None:
    source = docx(BODY)
    assert read_package(Package(source, Limits())) == read(source)


def test_a_kept_package_can_be_read_again(docx: Docx) -> None:
    package = Package(docx(BODY), Limits(), keep_parts=True)
    assert read_package(package) == read_package(package)


def test_a_main_part_of_another_kind_is_refused(docx: Docx) -> None:
    source = docx(parts={"word/document.xml": '<workbook xmlns="urn:x"/>'})
    with pytest.raises(Unreadable) as caught:
        read(source)
    assert caught.value.code == Code.NOT_WORD


@pytest.mark.parametrize("enabled", [True, False])
def test_reading_leaves_garbage_collection_alone(
    enabled: bool, docx: Docx, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[str] = []
    for name in ("disable", "enable", "freeze", "set_threshold"):
        monkeypatch.setattr(gc, name, lambda *_, name=name: calls.append(name))
    monkeypatch.setattr(gc, "isenabled", lambda: enabled)
    read(docx(BODY))
    assert calls == []
