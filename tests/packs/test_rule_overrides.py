"""A pack that extends another: the four verbs, the version, the good document."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from docxlint.core.finding import PackId, Severity
from docxlint.core.message import Message
from docxlint.packs import PackFault, applies, document, load, load_all
from docxlint.rules.rule import Example, Pack, Rule, SourceLine

Write = Callable[..., Path]

GRANDCHILD = "name: county\nversion: 0.1.0\ntitle: 县里的包\nextends: province\n"


def examples_at(rule: Rule) -> list[tuple[str, int]]:
    return [(line.file, line.number) for line in rule.example_locations]


def rules(pack: Pack) -> dict[str, Rule]:
    return {rule.name: rule for rule in pack.rules}


def test_a_pack_has_its_base_s_rules_among_its_own(province: Write, tiny: SimpleNamespace) -> None:
    pack = load(province(), tiny.kinds)
    assert [(r.name, r.pack, r.changed_by) for r in pack.rules] == [
        ("balance", "tiny", ("province",)),
        ("local", "province", ()),
    ]
    assert pack.bases == (PackId("tiny", "1.0.0"),)
    assert pack.base is not None
    assert [rule.name for rule in pack.base.rules] == ["balance", "spare"]


def test_a_changed_rule_keeps_what_is_not_changed(province: Write, tiny: SimpleNamespace) -> None:
    pack = load(province(), tiny.kinds)
    assert pack.base is not None
    old, new = rules(pack.base)["balance"], rules(pack)["balance"]
    assert (old.severity, new.severity) == (Severity.ERROR, Severity.WARNING)
    assert (old.options.limit, new.options.limit) == (0, 2)
    assert new.options.holds == old.options.holds
    assert (new.title, new.source, new.kind) == (old.title, old.source, old.kind)


def test_an_option_is_replaced_under_the_name_that_it_has_in_yaml(
    province: Write, tiny: SimpleNamespace
) -> None:
    text = tiny.province["pack.yaml"].replace("{limit: 2}", "{in: first, only: [new]}")
    new = rules(load(province({"pack.yaml": text}), tiny.kinds))["balance"]
    assert (new.options.room, new.options.only) == ("first", frozenset({"new"}))


def test_the_words_of_a_rule_can_be_changed(province: Write, tiny: SimpleNamespace) -> None:
    text = tiny.province["pack.yaml"].replace(
        "{severity: warning, options: {limit: 2}}", "{title: 另一句, source: 省里的通知, note: 注}"
    )
    new = rules(load(province({"pack.yaml": text}), tiny.kinds))["balance"]
    assert (new.title, new.source, new.note) == (
        Message(zh="另一句", en="另一句"),
        "省里的通知",
        "注",
    )


def test_a_dropped_rule_is_kept_with_its_reason(province: Write, tiny: SimpleNamespace) -> None:
    pack = load(province(), tiny.kinds)
    assert pack.dropped == {"spare": "本省不用"}
    assert pack.base is not None
    assert pack.base.dropped == {}


def test_reworded_words_are_those_of_the_form(province: Write, tiny: SimpleNamespace) -> None:
    words = (
        '{一、情况: 一、总体情况, 全部: 合并, 总计: 合计, 一、收到: 一、受理, 甲: 乙, 报告: "年报"}'
    )
    text = tiny.province["pack.yaml"].replace(
        "reword:\n  一、情况: 一、总体情况", f"reword: {words}"
    )
    pack = load(province({"pack.yaml": text}), tiny.kinds)
    form = pack.form
    assert [section.heading for section in form.sections] == ["一、总体情况", "二、数字"]
    (block,) = form.table("sums").blocks
    assert [line.path for line in block.columns] == [
        ("合并", "自然人"),
        ("合并", "企业"),
        ("合计",),
    ]
    assert [line.path for line in block.rows] == [
        ("一、受理", "新收"),
        ("一、受理", "结转"),
        ("二、办结",),
    ]
    assert [line.name for line in block.rows] == ["new", "old", "done"]
    assert block.labels == 2
    # What a superseded form printed is no word of this form.
    assert block.superseded_words.columns == ("合计",)
    assert form.table("cases").blocks[0].title == "乙"
    assert (form.title.name, form.title.wording) == ("年报", "{organ}{year}年年报")
    assert pack.base is not None
    assert pack.base.form.sections[0].heading == "一、情况"


def test_two_labels_can_change_places(province: Write, tiny: SimpleNamespace) -> None:
    text = tiny.province["pack.yaml"].replace(
        "一、情况: 一、总体情况", "{自然人: 企业, 企业: 自然人}"
    )
    (block,) = load(province({"pack.yaml": text}), tiny.kinds).form.table("sums").blocks
    assert [(line.name, line.label) for line in block.columns][:2] == [
        ("people", "企业"),
        ("firms", "自然人"),
    ]


def test_a_form_of_its_own_gives_again_only_what_differs(
    province: Write, tiny: SimpleNamespace
) -> None:
    form = """\
