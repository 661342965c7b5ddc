"""Adding a part to a package: its name, the relationship to it, and its content type."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import quote, unquote
from xml.sax.saxutils import quoteattr

from docxlint.word.edit.copy_error import CannotCopy, CopyProblem
from docxlint.word.edit.indexed_part import IndexedPart
from docxlint.word.edit.part_edits import PartEdits
from docxlint.word.ooxml.names import PREFIXES
from docxlint.word.ooxml.package import Package
from docxlint.word.ooxml.unreadable import printable

XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
STRICT = "http://purl.oclc.org/ooxml/"
_RELS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
_TYPES = "[Content_Types].xml"
_TYPES_URI = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELS_URI = "http://schemas.openxmlformats.org/package/2006/relationships"
# Characters that stay in a part name (RFC 3986, pchar), including the mark of an escape.
_UNESCAPED = "/-._~!$&'()*+,;=:@%"
_NAME = re.compile(r"(?:[^\x00-\x1f<>\"|?*:\\/]+/)*[^\x00-\x1f<>\"|?*:\\/]+\.xml", re.IGNORECASE)


def add_part(
    package: Package, main: IndexedPart, kind: str, content_type: str
) -> tuple[str, dict[str, bytes]]:
    """Prepare a new part of `content_type` to which `main` has a relationship of `kind`.

    Returns the name of the part, and the other parts of the package that are new or change for
    it. If `main` already refers to a part of `kind` that is missing, the new part gets its name.
    Raises CannotCopy if that part is only found under an escaped name.
    """
    folder, file = posixpath.split(main.name)
    types = _index(package, _TYPES)
    declared = {} if types is None else _declared_types(types)
    rels_name = posixpath.join(folder, "_rels", f"{file}.rels")
    rels = _index(package, rels_name)
    name = None if rels is None else _missing_target(package, rels, folder, kind)
    parts: dict[str, bytes] = {}
    if name is None or declared.get(name.lower(), content_type) != content_type:
        name = _free_name(package, declared, posixpath.join(folder, kind), content_type)
        empty = f'{XML_DECLARATION}<Relationships xmlns="{_RELS_URI}"/>'.encode()
        old = rels or IndexedPart.from_bytes(rels_name, empty)
        uri = f"{STRICT}officeDocument/relationships" if main.is_strict else PREFIXES["r"]
        parts[old.name] = _add_relationship(old, f"{uri}/{kind}", posixpath.basename(name))
    if types is not None:
        text = "" if rels is not None else _rels_default(types)
        if name.lower() not in declared:
            text += _override(types, main.name, name, content_type)
        edits = PartEdits(types)
        edits.append(types.root, text.encode())
        parts[types.name] = edits.data()
    return name, parts


def _index(package: Package, name: str) -> IndexedPart | None:
    """The part `name`, or None."""
    stored = package.part(name)
    return None if stored is None else IndexedPart.from_package(package, stored)


def _declared_types(types: IndexedPart) -> dict[str, str]:
    """The content types of single parts, by the part's name in lower case."""
    return {
        name: element.get("ContentType") or ""
        for element in types.root
        if element.get("PartName") is not None
        for name in _archive_names(element.get("PartName") or "")
    }


def _archive_names(part: str) -> tuple[str, str]:
    """The names, in lower case, that the archive may use for the part name `part`."""
    return part.lstrip("/").lower(), unquote(part).lstrip("/").lower()


def _missing_target(package: Package, rels: IndexedPart, folder: str, kind: str) -> str | None:
    """The first target of a relationship of `kind` that the package does not have, or None.

    Raises CannotCopy for a target that the archive has only under its escaped name, because the
    reader does not find it.
    """
    for element in rels.root:
        target, type_ = element.get("Target") or "", element.get("Type") or ""
        if element.get("TargetMode") == "External" or type_.rpartition("/")[2] != kind:
            continue
        path = posixpath.join("/", folder, target.partition("#")[0])
        escaped, name = (posixpath.normpath(each).lstrip("/") for each in (path, unquote(path)))
        if package.part(escaped) is not None and package.part(name) is None:
            raise CannotCopy(CopyProblem.ESCAPED_NAME, part=printable(escaped))
        if package.part(name) is None and _NAME.fullmatch(name):
            return name
    return None


def _free_name(package: Package, declared: dict[str, str], stem: str, content_type: str) -> str:
    """The first part name that is not in use and not declared to have another type."""
    number = 0
    while True:
        name = f"{stem}{number or ''}.xml"
        if package.part(name) is None and declared.get(name.lower(), content_type) == content_type:
            return name
        number += 1


def _add_relationship(rels: IndexedPart, type_: str, target: str) -> bytes:
    """The relationships part `rels` with a relationship to `target`."""
    used = {element.get("Id") for element in rels.root}
    number = 1
    while f"rId{number}" in used:
        number += 1
    prefix, declared = _prefix_for(rels, _RELS_URI)
    text = f'<{prefix}Relationship{declared} Id="rId{number}" Type="{type_}" Target="{target}"/>'
    edits = PartEdits(rels)
    edits.append(rels.root, text.encode())
    return edits.data()


def _override(types: IndexedPart, main: str, name: str, content_type: str) -> str:
    """The element of `types` that gives the part `name` its type."""
    part_name = quote(f"/{name}", safe=_UNESCAPED)
    if posixpath.dirname(name) == posixpath.dirname(main):
        # Write the folder as in the entry for the main part.
        for element in types.root:
            known = element.get("PartName") or ""
            if main.lower() in _archive_names(known):
                file = quote(posixpath.basename(name), safe=_UNESCAPED)
                part_name = posixpath.join(posixpath.dirname(known), file)
    prefix, declared = _prefix_for(types, _TYPES_URI)
    attributes = f"PartName={quoteattr(part_name)} ContentType={quoteattr(content_type)}"
    return f"<{prefix}Override{declared} {attributes}/>"


def _rels_default(types: IndexedPart) -> str:
    """The element of `types` for relationship parts; "" if `types` has one."""
    if "rels" in {(element.get("Extension") or "").lower() for element in types.root}:
        return ""
    prefix, declared = _prefix_for(types, _TYPES_URI)
    return f'<{prefix}Default{declared} Extension="rels" ContentType="{_RELS_TYPE}"/>'


def _prefix_for(part: IndexedPart, uri: str) -> tuple[str, str]:
    """The prefix, with its colon, and the declaration for a child of the root in `uri`."""
    for prefix, known in part.root.nsmap.items():
        if known == uri:
            return (f"{prefix}:" if prefix else ""), ""
    return "", f' xmlns="{uri}"'
