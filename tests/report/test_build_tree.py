"""Findings become groups, diagnoses likely causes, and everything has its section."""

from __future__ import annotations

import msgspec

from docxlint.report.build_tree import (
    document_node,
    entry_lines,
    group_similar,
    highest_weight,
    weight,
)
from docxlint.report.report import Report
from docxlint.report.tree import FindingGroup, LikelyCause


def test_findings_that_read_the_same_form_one_group_with_all_places(full: Report) -> None:
    groups = list(group_similar(full))
    assert [group.rule for group in groups] == [
        *("title-wording", "balance", "cell-blank", "heading-punctuation"),
    ]
    blank = groups[2]
    assert [place.zh for place in blank.places] == ["“（一）予以公开”行", "“（七）总计”行"]
    assert [group.number for group in groups] == [1, 2, 3, 4]


def test_each_section_has_its_entries_and_the_front_has_no_name(full: Report) -> None:
    sections = document_node(full).sections
    assert [section.name for section in sections] == [
        *(None, "三、收到和处理政府信息公开申请情况", "六、其他需要报告的事项"),
    ]
    assert sections[0].heading.zh == "标题和引言（第一部分之前）"


def test_a_likely_cause_comes_before_the_first_finding_that_it_explains(snapshot: Report) -> None:
    section = document_node(snapshot).sections[1]
    cause, total, _ = section.entries
    assert isinstance(cause, LikelyCause)
    assert isinstance(total, FindingGroup)
    assert (cause.label.zh, cause.number, cause.covered) == ("很可能错在这里", 1, ())
    assert total.message.zh.endswith("（见上）")
    assert not total.details  # the cause names the figures


def test_a_cause_that_is_a_line_of_figures_covers_its_findings(swept: Report) -> None:
    entries = [entry for section in document_node(swept).sections for entry in section.entries]
    (cause,) = (entry for entry in entries if isinstance(entry, LikelyCause))
    assert cause.rules == (("prose-table", 1), ("row-total", 1))
    assert [entry.covered for entry in entries if isinstance(entry, FindingGroup)] == [
        *(True, True, False),
    ]


def test_a_diagnosis_without_suspects_does_not_claim_a_likely_cause(snapshot: Report) -> None:
    unknown = msgspec.structs.replace(snapshot.diagnoses[0], kind="unknown", suspects=())
    report = msgspec.structs.replace(snapshot, diagnoses=(unknown,))
    cause = document_node(report).sections[1].entries[0]
    assert cause.label.zh == "请逐项核对"


def test_the_lines_of_a_group_are_places_then_message_and_rule_then_details(full: Report) -> None:
    group = list(group_similar(full))[1]
    lines = list(entry_lines(group))
    assert [[span.role for span in line.spans] for line in lines[:2]] == [
        ["place"],
        ["text", "gap", "rule"],
    ]
    assert [line.spans[0].text.zh.partition("：")[0] for line in lines[2:]] == ["可能错在", "参见"]


def test_the_weight_of_findings_is_the_most_serious_one(full: Report, waived: Report) -> None:
    assert highest_weight(full.findings) == "error"
    assert [weight(finding) for finding in waived.findings[:2]] == ["info", "waived"]
    assert highest_weight(()) == ""


def test_a_fault_of_a_rule_names_it_and_gives_the_reason(broken: Report) -> None:
    (fault,) = document_node(broken).broken
    assert fault.zh == "balance (equation): ZeroDivisionError: division by zero"
