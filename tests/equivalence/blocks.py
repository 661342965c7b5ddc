"""Hands that wrap, delete, join and move whole paragraphs, tables, rows and cells."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy

from lxml import etree

from docxlint.word.ooxml.names import PREFIXES, mc, w

from .inline import JUNK, alternatives, choice
from .word import Word, control, el, replace, run, wrap

BY = {"id": "9", "author": "张三", "date": "2024-01-10T08:00:00Z"}


def each(word: Word, *names: str) -> list[etree._Element]:
    """The elements of the body of these names, outer before inner."""
    return list(word.body.iter(*(w(name) for name in names)))


def controls_round_blocks(word: Word) -> None:
    """Paragraphs, tables, rows and cells stand in content controls, tables and rows in two."""
    _wrapped(word, control, "p", "tbl", "tr", "tc")
    _wrapped(word, control, "tbl", "tr")


def custom_xml_round_blocks(word: Word) -> None:
    """Paragraphs, tables, rows and cells stand in customXml."""
    _wrapped(word, lambda: el("customXml", el("customXmlPr"), element="段"), "p", "tbl", "tr", "tc")


def alternatives_of_blocks(word: Word) -> None:
    """Every paragraph and table is one of two alternatives, the other the same once more."""
    for old in each(word, "tbl", "p"):
        shown, fallback = choice(), etree.Element(mc("Fallback"))
        fallback.append(deepcopy(old))
        wrap(old, alternatives(shown, fallback), shown)


def _wrapped(word: Word, made: Callable[[], etree._Element], *names: str) -> None:
    for old in each(word, *names):
        outer = made()
        wrap(old, outer, outer.find(w("sdtContent")))


def deleted_blocks_between(word: Word) -> None:
    """Deleted paragraphs, paragraphs moved away, deleted rows and deleted cells stand between."""
    for n, old in enumerate(each(word, "p")):
        gone = "del" if n % 2 else "moveFrom"
        text = el(gone, run(JUNK, tag="delText" if n % 2 else "t"), **BY)
        replace(old, el("p", el("pPr", el("rPr", el(gone, **BY))), text), old)
    for row in each(word, "tr"):
        away = deepcopy(row)
        for merge in list(away.iter(w("vMerge"))):
            merge.getparent().remove(merge)  # type: ignore[union-attr]
        away.insert(0, el("trPr", el("del", **BY)))
        replace(row, away, row)
        cell = el("tc", el("tcPr", el("cellDel", **BY)), el("p", run(JUNK)))
        row.append(cell)


def halves_joined_by_deleted_marks(word: Word) -> None:
    """Every paragraph is two, of which the first one's mark is deleted."""
    for old in each(word, "p"):
        texts = list(old.iter(w("t")))
        if not texts or len(texts[0].text or "") < 2:
            continue
        whole = texts[0].text or ""
        first = el("p", el("pPr", el("rPr", el("del", **BY))), run(whole[:1]))
        texts[0].text = whole[1:]
        replace(old, first, old)


def sections(word: Word) -> None:
    """Every table stands with its heading in a section of its own across the page, what is before
    the first in another, and what follows the last in two columns.
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
    """The last two lines stand in a text box that is anchored in the paragraph before them,
    in DrawingML and, for older programs, once more in VML.
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
    shown = choice()
    shown.append(snapshot)
    anchor.append(el("r", alternatives(shown, fallback)))
