"""A copied archive differs in the entries that were to be replaced, and in nothing else."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest

from docxlint.word.edit.copy_faults import NoCopy
from docxlint.word.edit.zip_copy import replaced


def _archive() -> bytes:
    class Stream(io.BytesIO):
        def seekable(self) -> bool:
            return False

    out = Stream()  # whoever cannot go back writes sizes after the data
    with zipfile.ZipFile(out, "w") as archive:
        archive.comment = b"whatever"
        archive.writestr(zipfile.ZipInfo("word/", (2012, 3, 4, 5, 6, 8)), b"")
        archive.writestr(zipfile.ZipInfo("stored.bin", (2012, 3, 4, 5, 6, 8)), b"\0" * 50)
        said = zipfile.ZipInfo("word/正文.xml", (2026, 1, 2, 3, 4, 6))
        said.external_attr, said.comment = 0o644 << 16, b"note"
        archive.writestr(said, b"<a/>" * 100, zipfile.ZIP_DEFLATED, 1)
        archive.writestr("docProps/app.xml", b"<b/>" * 100, zipfile.ZIP_BZIP2)
    return out.getvalue()


def _told(data: bytes) -> list[tuple[object, ...]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return [
            (
                *(i.filename, i.date_time, i.compress_type, i.compress_size, i.comment),
                *(i.external_attr, archive.read(i)),
            )
            for i in archive.infolist()
        ]


def test_a_copy_with_nothing_replaced_tells_the_same() -> None:
    data = _archive()
    assert _told(replaced(data, {})) == _told(data)
    with zipfile.ZipFile(io.BytesIO(replaced(data, {}))) as archive:
        assert archive.comment == b"whatever"
        assert not any(entry.flag_bits & 8 for entry in archive.infolist())


def test_an_entry_is_replaced_where_it_stands_and_a_new_one_comes_last() -> None:
    data = _archive()
    with zipfile.ZipFile(io.BytesIO(replaced(data, {"stored.bin": b"x", "新.xml": b"y"}))) as copy:
        assert copy.testzip() is None
        assert copy.namelist() == [
            *("word/", "stored.bin", "word/正文.xml", "docProps/app.xml", "新.xml")
        ]
        assert copy.read("stored.bin") == b"x"
        assert copy.getinfo("stored.bin").date_time == (2012, 3, 4, 5, 6, 8)
        assert copy.read("新.xml") == b"y"


def test_the_same_copy_has_the_same_bytes() -> None:
    data = _archive()
    assert replaced(data, {"a": b"b"}) == replaced(data, {"a": b"b"})


def _listed_at(data: bytes, offset: int) -> bytes:
    """`data` with another offset for its last entry."""
    changed = bytearray(data)
    struct.pack_into("<L", changed, data.rindex(b"PK\x01\x02") + 42, offset)
    return bytes(changed)


@pytest.mark.parametrize("offset", [5, 0, 10_000_000])
def test_an_entry_that_is_not_where_the_archive_says_gives_no_copy(offset: int) -> None:
    with pytest.raises(NoCopy, match="does not fit"):
        replaced(_listed_at(_archive(), offset), {})


def test_entries_that_share_bytes_are_not_copied_each() -> None:
    data = _archive()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        end, start = data.rindex(b"PK\x05\x06"), archive.start_dir
    last = data[data.rindex(b"PK\x01\x02") : end]
    many = bytearray(data[:end] + last * 50 + data[end:])
    size = end - start + 50 * len(last)
    struct.pack_into("<HHLL", many, end + 50 * len(last) + 8, 54, 54, size, start)
    with zipfile.ZipFile(io.BytesIO(bytes(many))) as archive:
        assert len(archive.infolist()) == 54
    with pytest.raises(NoCopy, match="does not fit"):
        replaced(bytes(many), {})
