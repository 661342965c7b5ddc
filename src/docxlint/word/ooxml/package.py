"""The package of a document: a zip archive whose parts refer to each other (Part 2)."""

from __future__ import annotations

import io
import posixpath
import re
import struct
import zipfile
import zlib
from urllib.parse import unquote

import msgspec
from lxml import etree

from docxlint.word.ooxml import sniff
from docxlint.word.ooxml.content_types import ContentTypes
from docxlint.word.ooxml.limits import Limits
from docxlint.word.ooxml.unreadable import Code, Unreadable
from docxlint.word.ooxml.xml import parse

_DRIVE = re.compile(r"[A-Za-z]:")
_TYPES = "[Content_Types].xml"
_RELATIONSHIPS = "_rels/.rels"
_MAIN_TYPE = re.compile(
    r"application/vnd\.(openxmlformats-officedocument\.wordprocessingml|ms-word)"
    r"\.(document|template)(\.macroEnabledTemplate|\.macroEnabled|\.macroEnabledDocument)?"
    r"\.main\+xml",
    re.IGNORECASE,
)
_OTHER_PROGRAM = re.compile(r"spreadsheet|excel|presentation|powerpoint|visio", re.IGNORECASE)
# zipfile and zlib raise EOFError and struct.error for truncated entries.
_ZIP_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OSError,
    ValueError,
    struct.error,
)


class Relationship(msgspec.Struct, frozen=True):
    """One internal relationship: its id, the last step of its type, the name of its target."""

    id: str
    kind: str
    target: str


