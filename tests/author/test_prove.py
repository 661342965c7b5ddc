from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from docxlint.author.prove import Failure, prove
from docxlint.core.message import Message
from docxlint.packs import PackFault
from docxlint.rules.rule import Pack

Toy: TypeAlias = Callable[..., Pack]

SILENT = "  - finds: []\n"
FOUND = "  - swap: {继续努力: 有错}\n    finds: [“有错。”里有“错”]\n"


def said(pack: Pack) -> list[tuple[str | None, int | None, str]]:
    return [(f.rule, f.example, f.message.zh) for f in prove(pack)]


def test_a_pack_that_keeps_what_it_says_has_no_failure(toy: Toy) -> None:
    assert list(prove(toy())) == []


def test_a_finding_in_the_good_document_is_a_failure(toy: Toy, good_file: str) -> None:
    pack = toy(good_file.replace("前言。", "前言有错。"))
    assert said(pack) == [
        ("words", None, "范本应该没有问题，却得出：“前言有错。”里有“错”"),
        (
            "words",
            1,
            "查出的问题与示例所写的不符（- 为示例所写，+ 为实际得出）：\n+ “前言有错。”里有“错”",
        ),
        (
            "words",
            2,
            "查出的问题与示例所写的不符（- 为示例所写，+ 为实际得出）：\n"
            "+ “前言有错。”里有“错”\n  “有错。”里有“错”",
        ),
    ]


def test_what_cannot_be_judged_in_the_good_document_is_a_failure(
    toy: Toy, good_file: str, rule_file: str
) -> None:
    kept = [line for line in good_file.splitlines() if not line.startswith("|")]
    rule = rule_file.replace("finds: []", "finds: []\n    unjudged: [没有表]")
    assert said(toy("\n".join(kept), words=rule))[:2] == [
        (None, None, "范本里找不到 tables.sums：在“二、收到的申请”下面没有认出这张表"),
        ("words", None, "范本里应该都能判断，却有：没有表"),
    ]


def test_a_good_document_out_of_the_dialect_is_a_failure_of_its_line(
    toy: Toy, good_file: str
) -> None:
    assert said(toy(good_file + "#### 四级")) == [
        (None, None, "第 15 行：标题只有 #、##、### 三级，后面空一格再写标题")
    ]


def test_a_pack_without_a_good_document_is_a_fault_of_the_pack(toy: Toy) -> None:
    pack = toy()
    (Path(pack.folder) / "good.md").unlink()
    with pytest.raises(PackFault):
        list(prove(pack))


def test_a_rule_that_no_example_finds_is_a_failure(toy: Toy, rule_file: str) -> None:
    pack = toy(words=rule_file.replace(FOUND, ""))
    assert said(pack) == [("words", None, "没有一个示例能查出问题")]


def test_a_rule_that_no_example_leaves_alone_is_a_failure(toy: Toy, rule_file: str) -> None:
    pack = toy(words=rule_file.replace(SILENT, ""))
    assert said(pack) == [("words", None, "没有一个示例不出问题（finds: []）")]


def test_an_example_that_is_unjudged_does_not_count_as_left_alone(toy: Toy, rule_file: str) -> None:
    unjudged = "  - drop: [tables.sums]\n    finds: []\n    unjudged: [没有表]\n"
    pack = toy(words=rule_file.replace(SILENT, unjudged))
    assert said(pack) == [("words", None, "没有一个示例不出问题（finds: []）")]


def test_a_rule_without_examples_fails_both_ways(toy: Toy, rule_file: str) -> None:
    pack = toy(words=rule_file.partition("examples:")[0])
    assert [message for _, _, message in said(pack)] == [
        "没有一个示例能查出问题",
        "没有一个示例不出问题（finds: []）",
    ]


def test_a_message_that_has_drifted_is_shown_beside_what_came_out(toy: Toy, rule_file: str) -> None:
    pack = toy(words=rule_file.replace("[“有错。”里有“错”]", "[“有错。”里有错字]"))
    assert said(pack) == [
        (
            "words",
            2,
            "查出的问题与示例所写的不符（- 为示例所写，+ 为实际得出）：\n"
            "- “有错。”里有错字\n+ “有错。”里有“错”",
        )
    ]


def test_a_reason_that_nobody_expected_is_a_failure(toy: Toy, rule_file: str) -> None:
    more = "  - drop: [tables.sums]\n    finds: []\n"
    assert said(toy(words=rule_file + more)) == [
        (
            "words",
            3,
            "不能判断的理由与示例所写的不符（- 为示例所写，+ 为实际得出）：\n+ 没有表",
        )
    ]


