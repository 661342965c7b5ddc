"""pack.yaml and the folder that holds it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from docxlint.packs import PackFault
from docxlint.packs.manifest import applies, load_manifest, pack_dir
from docxlint.packs.yaml.nodes import Scalar
from docxlint.packs.yaml.source_faults import SourceFault
from docxlint.packs.yaml.source_file import Source

Write = Callable[..., Path]


def test_a_pack_is_named_by_its_folder_and_by_its_archive(tmp_path: Path) -> None:
    assert pack_dir(tmp_path / "tiny").display_name == "tiny"
    assert pack_dir(tmp_path / "tiny.zip" / "inside").display_name == "tiny.zip/inside"


def test_the_working_folder_has_a_name(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write())
    assert pack_dir(Path()).display_name == "tiny"


@pytest.mark.parametrize("name", ["../good.md", "/etc/passwd", ".hidden", "nothing.md", "rules"])
def test_only_files_inside_the_pack_are_files_of_the_pack(write: Write, name: str) -> None:
    folder = write({".hidden": "x"})
    (folder.parent / "good.md").write_text("x")
    assert pack_dir(folder).has("good.md")
    assert not pack_dir(folder).has(name)


def test_a_link_that_leads_out_is_not_a_file_of_the_pack(write: Write, tmp_path: Path) -> None:
    folder, outside = write(), tmp_path / "outside.md"
    outside.write_text("x")
    (folder / "link.md").symlink_to(outside)
    assert not pack_dir(folder).has("link.md")


def test_a_file_that_is_missing_is_reported_with_the_nearest(write: Write) -> None:
    faults: list[SourceFault] = []
    source = Source("tiny/pack.yaml", "good: goood.md")
    path = pack_dir(write()).inside(Scalar("goood.md", 1, 7), source, faults)
    assert path is None
    assert faults[0].hint is not None
    assert "good.md" in faults[0].hint.en


def test_a_key_is_found_with_its_place(write: Write) -> None:
    loaded = load_manifest(pack_dir(write()), [])
    key = loaded.key("title")
    assert key is not None
    assert (key.line, key.column) == (3, 1)
    assert loaded.key("extends") is None


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("name: tiny", "name: Tiny", 1),
        ("name: tiny", "name: other", 1),
        ("1.0.0", "'1.0'", 2),
    ],
)
def test_a_bad_name_or_version_is_a_fault(write: Write, old: str, new: str, line: int) -> None:
    folder = write()
    path = folder / "pack.yaml"
    path.write_text(path.read_text("utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(PackFault) as caught:
        applies(folder)
    assert [fault.line for fault in caught.value.faults] == [line]
