"""Variants that wrap, delete, join and move paragraphs, tables, rows and cells."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy

from lxml import etree

from docxlint.word.ooxml.names import PREFIXES, mc, w

from .inline import JUNK, alternatives, choice
from .word import Word, control, el, replace, run, wrap

BY = {"id": "9", "author": "张三", "date": "2024-01-10T08:00:00Z"}


def each(word: Word, *names: str) -> list[etree._Element]:
    """The elements of the body with these names, outer before inner."""
    return list(word.body.iter(*(w(name) for name in names)))


def controls_round_blocks(word: Word) -> None:
    """Put paragraphs, tables, rows and cells in content controls, tables and rows in two each."""
    _wrap_all(word, control, "p", "tbl", "tr", "tc")
    _wrap_all(word, control, "tbl", "tr")


def custom_xml_round_blocks(word: Word) -> None:
    """Put paragraphs, tables, rows and cells in customXml."""
    _wrap_all(
        word, lambda: el("customXml", el("customXmlPr"), element="段"), "p", "tbl", "tr", "tc"
    )


def alternatives_of_blocks(word: Word) -> None:
    """Make every paragraph and table one of two alternatives with the same content."""
    for old in each(word, "tbl", "p"):
        visible, fallback = choice(), etree.Element(mc("Fallback"))
        fallback.append(deepcopy(old))
        wrap(old, alternatives(visible, fallback), visible)


def _wrap_all(word: Word, new_wrapper: Callable[[], etree._Element], *names: str) -> None:
    for old in each(word, *names):
        outer = new_wrapper()
        wrap(old, outer, outer.find(w("sdtContent")))


def deleted_blocks_between(word: Word) -> None:
    """Add deleted and moved paragraphs, deleted rows and deleted cells between the others."""
    for n, old in enumerate(each(word, "p")):
        removal = "del" if n % 2 else "moveFrom"
        text = el(removal, run(JUNK, tag="delText" if n % 2 else "t"), **BY)
        replace(old, el("p", el("pPr", el("rPr", el(removal, **BY))), text), old)
    for row in each(word, "tr"):
        away = deepcopy(row)
        for merge in list(away.iter(w("vMerge"))):
            merge.getparent().remove(merge)  # type: ignore[union-attr]
        away.insert(0, el("trPr", el("del", **BY)))
        replace(row, away, row)
        cell = el("tc", el("tcPr", el("cellDel", **BY)), el("p", run(JUNK)))
        row.append(cell)


def halves_joined_by_deleted_marks(word: Word) -> None:
    """Split every paragraph in two and delete the mark of the first."""
    for old in each(word, "p"):
        texts = list(old.iter(w("t")))
        if not texts or len(texts[0].text or "") < 2:
            continue
        text = texts[0].text or ""
        first = el("p", el("pPr", el("rPr", el("del", **BY))), run(text[:1]))
        texts[0].text = text[1:]
        replace(old, first, old)


def sections(word: Word) -> None:
    """Put every table with its heading in a landscape section of its own, the content before the
    first table in another section, and the content after the last in two columns.
    """
    upright, across = {"w": "11906", "h": "16838"}, {"w": "16838", "h": "11906"}

    def section(*more: etree._Element, **size: str) -> etree._Element:
        margins = dict.fromkeys(("top", "right", "bottom", "left"), "1440")
        margins |= {"header": "720", "footer": "720", "gutter": "0"}
        return el("sectPr", el("pgSz", **size), el("pgMar", **margins), *more)

    def broken(section: etree._Element) -> etree._Element:
        return el("p", el("pPr", section))

    tables = [element for element in word.body if element.tag == w("tbl")]
    heading = tables[0].getprevious()
    assert heading is not None
    heading.addprevious(broken(section(**upright)))
    for table in tables:
        table.addnext(broken(section(el("titlePg"), **across, orient="landscape")))
    last = section(el("cols", num="2", space="425"), **upright)
    last.insert(0, el("type", val="continuous"))
    replace(word.body[-1], last)


def signature_in_a_text_box(word: Word) -> None:
    """Put the last two lines in a text box that is anchored in the paragraph before them, in
    DrawingML and, for older programs, in VML too.
    """
    anchor, organ, date = [e for e in word.body if e.tag == w("p")][-3:]
    content = el("txbxContent")
    content.extend([organ, date])
    older = etree.Element(f"{{{PREFIXES['v']}}}textbox")
    older.append(deepcopy(content))
    shape = etree.Element(f"{{{PREFIXES['v']}}}shape")
    shape.append(older)
    fallback = etree.Element(mc("Fallback"))
    fallback.append(el("pict", shape))
    box = etree.Element(f"{{{PREFIXES['wps']}}}txbx")
    box.append(content)
    snapshot: etree._Element = box
    for prefix, name in (
        ("wps", "wsp"),
        ("a", "graphicData"),
        ("a", "graphic"),
        ("wp", "anchor"),
        ("w", "drawing"),
    ):
        outer = etree.Element(f"{{{PREFIXES[prefix]}}}{name}")
        outer.append(snapshot)
        snapshot = outer
    visible = choice()
    visible.append(snapshot)
    anchor.append(el("r", alternatives(visible, fallback)))
