"""Copies keep the paths of their documents, and never stand in for a document or another copy."""

from __future__ import annotations

from pathlib import Path, PurePath

import pytest

from docxlint.cli.output.copy_targets import CopyOptions, with_targets
from docxlint.cli.output.streams import Fault


def _options(
    annotate: Path | None = None,
    fix: Path | None = None,
    *,
    likely: bool = False,
    fill_zero: bool = False,
) -> CopyOptions:
    first, second = (None if folder is None else str(folder) for folder in (annotate, fix))
    return CopyOptions(first, second, False, likely, fill_zero, False, "zh")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in" / "镇").mkdir(parents=True)
    for name in ("in/镇/a.docx", "in/b.docx", "c.docx"):
        (tmp_path / name).write_bytes(b"")
    return tmp_path


def _names(folder: Path, *names: str) -> list[str]:
    return [str(folder / name) for name in names]


def test_a_copy_keeps_its_path_in_the_folder_that_was_given(folder: Path) -> None:
    paths = [str(folder / "in"), str(folder / "c.docx")]
    names = _names(folder, "in/镇/a.docx", "in/b.docx", "c.docx")
    options = with_targets(_options(folder / "out"), paths, names, ["last.docx"], "-")
    assert list(options.targets.values()) == [
        PurePath("镇/a.docx"),
        PurePath("b.docx"),
        PurePath("c.docx"),
    ]
    assert options.inputs == (*names, "last.docx")


@pytest.mark.parametrize(
    ("name", "target"), [("-", "stdin.docx"), ("../x/收到.docx", "收到.docx"), ("", "stdin.docx")]
)
def test_standard_input_has_its_name_without_folders(name: str, target: str) -> None:
    options = with_targets(_options(Path("out")), ["-"], ["-"], (), name)
    assert options.targets == {"-": PurePath(target)}


def test_copies_in_the_folder_of_a_document_are_a_fault(folder: Path) -> None:
    names = _names(folder, "in/b.docx")
    with pytest.raises(Fault, match="请换一个文件夹"):
        with_targets(_options(fix=folder / "in"), names, names, (), "-")


@pytest.mark.parametrize("target", ["in", "in/sub", "in/镇/../sub"])
def test_copies_where_the_next_check_finds_them_are_a_fault(folder: Path, target: str) -> None:
    names = _names(folder, "in/b.docx")
    with pytest.raises(Fault, match="下次会连副本一起检查"):
        with_targets(_options(folder / target), [str(folder / "in")], names, (), "-")


def test_copies_with_the_same_name_are_a_fault(folder: Path) -> None:
    (folder / "other").mkdir()
    names = _names(folder, "c.docx", "other/C.docx")
    with pytest.raises(Fault, match="副本会同名"):
        with_targets(_options(folder / "out"), names, names, (), "-")
    assert with_targets(_options(), names, names, (), "-").targets  # nothing is written


def test_both_kinds_of_copies_need_different_folders(folder: Path) -> None:
    options = _options(folder / "out", folder / "in" / ".." / "out")
    with pytest.raises(Fault, match="不同的文件夹"):
        with_targets(options, [], [], (), "-")


def test_filling_blanks_needs_repairs(folder: Path) -> None:
    with pytest.raises(Fault, match="--fill-zero"):
        with_targets(_options(folder / "out", fill_zero=True), [], [], (), "-")
    assert with_targets(_options(fix=folder / "out", fill_zero=True), [], [], (), "-")


def test_likely_repairs_need_repairs(folder: Path) -> None:
    with pytest.raises(Fault, match="--likely"):
        with_targets(_options(folder / "out", likely=True), [], [], (), "-")
    assert with_targets(_options(fix=folder / "out", likely=True), [], [], (), "-")
