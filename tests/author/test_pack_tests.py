from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from docxlint.author.pack_tests import Failure, run_pack_tests
from docxlint.core.message import Message
from docxlint.packs import PackFault
from docxlint.rules.rule import Pack

Toy: TypeAlias = Callable[..., Pack]

SILENT = "  - finds: []\n"
FOUND = "  - swap: {继续努力: 有错}\n    finds: [“有错。”里有“错”]\n"


def messages(pack: Pack) -> list[tuple[str | None, int | None, str]]:
    return [(f.rule, f.example, f.message.zh) for f in run_pack_tests(pack)]


def test_a_correct_pack_has_no_failures(toy: Toy) -> None:
    assert list(run_pack_tests(toy())) == []


def test_a_finding_in_the_good_document_is_a_failure(toy: Toy, good_file: str) -> None:
    pack = toy(good_file.replace("前言。", "前言有错。"))
    assert messages(pack) == [
        ("words", None, "范本不应有问题，现查出：“前言有错。”里有“错”"),
        (
            "words",
            1,
            "查出的问题与例子写的不符（- 是例子写的，+ 是实际结果）：\n+ “前言有错。”里有“错”",
        ),
        (
            "words",
            2,
            "查出的问题与例子写的不符（- 是例子写的，+ 是实际结果）：\n"
            "+ “前言有错。”里有“错”\n  “有错。”里有“错”",
        ),
    ]


def test_an_unchecked_rule_in_the_good_document_is_a_failure(
    toy: Toy, good_file: str, rule_file: str
) -> None:
    kept = [line for line in good_file.splitlines() if not line.startswith("|")]
    rule = rule_file.replace("finds: []", "finds: []\n    unjudged: [没有表]")
    assert messages(toy("\n".join(kept), words=rule))[:2] == [
        (None, None, "范本里找不到 tables.sums：在“二、收到的申请”下面没有找到这张表"),
        ("words", None, "范本应当都能核对，现无法核对：没有表"),
    ]


def test_invalid_markdown_in_the_good_document_is_a_failure_with_its_line(
    toy: Toy, good_file: str
) -> None:
    assert messages(toy(good_file + "#### 四级")) == [
        (None, None, "第15行：标题只有 #、##、### 三级，后面空一格再写标题")
    ]


def test_a_pack_without_a_good_document_is_a_fault_of_the_pack(toy: Toy) -> None:
    pack = toy()
    (Path(pack.folder) / "good.md").unlink()
    with pytest.raises(PackFault):
        list(run_pack_tests(pack))


def test_a_rule_without_an_example_with_findings_is_a_failure(toy: Toy, rule_file: str) -> None:
    pack = toy(words=rule_file.replace(FOUND, ""))
    assert messages(pack) == [("words", None, "没有会报错的例子")]


def test_a_rule_without_an_example_without_findings_is_a_failure(toy: Toy, rule_file: str) -> None:
    pack = toy(words=rule_file.replace(SILENT, ""))
    assert messages(pack) == [("words", None, "没有不会报错的例子（finds: []）")]


def test_an_unchecked_example_does_not_count_as_one_without_findings(
    toy: Toy, rule_file: str
) -> None:
    unjudged = "  - drop: [tables.sums]\n    finds: []\n    unjudged: [没有表]\n"
    pack = toy(words=rule_file.replace(SILENT, unjudged))
    assert messages(pack) == [("words", None, "没有不会报错的例子（finds: []）")]


def test_a_rule_without_examples_has_both_failures(toy: Toy, rule_file: str) -> None:
    pack = toy(words=rule_file.partition("examples:")[0])
    assert [message for _, _, message in messages(pack)] == [
        "没有会报错的例子",
        "没有不会报错的例子（finds: []）",
    ]


def test_a_different_message_is_shown_next_to_the_actual_one(toy: Toy, rule_file: str) -> None:
    pack = toy(words=rule_file.replace("[“有错。”里有“错”]", "[“有错。”里有错字]"))
    assert messages(pack) == [
        (
            "words",
            2,
            "查出的问题与例子写的不符（- 是例子写的，+ 是实际结果）：\n"
            "- “有错。”里有错字\n+ “有错。”里有“错”",
        )
    ]


def test_an_unexpected_reason_is_a_failure(toy: Toy, rule_file: str) -> None:
    more = "  - drop: [tables.sums]\n    finds: []\n"
    assert messages(toy(words=rule_file + more)) == [
        (
            "words",
            3,
            "无法核对的原因与例子写的不符（- 是例子写的，+ 是实际结果）：\n+ 没有表",
        )
    ]


