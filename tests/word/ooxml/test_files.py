"""Files are loaded within the limits."""

from __future__ import annotations

from pathlib import Path

import pytest

from docxlint.word.ooxml.files import load
from docxlint.word.ooxml.limits import Limits
from docxlint.word.ooxml.unreadable import Code, Unreadable


def test_a_file_is_loaded(tmp_path: Path) -> None:
    path = tmp_path / "年度 报告.docx"
    path.write_bytes(b"PK")
    assert load(path) == b"PK"


@pytest.mark.parametrize(("name", "code"), [("", Code.DIRECTORY), ("none.docx", Code.MISSING)])
def test_what_is_no_file_is_named(name: str, code: Code, tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as caught:
        load(tmp_path / name)
    assert caught.value.code == code


def test_a_file_that_may_not_be_read_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"PK")

    def denied(*_: object, **__: object) -> None:
        raise PermissionError(13, "denied")

    monkeypatch.setattr(Path, "open", denied)
    with pytest.raises(Unreadable) as caught:
        load(path)
    assert caught.value.code == Code.FORBIDDEN


def test_a_name_with_a_nul_is_no_file() -> None:
    with pytest.raises(Unreadable):
        load(Path("a\0b.docx"))


def test_a_big_file_is_not_loaded(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"x" * 101)
    with pytest.raises(Unreadable) as caught:
        load(path, Limits(source=100))
    assert caught.value.parameters == {"limit": 100}
