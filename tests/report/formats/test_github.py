"""The report for GitHub workflows."""

from __future__ import annotations

import msgspec

from docxlint.report.formats.github import GitHub
from docxlint.report.report import Report


def commands(report: Report) -> list[str]:
    *lines, _ = GitHub.render([report], "en").splitlines()
    return lines


def test_the_level_is_the_severity_and_a_waived_finding_is_a_notice(
    full: Report, waived: Report
) -> None:
    levels = [line.split(" ")[0] for line in commands(full)]
    assert levels[:5] == ["::warning", "::error", "::error", "::error", "::notice"]
    assert commands(waived)[1].startswith(
        "::notice file=f.docx,title=heading-punctuation (waived)::“。”, paragraph 6: "
    )


def test_an_explained_gap_is_a_notice_and_another_one_a_warning(full: Report) -> None:
    gaps = [line for line in commands(full) if "(not checked)" in line]
    assert sum(line.startswith("::notice") for line in gaps) == 7
    assert sum(line.startswith("::warning") for line in gaps) == 2


def test_lines_of_a_message_are_escaped_and_the_totals_come_last(full: Report) -> None:
    balance = commands(full)[1]
    assert "12 + 2 = 14, but 13 + 2 = 15%0Aperhaps: " in balance
    assert GitHub.render([full], "en").splitlines()[-1].startswith("documents: 1; errors: 3")


def test_a_comma_or_a_colon_in_a_path_ends_no_property(clean: Report, broken: Report) -> None:
    named = msgspec.structs.replace(broken, path="a,b:c.docx")
    (line,) = commands(named)
    assert line.startswith("::error file=a%2Cb%3Ac.docx,title=fault of a rule")
    assert commands(clean) == []