def test_findings_are_expected_in_the_order_of_the_document(toy: Toy, rule_file: str) -> None:
    more = (
        "  - swap: {前言: 错, 继续努力: 有错}\n"
        "    set: {sums.new.people: 错}\n"
        "    finds: [“错。”里有“错”, sums.new.people写作“错”, “有错。”里有“错”]\n"
    )
    assert messages(toy(words=rule_file + more)) == []


def test_a_change_that_cannot_be_applied_is_a_failure_of_its_example(
    toy: Toy, rule_file: str
) -> None:
    more = "  - set: {sums.new.peple: 错}\n    finds: [x]\n"
    assert messages(toy(words=rule_file + more)) == [
        ("words", 3, "set：在范本里找不到“sums.new.peple”；你是不是想写“sums.new.people”？")
    ]


def test_a_rule_that_raises_an_error_fails_every_test(toy: Toy, rule_file: str) -> None:
    pack = toy(words=rule_file.replace("not: 错", "not: trouble").replace(FOUND, ""))
    assert messages(pack) == [
        (None, None, "规则出错：words (word): ValueError: no such word"),
        ("words", None, "没有会报错的例子"),
        ("words", 1, "规则出错：ValueError: no such word"),
    ]


def test_the_year_of_an_example_is_the_report_year(toy: Toy, rule_file: str) -> None:
    more = "  - {swap: {继续努力: 有错}, year: 1999, finds: []}\n"
    assert messages(toy(words=rule_file + more)) == []


def test_last_years_report_is_the_good_document_with_other_changes(
    toy: Toy, rule_file: str
) -> None:
    rule = rule_file.replace("word: {not: 错}", "word: {not: 错, last: true}")
    example = "  - previous: {set: {sums.done.people: 错}, swap: {继续努力: 错了}}\n"
    right = f"{example}    finds: [上年：“错了。”里有“错”]\n"
    assert messages(toy(words=f"{rule}{right}{example}    finds: []\n")) == [
        (
            "words",
            4,
            "查出的问题与例子写的不符（- 是例子写的，+ 是实际结果）：\n+ 上年：“错了。”里有“错”",
        )
    ]


def test_a_change_of_last_years_report_that_cannot_be_applied_is_a_failure(
    toy: Toy, rule_file: str
) -> None:
    example = "  - previous: {swap: {没有: 有}}\n    finds: []\n"
    assert messages(toy(words=rule_file + example)) == [("words", 3, "swap：范本里没有“没有”")]


def test_only_the_rule_of_the_example_runs(toy: Toy, rule_file: str) -> None:
    other = rule_file.replace("错", "误")
    assert messages(toy(words=rule_file, others=other)) == []


def test_a_failure_has_a_message_in_both_languages(toy: Toy, rule_file: str) -> None:
    (failure,) = run_pack_tests(toy(words=rule_file.replace(FOUND, "")))
    assert isinstance(failure, Failure)
    assert failure.message.en == "no example has a finding"


def test_a_rule_that_never_has_findings_is_a_failure(toy: Toy, rule_file: str) -> None:
    pack = toy(words=rule_file.replace("not: 错", "not: 没有的字"))
    assert messages(pack) == [
        ("words", None, "这条规则在自己的例子里从不报错，可能永远查不出问题"),
        (
            "words",
            2,
            "查出的问题与例子写的不符（- 是例子写的，+ 是实际结果）：\n- “有错。”里有“错”",
        ),
    ]


def test_a_failure_of_an_example_has_its_first_line(toy: Toy, rule_file: str) -> None:
    more = "  - set: {sums.new.peple: 错}\n    finds: [x]\n"
    (failure,) = run_pack_tests(toy(words=rule_file + more))
    assert failure.text("zh", "toy") == (
        "toy/rules/words.yaml:10: words 的第3个例子\n"
        "  10 |   - set: {sums.new.peple: 错}\n"
        "    set：在范本里找不到“sums.new.peple”；你是不是想写“sums.new.people”？\n"
    )


def test_invisible_characters_in_a_failure_are_escaped() -> None:
    failure = Failure(
        message=Message(zh="\x1b[1m", en=""), file="a/b.yaml", line=1, excerpt="\u202e"
    )
    assert failure.text("zh", "toy") == "a/b.yaml:1: toy\n  1 | \\u202e\n    \\x1b[1m\n"
