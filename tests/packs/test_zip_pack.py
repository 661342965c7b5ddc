"""Packs in .zip files: the right one unpacked, and nothing that an archive can do besides."""

from __future__ import annotations

import stat
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path
from types import SimpleNamespace

import pytest

from docxlint.packs import NoSuchPack, PackFault, find, load, zip_pack

Zip = Callable[..., Path]
Entry = tuple[str | zipfile.ZipInfo, str | bytes]


@pytest.fixture
def pack_zip(tmp_path: Path, tiny: SimpleNamespace) -> Zip:
    """Writes the tiny pack as an archive, in a folder of it or at its top, with more entries."""

    def write(
        top: str = "tiny/", more: Iterable[Entry] = (), name: str = "我的 包.zip", **changed: str
    ) -> Path:
        path = tmp_path / name
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
            for inner, text in tiny.files.items():
                out.writestr(top + inner, changed.get(Path(inner).stem, text))
            for entry, content in more:
                out.writestr(entry, content)
        return path

    return write


def fault_text(path: Path) -> str:
    with pytest.raises(PackFault) as caught:
        find(str(path), [])
    (fault,) = caught.value.faults
    return fault.text("en")


def info(name: str, kind: int = 0) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo("x")
    entry.filename = entry.orig_filename = name
    entry.external_attr = (kind | 0o644) << 16
    return entry


@pytest.mark.parametrize("top", ["tiny/", ""])
def test_a_pack_in_an_archive_is_the_pack(top: str, pack_zip: Zip, tiny: SimpleNamespace) -> None:
    path = pack_zip(top)
    folder = find(str(path), [])
    pack = load(folder, tiny.kinds, examples=True)
    assert (pack.name, [rule.name for rule in pack.rules]) == ("tiny", ["balance"])
    assert find(str(path), []) == folder


@pytest.mark.parametrize("top", ["tiny/", ""])
def test_a_fault_in_an_archive_is_named_by_the_archive_and_the_file(
    top: str, pack_zip: Zip, tiny: SimpleNamespace
) -> None:
    path = pack_zip(top, balance=tiny.files["rules/balance.yaml"].replace("new +", "nwe +"))
    with pytest.raises(PackFault) as caught:
        load(find(str(path), []), tiny.kinds)
    (fault,) = caught.value.faults
    assert (fault.file, fault.line) == (f"我的 包.zip/{top}rules/balance.yaml", 8)


def test_an_archive_that_changes_is_unpacked_anew(pack_zip: Zip, tiny: SimpleNamespace) -> None:
    path = pack_zip()
    assert load(find(str(path), []), tiny.kinds).version == "1.0.0"
    pack_zip(pack=tiny.files["pack.yaml"].replace("1.0.0", "1.10.0"))
    assert load(find(str(path), []), tiny.kinds).version == "1.10.0"


def test_what_macos_adds_is_passed_over(pack_zip: Zip, tiny: SimpleNamespace) -> None:
    path = pack_zip(more=[("__MACOSX/tiny/._pack.yaml", b"\0"), ("tiny/.DS_Store", b"\0")])
    folder = find(str(path), [])
    assert load(folder, tiny.kinds).name == "tiny"
    assert sorted(p.name for p in folder.iterdir()) == [
        "form.yaml",
        "good.md",
        "pack.yaml",
        "rules",
    ]


def test_what_is_unpacked_goes_when_the_process_does(pack_zip: Zip) -> None:
    path = pack_zip()
    code = "import sys; from docxlint.packs import find; print(find(sys.argv[1], []))"
    ran = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code, str(path)],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    folder = Path(ran.stdout.strip())
    assert folder.name == "tiny"
    assert not folder.parents[1].exists()


def test_a_missing_archive_is_reported(tmp_path: Path) -> None:
    for name in (str(tmp_path / "none.zip"), "none.zip", "x" * 5000 + ".zip", "a\0.zip"):
        with pytest.raises(NoSuchPack):
            find(name, [])
    with pytest.raises(NoSuchPack, match=r"there is no file “none\.zip”"):
        find("none.zip", [])


PATHS = [
    "../evil.yaml",
    "tiny/../../evil.yaml",
    "/evil.yaml",
    "tiny//evil.yaml",
    "C:evil.yaml",
    "tiny\\evil.yaml",
    "tiny/evil.yaml:stream",
    "tiny/a\x1b[31m.yaml",
    "tiny/evil.yaml.",
    "./tiny/evil.yaml",
]


