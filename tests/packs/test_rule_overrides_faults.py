"""Broken packs that extend another, and exactly what is said of each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import yaml

from docxlint.packs import PackFault, load, load_all

Write = Callable[..., Path]

BROKEN = yaml.safe_load(
    (Path(__file__).parent / "broken_rule_overrides.yaml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", BROKEN, ids=lambda case: case["case"].replace(" ", "-"))
def test_each_fault_of_an_extending_pack_is_reported_at_its_place(
    case: dict[str, Any], province: Write, tiny: SimpleNamespace
) -> None:
    file = case.get("file", "pack.yaml")
    if case["old"] is None:
        changed = {file: case["new"]}
    else:
        good = (tiny.province | {f"../tiny/{name}": text for name, text in tiny.files.items()})[
            file
        ]
        assert good.count(case["old"]) == 1
        changed = {file: good.replace(case["old"], str(case["new"]))}
    folder = province(changed | case.get("more", {}))
    with pytest.raises(PackFault) as caught:
        load(folder, tiny.kinds, examples=True)
    here = file.removeprefix("../") if file.startswith("../") else f"province/{file}"
    expected = [
        (each[4] if len(each) > 4 else here, each[0], each[1], each[3]) for each in case["says"]
    ]
    faults = caught.value.faults
    hints = [fault.hint.en if fault.hint is not None else None for fault in faults]
    found = [(f.file, f.line, f.column, hint) for f, hint in zip(faults, hints, strict=True)]
    assert found == expected, str(caught.value)
    for fault, (_, _, start, *_) in zip(faults, case["says"], strict=True):
        assert fault.message.en.startswith(start)
        assert fault.excerpt == "" or fault.text("en").count("\n  ") >= 2


def test_a_fault_of_a_base_is_reported_once_however_many_packs_extend_it(
    province: Write, tiny: SimpleNamespace, tmp_path: Path
) -> None:
    folder = province({"../tiny/pack.yaml": tiny.files["pack.yaml"].replace("1.0.0", "one")})
    with pytest.raises(PackFault) as caught:
        load_all([tmp_path / "other", folder, tmp_path / "tiny"], tiny.kinds)
    (fault,) = caught.value.faults
    assert (fault.file, fault.line) == ("tiny/pack.yaml", 2)


def test_a_fault_of_what_is_inherited_is_framed(province: Write, tiny: SimpleNamespace) -> None:
    folder = province(
        {"pack.yaml": tiny.province["pack.yaml"].replace("spare: 本省", "spaer: 本省")}
    )
    with pytest.raises(PackFault) as caught:
        load(folder, tiny.kinds)
    assert caught.value.faults[0].text("zh") == (
        "province/pack.yaml:8:3: “tiny”没有规则“spaer”\n"
        "  8 |   spaer: 本省不用\n"
        "    |   ^^^^^\n"
        "  你是不是想写“spare”？"
    )
