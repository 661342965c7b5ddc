"""Copies of a zip archive in which some entries have other content."""

from __future__ import annotations

import copy
import io
import lzma
import shutil
import struct
import zipfile
import zlib
from collections.abc import Mapping
from itertools import pairwise

from docxlint.word.edit.copy_error import CannotCopy, CopyProblem
from docxlint.word.ooxml.limits import Limits
from docxlint.word.ooxml.package import entry_name
from docxlint.word.ooxml.unreadable import printable

_LOCAL_HEADER = 30
"""Bytes of a local file header before the name."""
_LENGTHS = struct.Struct("<HH")
_LENGTHS_OFFSET = 26
_EXTRA_FIELD = struct.Struct("<HH")
_ZIP64 = 1
_EPOCH = (1980, 1, 1, 0, 0, 0)
_DOS = 0
# What zipfile and the decompressors raise for a damaged or encrypted entry.
_ENTRY_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    RuntimeError,
    OSError,
    ValueError,
    struct.error,
)


def replace_entries(
    source: bytes, parts: Mapping[str, bytes], limit: int = Limits().inflated
) -> bytes:
    """A copy of the archive `source` in which the entries named in `parts` have new content.

    Names have "/" where `source` has a backslash. Entries keep their order, date, attributes,
    comment and compression method. Entries that are not in `parts` keep their content. Names
    that the archive does not have are added at the end. Raises CannotCopy for a damaged archive,
    and for one that unpacks to more than
    `limit` bytes.
    """
    output = io.BytesIO()
    new = dict(parts)
    with zipfile.ZipFile(io.BytesIO(source)) as archive, zipfile.ZipFile(output, "w") as target:
        _check(source, archive, limit)
        target.comment = archive.comment
        for entry in archive.infolist():
            content = new.pop(entry_name(entry), None)
            if content is None:
                _copy_entry(archive, target, entry)
            else:
                _write_entry(target, _same_entry(entry, len(content)), content)
        for name, content in new.items():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = _DOS
            _write_entry(target, info, content)
    return output.getvalue()


def _check(source: bytes, archive: zipfile.ZipFile, limit: int) -> None:
    """Raise CannotCopy unless each entry has bytes of its own and the sizes are in the limit."""
    ranges: list[tuple[int, int]] = []
    for entry in archive.infolist():
        begin = entry.header_offset
        if begin < 0 or begin + _LOCAL_HEADER > len(source):
            raise CannotCopy(CopyProblem.DAMAGED_ARCHIVE)
        name, extra = _LENGTHS.unpack_from(source, begin + _LENGTHS_OFFSET)
        end = begin + _LOCAL_HEADER + name + extra + entry.compress_size
        if end > archive.start_dir:
            raise CannotCopy(CopyProblem.DAMAGED_ARCHIVE)
        ranges.append((begin, end))
    # Entries that share bytes would each get a copy of them: a small file would become huge.
    if any(end > begin for (_, end), (begin, _) in pairwise(sorted(ranges))):
        raise CannotCopy(CopyProblem.DAMAGED_ARCHIVE)
    if sum(entry.file_size for entry in archive.infolist()) > limit:
        raise CannotCopy(CopyProblem.TOO_LARGE, limit=limit)


def _copy_entry(archive: zipfile.ZipFile, target: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
    """Copy one entry with its content."""
    info = _same_entry(entry, entry.file_size)
    try:
        with archive.open(entry) as old, target.open(info, "w") as new:
            shutil.copyfileobj(old, new)
    except _ENTRY_ERRORS as error:
        raise CannotCopy(CopyProblem.DAMAGED_ENTRY, part=printable(entry.filename)) from error
    info.external_attr = entry.external_attr  # zipfile replaces 0 when it opens an entry


def _write_entry(target: zipfile.ZipFile, info: zipfile.ZipInfo, content: bytes) -> None:
    """Write one entry with new content."""
    attributes = info.external_attr
    with target.open(info, "w") as stream:
        stream.write(content)
    info.external_attr = attributes  # zipfile replaces 0 when it opens an entry


def _same_entry(entry: zipfile.ZipInfo, size: int) -> zipfile.ZipInfo:
    """What the directory says of `entry`, for a copy with content of `size` bytes."""
    info = copy.copy(entry)
    info.filename = entry_name(entry)
    info.file_size = size
    info.extra = _without_zip64(entry.extra)
    return info


def _without_zip64(extra: bytes) -> bytes:
    """The extra fields without the 64-bit sizes, which belong to the original's bytes."""
    kept, at = b"", 0
    while at + _EXTRA_FIELD.size <= len(extra):
        kind, length = _EXTRA_FIELD.unpack_from(extra, at)
        end = at + _EXTRA_FIELD.size + length
        if kind != _ZIP64:
            kept += extra[at:end]
        at = end
    return kept