class Package:
    """The parts of one archive, inflated on demand within the limits.

    With `keep_parts`, each part is inflated and parsed at most once: its bytes and its tree are
    kept for the next caller. Nobody may change a tree. Without it, nothing is kept.
    """

    def __init__(self, source: bytes, limits: Limits, *, keep_parts: bool = False) -> None:
        """Raises Unreadable unless `source` is a sound zip archive within the limits."""
        if len(source) > limits.source:
            raise Unreadable(Code.TOO_LARGE, limit=limits.source)
        if not source.startswith(b"PK"):
            raise Unreadable(sniff.not_a_zip(source))
        # The count in the directory may be wrong, but each record has a signature.
        if source.count(b"PK\x01\x02") > limits.entries:
            raise Unreadable(Code.TOO_MANY_ENTRIES, limit=limits.entries)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(source))
        except _ZIP_FAULTS as error:
            raise Unreadable(Code.DAMAGED) from error
        self.limits = limits
        self._keep_parts = keep_parts
        self._bytes: dict[str, bytes] = {}
        self._trees: dict[str, etree._Element] = {}
        self._relationships: dict[str, tuple[Relationship, ...]] = {}
        self._spent = 0
        self._entries = _checked(self._zip.infolist())

    def part(self, name: str) -> str | None:
        """Return the name of a part as the archive spells it, None where it is missing.

        Names are compared without case, and have "/" where the archive has a backslash.
        """
        entry = self._entries.get(name.lower())
        return entry_name(entry) if entry else None

    def read(self, name: str) -> bytes:
        """Return the bytes of the part `name`, which must exist. Raise Unreadable at a limit."""
        if name in self._bytes:
            return self._bytes[name]
        entry = self._entries[name.lower()]
        if entry.flag_bits & 1:
            raise Unreadable(Code.ENCRYPTED_PART, part=name)
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise Unreadable(Code.DAMAGED_PART, part=name)
        budget = min(self.limits.part, self.limits.inflated - self._spent)
        try:
            with self._zip.open(entry) as stream:
                data = stream.read(budget + 1)
        except _ZIP_FAULTS as error:
            raise Unreadable(Code.DAMAGED_PART, part=name) from error
        if len(data) > budget:
            raise Unreadable(Code.INFLATES, limit=budget)
        self._spent += len(data)
        if self._keep_parts:
            self._bytes[name] = data
        return data

    def tree(self, name: str) -> etree._Element:
        """The root of the part `name`, which must be there. Raises Unreadable as `parse` does."""
        if name in self._trees:
            return self._trees[name]
        root = parse(self.read(name), name, self.limits)
        if self._keep_parts:
            self._trees[name] = root
        return root

    def relationships(self, source: str) -> tuple[Relationship, ...]:
        """Return the internal relationships of the part `source` ("" for the package), in order.

        Targets that are missing in the archive are left out (ECMA-376 Part 2, 9.3).
        """
        if source not in self._relationships:
            self._relationships[source] = self._read_relationships(source)
        return self._relationships[source]

    def _read_relationships(self, source: str) -> tuple[Relationship, ...]:
        folder = posixpath.dirname(source)
        rels = self._relationships_part(source)
        if rels is None:
            return ()
        internal: list[Relationship] = []
        for element in self.tree(rels):
            target = element.get("Target")
            if target is None or element.get("TargetMode") == "External":
                continue
            path = unquote(target.partition("#")[0]).replace("\\", "/")
            part = self.part(posixpath.normpath(posixpath.join("/", folder, path)).lstrip("/"))
            if part is not None:
                kind = (element.get("Type") or "").rpartition("/")[2]
                internal.append(Relationship(element.get("Id") or "", kind, part))
        return tuple(internal)

    def relationship_ids(self, source: str) -> set[str]:
        """The ids of all relationships of the part `source`, internal and external ones."""
        rels = self._relationships_part(source)
        return set() if rels is None else {e.get("Id") or "" for e in self.tree(rels)}

    def _relationships_part(self, source: str) -> str | None:
        folder, name = posixpath.split(source)
        return self.part(posixpath.join(folder, "_rels", f"{name}.rels"))

    def main(self) -> str:
        """Return the name of the main document part.

        Raise Unreadable for a package that Word does not open: without content types or
        relationships, with a main part in another file, or of another type (Part 2, 9.2 and 9.3;
        Part 1, 11.3.10).
        """
        known = [name for name in (_TYPES, _RELATIONSHIPS) if self.part(name) is not None]
        if not known:
            raise Unreadable(sniff.archive(self._entries, self._mimetype()))
        for name in (_TYPES, _RELATIONSHIPS):
            if name not in known:
                raise Unreadable(Code.MISSING_PART, part=name)
        part = self._main_target()
        declared = self.content_types().type_of(part) or ""
        if _OTHER_PROGRAM.search(declared):
            raise Unreadable(Code.NOT_WORD)
        if not _MAIN_TYPE.fullmatch(declared):
            raise Unreadable(Code.NO_TYPE, part=part)
        return part

    def content_types(self) -> ContentTypes:
        """The content types of the parts. Raises Unreadable if they cannot be read."""
        part = self.part(_TYPES)
        if part is None:
            raise Unreadable(Code.MISSING_PART, part=_TYPES)
        return ContentTypes(self.tree(part))

    def _main_target(self) -> str:
        for relationship in self.relationships(""):
            if relationship.kind == "officeDocument":
                return relationship.target
        raise Unreadable(Code.NO_DOCUMENT)

    def _mimetype(self) -> bytes:
        """The content of the entry that names the format of OpenDocument files, b"" if none."""
        return self.read("mimetype") if "mimetype" in self._entries else b""


def entry_name(entry: zipfile.ZipInfo) -> str:
    """The name of an archive's entry, with "/" for each backslash.

    Some programs write backslashes, which Word takes for "/".
    """
    return entry.filename.replace("\\", "/")


def _checked(entries: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
    """Return the files by lower-case name. Raise Unreadable for an unsafe or a second name."""
    files: dict[str, zipfile.ZipInfo] = {}
    for entry in entries:
        # zipfile cuts names at a NUL and changes separators; the stored name must be safe.
        name = entry.orig_filename.replace("\\", "/")
        if "\0" in name or name.startswith("/") or _DRIVE.match(name) or ".." in name.split("/"):
            raise Unreadable(Code.UNSAFE_NAME, part=name)
        if name.endswith("/"):
            continue
        if name.lower() in files:
            raise Unreadable(Code.DUPLICATE_NAME, part=name)
        files[name.lower()] = entry
    return files
