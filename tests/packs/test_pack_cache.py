"""Loaded packs are used again while their files stay as they are."""

from __future__ import annotations

import os
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from docxlint.packs import (
    PackFault,
    applies_cached,
    find,
    load,
    load_cached,
    pack_cache,
)
from docxlint.rules.rule import Pack

Write = Callable[..., Path]


@pytest.fixture(autouse=True)
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files count as settled at once: the tests write them just before they are read."""
    monkeypatch.setattr(pack_cache, "_SETTLED_NS", 0)
    for name in ("_packs", "_applies"):
        monkeypatch.setattr(pack_cache, name, pack_cache._Cache())


@pytest.fixture
def reload(tiny: SimpleNamespace) -> Callable[..., Pack]:
    """Loads a pack through the cache, later than everything that was written before."""

    def reload(folder: Path, *folders: Path) -> Pack:
        time.sleep(0.02)
        (pack,) = load_cached([folder], tiny.kinds, folders)
        return pack

    return reload


def test_a_pack_is_loaded_once(write: Write, reload: Callable[..., Pack]) -> None:
    folder = write()
    assert reload(folder) is reload(folder)


def test_the_pack_is_the_one_that_load_gives(
    province: Write, reload: Callable[..., Pack], tiny: SimpleNamespace
) -> None:
    folder = province()
    reload(folder)
    assert reload(folder) == load(folder, tiny.kinds)


CHANGES = {
    "its own file": ("pack.yaml", "version: 1.0.0", "version: 1.0.1"),
    "its form": ("form.yaml", "结转", "转结"),
    "a rule": ("rules/balance.yaml", "severity: error", "severity: info"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_changed_file_is_seen(name: str, write: Write, reload: Callable[..., Pack]) -> None:
    folder = write()
    first = reload(folder)
    file, old, new = CHANGES[name]
    text = (folder / file).read_text("utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new), encoding="utf-8")
    second = reload(folder)
    assert second != first
    assert reload(folder) is second


def test_a_change_that_keeps_size_and_time_of_modification_is_seen(
    write: Write, reload: Callable[..., Pack]
) -> None:
    folder = write()
    file = folder / "rules/balance.yaml"
    before = file.stat()
    assert reload(folder).rules[0].source == "通知"
    time.sleep(0.02)
    file.write_text(file.read_text("utf-8").replace("source: 通知", "source: 公告"), "utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (file.stat().st_size, file.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)
    assert reload(folder).rules[0].source == "公告"


def test_an_added_and_a_removed_rule_are_seen(
    write: Write, reload: Callable[..., Pack], tiny: SimpleNamespace
) -> None:
    folder = write()
    reload(folder)
    added = folder / "rules/another.yaml"
    added.write_text(tiny.files["rules/balance.yaml"], encoding="utf-8")
    assert [rule.name for rule in reload(folder).rules] == ["another", "balance"]
    added.unlink()
    assert [rule.name for rule in reload(folder).rules] == ["balance"]


def test_a_pack_that_was_removed_is_gone(write: Write, reload: Callable[..., Pack]) -> None:
    folder = write()
    reload(folder)
    (folder / "pack.yaml").unlink()
    with pytest.raises(PackFault, match="there is no such file"):
        reload(folder)


def test_a_change_of_a_base_is_seen(province: Write, reload: Callable[..., Pack]) -> None:
    folder = province()
    first = reload(folder)
    base = folder.parent / "tiny"
    rule = base / "rules/balance.yaml"
    rule.write_text(rule.read_text("utf-8").replace("source: 通知", "source: 新通知"), "utf-8")
    assert {rule.source for rule in reload(folder).rules} == {"通知", "新通知"}
    assert {rule.source for rule in first.rules} == {"通知"}
    (base / "rules/spare.yaml").rename(base / "rules/spares.yaml")
    with pytest.raises(PackFault, match="has no rule “spare”"):
        reload(folder)


def test_a_form_that_an_extending_pack_gets_is_seen(
    province: Write, reload: Callable[..., Pack]
) -> None:
    folder = province()
    reload(folder)
    (folder / "form.yaml").write_text("sections: {second: 二、数据}\n", encoding="utf-8")
    assert [section.heading for section in reload(folder).form.sections][1] == "二、数据"


def test_a_base_that_appears_earlier_in_the_search_path_is_seen(
    province: Write, reload: Callable[..., Pack], tiny: SimpleNamespace, tmp_path: Path
) -> None:
    folder, first = province(), tmp_path / "first"
    assert reload(folder, first).bases[0].version == "1.0.0"
    for name, text in tiny.files.items():
        target = first / "tiny" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text.replace("1.0.0", "1.9.0"), encoding="utf-8")
    (first / "tiny/rules/spare.yaml").write_text(tiny.files["rules/balance.yaml"], "utf-8")
    assert reload(folder, first).bases[0].version == "1.9.0"


def test_a_change_of_a_zip_is_seen(
    write: Write, reload: Callable[..., Pack], tmp_path: Path
) -> None:
    folder, archive = write(), tmp_path / "tiny.zip"

    def pack() -> Pack:
        with zipfile.ZipFile(archive, "w") as target:
            for path in sorted(folder.rglob("*.*")):
                target.write(path, path.relative_to(folder))
        return reload(find(str(archive), ()))

    first = pack()
    assert reload(find(str(archive), ())) is first
    own = folder / "pack.yaml"
    own.write_text(own.read_text("utf-8").replace("1.0.0", "1.0.1"), encoding="utf-8")
    assert pack().version == "1.0.1"


def test_other_kinds_load_the_pack_anew(
    write: Write, reload: Callable[..., Pack], tiny: SimpleNamespace
) -> None:
    folder = write()
    first = reload(folder)
    (again,) = load_cached([folder], dict(tiny.kinds), ())
    assert again is first
    with pytest.raises(PackFault, match="there is no check “toy”"):
        load_cached([folder], {}, ())


def test_a_pack_at_fault_is_not_kept(write: Write, reload: Callable[..., Pack]) -> None:
    folder = write({"form.yaml": "title: {}\n"})
    for _ in range(2):
        with pytest.raises(PackFault):
            reload(folder)
    assert reload(write()).name == "tiny"


def test_a_pack_that_changed_a_moment_ago_is_not_kept(
    write: Write, reload: Callable[..., Pack], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pack_cache, "_SETTLED_NS", 2_000_000_000)
    folder = write()
    assert reload(folder) is not reload(folder)


def test_a_relative_folder_means_another_pack_elsewhere(
    write: Write, reload: Callable[..., Pack], monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = write(), write({"good.md": None}, name="elsewhere/tiny")
    monkeypatch.chdir(one.parent)
    first = reload(Path("tiny"))
    monkeypatch.chdir(two.parent)
    assert reload(Path("tiny")) is not first


def test_which_documents_a_pack_is_for_is_read_again_when_it_changes(write: Write) -> None:
    folder = write()
    time.sleep(0.02)
    assert applies_cached(folder) is applies_cached(folder)
    own = folder / "pack.yaml"
    own.write_text(own.read_text("utf-8").replace("2021", "2022"), encoding="utf-8")
    assert applies_cached(folder).since == 2022


def test_only_so_many_packs_are_kept(
    write: Write, reload: Callable[..., Pack], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pack_cache, "_MAX_ENTRIES", 1)
    one, two = write(), write(name="more/tiny")
    first = reload(one)
    reload(two)
    assert reload(one) is not first
