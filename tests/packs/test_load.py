"""A good pack, loaded."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace

import pytest

from docxlint.core.finding import Severity
from docxlint.core.message import Message
from docxlint.packs import PackFault, document, load

Write = Callable[..., Path]

EVERYTHING = """\
title: 题
severity: info
source: 通知
note: 注
expect:
  toy:
    table: sums
    holds: "new = done"
    each: row
    limit: "-3"
    share: 0.05
    strict: true
    day: 31
    only: [new, done]
    words: [^一, '二$']
    titles: {new: 1, old: 2}
    where: {first: new, last: old}
    in: second
"""


def test_a_pack_is_what_its_files_say(write: Write, tiny: SimpleNamespace) -> None:
    folder = write()
    pack = load(folder, tiny.kinds)
    assert (pack.name, pack.version, pack.folder) == ("tiny", "1.0.0", str(folder))
    assert pack.title == Message(zh="小小的包", en="小小的包")
    assert pack.applies.since == 2021
    assert [pattern.source for pattern in pack.applies.title] == ["报告$"]
    (rule,) = pack.rules
    assert (rule.name, rule.severity, rule.source) == ("balance", Severity.ERROR, "通知")
    assert rule.title == Message(zh="收到的都办结了", en="What came in is done")
    assert rule.kind is tiny.kinds["toy"]
    assert [ref.name for ref in rule.options.holds.names()] == ["new", "old", "done"]


def test_the_form_keeps_the_groups_of_its_labels(write: Write, tiny: SimpleNamespace) -> None:
    form = load(write(), tiny.kinds).form
    (block,) = form.table("sums").blocks
    assert [(line.name, line.path) for line in block.columns] == [
        ("people", ("全部", "自然人")),
        ("firms", ("全部", "企业")),
        ("total", ("总计",)),
    ]
    assert [line.path for line in block.rows] == [
        ("一、收到", "新收"),
        ("一、收到", "结转"),
        ("二、办结",),
    ]
    assert (block.labels, block.header_rows) == (2, 2)
    assert block.decimals == {"total"}
    assert block.superseded_words.columns == ("合计",)
    assert block.superseded_words.rows == {"办完": ("done",)}
    assert form.title.wording == "{organ}{year}年报告"
    assert [(section.name, section.heading) for section in form.sections] == [
        ("first", "一、情况"),
        ("second", "二、数字"),
    ]


def test_a_table_whose_only_row_has_no_label_has_no_label_columns(
    write: Write, tiny: SimpleNamespace
) -> None:
    table = load(write(), tiny.kinds).form.table("cases")
    assert (table.blocks[0].labels, table.blocks[0].title, table.width) == (0, "甲", 1)


def test_every_type_of_option_is_read_from_text(write: Write, tiny: SimpleNamespace) -> None:
    options = load(write({"rules/balance.yaml": EVERYTHING}), tiny.kinds).rules[0].options
    assert (options.each, options.limit, options.share) == ("row", -3, Decimal("0.05"))
    assert (options.strict, options.day) == (True, 31)
    assert options.only == frozenset({"new", "done"})
    assert [pattern.source for pattern in options.words] == ["^一", "二$"]
    assert options.titles == {"new": 1, "old": 2}
    assert options.where == tiny.reach("new", "old")
    assert options.room == "second"


def test_a_choice_of_types_is_made_by_the_kind_of_node(write: Write, tiny: SimpleNamespace) -> None:
    text = EVERYTHING.replace("{first: new, last: old}", "[new, old]")
    options = load(write({"rules/balance.yaml": text}), tiny.kinds).rules[0].options
    assert options.where == ("new", "old")


def test_text_is_never_taken_for_a_date_or_a_truth_value(
    write: Write, tiny: SimpleNamespace
) -> None:
    text = EVERYTHING.replace("source: 通知", "source: 2024-01-10").replace("note: 注", "note: no")
    (rule,) = load(write({"rules/balance.yaml": text}), tiny.kinds).rules
    assert (rule.source, rule.note) == ("2024-01-10", "no")


def test_examples_are_read_only_when_they_are_wanted(write: Write, tiny: SimpleNamespace) -> None:
    folder = write()
    assert load(folder, tiny.kinds).rules[0].examples == ()
    (example,) = load(folder, tiny.kinds, examples=True).rules[0].examples
    assert example.set == {"sums.done.people": "2"}
    assert example.finds == ("1 + 2 = 3，但是 2",)


def test_malformed_examples_trouble_nobody_who_does_not_want_them(
    write: Write, tiny: SimpleNamespace
) -> None:
    text = tiny.files["rules/balance.yaml"].replace("finds:", "find:")
    folder = write({"rules/balance.yaml": text})
    assert load(folder, tiny.kinds).rules[0].name == "balance"
    with pytest.raises(PackFault) as caught:
        load(folder, tiny.kinds, examples=True)
    (fault,) = caught.value.faults
    assert (fault.file, fault.line, fault.column) == ("tiny/rules/balance.yaml", 12, 5)
    assert fault.hint == Message(zh="你是不是想写“finds”？", en="did you mean “finds”?")


def test_the_good_document_is_read_when_it_is_asked_for(
    write: Write, tiny: SimpleNamespace
) -> None:
    folder = write()
    pack = load(folder, tiny.kinds)
    assert document(pack) == "# 某机关2023年报告\n"
    (folder / "good.md").unlink()
    assert load(folder, tiny.kinds).rules == pack.rules
    with pytest.raises(PackFault, match=r"there is no file “good\.md” in the pack"):
        document(pack)
    with pytest.raises(PackFault, match=r"there is no file “good\.md” in the pack"):
        load(folder, tiny.kinds, examples=True)


def test_the_rules_come_in_the_order_of_their_names(write: Write, tiny: SimpleNamespace) -> None:
    rule = tiny.files["rules/balance.yaml"]
    folder = write({"rules/zeal.yaml": rule, "rules/ahead.yaml": rule, "rules/.hidden.yaml": "["})
    assert [each.name for each in load(folder, tiny.kinds).rules] == ["ahead", "balance", "zeal"]


def test_a_byte_order_mark_and_windows_line_ends_change_nothing(
    write: Write, tiny: SimpleNamespace
) -> None:
    plain = load(write(), tiny.kinds)
    changed = {
        name: b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()
        for name, text in tiny.files.items()
    }
    other = load(write(changed), tiny.kinds)
    assert other.rules[0].options == plain.rules[0].options
    assert other.form == plain.form


def test_a_pack_in_the_working_folder_has_the_name_of_that_folder(
    write: Write, tiny: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write())
    assert load(Path(), tiny.kinds).name == "tiny"


def test_a_pack_may_name_its_language_and_is_chinese_without(
    write: Write, tiny: SimpleNamespace
) -> None:
    pack = tiny.files["pack.yaml"].replace("version: 1.0.0", "version: 1.0.0\nlanguage: zh")
    assert load(write({"pack.yaml": pack}), tiny.kinds).form.language.code == "zh"
    assert load(write(), tiny.kinds).form.language.code == "zh"
