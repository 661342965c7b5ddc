"""What a package says of a part that is added: a relationship to it, and its type."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import quote, unquote
from xml.sax.saxutils import quoteattr

from docxlint.core.message import Message
from docxlint.word.edit.copy_faults import NoCopy
from docxlint.word.edit.part import Part
from docxlint.word.ooxml.names import PREFIXES
from docxlint.word.ooxml.package import Package
from docxlint.word.ooxml.unreadable import printable

_ESCAPED = Message(
    zh="文档的部件 {part} 名称写法特殊，读不到",
    en="the document's part {part} is not read: its name is escaped",
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
STRICT = "http://purl.oclc.org/ooxml/"
_RELS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
_TYPES = "[Content_Types].xml"
_TYPES_URI = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELS_URI = "http://schemas.openxmlformats.org/package/2006/relationships"
# What stays as it is in the name of a part (RFC 3986, pchar), be it escaped already.
_PLAIN = "/-._~!$&'()*+,;=:@%"
_NAME = re.compile(r"(?:[^\x00-\x1f<>\"|?*:\\/]+/)*[^\x00-\x1f<>\"|?*:\\/]+\.xml", re.IGNORECASE)


def added(package: Package, main: Part, kind: str, content: str) -> tuple[str, dict[str, bytes]]:
    """A name for a part of the type `content` to which `main` refers as `kind`, and the parts
    that are new or other where the package has it.

    The name is one that `main` refers to already, if that is of `kind` and not there.
    """
    folder, file = posixpath.split(main.name)
    types = _part(package, _TYPES)
    known = {} if types is None else _known(types)
    rels = posixpath.join(folder, "_rels", f"{file}.rels")
    related = _part(package, rels)
    name = None if related is None else _lost(package, related, folder, kind)
    parts: dict[str, bytes] = {}
    if name is None or known.get(name.lower(), content) != content:
        name = _free(package, known, posixpath.join(folder, kind), content)
        new = related or Part(f'{HEAD}<Relationships xmlns="{_RELS_URI}"/>'.encode(), rels)
        uri = f"{STRICT}officeDocument/relationships" if main.strict else PREFIXES["r"]
        parts[new.name] = _referring(new, f"{uri}/{kind}", posixpath.basename(name))
    if types is not None:
        said = "" if related is not None else _relating(types)
        said += "" if name.lower() in known else _typed(types, main.name, name, content)
        types.append(types.root, said.encode())
        parts[types.name] = types.data()
    return name, parts


def _part(package: Package, name: str) -> Part | None:
    """The part `name`, None where there is none."""
    known = package.part(name)
    return None if known is None else Part(package.read(known), known)


def _known(types: Part) -> dict[str, str]:
    """The types of parts that are given for them alone, by their names in lower case."""
    return {
        name: element.get("ContentType") or ""
        for element in types.root
        if element.get("PartName") is not None
        for name in _names(element.get("PartName") or "")
    }


def _names(part: str) -> tuple[str, str]:
    """The names, in lower case, by which an archive may have the part of this name."""
    return part.lstrip("/").lower(), unquote(part).lstrip("/").lower()


def _lost(package: Package, related: Part, folder: str, kind: str) -> str | None:
    """The first part that is referred to as `kind` and not there; NoCopy for one that is there but
    under a name that the reader does not find.
    """
    for element in related.root:
        target, type_ = element.get("Target") or "", element.get("Type") or ""
        if element.get("TargetMode") == "External" or type_.rpartition("/")[2] != kind:
            continue
        path = posixpath.join("/", folder, target.partition("#")[0])
        escaped, name = (posixpath.normpath(each).lstrip("/") for each in (path, unquote(path)))
        if package.part(escaped) is not None and package.part(name) is None:
            raise NoCopy(_ESCAPED(part=printable(escaped)))
        if package.part(name) is None and _NAME.fullmatch(name):
            return name
    return None


def _free(package: Package, known: dict[str, str], stem: str, content: str) -> str:
    """The first name of a part that is not there, and not said to be of another type."""
    number = 0
    while True:
        name = f"{stem}{number or ''}.xml"
        if package.part(name) is None and known.get(name.lower(), content) == content:
            return name
        number += 1


def _referring(related: Part, kind: str, target: str) -> bytes:
    """The relationships with one more."""
    used = {element.get("Id") for element in related.root}
    number = 1
    while f"rId{number}" in used:
        number += 1
    prefix, declared = _spelled(related, _RELS_URI)
    said = f'<{prefix}Relationship{declared} Id="rId{number}" Type="{kind}" Target="{target}"/>'
    related.append(related.root, said.encode())
    return related.data()


def _typed(types: Part, main: str, name: str, content: str) -> str:
    """What says that the part `name` is of the type `content`, to stand in `types`."""
    spelled = quote(f"/{name}", safe=_PLAIN)
    if posixpath.dirname(name) == posixpath.dirname(main):
        # The folder is written as it is where the main part's type is given.
        for element in types.root:
            part = element.get("PartName") or ""
            if main.lower() in _names(part):
                file = quote(posixpath.basename(name), safe=_PLAIN)
                spelled = posixpath.join(posixpath.dirname(part), file)
    prefix, declared = _spelled(types, _TYPES_URI)
    said = f"PartName={quoteattr(spelled)} ContentType={quoteattr(content)}"
    return f"<{prefix}Override{declared} {said}/>"


def _relating(types: Part) -> str:
    """What says that parts of relationships are such, to stand in `types`; "" if that does."""
    if "rels" in {(element.get("Extension") or "").lower() for element in types.root}:
        return ""
    prefix, declared = _spelled(types, _TYPES_URI)
    return f'<{prefix}Default{declared} Extension="rels" ContentType="{_RELS_TYPE}"/>'


def _spelled(part: Part, uri: str) -> tuple[str, str]:
    """How an element of `uri` is written in the root of `part`: prefix and declaration."""
    for prefix, known in part.root.nsmap.items():
        if known == uri:
            return (f"{prefix}:" if prefix else ""), ""
    return "", f' xmlns="{uri}"'
