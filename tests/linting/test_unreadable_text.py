"""Every code of the reader has its sentence in both languages."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import docxlint.word
from docxlint.linting.unreadable_text import SENTENCES, unreadable_message
from docxlint.word.ooxml.unreadable import Code, Unreadable

PARAMETERS: dict[str, str | int] = {
    "part": "word/document.xml",
    "line": 3,
    "limit": 100,
    "declared": "GBK",
}
WORD = Path(docxlint.word.__file__).parent
CHINESE_DATA = {
    "read/line_builder.py",
    "read/number_formats.py",
    "read/styles.py",
    "make/page_setup.py",
    "make/write_numbering.py",
}
"""Modules whose Chinese is data: numerals, and names of styles and fonts."""


@pytest.mark.parametrize("code", Code)
def test_a_code_has_one_sentence_in_each_language(code: Code) -> None:
    message = unreadable_message(Unreadable(code, **PARAMETERS))
    assert message.zh.endswith("。")
    assert message.zh.count("。") == 1
    assert message.en.endswith((".", "?)."))
    assert not re.search(r"[{}]", message.zh + message.en)


def raised() -> Iterator[tuple[str, set[str]]]:
    """Every code that the reader raises, with the names of its parameters."""
    for path in WORD.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "Unreadable":
                code = ast.unparse(node.args[0])
                if code.startswith("Code."):
                    yield code.removeprefix("Code."), {str(word.arg) for word in node.keywords}


def test_a_sentence_uses_only_parameters_that_the_reader_gives() -> None:
    sites = list(raised())
    assert len(sites) > 15
    for name, parameters in sites:
        message = SENTENCES[Code[name]]
        assert set(re.findall(r"\{(\w+)\}", message.zh + message.en)) <= parameters, name


def test_names_from_the_file_are_made_printable_and_short() -> None:
    message = unreadable_message(Unreadable(Code.UNSAFE_NAME, part="../\n\x1b[31m" + "x" * 200))
    assert "\x1b" not in message.en
    assert "\n" not in message.en
    assert len(message.en) < 150


def test_no_chinese_stands_in_word_outside_data() -> None:
    chinese = {
        path.relative_to(WORD).as_posix()
        for room in ("ooxml", "read", "make")
        for path in (WORD / room).rglob("*.py")
        if re.search("[\u3400-\u9fff，。、；：“”（）]", path.read_text(encoding="utf-8"))
    }
    assert chinese == CHINESE_DATA
