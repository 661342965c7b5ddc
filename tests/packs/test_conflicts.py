"""Packs for one document: what two of them may both define."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from docxlint.packs import PackFault, check_together, load, load_all

Write = Callable[..., Path]


def test_a_pack_goes_with_its_base_and_with_another_that_extends_it(
    province: Write, tiny: SimpleNamespace, tmp_path: Path
) -> None:
    province()
    packs = load_all([tmp_path / name for name in ("tiny", "province", "other")], tiny.kinds)
    check_together(packs)
    check_together(reversed(packs))


def test_a_rule_that_two_packs_define_is_a_fault_that_names_both(
    province: Write, tiny: SimpleNamespace, tmp_path: Path
) -> None:
    rule = tiny.files["rules/balance.yaml"]
    province({"../other/rules/local.yaml": rule, "../other/rules/mine.yaml": rule})
    packs = load_all([tmp_path / "province", tmp_path / "other"], tiny.kinds)
    with pytest.raises(PackFault) as caught:
        check_together(packs)
    assert str(caught.value) == (
        "other/rules/local.yaml:1:1: “province” and “other” both have a rule “local”: "
        "they cannot be used together\n"
        "  1 | title: 收到的都办结了\n"
        "    | ^"
    )


def test_two_packs_of_one_name_are_a_fault(
    write: Write, tiny: SimpleNamespace, tmp_path: Path
) -> None:
    one = load(write(), tiny.kinds)
    two = load(write(name="shelf/tiny"), tiny.kinds)
    check_together([one, one])
    with pytest.raises(PackFault) as caught:
        check_together([one, two])
    (fault,) = caught.value.faults
    assert fault.message.en == (
        f"two packs are called “tiny”: {tmp_path / 'tiny'} and {tmp_path / 'shelf/tiny'}"
    )
    assert (fault.file, fault.line, fault.excerpt) == ("tiny/pack.yaml", 1, "name: tiny")
