"""Variants that write the package and its XML differently."""

from __future__ import annotations

import posixpath
import re

from lxml import etree

from docxlint.word.ooxml.names import w

from .inline import JUNK
from .word import OFFICE, Word, el, run, runs

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OVERRIDE = f"{{{_PACKAGE}/content-types}}Override"
_RELATIONSHIP = f"{{{_PACKAGE}/relationships}}Relationship"
_STRICT = "http://purl.oclc.org/ooxml/"


def strict(word: Word) -> None:
    """Strict Office Open XML: its namespaces, its relationship types, its conformance."""
    word.root.set(w("conformance"), "strict")
    word.settle()
    transitional = re.compile(
        rb"http://schemas\.openxmlformats\.org/(wordprocessingml|officeDocument|drawingml)/2006/"
    )
    for name, data in word.files.items():
        if name.endswith((".xml", ".rels")):
            word.files[name] = transitional.sub(_STRICT.encode() + rb"\1/", data)


def macro_enabled(word: Word) -> None:
    """A .docm: another content type, and macros beside the document."""
    _typed(word, "application/vnd.ms-word.document.macroEnabled.main+xml")
    word.files["word/vbaProject.bin"] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def template(word: Word) -> None:
    """A .dotx: the content type of a template."""
    base = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    _typed(word, f"{base}.template.main+xml")


def _typed(word: Word, content_type: str) -> None:
    (entry,) = (e for e in word.tree("[Content_Types].xml") if e.get("PartName") == f"/{word.main}")
    entry.set("ContentType", content_type)


def as_wps_office_writes(word: Word) -> None:
    """WPS Office: other part names, numeric style ids, no docProps, no widths of columns."""
    ids = {}
    for n, style in enumerate(word.tree(word.beside("styles")).iter(w("style"))):
        ids[style.get(w("styleId"))] = str(n + 1)
        style.set(w("styleId"), str(n + 1))
    for name in ("styles", "numbering"):
        _rename(word.tree(word.beside(name)), ids)
    _rename(word.root, ids)
    for grid in list(word.body.iter(w("tblGrid"))):
        grid.getparent().remove(grid)  # type: ignore[union-attr]
    names = {word.main: "wps/正文.xml", word.beside("styles"): "wps/sub/s.xml"}
    word.settle()
    word.files = {n: d for n, d in word.files.items() if not n.startswith("docProps/")}
    folder, name = posixpath.split(word.main)
    own = f"{folder}/_rels/{name}.rels"
    for old, new in names.items():
        word.files[new] = word.files.pop(old)
        _redirect(word, "[Content_Types].xml", "PartName", f"/{old}", f"/{new}")
    _redirect(word, "_rels/.rels", "Target", word.main, "wps/正文.xml")
    for entry in word.tree(own):
        target = f"{folder}/{entry.get('Target')}"
        entry.set("Target", f"/{names.get(target, posixpath.normpath(target))}")
    word.settle()
    word.files["wps/_rels/正文.xml.rels"] = word.files.pop(own)
    word.main = "wps/正文.xml"
    word.folders = True


def _rename(root: etree._Element, ids: dict[str | None, str]) -> None:
    for element in root.iter(*(w(n) for n in (
        "pStyle", "rStyle", "tblStyle", "basedOn", "next", "link", "numStyleLink", "styleLink"
    ))):  # fmt: skip
        element.set(w("val"), ids.get(element.get(w("val")), "999"))


def _redirect(word: Word, part: str, attribute: str, old: str, new: str) -> None:
    for entry in word.tree(part):
        if entry.get(attribute) == old:
            entry.set(attribute, new)


def stories_beside(word: Word) -> None:
    """Add a header and a footnote with text that is not part of the report."""
    base = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    notes = el("footnotes", el("footnote", el("p", run(JUNK)), id="2"))
    header = el("hdr", el("p", run("2022年政府信息公开工作年度报告")))
    for kind, part in (("footnotes", notes), ("header", header)):
        word.files[f"word/{kind}9.xml"] = etree.tostring(part)
        entry = etree.SubElement(word.tree("[Content_Types].xml"), _OVERRIDE)
        entry.set("PartName", f"/word/{kind}9.xml")
        entry.set("ContentType", f"{base}.{kind}+xml")
        related = etree.SubElement(word.tree("word/_rels/document.xml.rels"), _RELATIONSHIP)
        for name, value in ("Id", kind), ("Type", f"{OFFICE}/{kind}"), ("Target", f"{kind}9.xml"):
            related.set(name, value)
    for _, old in runs(word):
        old.append(el("footnoteReference", id="2"))
    reference = el("headerReference", type="default")
    reference.set(f"{{{OFFICE}}}id", "header")
    word.body[-1].insert(0, reference)


def noise(word: Word) -> None:
    """Add revision ids, preserved blanks, comments and processing instructions to the XML, and
    line breaks between the elements.
    """
    for n, element in enumerate(word.body.iter(w("p"), w("r"), w("tr"), w("t"))):
        if element.tag == w("t"):
            element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            continue
        element.set(w("rsidR"), f"{n:08X}")
        element.set(w("rsidRDefault"), "00A77427")
        element.insert(0, etree.Comment(" 甲,乙 "))
        element.append(etree.ProcessingInstruction("甲", "乙,丙"))
    for element in word.body.iter(w("p"), w("tbl"), w("tr"), w("tc"), w("r"), w("pPr")):
        element.tail = "\n   "


def other_prefixes(word: Word) -> None:
    """Use another prefix for WordprocessingML, and UTF-16 for the part."""
    word.settle()
    text = word.files[word.main].decode()
    text = re.sub(r"(</?|\s)w:", r"\1正:", text).replace("xmlns:w=", "xmlns:正=")
    text = text.replace("UTF-8", "UTF-16", 1)
    word.files[word.main] = text.encode("utf-16")
