"""`docxlint rules` and `docxlint explain` for packs that extend others."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]

LOCAL = """\
name: local
version: 0.1.0
title: 本地的包
english: A local pack
extends: toy
change:
  balance: {severity: info, options: {tolerance: 0.5}}
drop:
  section-extra: 本地允许增设
"""


@pytest.fixture
def local(toy: Path) -> Path:
    folder = toy.parent / "local"
    (folder / "rules").mkdir(parents=True)
    (folder / "pack.yaml").write_text(LOCAL, encoding="utf-8")
    rule = (toy / "rules" / "balance.yaml").read_text(encoding="utf-8")
    (folder / "rules" / "own.yaml").write_text(rule, encoding="utf-8")
    return folder


def test_a_change_is_explained_with_the_old_and_the_new_value(run: Run, local: Path) -> None:
    done = run("explain", "balance", "--pack", str(local))
    lines = done.output.splitlines()
    assert lines[:7] == [
        "balance  提示",
        "  收到的都已办结",
        "",
        "  依据：通知 第一条",
        "  检查：equation（表里的数字按公式相等。逐列、逐行核对，或者只核对一次）",
        "  规则包：local 0.1.0",
        "  来自：toy 1.2.3",
    ]
    assert [line for line in lines[lines.index("  选项：") :] if "#" not in line] == [
        "  选项：",
        "    holds: new = done",
        "    table: sums",
        "    each: column",
        "    tolerance: 0.5",
    ]
    assert "  local 0.1.0 修改：级别 error → info；选项 tolerance：0 → 0.5\n" in done.output


def test_a_dropped_rule_is_explained_with_the_reason(run: Run, local: Path) -> None:
    done = run("explain", "section-extra", "--pack", str(local), "--lang", "en")
    assert done.exit_code == 0
    assert "  pack: local 0.1.0\n  from: toy 1.2.3\n" in done.output
    assert "  local 0.1.0 drops it: 本地允许增设\n" in done.output


def test_a_list_of_one_pack_has_the_inherited_rules(run: Run, local: Path) -> None:
    done = run("rules", "--pack", str(local))
    assert done.output == (
        "local 0.1.0  本地的包\n"
        "  balance  提示  收到的都已办结\n"
        "                 通知 第一条\n"
        "                 local 0.1.0 修改：级别 error → info；选项 tolerance\n"
        "  own      错误  收到的都已办结\n"
        "                 通知 第一条\n"
        "  section-extra  local 0.1.0 去掉了这条规则：本地允许增设\n"
    )


def test_a_list_as_json_has_the_origin_of_each_rule(run: Run, local: Path) -> None:
    done = run("rules", "--pack", str(local), "--format", "json")
    (pack,) = json.loads(done.stdout_bytes)["packs"]
    assert pack["extends"] == {"name": "toy", "version": "1.2.3"}
    assert pack["dropped"] == {"section-extra": "本地允许增设"}
    assert [(r["name"], r["pack"], r["changed_by"]) for r in pack["rules"]] == [
        ("balance", "toy", ["local"]),
        ("own", "local", []),
    ]


def test_all_packs_list_an_inherited_rule_once(run: Run) -> None:
    done = run("rules")
    titles = [line for line in done.output.splitlines() if line.startswith("  broken-paragraph ")]
    assert len(titles) == 1
    assert "  沿用 annual-report 1." in done.output


def test_all_packs_explain_an_inherited_rule_once(run: Run) -> None:
    done = run("explain", "broken-paragraph", "--lang", "en")
    assert done.output.count("broken-paragraph  warning") == 1
    assert "  unchanged in: annual-report-" in done.output


def test_a_rule_of_the_same_name_in_unrelated_packs_is_explained_for_each(run: Run) -> None:
    done = run("explain", "section-missing")
    assert done.output.count("\n  规则包：annual-report ") == 1
    assert done.output.count("\n  规则包：final-accounts ") == 1


def test_changes_of_last_years_report_are_marked_as_such(run: Run) -> None:
    text = run("explain", "in-force").stdout
    assert "上年的报告：proactive.documents.valid 填“5”" in text
    text = run("explain", "in-force", "--lang", "en").stdout
    assert "last year's report: proactive.documents.valid set to “5”" in text


def test_a_rule_is_explained_with_its_source_and_examples(run: Run, toy: Path) -> None:
    done = run("explain", "balance", "--pack", str(toy))
    assert done.exit_code == 0
    assert done.output == (
        "balance  错误\n"
        "  收到的都已办结\n"
        "\n"
        "  依据：通知 第一条\n"
        "  检查：equation（表里的数字按公式相等。逐列、逐行核对，或者只核对一次）\n"
        "  规则包：toy 1.2.3\n"
        "  说明：只看数字。\n"
        "\n"
        "  会报错的例子：\n"
        "    - sums.done.people 填“2”\n"
        "      => 1，但 2\n"
        "\n"
        "  不会报错的例子：\n"
        "    - （范本原样）\n"
        "\n"
        "  选项：\n"
        "    # 公式，一个或几个。逐列核对时写行名，逐行核对时写列名，只核对一次时写全名（[表.]行.列）。\n"
        "    holds: new = done\n"
        "    # 哪张表；公式里写了表名时不写。\n"
        "    table: sums\n"
        "    # column 逐列核对，row 逐行核对；不写则只核对一次。\n"
        "    each: column\n"
    )


def test_an_unknown_rule_is_a_fault_with_a_hint(run: Run) -> None:
    done = run("explain", "balnce", "--lang", "en")
    assert done.exit_code == 2
    assert "there is no rule “balnce”" in done.stderr
    assert "did you mean “balance”?" in done.stderr
