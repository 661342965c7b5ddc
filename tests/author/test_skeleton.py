from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from docxlint.author.skeleton import pack_file, rule_file
from docxlint.author.unfilled_marks import MARK, find_unfilled_lines
from docxlint.packs import load, shipped
from docxlint.rules.rule import Kind, Pack


def filled_in(text: str) -> str:
    return text.replace(MARK, "填好了")


def test_a_new_pack_loads_once_its_title_is_filled_in(
    tmp_path: Path, kinds: dict[str, Kind[Any]], national: Pack
) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    text = pack_file("mine", national)
    (folder / "pack.yaml").write_text(text, "utf-8")
    assert [failure.excerpt for failure in find_unfilled_lines(folder)] == [f"title: {MARK}"]
    (folder / "pack.yaml").write_text(filled_in(text), "utf-8")
    pack = load(folder, kinds, folders=[shipped()])
    assert (pack.name, pack.version, pack.title.zh) == ("mine", "0.1.0", "填好了")
    assert [base.name for base in pack.bases] == [national.name]


def test_the_commented_lines_of_a_new_pack_are_valid(
    tmp_path: Path, kinds: dict[str, Kind[Any]], national: Pack
) -> None:
    keys = "(?:applies|change|drop|reword|good):$"
    text = re.sub(f"^# (?={keys}|  [^ ])", "", pack_file("mine", national), flags=re.MULTILINE)
    # No rule is both changed and dropped; nor does the good document have what is not filled in.
    text = filled_in(text).replace("balance: 填好了", "column-total: 填好了")
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "pack.yaml").write_text(text, "utf-8")
    pack = load(folder, kinds, folders=[shipped()])
    assert pack.dropped == {"column-total": "填好了"}
    assert pack.form.sections[-1].heading == "填好了"
    changed = next(rule for rule in pack.rules if rule.name == "balance")
    assert changed.changed_by == ("mine",)


def test_a_new_rule_names_the_parts_of_the_form(
    national: Pack, kinds: dict[str, Kind[Any]]
) -> None:
    text = rule_file("mine", "pack", kinds["equation"], national.form)
    for section in national.form.sections:
        assert f"#   {section.name}（{section.heading}）\n" in text
    assert "里的表）\n" in text


@pytest.mark.parametrize("given", [True, False])
def test_a_new_rule_has_every_option_of_its_check(
    given: bool, national: Pack, kinds: dict[str, Kind[Any]]
) -> None:
    for kind in kinds.values():
        text = rule_file("mine", "pack", kind, national.form if given else None)
        assert f"  {kind.name}:" in text
        for field in kind.options.__struct_encode_fields__:
            assert f"    {field}: " in text or f"    # {field}: " in text


def test_a_new_rule_is_yaml_once_it_is_filled_in(
    kinds: dict[str, Kind[Any]], national: Pack
) -> None:
    for kind in kinds.values():
        read = yaml.safe_load(filled_in(rule_file("mine", "pack", kind, national.form)))
        assert set(read) == {"title", "severity", "source", "expect", "examples"}
        assert list(read["expect"]) == [kind.name]
