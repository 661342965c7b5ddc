"""The base of a pack: where it is looked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from docxlint.packs.base_pack import base_candidates, find_base
from docxlint.packs.manifest import load_manifest, pack_dir
from docxlint.packs.yaml.source_faults import SourceFault

Write = Callable[..., Path]


def test_the_base_is_looked_for_in_the_folders_then_next_to_the_pack(
    province: Write, tmp_path: Path
) -> None:
    at, faults = pack_dir(province()), list[SourceFault]()
    opened = load_manifest(at, faults)
    assert opened.manifest is not None
    assert base_candidates(opened.manifest, at, [tmp_path / "first"]) == (
        str(tmp_path / "first/tiny/pack.yaml"),
        str(tmp_path / "tiny/pack.yaml"),
    )
    assert find_base(opened, at, [tmp_path / "first"], faults) == tmp_path / "tiny"
    assert faults == []


def test_a_pack_that_extends_none_has_no_base(write: Write) -> None:
    at, faults = pack_dir(write()), list[SourceFault]()
    opened = load_manifest(at, faults)
    assert opened.manifest is not None
    assert base_candidates(opened.manifest, at, []) == ()
    assert find_base(opened, at, [], faults) is None
    assert faults == []
