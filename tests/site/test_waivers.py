from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from docxlint.core.finding import Finding, Severity
from docxlint.core.location import Location
from docxlint.core.message import Message
from docxlint.report.report import Report
from docxlint.site import SiteSettings, Waiver, notices, unknown, uses, waive

Site = Callable[..., SiteSettings]
TODAY = datetime.date(2024, 6, 30)
PLACE = Location("word/document.xml", "/w:document/w:body/w:p[1]")


def found(rule: str, fingerprint: str = "") -> Finding:
    message = Message("错", "wrong")
    return Finding(
        rule=rule,
        severity=Severity.ERROR,
        message=message,
        location=PLACE,
        fingerprint=fingerprint,
    )


def reasons(config: SiteSettings, path: str, *rules: str) -> list[str | None]:
    findings = waive(tuple(map(found, rules)), path, config, TODAY)
    return [None if one.waived is None else one.waived.zh for one in findings]


def waiver(document: str, rule: str = "a", more: str = "") -> str:
    return f"  - {{rule: {rule}, document: '{document}', reason: 因为{more}}}\n"


def test_a_waiver_takes_its_rule_in_its_document_and_no_other(site: Site) -> None:
    config = site("waivers:\n" + waiver("某镇.docx"))
    assert reasons(config, "2023/某镇.docx", "a", "b", "a") == ["因为", None, "因为"]
    assert reasons(config, "2023/别镇.docx", "a") == [None]


@pytest.mark.parametrize(
    ("pattern", "path", "covered"),
    [
        ("某镇*.docx", "2023/某镇2023.docx", True),
        ("某镇*.docx", "某镇/别.docx", False),
        ("2023/*.docx", "2023/某镇.docx", True),
        ("2023/*.docx", "./2023/某镇.docx", True),
        ("./2023/*.docx", "2023/某镇.docx", True),
        ("2023/*.docx", "2022/某镇.docx", False),
        ("*/某镇.docx", "甲/乙/某镇.docx", True),
        ("?镇.docx", "某镇.docx", True),
        ("[某别]镇.docx", "别镇.docx", True),
        ("*", "任何.docx", True),
        ("-", "-", True),
        ("某镇.DOCX", "某镇.docx", False),
        ("2023/某镇.docx", "2023\\某镇.docx", True),
    ],
)
def test_a_pattern_is_held_against_the_name_or_the_path(
    site: Site, pattern: str, path: str, covered: bool
) -> None:
    config = site("waivers:\n" + waiver(pattern))
    assert reasons(config, path, "a") == ["因为" if covered else None]


def test_a_pattern_begins_at_the_folder_of_the_configuration(site: Site, tmp_path: Path) -> None:
    config = site("waivers:\n" + waiver("2023/*.docx"))
    assert reasons(config, str(tmp_path / "2023" / "某镇.docx"), "a") == ["因为"]
    assert reasons(config, str(tmp_path.parent / "2023" / "某镇.docx"), "a") == [None]


def test_letters_with_accents_are_the_same_however_the_disk_writes_them(site: Site) -> None:
    config = site("waivers:\n" + waiver("é.docx"))
    assert reasons(config, "e\u0301.docx", "a") == ["因为"]


@pytest.mark.parametrize(("until", "waived"), [("2024-06-29", None), ("2024-06-30", "因为")])
def test_a_waiver_holds_up_to_and_on_its_last_day(
    site: Site, until: str, waived: str | None
) -> None:
    config = site("waivers:\n" + waiver("*", more=f", until: {until}"))
    assert reasons(config, "a.docx", "a") == [waived]


def test_the_first_waiver_that_covers_a_finding_gives_the_reason(site: Site) -> None:
    config = site("waivers:\n" + waiver("*", more="甲") + waiver("*", more="乙"))
    assert reasons(config, "a.docx", "a") == ["因为甲"]


def test_what_is_known_of_the_document_is_waived_as_the_baseline(site: Site) -> None:
    (Path.cwd() / "known.json").write_text('["1"]')
    config = site("baseline: known.json\nwaivers:\n" + waiver("*"))
    findings = waive((found("b", "1"), found("b", "2"), found("a", "1")), "x.docx", config, TODAY)
    assert [one.waived for one in findings] == [
        Message("以前已登记的问题，不再计入", "baseline"),
        None,
        Message("因为", "因为"),
    ]


def figure(row: str, column: str, message: str, print_: str = "") -> Finding:
    place = msgspec.structs.replace(PLACE, row=row, column=column, text="12")
    text = Message(message, message)
    return msgspec.structs.replace(
        found("a", print_), location=place, message=text, found="2月30日"
    )


