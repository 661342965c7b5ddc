"""The text report on a console: no line is wider than it, and nothing of it is lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from click.testing import Result

from docxlint.cli.output.console_text import ConsoleText, fit_line
from docxlint.report.text_line import TextLine, TextSpan, text_width

Run = Callable[..., Result]

ENTRY = TextLine(
    (
        TextSpan("错误", "error"),
        TextSpan(
            "  “一、总体情况”没有分项写明：主动公开、依申请公开、政府信息管理、政府信息公开平台建设"
        ),
        TextSpan("  "),
        TextSpan("[subsection-missing]", "rule"),
    ),
    indent=4,
    hang=10,
)


def shown(line: TextLine, columns: int) -> list[str]:
    return [part.plain for part in fit_line(line, columns)]


@pytest.mark.parametrize("columns", [40, 60, 80, 120])
def test_no_line_is_wider_than_the_console_and_no_word_is_lost(columns: int) -> None:
    lines = shown(ENTRY, columns)
    assert max(map(text_width, lines)) <= columns
    assert "".join("".join(lines).split()) == "".join(ENTRY.text().split())
    assert any("[subsection-missing]" in line for line in lines)
    assert not any(line.strip().startswith(("、", "”", "：")) for line in lines)


def test_a_line_goes_on_after_its_hanging_indent() -> None:
    assert shown(ENTRY, 60) == [
        "    错误  “一、总体情况”没有分项写明：主动公开、依申请公",
        "          开、政府信息管理、政府信息公开平台建设",
        "          [subsection-missing]",
    ]


def test_words_in_latin_letters_stay_together() -> None:
    line = TextLine((TextSpan("The heading reads “12.5 per cent”, which is wrong here"),), indent=4)
    assert shown(line, 40) == [
        "    The heading reads “12.5 per cent”,",
        "    which is wrong here",
    ]


def test_a_line_that_fits_and_a_console_that_is_too_narrow_change_nothing() -> None:
    assert shown(ENTRY, 200) == shown(ENTRY, 20) == [ENTRY.text()]


def test_the_name_of_a_document_is_never_broken() -> None:
    name = TextLine((TextSpan("很长的文件夹/" * 20, "path"),))
    assert shown(name, 40) == [name.text()]


def test_severities_have_colours_unless_no_color_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[1;31m错误\x1b[0m" in ConsoleText("zh", "usual", 80).draw([ENTRY])
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in ConsoleText("zh", "usual", 80).draw([ENTRY])
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "dumb")
    assert "\x1b" not in ConsoleText("zh", "usual", 80).draw([ENTRY])


def test_only_a_console_gets_lines_of_its_width(
    run: Run, make: Callable[[str], str], toy: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = ("check", "--pack", str(toy), make("wrong"))
    piped = run(*wanted).stdout
    monkeypatch.setattr("click.testing._NamedTextIOWrapper.isatty", lambda _: True, raising=False)
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("NO_COLOR", "1")
    console = run(*wanted).stdout
    assert max(map(text_width, inner(piped))) > 40
    assert max(map(text_width, inner(console))) <= 40
    assert piped.split("\n")[0] == console.split("\n")[0]


def inner(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.startswith(" ")]