def test_findings_are_expected_in_the_order_of_the_document(toy: Toy, rule_file: str) -> None:
    more = (
        "  - swap: {前言: 错, 继续努力: 有错}\n"
        "    set: {sums.new.people: 错}\n"
        "    finds: [“错。”里有“错”, sums.new.people写作“错”, “有错。”里有“错”]\n"
    )
    assert said(toy(words=rule_file + more)) == []


def test_a_change_that_cannot_be_made_is_a_failure_of_its_example(toy: Toy, rule_file: str) -> None:
    more = "  - set: {sums.new.peple: 错}\n    finds: [x]\n"
    assert said(toy(words=rule_file + more)) == [
        ("words", 3, "set：在范本里找不到“sums.new.peple”；你是不是想写“sums.new.people”？")
    ]


def test_a_rule_that_falls_over_is_a_failure_wherever_it_is_asked(toy: Toy, rule_file: str) -> None:
    pack = toy(words=rule_file.replace("not: 错", "not: trouble").replace(FOUND, ""))
    assert said(pack) == [
        (None, None, "规则出错：words (word): ValueError: no such word"),
        ("words", None, "没有一个示例能查出问题"),
        ("words", 1, "规则出错：ValueError: no such word"),
    ]


def test_the_year_of_an_example_is_the_report_year(toy: Toy, rule_file: str) -> None:
    more = "  - {swap: {继续努力: 有错}, year: 1999, finds: []}\n"
    assert said(toy(words=rule_file + more)) == []


def test_last_years_report_is_the_good_document_with_changes_of_its_own(
    toy: Toy, rule_file: str
) -> None:
    rule = rule_file.replace("word: {not: 错}", "word: {not: 错, last: true}")
    example = "  - previous: {set: {sums.done.people: 错}, swap: {继续努力: 错了}}\n"
    right = f"{example}    finds: [上年：“错了。”里有“错”]\n"
    assert said(toy(words=f"{rule}{right}{example}    finds: []\n")) == [
        (
            "words",
            4,
            "查出的问题与示例所写的不符（- 为示例所写，+ 为实际得出）：\n+ 上年：“错了。”里有“错”",
        )
    ]


def test_a_change_that_cannot_be_made_of_last_years_report_is_a_failure(
    toy: Toy, rule_file: str
) -> None:
    example = "  - previous: {swap: {没有: 有}}\n    finds: []\n"
    assert said(toy(words=rule_file + example)) == [("words", 3, "swap：范本里没有“没有”")]


def test_only_the_rule_of_the_example_is_asked(toy: Toy, rule_file: str) -> None:
    other = rule_file.replace("错", "误")
    assert said(toy(words=rule_file, others=other)) == []


def test_a_failure_is_said_in_both_languages(toy: Toy, rule_file: str) -> None:
    (failure,) = prove(toy(words=rule_file.replace(FOUND, "")))
    assert isinstance(failure, Failure)
    assert failure.message.en == "no example is found by this rule"


def test_a_rule_that_never_finds_what_its_examples_say_is_told_so(toy: Toy, rule_file: str) -> None:
    pack = toy(words=rule_file.replace("not: 错", "not: 没有的字"))
    assert said(pack) == [
        ("words", None, "在自己的示例里一次也没有查出问题：它可能永远查不出什么"),
        (
            "words",
            2,
            "查出的问题与示例所写的不符（- 为示例所写，+ 为实际得出）：\n- “有错。”里有“错”",
        ),
    ]


def test_a_failure_of_an_example_has_the_line_that_it_begins_on(toy: Toy, rule_file: str) -> None:
    more = "  - set: {sums.new.peple: 错}\n    finds: [x]\n"
    (failure,) = prove(toy(words=rule_file + more))
    assert failure.text("zh", "toy") == (
        "toy/rules/words.yaml:10: words 的第 3 个例子\n"
        "  10 |   - set: {sums.new.peple: 错}\n"
        "    set：在范本里找不到“sums.new.peple”；你是不是想写“sums.new.people”？\n"
    )


def test_a_failure_shows_what_does_not_show() -> None:
    failure = Failure(
        message=Message(zh="\x1b[1m", en=""), file="a/b.yaml", line=1, excerpt="\u202e"
    )
    assert failure.text("zh", "toy") == "a/b.yaml:1: toy\n  1 | \\u202e\n    \\x1b[1m\n"
