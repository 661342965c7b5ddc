"""Rules of the schema for comments and tracked changes (ECMA-376 Part 1, 17.13.4, 17.13.5, A.1).

These are quick checks for every copy: nesting, order, ids, and the entries of the package for the
comments part. test_copies_against_the_schema.py checks the complete schema for some copies, where
the validator is installed.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections import Counter
from collections.abc import Iterator

from lxml import etree

_HOLDERS = {"p", "hyperlink", "smartTag", "customXml", "dir", "bdo", "ins", "moveTo"}
_MARKS = ("commentRangeStart", "commentRangeEnd", "commentReference")
_DELETED = {"rPr", "delText", "tab", "br", "cr", "noBreakHyphen", "sym"}
_COMMENTS = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


def unsound(data: bytes) -> Iterator[str]:
    """Describe each fault in the comments and tracked changes by docxlint in a document."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert len(set(names)) == len(names)
        files = {name: archive.read(name) for name in names}
    roots = {n: etree.fromstring(d) for n, d in files.items() if n.endswith((".xml", ".rels"))}
    main = next(name for name, root in roots.items() if _local(root) == "document")
    yield from _order(roots[main])
    yield from _changes(roots[main])
    yield from _comments(roots, main)


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _attribute(element: etree._Element, name: str) -> str | None:
    return next(
        (str(v) for k, v in element.attrib.items() if etree.QName(k).localname == name), None
    )


def _order(root: etree._Element) -> Iterator[str]:
    for element in root.iter():
        kids = [_local(child) for child in element if _local(child)]
        if _local(element) in ("p", "r") and {"pPr", "rPr"} & set(kids[1:]):
            yield f"the properties are not first in {_local(element)}: {kids}"
        if _local(element) in ("commentRangeStart", "commentRangeEnd"):
            holder = element.getparent()
            if holder is None or _local(holder) not in _HOLDERS:
                yield f"a mark of a range is in {holder}"
        if _local(element) == "r" and any(kid in ("r", "del", "ins", "p") for kid in kids):
            yield f"a run holds {kids}"


def _changes(root: etree._Element) -> Iterator[str]:
    ids: Counter[str | None] = Counter()
    for change in root.iter():
        kind = _local(change)
        if kind not in ("ins", "del") or _attribute(change, "author") != "docxlint":
            continue
        ids[_attribute(change, "id")] += 1
        holder = change.getparent()
        if holder is None or _local(holder) not in _HOLDERS - {"ins", "moveTo"}:
            yield f"{kind} is in {holder}"
        if [_local(child) for child in change] != ["r"]:
            yield f"{kind} holds {[_local(child) for child in change]}"
        content = {_local(e) for e in change[0]}
        if not content <= (_DELETED if kind == "del" else {"rPr", "t"}):
            yield f"{kind} holds {content}"
    others = {_attribute(e, "id") for e in root.iter() if _attribute(e, "author") != "docxlint"}
    for name, count in ids.items():
        if count > 1 or name in others - {None} or not str(name).isdecimal():
            yield f"the id {name} is used {count} times, or by another author"


def _comments(roots: dict[str, etree._Element], main: str) -> Iterator[str]:
    folder, file = posixpath.split(main)
    related = list(roots[f"{folder}/_rels/{file}.rels"])
    if len({e.get("Id") for e in related}) != len(related):
        yield "two relationships have the same id"
    comments = [e for e in related if str(e.get("Type")).endswith("/comments")]
    marks: dict[str, list[str]] = {}
    for element in roots[main].iter():
        if _local(element) in _MARKS:
            marks.setdefault(str(_attribute(element, "id")), []).append(_local(element))
    if not comments:
        return
    (relationship,) = comments
    if (
        str(relationship.get("Type")).partition("/officeDocument")[0]
        != str(
            next(
                e.get("Type")
                for e in roots["_rels/.rels"]
                if "officeDocument" in str(e.get("Type"))
            )
        ).partition("/officeDocument")[0]
    ):
        yield "the relationship and the document differ in conformance (Strict or Transitional)"
    name = posixpath.normpath(posixpath.join("/", folder, str(relationship.get("Target"))))
    types = [
        e.get("ContentType") for e in roots["[Content_Types].xml"] if e.get("PartName") == name
    ]
    if types != [_COMMENTS]:
        yield f"{name} is declared as {types}"
    part = roots[name[1:]]
    if etree.QName(part).namespace != etree.QName(roots[main]).namespace:
        yield "comments and document have different namespaces"
    known = Counter(_attribute(comment, "id") for comment in part)
    for comment in part:
        if _attribute(comment, "author") == "docxlint":
            actual = marks.get(str(_attribute(comment, "id")))
            if actual != list(_MARKS) or known[_attribute(comment, "id")] != 1:
                yield f"the comment {_attribute(comment, 'id')} has the marks {actual}"
