"""Broken packs, and exactly what is said of each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import yaml

from docxlint.packs import PackFault, load
from docxlint.rules.kinds import equation

Write = Callable[..., Path]
FaultRow = tuple[str, int, int, str, str | None]

PACK, FORM, RULE = "pack.yaml", "form.yaml", "rules/balance.yaml"


def near(name: str) -> str:
    return f"did you mean “{name}”?"


BROKEN = yaml.safe_load((Path(__file__).parent / "broken.yaml").read_text(encoding="utf-8"))


def faults_of(folder: Path, tiny: SimpleNamespace, *, examples: bool = False) -> list[FaultRow]:
    with pytest.raises(PackFault) as caught:
        load(folder, tiny.kinds, examples=examples)
    return [
        (
            fault.file.removeprefix("tiny/"),
            fault.line,
            fault.column,
            fault.message.en,
            fault.hint.en if fault.hint is not None else None,
        )
        for fault in caught.value.faults
    ]


def assert_faults(faults: list[FaultRow], expected: list[FaultRow]) -> None:
    starts = [
        (*place, text[: len(start)], hint)
        for (*place, text, hint), (_, _, _, start, _) in zip(faults, expected, strict=False)
    ]
    assert starts == expected, faults
    assert len(faults) == len(expected), faults


@pytest.mark.parametrize("case", BROKEN, ids=lambda case: case["case"].replace(" ", "-"))
def test_each_fault_of_a_pack_is_reported_at_its_place(
    case: dict[str, Any], write: Write, tiny: SimpleNamespace
) -> None:
    good = tiny.files[case["file"]]
    assert good.count(case["old"]) >= 1
    folder = write({case["file"]: good.replace(case["old"], case["new"], 1)})
    assert_faults(faults_of(folder, tiny), [(case["file"], *each) for each in case["says"]])


FILES: dict[str, tuple[dict[str, str | bytes | None], list[FaultRow]]] = {
    "no pack.yaml": ({PACK: None}, [(PACK, 1, 1, "there is no such file", None)]),
    "no form": ({FORM: None}, [(PACK, 1, 1, "there is no file “form.yaml” in the pack", None)]),
    "no rules": ({RULE: None}, [(PACK, 1, 1, "there are no rules in the folder rules", None)]),
    "an empty rule": ({RULE: "# later\n"}, [(RULE, 2, 1, "there is nothing in this file", None)]),
    "text for a rule": ({RULE: "x\n"}, [(RULE, 1, 1, "expected a mapping, not “x”", None)]),
    "not UTF-8": (
        {RULE: "title: 题\n目: ".encode() + "数字".encode("gb18030")},
        [(RULE, 2, 4, "the file is not UTF-8", None)],
    ),
    "too large": (
        {RULE: b"#" * (1 << 20) + b"\n"},
        [(RULE, 1, 1, "the file is larger than 1 MiB", None)],
    ),
    "another suffix": (
        {RULE: None, "rules/balance.yml": "x"},
        [("rules/balance.yml", 1, 1, "the name of a rule file ends in .yaml", None)],
    ),
    "a rule's name": (
        {RULE: None, "rules/Bad_name.yaml": "x"},
        [
            ("rules/Bad_name.yaml", 1, 1, "“Bad_name” is not a name", None),
            ("rules/Bad_name.yaml", 1, 1, "expected a mapping, not “x”", None),
        ],
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_cannot_be_used_is_named(
    name: str, write: Write, tiny: SimpleNamespace
) -> None:
    changed, expected = FILES[name]
    assert_faults(faults_of(write(changed), tiny), expected)


def test_the_faults_of_all_files_are_reported_in_order(write: Write, tiny: SimpleNamespace) -> None:
    rule = tiny.files[RULE]
    folder = write(
        {
            PACK: tiny.files[PACK].replace("version: 1.0.0", "version: one"),
            FORM: tiny.files[FORM].replace("[total]", "[totl]").replace("  name: 报告", "  nme: x"),
            "rules/zeal.yaml": rule.replace("error", "grave").replace("title", "titel"),
            "rules/ahead.yaml": rule.replace("table: sums", "table: none"),
            RULE: rule.replace("= done", "== done"),
        }
    )
    faults = faults_of(folder, tiny)
    assert [(file, line, column) for file, line, column, _, _ in faults] == [
        (PACK, 2, 10),
        (FORM, 2, 3),
        (FORM, 20, 16),
        # ahead.yaml is right in itself, and nothing is held against a form that is at fault.
        (RULE, 8, 23),
        ("rules/zeal.yaml", 1, 1),
        ("rules/zeal.yaml", 3, 11),
    ]
    assert faults == faults_of(folder, tiny)


def test_a_thousand_million_laughs_cost_nothing(write: Write, tiny: SimpleNamespace) -> None:
    laughs = "a0: &a0 [lol]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 10)
    )
    faults = faults_of(write({FORM: laughs}), tiny)
    aliases = [text for _, _, _, text, _ in faults if text.startswith("the alias")]
    assert len(aliases) == 90
    assert aliases[0] == "the alias “*a0” has no place in a pack"


EXAMPLES: dict[str, tuple[str, list[FaultRow]]] = {
    "neither after nor before": (
        "{finds: [], move: {first: {}}}",
        [(RULE, 11, 31, "one of after and before is wanted, and only one", None)],
    ),
    "both after and before": (
        "{finds: [], insert: [{text: x, after: a, before: b}]}",
        [(RULE, 11, 26, "one of after and before is wanted, and only one", None)],
    ),
    "neither after nor before in last year's report": (
        "{finds: [], previous: {move: {first: {}}}}",
        [(RULE, 11, 42, "one of after and before is wanted, and only one", None)],
    ),
    "findings of last year's report": (
        "{finds: [], previous: {finds: []}}",
        [(RULE, 11, 28, "there is no key “finds” here", None)],
    ),
    "a year that is none": (
        "{finds: [], year: last}",
        [(RULE, 11, 23, "expected a whole number, not “last”", None)],
    ),
    "an unknown change": (
        "{finds: [], swop: {a: b}}",
        [(RULE, 11, 17, "there is no key “swop” here", near("swap"))],
    ),
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_malformed_example_is_reported(name: str, write: Write, tiny: SimpleNamespace) -> None:
    text, expected = EXAMPLES[name]
    head, _, _ = tiny.files[RULE].partition("  - set")
    folder = write({RULE: f"{head}  - {text}\n"})
    assert_faults(faults_of(folder, tiny, examples=True), expected)


def test_a_link_out_of_the_pack_is_not_followed(
    write: Write, tiny: SimpleNamespace, tmp_path: Path
) -> None:
    folder = write({RULE: None, FORM: None})
    for name in ("form.yaml", "rule.yaml"):
        (tmp_path / name).write_text("secret: [", encoding="utf-8")
    (folder / "form.yaml").symlink_to(tmp_path / "form.yaml")
    (folder / "rules").mkdir()
    (folder / "rules/rule.yaml").symlink_to(tmp_path / "rule.yaml")
    faults = faults_of(folder, tiny)
    assert [(file, text) for file, _, _, text, _ in faults] == [
        (PACK, "there is no file “form.yaml” in the pack"),
        ("rules/rule.yaml", "this link leads out of the pack"),
    ]


def test_a_formula_over_rows_of_different_tables_that_share_no_column_is_reported(
    write: Write, tiny: SimpleNamespace
) -> None:
    rule = tiny.files[RULE].replace("  toy:\n    table: sums\n", "  equation:\n")
    rule = rule.replace("new + old = done", "sums.new + cases.only = sums.done")
    with pytest.raises(PackFault) as caught:
        load(write({RULE: rule}), {"equation": equation.KIND})
    assert str(caught.value) == (
        "tiny/rules/balance.yaml:7:12: no line of the form has all the names of the formula\n"
        "  7 |     holds: sums.new + cases.only = sums.done\n"
        "    |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^"
    )
