"""A copy of a zip archive in which some entries have other bytes and all else is as it was."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s4B4H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_ENCRYPTED, _DESCRIPTOR = 0x01, 0x08
_ZIP64 = 1
_DATE = (0 << 9) | (1 << 5) | 1  # 1 January 1980, as office programs write it


def replaced(source: bytes, parts: Mapping[str, bytes]) -> bytes:
    """`source`, a sound archive, with the entries that `parts` names holding other bytes.

    Entries keep their order, names, dates and, but for those replaced, their compressed bytes.
    Names that the archive does not have are added at its end.
    """
    out, directory = io.BytesIO(), io.BytesIO()
    left = dict(parts)
    count = 0
    with zipfile.ZipFile(io.BytesIO(source)) as archive:
        comment = archive.comment
        for entry in archive.infolist():
            fields = _LOCAL.unpack_from(source, entry.header_offset)
            at = entry.header_offset + _LOCAL.size
            name = source[at : at + fields[9]]
            at += fields[9] + fields[10]
            data = source[at : at + entry.compress_size]
            said = (entry.compress_type, entry.CRC, entry.file_size)
            if entry.filename in left:
                data, *said_ = _packed(left.pop(entry.filename))
                said = (said_[0], said_[1], said_[2])
            _put(out, directory, name, data, said, entry)
            count += 1
    for name_, text in left.items():
        data, kind, crc, size = _packed(text)
        plain = zipfile.ZipInfo(name_, (1980, 1, 1, 0, 0, 0))
        plain.flag_bits = 0 if name_.isascii() else 0x800
        _put(out, directory, name_.encode(), data, (kind, crc, size), plain)
        count += 1
    begin, listed = out.tell(), directory.getvalue()
    end = _END.pack(b"PK\x05\x06", 0, 0, count, count, len(listed), begin, len(comment))
    return out.getvalue() + listed + end + comment


def _packed(text: bytes) -> tuple[bytes, int, int, int]:
    """`text` compressed, with method, checksum and size."""
    squeezer = zlib.compressobj(wbits=-15)
    data = squeezer.compress(text) + squeezer.flush()
    return data, zipfile.ZIP_DEFLATED, zlib.crc32(text), len(text)


def _put(
    out: io.BytesIO,
    directory: io.BytesIO,
    name: bytes,
    data: bytes,
    said: tuple[int, int, int],
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
    out.write(name + extra + data)
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
