"""No room but text/zh knows Chinese: its words and marks stand only in messages elsewhere."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from . import survey

CHINESE = re.compile("[\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")
MESSAGE = {"zh", "help", "short_help", "epilog"}
# Modules and folders in which Chinese stands outside of messages, each with the reason.
ALLOWED = {
    "text/zh": "the Chinese language",
    "author/manual.py": "writes the manual, which is in Chinese and English",
    "author/manual_kinds.py": "writes the manual, which is in Chinese and English",
    "author/markdown_parser.py": "the automatic numbers that the Markdown of good documents has",
    "author/rule_page.py": "writes the page of a rule, which is in Chinese and English",
    "author/skeleton.py": "the comments in the skeletons of packs and rules",
    "author/unfilled_marks.py": "the mark in skeletons for what the author has to write",
    "cli/commands": "option texts and help, which are in Chinese and English",
    "cli/format_option.py": "an option text",
    "cli/output/console_text.py": "the marks that begin or end no line of a terminal, in any language",
    "linting/unreadable_text.py": "sentences that several messages share",
    "report/formats/csv.py": "the signs by which a spreadsheet takes a cell for a formula",
    "text/invisible.py": "letters of Hangul that show nothing",
    "word/make/page_setup.py": "the fonts of GB/T 9704—2012",
    "word/make/write_numbering.py": "the number formats of GB/T 9704—2012, as Word stores them",
    "word/read/line_builder.py": "the word 注 in a note's mark that somebody typed",
    "word/read/number_formats.py": "the numerals of Word's number formats, as ECMA-376 lists them",
    "word/read/styles.py": "the names of Word's heading styles in its editions",
}


def chinese_strings(code: str) -> list[str]:
    """The strings with Chinese characters or marks that are neither messages nor docstrings."""
    tree = ast.parse(code)
    exempt = {id(node) for part in _exempt(tree) for node in ast.walk(part)}
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and CHINESE.search(node.value)
        and id(node) not in exempt
    ]


def _exempt(tree: ast.AST) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        match node:
            case ast.Expr(value=ast.Constant()):  # a docstring
                yield node
            case ast.keyword(arg=name) if name in MESSAGE:
                yield node
            case ast.Call(func=ast.Name(id="Message")):
                yield node


def _is_allowed(path: str) -> bool:
    return any(path == allowed or path.startswith(f"{allowed}/") for allowed in ALLOWED)


def _files() -> dict[str, list[str]]:
    return {
        path.relative_to(survey.SOURCE).as_posix(): strings
        for path in sorted(survey.SOURCE.rglob("*.py"))
        if (strings := chinese_strings(path.read_text(encoding="utf-8")))
    }


def test_chinese_stands_in_messages_and_in_its_own_room_only() -> None:
    assert {path: strings for path, strings in _files().items() if not _is_allowed(path)} == {}


def test_each_place_that_may_have_chinese_has_some() -> None:
    paths = _files()
    unused = [
        allowed
        for allowed in ALLOWED
        if not any(path == allowed or path.startswith(f"{allowed}/") for path in paths)
    ]
    assert unused == []


@pytest.mark.parametrize(
    ("code", "strings"),
    [
        ('x = "年"', ["年"]),
        ('x = re.compile(r"\\s*。")', ["\\s*。"]),
        ('def f():\n    "第一年"\n    return "，"', ["，"]),
        ('x = Message("年", "year")', []),
        ('x = f(zh=f"第{n}段")', []),
        ('option(help="年")', []),
        ("x = 1  # 年", []),
    ],
)
def test_chinese_outside_of_messages_is_recognised(code: str, strings: list[str]) -> None:
    assert chinese_strings(code) == strings


def test_only_the_loader_of_languages_imports_one() -> None:
    imports = {
        path.relative_to(survey.SOURCE).as_posix()
        for path in survey.SOURCE.rglob("*.py")
        if "docxlint.text.zh" in path.read_text(encoding="utf-8")
        and "text/zh" not in path.as_posix()
    }
    assert imports == set()


def test_the_characters_of_chinese_numerals_are_listed_once() -> None:
    lists = [
        path.name
        for path in sorted((survey.SOURCE / "text" / "zh").glob("*.py"))
        if any(
            "一二三" in string or "〇○" in string for string in _strings(path.read_text("utf-8"))
        )
    ]
    assert lists == ["numerals.py"]


def _strings(code: str) -> list[str]:
    return [
        node.value
        for node in ast.walk(ast.parse(code))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
