from __future__ import annotations

from pathlib import Path

import pytest

from docxlint.author.new_file import FileNotWritten, write_new_file


def test_a_file_is_written_with_its_folders(tmp_path: Path) -> None:
    write_new_file(tmp_path / "a" / "b" / "c.yaml", b"x")
    assert (tmp_path / "a" / "b" / "c.yaml").read_bytes() == b"x"


def test_an_existing_file_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"mine")
    with pytest.raises(FileNotWritten, match="already exists"):
        write_new_file(path, b"x")
    assert path.read_bytes() == b"mine"


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(FileNotWritten):
        write_new_file(tmp_path / "a.yaml", b"x")
    assert not (tmp_path / "elsewhere").exists()


def test_a_path_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(FileNotWritten, match="cannot be written"):
        write_new_file(tmp_path / "a" / "b.yaml", b"x")
