from __future__ import annotations

import os
from pathlib import Path

import pytest

from docxlint.cli.document_paths import Exclusions, documents
from docxlint.cli.output.streams import Fault
from docxlint.site import Exclusion


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in (
        *("b.docx", "A.DOCX", "乡 镇/丙.docm", "乡 镇/甲.dotx", "乡 镇/深/丁.DotM"),
        *("b.doc", "notes.txt", "~$b.docx", "._b.docx", "乡 镇/~$丙.docm", "空/x.txt"),
    ):
        path = tmp_path / "收件" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def listed(*paths: str) -> list[str]:
    return [Path(path).as_posix() for path in documents(paths, "en")]


def test_a_folder_gives_all_documents_below_it_sorted_without_lock_files(tree: Path) -> None:
    assert tree.is_dir()
    assert listed("收件") == [
        *("收件/A.DOCX", "收件/b.doc", "收件/b.docx"),
        *("收件/乡 镇/丙.docm", "收件/乡 镇/甲.dotx", "收件/乡 镇/深/丁.DotM"),
    ]


def test_a_named_file_may_have_any_name(tree: Path) -> None:
    assert tree.is_dir()
    assert listed("收件/notes.txt", "收件/~$b.docx") == ["收件/notes.txt", "收件/~$b.docx"]


def test_a_document_named_twice_is_listed_once(tree: Path) -> None:
    assert (
        listed("收件/b.docx", "收件", "./收件/b.docx", str(tree / "收件/b.docx")).count(
            "收件/b.docx"
        )
        == 1
    )
    assert len(listed("收件/b.docx", "收件", str(tree / "收件/A.DOCX"))) == 6


def test_the_order_given_is_kept(tree: Path) -> None:
    assert tree.is_dir()
    assert listed("收件/b.docx", "-", "收件/A.DOCX") == ["收件/b.docx", "-", "收件/A.DOCX"]


@pytest.mark.parametrize(
    ("paths", "message"),
    [
        (["收件/没有.docx"], "no such file or folder: 收件/没有.docx"),
        (["收件/b.docx", "没有"], "no such file or folder: 没有"),
        (["收件/空"], "no Word document (.docx .docm .dotx .dotm) in: 收件/空"),
        (["-", "-"], "“-” (standard input) can be given only once"),
    ],
)
def test_a_path_that_names_no_document_is_a_fault(
    tree: Path, paths: list[str], message: str
) -> None:
    assert tree.is_dir()
    with pytest.raises(Fault) as fault:
        documents(paths, "en")
    assert fault.value.message == message
    assert fault.value.exit_code == 2


def test_a_circular_link_ends(tree: Path) -> None:
    (tree / "收件" / "回").symlink_to(tree / "收件", target_is_directory=True)
    assert len(listed("收件")) == 7
    assert "收件/回" in listed("收件")


def test_a_broken_link_in_a_folder_is_not_skipped(tree: Path) -> None:
    (tree / "收件" / "z.docx").symlink_to(tree / "gone.docx")
    assert "收件/z.docx" in listed("收件")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_pipe_in_a_folder_is_skipped(tree: Path) -> None:
    os.mkfifo(tree / "收件" / "p.docx")
    assert "收件/p.docx" not in listed("收件")


def test_a_folder_that_cannot_be_opened_is_a_fault(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.scandir

    def scandir(path: str) -> object:
        if str(path).endswith("深"):
            raise PermissionError(13, "Permission denied", path)
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert tree.is_dir()
    with pytest.raises(Fault, match="深 cannot be opened: Permission denied"):
        documents(["收件"], "en")


def test_other_files_that_people_submit_are_listed(tmp_path: Path) -> None:
    listed = ["a.doc", "b.WPS", "c.pdf", "d.zip", "e.docx ", "f.rtf", "g.odt", "h.rar", "i.7z"]
    for name in [*listed, "x.txt", "~$a.doc", "._b.pdf", ".DS_Store", "y.xlsx"]:
        (tmp_path / name).write_bytes(b"x")
    assert [Path(path).name for path in documents([str(tmp_path)], "zh")] == listed


def test_a_link_to_a_folder_is_listed_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "in" / "real").mkdir(parents=True)
    (tmp_path / "in" / "real" / "a.docx").write_bytes(b"x")
    (tmp_path / "in" / "link").symlink_to(tmp_path / "in" / "real")
    inside = documents([str(tmp_path / "in")], "zh")
    assert [Path(p).relative_to(tmp_path).as_posix() for p in inside] == [
        "in/link",
        "in/real/a.docx",
    ]


def excluding(folder: str, *patterns: str) -> Exclusions:
    """Return the exclusions of a run with `patterns` for `folder`."""
    return lambda _here, _given: [Exclusion(folder, patterns)]


def test_patterns_leave_out_files_and_folders(tmp_path: Path) -> None:
    for name in ("a.docx", "a.doc", "旧/b.docx", "旧/c.docx", "乡/c.docx"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x")
    cases: dict[tuple[str, ...], list[str]] = {
        ("*.doc",): ["a.docx", "乡/c.docx", "旧/b.docx", "旧/c.docx"],
        ("旧",): ["a.doc", "a.docx", "乡/c.docx"],
        ("旧/c.*", "*.doc"): ["a.docx", "乡/c.docx", "旧/b.docx"],
        ("./a.*", "/旧/"): ["乡/c.docx"],
        ("**/c.docx", "**/a.*"): ["旧/b.docx"],
    }
    for exclude, left in cases.items():
        inside = documents([str(tmp_path)], "zh", excluding(str(tmp_path), *exclude))
        assert [Path(p).relative_to(tmp_path).as_posix() for p in inside] == left


def test_a_pattern_with_a_slash_begins_at_its_folder(tree: Path) -> None:
    rest = [path for path in listed("收件") if not path.startswith("收件/乡 镇")]
    for folder, pattern in (("收件", "乡 镇/*"), (".", "收件/乡 镇/*"), (str(tree), "收件/乡 镇")):
        inside = documents(["收件"], "en", excluding(folder, pattern))
        assert [Path(path).as_posix() for path in inside] == rest
    assert documents(["收件"], "en", excluding("收件", "收件/乡 镇/*")) == listed("收件")
    assert documents(["收件"], "en", excluding("别处", "别处/*", "收件/*")) == listed("收件")


def test_a_folder_in_which_everything_is_excluded_is_a_fault_with_the_patterns(tree: Path) -> None:
    with pytest.raises(Fault) as fault:
        documents(["收件"], "en", excluding(str(tree), "*.doc*", "*.DOCX", "乡 镇", "x*"))
    assert fault.value.message == ("every document is excluded (*.DOCX *.doc* 乡 镇) in: 收件")
    with pytest.raises(Fault, match="no Word document"):
        documents(["收件/空"], "en", excluding(str(tree), "*"))


def test_hidden_files_and_folders_are_no_submissions(tmp_path: Path) -> None:
    for name in (".x.docx", ".~y.docx", ".git/z.docx", "~$a.docx", "._a.doc"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    with pytest.raises(Fault, match="no Word document"):
        documents([str(tmp_path)], "en")
    assert len(documents([str(tmp_path / ".git"), str(tmp_path / ".x.docx")], "en")) == 2
