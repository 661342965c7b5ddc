"""The commands beside check."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from docxlint import __version__

Run = Callable[..., Result]
Make = Callable[[str], str]


def test_the_version_is_told(run: Run) -> None:
    assert run("--version").output == f"docxlint {__version__}\n"


@pytest.mark.parametrize("command", ["check", "outline", "rules", "explain", "test"])
def test_every_command_has_help(run: Run, command: str) -> None:
    assert f"  {command} " in run("--help").output
    assert run(command, "--help").exit_code == 0


def test_an_unknown_command_is_a_fault_of_usage(run: Run) -> None:
    assert run("chekc").exit_code == 2


def test_rules_are_listed_with_severity_title_and_source(run: Run, toy: Path) -> None:
    done = run("rules", "--pack", str(toy))
    assert done.output == (
        "toy 1.2.3  小小的规则包\n"
        "  balance        错误  收到的都已办结\n"
        "                       通知 第一条\n"
        "  section-extra  警告  没有别的部分\n"
        "                       通知 第二条\n"
    )


def test_rules_are_listed_as_json(run: Run, toy: Path) -> None:
    done = run("rules", "--pack", str(toy), "--format", "json", "--lang", "en")
    (pack,) = json.loads(done.stdout_bytes)["packs"]
    assert (pack["name"], pack["version"], pack["title"]) == ("toy", "1.2.3", "A tiny pack")
    assert pack["rules"][0] == {
        "name": "balance",
        "severity": "error",
        "title": "What came in is done",
        "source": "通知 第一条",
        "kind": "equation",
        "note": "只看数字。",
        "pack": "toy",
        "changed_by": [],
    }
    assert (pack["extends"], pack["dropped"]) == (None, {})


def test_rules_of_all_packs_are_listed_if_none_is_named(run: Run) -> None:
    done = run("rules", "--lang", "en")
    assert done.exit_code == 0
    assert done.output.startswith("annual-report ")


def test_a_rule_is_explained_with_its_source_and_examples(run: Run, toy: Path) -> None:
    done = run("explain", "balance", "--pack", str(toy))
    assert done.exit_code == 0
    assert done.output == (
        "balance  错误\n"
        "  收到的都已办结\n"
        "\n"
        "  依据：通知 第一条\n"
        "  检查：equation（表里的数字按公式相等。逐列、逐行核对，或者只核对一次）\n"
        "  选项：\n"
        "    holds: new = done\n"
        "    table: sums\n"
        "    each: column\n"
        "  规则包：toy 1.2.3\n"
        "  说明：只看数字。\n"
        "\n"
        "  会指出的例子：\n"
        "    - sums.done.people 填“2”\n"
        "      => 1，但 2\n"
        "\n"
        "  不会指出的例子：\n"
        "    - （范例文档原样）\n"
    )


def test_an_unknown_rule_is_a_fault_with_a_hint(run: Run) -> None:
    done = run("explain", "balnce", "--lang", "en")
    assert done.exit_code == 2
    assert "there is no rule “balnce”" in done.stderr
    assert "did you mean “balance”?" in done.stderr


def test_a_pack_whose_examples_drift_fails_its_test(run: Run, toy: Path) -> None:
    done = run("test", str(toy), "--lang", "en")
    assert done.exit_code == 1
    assert "toy/rules/balance.yaml:9: balance, example 1\n" in done.output
    assert "toy: " in done.output.splitlines()[-1]


def test_a_pack_that_keeps_its_word_passes_its_test(run: Run, toy: Path) -> None:
    (toy / "rules" / "section-extra.yaml").unlink()
    rule = toy / "rules" / "balance.yaml"
    drifted = run("test", str(toy)).output
    said = next(line.strip()[2:] for line in drifted.splitlines() if line.startswith("    + "))
    rule.write_text(rule.read_text("utf-8").replace("1，但 2", said), "utf-8")
    done = run("test", str(toy), "--lang", "en")
    assert (done.exit_code, done.output) == (0, "toy: all as they say (rules: 1, examples: 2)\n")


def test_a_pack_at_fault_gives_its_test_status_2(run: Run, toy: Path) -> None:
    (toy / "pack.yaml").write_text("name: toy\n", "utf-8")
    done = run("test", str(toy), "--lang", "en")
    assert done.exit_code == 2
    assert "toy/pack.yaml:1:1: " in done.stderr


def test_an_outline_shows_names_numbers_and_merged_cells(
    run: Run, toy: Path, tmp_path: Path
) -> None:
    from docxlint.author import markdown_parser
    from docxlint.word.make import write_document

    text = (
        "# 某镇2023年工作报告\n## {一、}情况\n一切如常。\n## 二、数字\n"
        "| 项目 | 自然人 | 企业 |\n| 收到 | 1 | < |\n| 办结 | ^ | 3 |\n"
    )
    path = tmp_path / "报告.docx"
    path.write_bytes(
        write_document.docx_bytes(markdown_parser.parse(text.replace("| ^ |", "| 1 |")))
    )
    done = run("outline", "--pack", str(toy), str(path))
    assert done.exit_code == 0
    lines = done.output.splitlines()
    assert lines[:5] == [
        str(path),
        "  规则包：toy 1.2.3",
        "  标题：某镇2023年工作报告",
        "  机关：某镇",
        "  年度：2023",
    ]
    assert lines[7:] == [
        "",
        "  # 某镇2023年工作报告",
        "",
        "  [first] {一、}情况",
        "     3  一切如常。",
        "",
        "  [second] 二、数字",
        "    [sums] 表格 3 行 × 3 列",
        "             | 项目 | 自然人   | 企业",
        "             |      | [people] |",
        "      [new]  | 收到 | 1        | ←",
        "             |      | [people] | [firms]",
        "      [done] | 办结 | 1        | 3",
    ]


def test_an_outline_as_json_has_the_grid_with_names(run: Run, toy: Path, make: Make) -> None:
    done = run("outline", "--format", "json", "--pack", str(toy), make("clean"))
    data = json.loads(done.stdout_bytes)
    assert data["title"] == {"text": "某镇2023年工作报告", "organ": "某镇", "year": 2023}
    table = data["blocks"][-1]
    assert (table["kind"], table["name"], table["section"]) == ("table", "sums", "second")
    assert table["row_names"] == [None, "new", "done"]
    assert [cell["name"] for cell in table["cells"]][3:6] == [
        *(None, "sums.new.people", "sums.new.firms")
    ]
    assert [b["role"] for b in data["blocks"][:-1]] == ["title", "heading", "text", "heading"]


def test_an_outline_of_what_cannot_be_read_says_so(run: Run, make: Make, toy: Path) -> None:
    done = run("outline", "--pack", str(toy), make("unreadable"))
    assert done.exit_code == 3
    assert done.stdout == ""
    assert "unreadable.docx：" in done.stderr


def test_an_outline_is_read_from_standard_input(run: Run, make: Make, toy: Path) -> None:
    data = Path(make("clean")).read_bytes()
    assert "一切如常。" in run("outline", "--pack", str(toy), "-", input=data).output


def test_an_outline_shows_what_does_not_show(run: Run, toy: Path, tmp_path: Path) -> None:
    from docxlint.author import markdown_parser
    from docxlint.word.make import write_document

    path = tmp_path / "a.docx"
    text = "# 某镇2023年工作报告\n## 一、情况\n甲\u202e乙\n## 二、数字\n| \u2066项 | 1 |\n"
    path.write_bytes(write_document.docx_bytes(markdown_parser.parse(text)))
    shown = run("outline", "--pack", str(toy), str(path)).output
    assert "甲\\u202e乙" in shown
    assert "| \\u2066项 |" in shown
    assert "\u202e" not in shown