title: {name: 年报, wording: "{organ}{year}年年报"}
sections: {second: 二、数据}
tables:
  cases: {in: first, columns: {won: 维持, lost: 撤销}, rows: {only: ""}}
"""
    result = load(province({"form.yaml": form}), tiny.kinds).form
    assert result.title.name == "年报"
    assert [(s.name, s.heading) for s in result.sections] == [
        ("first", "一、总体情况"),
        ("second", "二、数据"),
    ]
    assert [(t.name, t.section, t.width) for t in result.tables] == [
        ("sums", "second", 5),
        ("cases", "first", 2),
    ]


def test_the_good_document_is_the_base_s_with_the_changes_of_each_on_the_way(
    province: Write, tiny: SimpleNamespace
) -> None:
    folder = province({"../county/pack.yaml": GRANDCHILD + "good: {drop: [sections.first]}\n"})
    county = load(folder.parent / "county", tiny.kinds)
    assert county.bases == (PackId("province", "2.1.0"), PackId("tiny", "1.0.0"))
    assert county.good_changes == (
        Example(finds=(), swap={"某机关": "某省"}),
        Example(finds=(), drop=("sections.first",)),
    )
    assert document(county) == "# 某机关2023年报告\n"
    (folder / "good.md").write_text("# 某省的2023年报告\n", encoding="utf-8")
    text = tiny.province["pack.yaml"].partition("good:")[0]
    (folder / "pack.yaml").write_text(text, encoding="utf-8")
    county = load(folder.parent / "county", tiny.kinds)
    assert county.good_changes == (Example(finds=(), drop=("sections.first",)),)
    assert document(county) == "# 某省的2023年报告\n"


def test_what_is_changed_on_the_way_is_known(province: Write, tiny: SimpleNamespace) -> None:
    county = (
        GRANDCHILD
        + "change: {balance: {severity: info}, local: {severity: info}}\ndrop: {}\nreword: {}\n"
    )
    folder = province({"../county/pack.yaml": county})
    pack = load(folder.parent / "county", tiny.kinds)
    assert [(r.name, r.pack, r.changed_by, r.severity) for r in pack.rules] == [
        ("balance", "tiny", ("province", "county"), "info"),
        ("local", "province", ("county",), "info"),
    ]
    assert rules(pack)["balance"].options.limit == 2
    assert pack.dropped == {"spare": "本省不用"}


def test_a_rule_that_was_dropped_cannot_be_dropped_again_or_given_anew(
    province: Write, tiny: SimpleNamespace
) -> None:
    county = GRANDCHILD + "drop: {spare: 县里也不用}\n"
    folder = province(
        {
            "../county/pack.yaml": county,
            "../county/rules/spare.yaml": tiny.files["rules/balance.yaml"],
        }
    )
    with pytest.raises(PackFault) as caught:
        load(folder.parent / "county", tiny.kinds)
    assert [(f.file, f.line, f.column, f.message.en) for f in caught.value.faults] == [
        ("county/pack.yaml", 5, 8, "“province” has dropped the rule “spare” already"),
        (
            "county/rules/spare.yaml",
            1,
            1,
            "the rule “spare” is already in “province”; use change in pack.yaml",
        ),
    ]


def test_a_changed_rule_has_the_examples_of_the_change(
    province: Write, tiny: SimpleNamespace
) -> None:
    text = tiny.province["pack.yaml"].replace(
        "{severity: warning, options: {limit: 2}}",
        "\n    options: {limit: 2}\n    examples:\n      - finds: []\n        why: 还行\n      - finds: [x]",
    )
    folder = province({"pack.yaml": text})
    rule = rules(load(folder, tiny.kinds, examples=True))["balance"]
    assert [example.finds for example in rule.examples] == [(), ("x",)]
    assert examples_at(rule) == [("province/pack.yaml", 9), ("province/pack.yaml", 11)]
    plain = rules(
        load(province({"pack.yaml": tiny.province["pack.yaml"]}), tiny.kinds, examples=True)
    )
    assert [example.finds for example in plain["balance"].examples] == [("1 + 2 = 3，但是 2",)]
    assert examples_at(plain["balance"]) == [("tiny/rules/balance.yaml", 11)]
    assert examples_at(plain["local"]) == [("province/rules/local.yaml", 11)]
    assert plain["local"].location == SourceLine(
        "province/rules/local.yaml", 1, "title: 收到的都办结了"
    )


@pytest.mark.parametrize("wanted", ["1", '"1.0"', '"1.2"'])
def test_a_version_is_the_same_major_and_at_least_the_minor(
    wanted: str, province: Write, tiny: SimpleNamespace
) -> None:
    folder = province(
        {
            "../tiny/pack.yaml": tiny.files["pack.yaml"].replace("1.0.0", "1.2.7"),
            "pack.yaml": tiny.province["pack.yaml"].replace('"1.0"', wanted),
        }
    )
    assert load(folder, tiny.kinds).bases == (PackId("tiny", "1.2.7"),)


def test_a_base_is_found_in_the_folders_before_it_is_found_beside_the_pack(
    province: Write, tiny: SimpleNamespace, tmp_path: Path
) -> None:
    folder = province()
    for name, text in tiny.files.items():
        target = tmp_path / "shelf/tiny" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text.replace("1.0.0", "1.9.0"), encoding="utf-8")
    (tmp_path / "shelf/tiny/rules/spare.yaml").write_text(tiny.files["rules/balance.yaml"], "utf-8")
    assert load(folder, tiny.kinds).bases == (PackId("tiny", "1.0.0"),)
    pack = load(folder, tiny.kinds, folders=[tmp_path / "shelf"])
    assert pack.bases == (PackId("tiny", "1.9.0"),)


def test_packs_are_for_no_document_of_their_base_unless_they_say_so(
    province: Write, tiny: SimpleNamespace
) -> None:
    folder = province()
    assert load(folder, tiny.kinds).applies.title == ()
    assert applies(folder) == load(folder, tiny.kinds).applies
    assert applies(folder.parent / "tiny").since == 2021
    (folder / "pack.yaml").write_text("name: province\n", encoding="utf-8")
    with pytest.raises(PackFault):
        applies(folder)


def test_a_base_is_read_once_for_all_that_extend_it(
    province: Write, tiny: SimpleNamespace, tmp_path: Path
) -> None:
    folder = province()
    own, other, base = load_all([folder, tmp_path / "other", tmp_path / "tiny"], tiny.kinds)
    assert own.base is base
    assert other.base is base
    assert [pack.name for pack in (own, other, base)] == ["province", "other", "tiny"]
