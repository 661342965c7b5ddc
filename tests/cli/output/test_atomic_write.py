"""Files appear complete or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from docxlint.cli.output import atomic_write
from docxlint.cli.output.atomic_write import AtomicFile


def test_a_file_appears_with_all_its_pieces_when_it_is_committed(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    file = AtomicFile(path)
    file.write(b"one ")
    assert not path.exists()
    file.write(b"two")
    file.commit()
    assert path.read_bytes() == b"one two"
    assert list(tmp_path.iterdir()) == [path]


def test_a_discarded_file_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    file = AtomicFile(path)
    file.write(b"new")
    file.discard()
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_keeps_its_permissions_and_a_link_is_replaced(tmp_path: Path) -> None:
    path, link = tmp_path / "a.txt", tmp_path / "b.txt"
    path.write_bytes(b"old")
    path.chmod(0o640)
    atomic_write.write(path, b"new")
    assert path.stat().st_mode & 0o777 == 0o640
    link.symlink_to(path)
    atomic_write.write(link, b"other")
    assert not link.is_symlink()
    assert (path.read_bytes(), link.read_bytes()) == (b"new", b"other")


def test_a_folder_that_does_not_exist_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        AtomicFile(tmp_path / "no" / "a.txt")
    fault = atomic_write.unwritten("no/a.txt", OSError(28, "No space left on device"), "en")
    assert fault.message == "no/a.txt cannot be written: No space left on device"
