"""The tests of a pack that extends another."""

from __future__ import annotations

from collections.abc import Callable

from docxlint.author.pack_tests import pack_tests, rules_to_test, run_pack_tests
from docxlint.author.sample_files import good_document, sample
from docxlint.core.document import Paragraph
from docxlint.rules.rule import Pack
from docxlint.word.read import read

Local = Callable[..., Pack]

CHANGED = """\
change:
  words:
    options: {not: 误}
    examples:
      - finds: []
      - swap: {继续努力: 有误}
        finds: [“有误。”里有“误”]
"""


def messages(pack: Pack) -> list[tuple[str | None, int | None, str]]:
    return [(f.rule, f.example, f.message.zh) for f in run_pack_tests(pack)]


def test_inherited_rules_are_not_tested_again(local: Local, rule_file: str) -> None:
    pack = local("", others=rule_file.replace("错", "误"))
    assert [test.name for test in pack_tests(pack)] == [
        "good",
        "others",
        "others[1-silent]",
        "others[2-finds]",
    ]
    assert messages(pack) == []


def test_the_good_document_is_checked_with_inherited_rules_too(
    local: Local, rule_file: str
) -> None:
    pack = local("good: {swap: {前言: 前言有错}}\n", others=rule_file.replace("错", "误"))
    assert messages(pack) == [("words", None, "范本不应有问题，现查出：“前言有错。”里有“错”")]


def test_a_changed_rule_is_tested_with_its_new_examples(local: Local) -> None:
    pack = local(CHANGED)
    assert [rule.name for rule in rules_to_test(pack)] == ["words"]
    assert messages(pack) == []


def test_a_rule_with_changed_options_needs_new_examples(local: Local) -> None:
    pack = local("change: {words: {options: {not: 误}}}\n")
    assert messages(pack) == [
        ("words", None, "改了检查的选项，就要有自己的例子：请在 change 里写 examples")
    ]


def test_another_severity_needs_no_examples(local: Local) -> None:
    pack = local("change: {words: {severity: info}}\n")
    assert (list(rules_to_test(pack)), messages(pack)) == ([], [])


def test_a_pack_that_changes_nothing_is_a_failure(local: Local) -> None:
    assert messages(local("")) == [
        (
            None,
            None,
            "这个规则包什么也没有改变：没有自己的规则，也没有 change、drop、reword",
        )
    ]


def test_examples_change_the_good_document_of_the_extending_pack(
    local: Local, rule_file: str
) -> None:
    rule = rule_file.replace("not: 错", "not: 误").replace(
        "swap: {继续努力: 有错}\n    finds: [“有错。”里有“错”]",
        "swap: {再接再厉: 有误}\n    finds: [“有误。”里有“误”]",
    )
    assert messages(local("good: {swap: {继续努力: 再接再厉}}\n", others=rule)) == []


def test_every_kind_of_change_applies_to_the_good_document(local: Local) -> None:
    pack = local(
        "good:\n"
        "  swap: {前言: 引言}\n"
        '  set: {sums.new.people: "7"}\n'
        "  drop: [tables.sums.old]\n"
        "  move: {third: {before: second}}\n"
        "  insert: [{after: 继续努力, text: 再接再厉。}]\n"
    )
    assert good_document(pack).markdown == (
        "# 甲镇人民政府\n\n# 2023年年度报告\n\n引言。\n\n## 一、总体情况\n\n全年收到3件。\n\n"
        "## 三、改进情况\n\n继续努力。\n\n再接再厉。\n\n## 二、收到的申请\n\n"
        "| 一年之内 | < | 自然人 | 企业 | 总计 |\n| 一、收到 | 新收 | 7 | 2 | 3 |\n"
        "| 二、办结 | < | 6 | 7 | 13 |\n\n> 甲镇人民政府\n\n> 2024年1月18日\n"
    )
    blocks = read(sample(pack)).blocks
    assert "引言。" in [block.text for block in blocks if isinstance(block, Paragraph)]


def test_a_change_of_the_good_document_that_cannot_be_applied_is_a_failure(local: Local) -> None:
    assert messages(local("good: {swap: {没有的话: 别的话}}\n")) == [
        (None, None, "swap：范本里没有“没有的话”")
    ]


def test_a_failed_example_has_its_file_and_line(local: Local) -> None:
    pack = local(CHANGED.replace("[“有误。”里有“误”]", "[别的]"))
    failure = next(run_pack_tests(pack))
    assert (failure.file, failure.line, failure.excerpt) == (
        "local/pack.yaml",
        10,
        "      - swap: {继续努力: 有误}",
    )
    assert failure.text("en", "local").startswith(
        "local/pack.yaml:10: words, example 2\n  10 |       - swap: {继续努力: 有误}\n    the findings"
    )
