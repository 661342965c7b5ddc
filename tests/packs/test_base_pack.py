"""The base of a pack: where it is looked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from docxlint.packs.base_pack import base_candidates, find_base
from docxlint.packs.manifest import home, open_own
from docxlint.packs.yaml.faults import SourceFault

Write = Callable[..., Path]


def test_the_base_is_looked_for_in_the_folders_then_next_to_the_pack(
    province: Write, tmp_path: Path
) -> None:
    at, faults = home(province()), list[SourceFault]()
    opened = open_own(at, faults)
    assert opened.own is not None
    assert base_candidates(opened.own, at, [tmp_path / "first"]) == (
        str(tmp_path / "first/tiny/pack.yaml"),
        str(tmp_path / "tiny/pack.yaml"),
    )
    assert find_base(opened, at, [tmp_path / "first"], faults) == tmp_path / "tiny"
    assert faults == []


def test_a_pack_that_extends_none_has_no_base(write: Write) -> None:
    at, faults = home(write()), list[SourceFault]()
    opened = open_own(at, faults)
    assert opened.own is not None
    assert base_candidates(opened.own, at, []) == ()
    assert find_base(opened, at, [], faults) is None
    assert faults == []
