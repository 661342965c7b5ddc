"""The files of a pack, and the good document among them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from docxlint.packs import PackFault, document, load
from docxlint.packs.manifest import load_manifest, pack_dir
from docxlint.packs.pack_files import inputs, rule_files
from docxlint.packs.yaml.source_faults import SourceFault

Write = Callable[..., Path]


def test_rule_files_are_sorted_and_hidden_ones_left_out(write: Write) -> None:
    folder = write({"rules/zeal.yaml": "x", "rules/.hidden.yaml": "x", "rules/note.txt": "x"})
    faults: list[SourceFault] = []
    files = rule_files(pack_dir(folder), faults)
    assert [path.name for path in files] == ["balance.yaml", "zeal.yaml"]
    assert faults == []


def test_another_suffix_is_a_fault_of_the_file(write: Write) -> None:
    folder = write({"rules/zeal.yml": "x"})
    faults: list[SourceFault] = []
    rule_files(pack_dir(folder), faults)
    assert [fault.file for fault in faults] == ["tiny/rules/zeal.yml"]


def test_a_rule_that_is_a_link_out_of_the_pack_is_refused(write: Write, tmp_path: Path) -> None:
    folder, outside = write(), tmp_path / "outside.yaml"
    outside.write_text("x")
    (folder / "rules/link.yaml").symlink_to(outside)
    faults: list[SourceFault] = []
    files = rule_files(pack_dir(folder), faults)
    assert [path.name for path in files] == ["balance.yaml"]
    assert [fault.message.en for fault in faults] == ["this link leads out of the pack"]


def test_a_pack_depends_on_its_folders_and_on_the_files_it_names(write: Write) -> None:
    folder = write()
    manifest = load_manifest(pack_dir(folder), []).manifest
    assert manifest is not None
    names = ("", "rules", "form.yaml", "good.md")
    assert inputs(pack_dir(folder), manifest) == tuple(str(folder / name) for name in names)


def test_the_good_document_may_have_another_name(write: Write, tiny: SimpleNamespace) -> None:
    text = tiny.files["pack.yaml"] + "good: docs/sample.md\n"
    folder = write({"pack.yaml": text, "docs/sample.md": "# 别的\n", "good.md": None})
    assert document(load(folder, tiny.kinds)) == "# 别的\n"


def test_a_good_document_outside_the_pack_is_not_read(write: Write, tiny: SimpleNamespace) -> None:
    folder = write({"pack.yaml": tiny.files["pack.yaml"] + "good: ../secret.md\n"})
    (folder.parent / "secret.md").write_text("x")
    with pytest.raises(PackFault, match="there is no file"):
        document(load(folder, tiny.kinds))
