"""The text report on a console: no line is wider than it, and nothing of it is lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from click.testing import Result

from docxlint.cli.output.wrap import fitted, width

Run = Callable[..., Result]

LONG = """\
甲.docx
  错误 1 处

  一、总体情况
    错误  第2段
          “一、总体情况”没有分项写明：主动公开、依申请公开、政府信息管理、政府信息公开平台建设  [subsection-missing]
    error    The heading reads “12.5 per cent”, which is neither here nor there  [heading-punctuation]
"""


@pytest.mark.parametrize("columns", [40, 60, 80, 120])
def test_no_line_is_wider_than_the_console_and_no_word_is_lost(columns: int) -> None:
    shown = fitted(LONG, columns)
    assert max(map(width, shown.split("\n"))) <= columns
    assert "".join(shown.split()) == "".join(LONG.split())
    assert "[subsection-missing]" in shown and "[heading-punctuation]" in shown
    assert not any(line.strip().startswith(("、", "”", "：")) for line in shown.split("\n"))


def test_a_line_goes_on_under_what_it_began_with() -> None:
    assert fitted(LONG, 60).split("\n")[5:11] == [
        "          “一、总体情况”没有分项写明：主动公开、依申请公",
        "          开、政府信息管理、政府信息公开平台建设",
        "          [subsection-missing]",
        "    error    The heading reads “12.5 per cent”, which is",
        "             neither here nor there  [heading-punctuation]",
        "",
    ]


def test_what_fits_and_what_is_too_narrow_stay_as_they_are() -> None:
    assert fitted(LONG, 200) == fitted(LONG, 20) == LONG


def test_a_character_that_adds_to_another_takes_no_room() -> None:
    assert (width("e\u0301"), width("中a"), width("“")) == (1, 3, 2)


def test_only_a_console_gets_lines_of_its_width(
    run: Run, make: Callable[[str], str], toy: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = ("check", "--pack", str(toy), make("wrong"))
    piped = run(*wanted).stdout
    monkeypatch.setattr("click.testing._NamedTextIOWrapper.isatty", lambda _: True, raising=False)
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("NO_COLOR", "1")
    shown = run(*wanted).stdout
    assert max(map(width, inner(piped))) > 40
    assert max(map(width, inner(shown))) <= 40
    assert piped.split("\n")[0] == shown.split("\n")[0]


def inner(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.startswith(" ")]