@pytest.mark.parametrize("name", PATHS)
def test_a_path_that_leads_elsewhere_is_refused(name: str, pack_zip: Zip, tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    text = fault_text(pack_zip(more=[(info(name), "title: x")]))
    assert ": no such path in a pack: absolute, with “..”" in text
    assert text.startswith("我的 包.zip/")
    assert text.isprintable()
    assert [p for p in tmp_path.rglob("*") if p not in before] == [tmp_path / "我的 包.zip"]


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR])
def test_a_link_or_device_is_refused(kind: int, pack_zip: Zip) -> None:
    text = fault_text(pack_zip(more=[(info("tiny/rules/x.yaml", kind), "/etc/passwd")]))
    assert text == (
        "我的 包.zip/tiny/rules/x.yaml:1:1: a link or special file has no place in a pack"
    )


def test_a_file_twice_is_refused_whatever_its_case(pack_zip: Zip) -> None:
    text = fault_text(pack_zip(more=[("tiny/Pack.yaml", "name: x")]))
    assert text == "我的 包.zip/tiny/Pack.yaml:1:1: this file comes twice in the archive"


def test_what_inflates_without_end_is_stopped(
    pack_zip: Zip, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = pack_zip(more=[("tiny/rules/big.yaml", b"#" * (1 << 20) + b"\n")])
    assert fault_text(path) == (
        "我的 包.zip/tiny/rules/big.yaml:1:1: the file is larger than 1 MiB"
    )
    monkeypatch.setattr(zip_pack, "MAX_INFLATED", 2 << 20)
    files = [(f"tiny/rules/r{n}.yaml", b"#" * (1 << 20)) for n in range(3)]
    assert fault_text(pack_zip(more=files)).startswith(
        "我的 包.zip/tiny/rules/r1.yaml:1:1: it inflates"
    )


def test_a_size_that_is_a_lie_does_not_help(pack_zip: Zip) -> None:
    path = pack_zip(more=[("tiny/rules/zbig.yaml", b"#" * (3 << 20))])
    data = path.read_bytes()
    true, lie = (3 << 20).to_bytes(4, "little"), (100).to_bytes(4, "little")
    assert data.count(true) == 2
    path.write_bytes(data.replace(true, lie))
    text = fault_text(path)
    assert "is larger than 1 MiB" in text or "no sound zip file" in text


def test_too_many_files_are_refused(pack_zip: Zip) -> None:
    text = fault_text(pack_zip(more=[(f"tiny/rules/r{n}.yaml", "") for n in range(1000)]))
    assert text == "我的 包.zip:1:1: there are more than 1000 files in it"


def test_an_archive_that_is_too_large_is_not_opened(
    pack_zip: Zip, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = pack_zip()
    monkeypatch.setattr(zip_pack, "MAX_ARCHIVE", 100)
    assert fault_text(path) == "我的 包.zip:1:1: the file is larger than 4 MiB"


def test_a_file_that_is_not_an_archive_is_reported(pack_zip: Zip) -> None:
    path = pack_zip()
    good = path.read_bytes()
    path.write_bytes(b"not a zip")
    assert fault_text(path).startswith("我的 包.zip:1:1: this is no sound zip file (")
    path.write_bytes(good[: len(good) // 2])
    assert fault_text(path).startswith("我的 包.zip:1:1: this is no sound zip file (")
    path.write_bytes(good.replace(b"PK\x03\x04\x14\x00\x00\x00", b"PK\x03\x04\x14\x00\x01\x00"))
    with zipfile.ZipFile(path) as opened:
        assert opened.infolist()
    marked = good.replace(b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01")
    assert marked != good
    path.write_bytes(marked)
    assert fault_text(path) == "我的 包.zip/tiny/pack.yaml:1:1: the file is encrypted"


def test_another_method_of_compression_is_refused(pack_zip: Zip) -> None:
    entry = info("tiny/rules/x.yaml")
    path = pack_zip()
    with zipfile.ZipFile(path, "a", zipfile.ZIP_BZIP2) as out:
        out.writestr(entry.filename, "x")
    assert fault_text(path).endswith("the compression method is not supported")


def test_an_archive_holds_one_pack(pack_zip: Zip, tmp_path: Path) -> None:
    text = fault_text(pack_zip(more=[("other/pack.yaml", "name: other")]))
    assert text == "我的 包.zip:1:1: there is more than one pack in it: other, tiny"
    assert fault_text(pack_zip("deep/er/")).startswith("我的 包.zip:1:1: there is no pack in it")
    empty = tmp_path / "empty.zip"
    zipfile.ZipFile(empty, "w").close()
    assert fault_text(empty).startswith("empty.zip:1:1: there is no pack in it")
