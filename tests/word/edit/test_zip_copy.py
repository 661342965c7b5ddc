"""A copied archive has new content in the entries that were replaced, and is otherwise the same."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest

from docxlint.word.edit.copy_error import CannotCopy, CopyProblem
from docxlint.word.edit.zip_copy import replace_entries

_DATE = (2012, 3, 4, 5, 6, 8)


def _archive() -> bytes:
    class Stream(io.BytesIO):
        def seekable(self) -> bool:
            return False

    out = Stream()  # zipfile writes the sizes after the data if it cannot seek
    with zipfile.ZipFile(out, "w") as archive:
        archive.comment = b"whatever"
        archive.writestr(zipfile.ZipInfo("word/", _DATE), b"")
        archive.writestr(zipfile.ZipInfo("stored.bin", _DATE), b"\0" * 50)
        entry = zipfile.ZipInfo("word/正文.xml", (2026, 1, 2, 3, 4, 6))
        entry.external_attr, entry.comment = 0o644 << 16, b"note"
        entry.extra = struct.pack("<HHL", 0x7855, 4, 7)
        archive.writestr(entry, b"<a/>" * 100, zipfile.ZIP_DEFLATED, 1)
        archive.writestr("docProps/app.xml", b"<b/>" * 100, zipfile.ZIP_BZIP2)
        office = zipfile.ZipInfo("word/styles.xml", (1980, 1, 1, 0, 0, 0))
        archive.writestr(office, b"<c/>", zipfile.ZIP_DEFLATED)
        office.external_attr, office.create_system = 0, 0
    return out.getvalue()


def _entries(data: bytes) -> list[tuple[object, ...]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return [
            (
                *(info.filename, info.date_time, info.compress_type, info.comment, info.extra),
                *(info.external_attr, info.create_system, archive.read(info)),
            )
            for info in archive.infolist()
        ]


def test_a_copy_without_new_content_has_the_same_entries() -> None:
    data = _archive()
    copy = replace_entries(data, {})
    assert _entries(copy) == _entries(data)
    assert {entry[5] for entry in _entries(copy)} > {0}
    with zipfile.ZipFile(io.BytesIO(copy)) as archive:
        assert archive.comment == b"whatever"
        assert not any(info.flag_bits & 8 for info in archive.infolist())


def test_an_entry_is_replaced_in_its_place_and_a_new_one_is_last() -> None:
    data = _archive()
    new = {"stored.bin": b"x", "新.xml": b"y"}
    with zipfile.ZipFile(io.BytesIO(replace_entries(data, new))) as copy:
        assert copy.testzip() is None
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            assert copy.namelist() == [*archive.namelist(), "新.xml"]
        assert copy.read("stored.bin") == b"x"
        assert copy.getinfo("stored.bin").date_time == _DATE
        assert copy.getinfo("stored.bin").compress_type == zipfile.ZIP_STORED
        assert copy.read("新.xml") == b"y"
        assert copy.getinfo("新.xml").compress_type == zipfile.ZIP_DEFLATED


def test_the_same_copy_has_the_same_bytes() -> None:
    data = _archive()
    assert replace_entries(data, {"a": b"b"}) == replace_entries(data, {"a": b"b"})


def test_64_bit_sizes_of_the_original_are_dropped() -> None:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(out, "w") as archive,
        archive.open("a.xml", "w", force_zip64=True) as stream,
    ):
        stream.write(b"<a/>")
    data = out.getvalue()
    assert data.count(struct.pack("<HH", 1, 16)) == 1
    assert struct.pack("<HH", 1, 16) not in replace_entries(data, {})


def _with_offset(data: bytes, offset: int) -> bytes:
    """`data` with another offset for its last entry."""
    changed = bytearray(data)
    struct.pack_into("<L", changed, data.rindex(b"PK\x01\x02") + 42, offset)
    return bytes(changed)


@pytest.mark.parametrize("offset", [5, 0, 10_000_000])
def test_an_entry_at_a_wrong_offset_prevents_a_copy(offset: int) -> None:
    with pytest.raises(CannotCopy) as error:
        replace_entries(_with_offset(_archive(), offset), {})
    assert error.value.code in (CopyProblem.DAMAGED_ARCHIVE, CopyProblem.DAMAGED_ENTRY)


def test_entries_that_share_bytes_prevent_a_copy() -> None:
    data = _archive()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        end, start = data.rindex(b"PK\x05\x06"), archive.start_dir
    last = data[data.rindex(b"PK\x01\x02") : end]
    many = bytearray(data[:end] + last * 50 + data[end:])
    size = end - start + 50 * len(last)
    struct.pack_into("<HHLL", many, end + 50 * len(last) + 8, 55, 55, size, start)
    with zipfile.ZipFile(io.BytesIO(bytes(many))) as archive:
        assert len(archive.infolist()) == 55
    with pytest.raises(CannotCopy) as error:
        replace_entries(bytes(many), {})
    assert error.value.code is CopyProblem.DAMAGED_ARCHIVE


def test_an_archive_that_unpacks_to_too_much_prevents_a_copy() -> None:
    assert replace_entries(_archive(), {}, limit=10_000)
    with pytest.raises(CannotCopy) as error:
        replace_entries(_archive(), {}, limit=100)
    assert error.value.code is CopyProblem.TOO_LARGE
    assert error.value.parameters == {"limit": 100}


def test_a_damaged_entry_prevents_a_copy_unless_it_is_replaced() -> None:
    data = _archive()
    damaged = data.replace(b"\0" * 50, b"\1" * 50)
    assert damaged != data
    with pytest.raises(CannotCopy) as error:
        replace_entries(damaged, {})
    assert error.value.code is CopyProblem.DAMAGED_ENTRY
    assert error.value.parameters == {"part": "stored.bin"}
    assert replace_entries(damaged, {"stored.bin": b"x"})


def test_an_encrypted_entry_prevents_a_copy() -> None:
    data = bytearray(_archive())
    at = data.rindex(b"PK\x01\x02")
    data[at + 8] |= 1
    with pytest.raises(CannotCopy) as error:
        replace_entries(bytes(data), {})
    assert error.value.code is CopyProblem.DAMAGED_ENTRY
