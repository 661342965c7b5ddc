"""A pack in a .zip file: unpacked, within limits, to a folder that is removed at exit."""

from __future__ import annotations

import atexit
import os
import re
import shutil
import stat
import tempfile
import zipfile
import zlib
from functools import lru_cache
from pathlib import Path, PurePosixPath

from docxlint.core.message import Message
from docxlint.packs.yaml.source_faults import PackFault, SourceFault
from docxlint.packs.yaml.source_file import MAX_BYTES

# A pack has some fifty files of 2 kB; these limits stop an archive that would exhaust memory.
MAX_ARCHIVE = 4 << 20
MAX_ENTRIES = 1000
MAX_INFLATED = 16 << 20
_CHUNK = 1 << 16

# A part of a path that means the same on every system: nothing that leads up, to another drive or
# to a stream of a file, and no end that Windows passes over.
_PART = re.compile(r"(?!\.\.?$)[^\x00-\x1f\x7f\\:*?\"<>|/]{0,99}[^\x00-\x1f\x7f\\:*?\"<>|/ .]")

_NO_ARCHIVE = Message(zh="不是完好的 zip 文件（{why}）", en="this is no sound zip file ({why})")
_ABSENT = Message(zh="无法读取：{why}", en="it cannot be read: {why}")
_LARGE = Message(
    zh=f"文件超过{MAX_ARCHIVE >> 20} MiB", en=f"the file is larger than {MAX_ARCHIVE >> 20} MiB"
)
_ENTRIES = Message(
    zh=f"压缩包里的文件多于{MAX_ENTRIES}个", en=f"there are more than {MAX_ENTRIES} files in it"
)
_FILE_LARGE = Message(
    zh=f"文件超过{MAX_BYTES >> 20} MiB", en=f"the file is larger than {MAX_BYTES >> 20} MiB"
)
_INFLATED = Message(
    zh=f"解压后超过{MAX_INFLATED >> 20} MiB",
    en=f"it inflates to more than {MAX_INFLATED >> 20} MiB",
)
_PATH = Message(
    zh="压缩包里不能有这样的路径：绝对路径、“..”、反斜杠或特殊字符",
    en="no such path in a pack: absolute, with “..”, a backslash or a special character",
)
_LINK = Message(
    zh="压缩包里不能有链接或特殊文件", en="a link or special file has no place in a pack"
)
_TWICE = Message(zh="压缩包里有两个同名的文件", en="this file comes twice in the archive")
_LOCKED = Message(zh="文件加了密", en="the file is encrypted")
_METHOD = Message(zh="压缩方法不支持", en="the compression method is not supported")
_NO_PACK = Message(
    zh="里面没有规则包：pack.yaml 应在最上层，或在唯一一层文件夹里",
    en="there is no pack in it: pack.yaml belongs at the top, or in one folder",
)
_MANY = Message(zh="里面不止一个规则包：{names}", en="there is more than one pack in it: {names}")


def unpack(path: Path) -> Path:
    """Unpack the one pack in the zip file at `path`, and return its folder.

    The pack is at the top of the archive or in a folder there; hidden files are left out. Raises
    PackFault, which names the archive and the file in it.
    """
    try:
        status = path.stat()
        version = status.st_mtime_ns, status.st_ctime_ns, status.st_ino
        return _unpacked(path.resolve(), version, status.st_size)
    except OSError as error:
        raise _fault(path.name, _ABSENT(why=error.strerror)) from error


@lru_cache(maxsize=64)
def _unpacked(path: Path, _version: tuple[int, ...], size: int) -> Path:
    if size > MAX_ARCHIVE:
        raise _fault(path.name, _LARGE)
    try:
        with zipfile.ZipFile(path) as archive:
            files = _files(archive, path.name)
            top = _top(files, path.name)
            root = Path(tempfile.mkdtemp(prefix="docxlint-"))
            atexit.register(_remove, root, os.getpid())
            # The name of the archive stays in the path, for the faults.
            root /= f"{path.stem}.zip"
            left = MAX_INFLATED
            for name, info in files.items():
                parts = PurePosixPath(name).parts
                if parts[: len(top)] == top and not any(part.startswith(".") for part in parts):
                    left -= _write(archive, info, root.joinpath(*parts), left, path.name)
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError) as error:
        raise _fault(path.name, _NO_ARCHIVE(why=error)) from error
    return root.joinpath(*top)


def _remove(root: Path, process: int) -> None:
    """Remove `root`, unless it belongs to another process."""
    if os.getpid() == process:
        shutil.rmtree(root, ignore_errors=True)


def _files(archive: zipfile.ZipFile, archive_name: str) -> dict[str, zipfile.ZipInfo]:
    """The files of the archive by path; all are checked before one is written."""
    entries = archive.infolist()
    if len(entries) > MAX_ENTRIES:
        raise _fault(archive_name, _ENTRIES)
    files: dict[str, zipfile.ZipInfo] = {}
    seen: set[str] = set()
    for info in entries:
        name = info.orig_filename.removesuffix("/")
        where = f"{archive_name}/{name}"
        if not all(_PART.fullmatch(part) for part in name.split("/")):
            raise _fault(where, _PATH)
        kind = stat.S_IFMT(info.external_attr >> 16)
        if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
            raise _fault(where, _LINK)
        if info.is_dir():
            continue
        if name.casefold() in seen:
            raise _fault(where, _TWICE)
        seen.add(name.casefold())
        if info.flag_bits & 1:
            raise _fault(where, _LOCKED)
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise _fault(where, _METHOD)
        files[name] = info
    return files


def _top(files: dict[str, zipfile.ZipInfo], archive_name: str) -> tuple[str, ...]:
    """The path from the top of the archive to the pack: empty, or one folder."""
    folders = sorted(
        PurePosixPath(name).parts[:-1]
        for name in files
        if name.rpartition("/")[2] == "pack.yaml" and name.count("/") < 2
    )
    if not folders:
        raise _fault(archive_name, _NO_PACK)
    if len(folders) > 1:
        raise _fault(archive_name, _MANY(names=", ".join("/".join(top) or "." for top in folders)))
    return folders[0]


def _write(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, target: Path, left: int, archive_name: str
) -> int:
    """Write one file of at most `left` bytes, and return its size. The size that the archive
    declares is not trusted.
    """
    where = f"{archive_name}/{info.orig_filename}"
    written = 0
    target.parent.mkdir(parents=True, exist_ok=True)
    with archive.open(info) as packed, target.open("xb") as out:
        while chunk := packed.read(_CHUNK):
            written += len(chunk)
            if written > MAX_BYTES:
                raise _fault(where, _FILE_LARGE)
            if written > left:
                raise _fault(where, _INFLATED)
            out.write(chunk)
    return written


def _fault(file: str, message: Message) -> PackFault:
    return PackFault([SourceFault(file, 1, 1, message)])