FIGURES = (
    figure("（一）予以公开", "总计", "应为10", "00000000000000aa"),
    figure("（一）予以公开", "自然人", "应为12"),
    figure("（七）总计", "总计", "应为13"),
)


@pytest.mark.parametrize(
    ("more", "waived"),
    [
        ("", [0, 1, 2]),
        ("finding: 00000000000000AA", [0]),
        ("finding: 00000000000000ab", []),
        ("row: （一）予以公开", [0, 1]),
        ("row: '(一) 予以公开'", [0, 1]),
        ("row: 予以公开", []),
        ("column: 总计", [0, 2]),
        ("row: （一）予以公开, column: 总计", [0]),
        ("row: （七）总计, words: 应为12", []),
        ("words: 应为１３", [2]),
        ("words: '12'", [0, 1, 2]),
        ("words: 2月30 日", [0, 1, 2]),
        ("words: 别的", []),
    ],
)
def test_a_waiver_may_be_for_one_finding(site: Site, more: str, waived: list[int]) -> None:
    config = site("waivers:\n" + waiver("x.docx", more=f", {more}" if more else ""))
    findings = waive(FIGURES, "x.docx", config, TODAY)
    assert [turn for turn, each in enumerate(findings) if each.waived is not None] == waived
    matches = [matches for _, matches in uses(config, "x.docx", FIGURES, {"a"})]
    assert matches == [bool(waived)]
    assert not any(each.waived for each in waive(FIGURES, "y.docx", config, TODAY))


def notice_texts(config: SiteSettings, *reports: Report) -> list[tuple[int, str]]:
    use: dict[Waiver, bool] = {}
    for each in reports:
        judged = {*each.passed, *(finding.rule for finding in each.findings)}
        for waiver, matches in uses(config, each.path, each.findings, judged):
            use[waiver] = matches or use.get(waiver, False)
    return [(fault.line, fault.message.en) for fault in notices(config, use, TODAY)]


def report(path: str, *rules: str, passed: tuple[str, ...] = ()) -> Report:
    findings = tuple(map(found, rules))
    return Report(path=path, sha256="", status="checked", findings=findings, passed=passed)


def test_a_waiver_that_waives_nothing_in_the_whole_run_is_reported(site: Site) -> None:
    config = site("waivers:\n" + waiver("x.docx") + waiver("?.docx", "b") + waiver("x.docx", "b"))
    reports = [report("z.docx", "b"), report("x.docx", "a", passed=("b",))]
    expected = [(4, "this waiver (rule b, document “x.docx”) waived nothing in this run")]
    assert notice_texts(config, *reports) == expected
    assert notice_texts(config, *reversed(reports)) == expected


def test_a_waiver_for_another_document_or_rule_is_not_reported(site: Site) -> None:
    config = site("waivers:\n" + waiver("y.docx") + waiver("x.docx", "b"))
    assert notice_texts(config, report("x.docx", "a", passed=("c",))) == []
    assert notice_texts(config, report("y.docx", passed=("b",))) == []


def test_an_expired_waiver_is_reported_whether_or_not_it_would_have_waived(site: Site) -> None:
    config = site("waivers:\n" + waiver("x.docx", more=", until: 2024-06-29"))
    expired = "this waiver (rule a, document “x.docx”) expired on 2024-06-29 and waives nothing"
    assert notice_texts(config, report("x.docx", "a")) == [(2, expired)]
    assert notice_texts(config, report("x.docx", passed=("a",))) == [(2, expired)]
    assert notice_texts(config, report("y.docx", "a"), report("x.docx", "b")) == []


def test_a_rule_that_there_is_not_is_a_fault_with_a_hint(site: Site) -> None:
    config = site("severities: {tilte: info}\nwaivers:\n" + waiver("x.docx", "balnce"))
    faults = list(unknown(config, {"title", "balance"}))
    assert [(f.line, f.column, f.message.en, f.hint and f.hint.en) for f in faults] == [
        (1, 14, "there is no rule “tilte”", "did you mean “title”?"),
        (3, 12, "there is no rule “balnce”", "did you mean “balance”?"),
    ]


def test_no_configuration_waives_nothing_and_says_nothing() -> None:
    findings = (found("a"),)
    assert waive(findings, "x.docx", SiteSettings(), TODAY) is findings
    assert notice_texts(SiteSettings(), report("x.docx", "a")) == []


def test_only_the_mark_of_a_finding_changes(site: Site) -> None:
    config = site("waivers:\n" + waiver("*"))
    before = found("a", "1")
    (after,) = waive((before,), "x.docx", config, TODAY)
    assert msgspec.structs.replace(after, waived=None) == before
