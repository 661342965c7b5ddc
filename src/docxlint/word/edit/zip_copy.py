"""A copy of a zip archive in which some entries have other bytes and all else is as it was."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from itertools import pairwise

from docxlint.core.message import Message
from docxlint.word.edit.copy_faults import NoCopy

_ASTRAY = Message(
    zh="压缩包的目录与内容对不上，文件可能已损坏；在 Word 或 WPS 中打开后另存一份再试",
    en="the archive's directory does not fit what it holds: the file may be damaged; open it in"
    " Word and save it anew",
)
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s4B4H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_DESCRIPTOR, _UTF8 = 0x08, 0x800
_MOST = 0xFFFFFFFF
_ZIP64 = 1
_DATE = (0 << 9) | (1 << 5) | 1  # 1 January 1980, as office programs write it


def replaced(source: bytes, parts: Mapping[str, bytes]) -> bytes:
    """`source`, a sound archive, with the entries that `parts` names holding other bytes.

    Entries keep their order, names, dates and, but for those replaced, their compressed bytes.
    Names that the archive does not have are added at its end. Raises NoCopy where entries are
    not where the archive says that they are, or share bytes.
    """
    out, directory = io.BytesIO(), io.BytesIO()
    left = dict(parts)
    count = 0
    with zipfile.ZipFile(io.BytesIO(source)) as archive:
        comment = archive.comment
        for entry, name, packed in _entries(source, archive):
            text: bytes | memoryview = packed
            said = [entry.compress_type, entry.CRC, entry.file_size]
            if entry.filename in left:
                text, *said = _packed(left.pop(entry.filename))
            _put(out, directory, name, text, said, entry)
            count += 1
    for name_, new in left.items():
        data, *said = _packed(new)
        plain = zipfile.ZipInfo(name_, (1980, 1, 1, 0, 0, 0))
        plain.flag_bits = 0 if name_.isascii() else _UTF8
        _put(out, directory, name_.encode(), data, said, plain)
        count += 1
    begin, listed = out.tell(), directory.getvalue()
    end = _END.pack(b"PK\x05\x06", 0, 0, count, count, len(listed), begin, len(comment))
    return out.getvalue() + listed + end + comment


def _entries(
    source: bytes, archive: zipfile.ZipFile
) -> list[tuple[zipfile.ZipInfo, bytes, memoryview]]:
    """The entries in their order, each with its name as it is written and its compressed bytes."""
    data = memoryview(source)
    found: list[tuple[zipfile.ZipInfo, bytes, memoryview]] = []
    reach: list[tuple[int, int]] = []
    for entry in archive.infolist():
        begin = entry.header_offset
        at = begin + _LOCAL.size
        if begin < 0 or at > len(source) or entry.file_size > _MOST:
            raise NoCopy(_ASTRAY)
        mark, *_, named, extra = _LOCAL.unpack_from(source, begin)
        name = source[at : at + named]
        end = at + named + extra + entry.compress_size
        written = entry.orig_filename.encode("utf-8" if entry.flag_bits & _UTF8 else "cp437")
        if mark != b"PK\x03\x04" or name != written or end > archive.start_dir:
            raise NoCopy(_ASTRAY)
        reach.append((begin, end))
        found.append((entry, name, data[end - entry.compress_size : end]))
    # Entries that share bytes would each get their own: a small file could give a huge copy.
    if any(end > begin for (_, end), (begin, _) in pairwise(sorted(reach))):
        raise NoCopy(_ASTRAY)
    return found


def _packed(text: bytes) -> tuple[bytes, int, int, int]:
    """`text` compressed, with method, checksum and size."""
    squeezer = zlib.compressobj(wbits=-15)
    data = squeezer.compress(text) + squeezer.flush()
    return data, zipfile.ZIP_DEFLATED, zlib.crc32(text), len(text)


def _put(
    out: io.BytesIO,
    directory: io.BytesIO,
    name: bytes,
    data: bytes | memoryview,
    said: Sequence[int],
    entry: zipfile.ZipInfo,
) -> None:
    """Add one entry whose compressed bytes are `data`; `said` are method, checksum, size."""
    kind, crc, size = said
    # Sizes are known, so that nothing need follow the data.
    flags = entry.flag_bits & ~_DESCRIPTOR
    year, month, day, hour, minute, second = entry.date_time
    date = max(_DATE, (year - 1980) << 9 | month << 5 | day)
    time = hour << 11 | minute << 5 | second // 2
    extra = _without_sizes(entry.extra)
    offset = out.tell()
    version = max(entry.extract_version, 20)
    out.write(
        _LOCAL.pack(
            *(b"PK\x03\x04", version, flags, kind, time, date, crc),
            *(len(data), size, len(name), len(extra)),
        )
    )
    out.write(name + extra)
    out.write(data)
    directory.write(
        _CENTRAL.pack(
            *(b"PK\x01\x02", entry.create_version, entry.create_system, version, entry.reserved),
            *(flags, kind, time, date, crc, len(data), size, len(name), len(extra)),
            *(len(entry.comment), 0, entry.internal_attr, entry.external_attr, offset),
        )
    )
    directory.write(name + extra + entry.comment)


def _without_sizes(extra: bytes) -> bytes:
    """Extra fields without the 64-bit sizes, which the plain fields say."""
    kept, at = b"", 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<HH", extra, at)
        if kind != _ZIP64:
            kept += extra[at : at + 4 + length]
        at += 4 + length
    return kept
