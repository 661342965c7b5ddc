"""Variants that write the content of paragraphs differently."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from docxlint.word.ooxml.names import mc, w

from .word import Word, control, el, first_text, replace, run, runs, wrap

JUNK = "甲,乙7"
"""Text that must stay invisible to the reader: it has a half-width comma and a figure."""


def split_at_every_character(word: Word) -> None:
    """Give every character a run of its own, as after much editing."""
    for _, old in runs(word):
        pieces = []
        for child in old:
            if child.tag == w("rPr"):
                continue
            texts = list(child.text or "") if child.tag == w("t") else [None]
            for text in texts:
                piece = etree.Element(w("r"))
                piece.extend(deepcopy(p) for p in old.findall(w("rPr")))
                piece.append(el("t", text=text) if text is not None else deepcopy(child))
                pieces.append(piece)
        replace(old, *pieces)


def controls_round_runs(word: Word) -> None:
    """Put every run in two nested content controls."""
    for _, old in runs(word):
        inner = control()
        wrap(old, control(inner), inner[-1])


def insertions_beside_deletions(word: Word) -> None:
    """Make every run an insertion or a move, with a deleted or moved run beside it."""
    for n, old in runs(word):
        insertion, removal = ("ins", "del") if n % 2 else ("moveTo", "moveFrom")
        by = {"id": str(1000 + n), "author": "张三", "date": "2024-01-10T08:00:00Z"}
        junk = run(JUNK, tag="delText" if n % 2 else "t")
        junk.append(el("sym", font="宋体", char="FF0C"))
        removed = el(removal, junk, **by)
        inserted = el(insertion, **by)
        replace(old, removed, inserted)
        inserted.append(old)


def hyperlinks_and_smart_tags(word: Word) -> None:
    """Put every run in a smart tag, and every second one in a hyperlink around it."""
    for n, old in runs(word):
        inner = el("smartTag", el("smartTagPr"), element="date")
        outer = el("hyperlink", inner, anchor="top") if n % 2 else inner
        wrap(old, outer, inner)


def custom_xml_round_runs(word: Word) -> None:
    """Put every run in customXml and in the direction marks dir or bdo."""
    for n, old in runs(word):
        inner = el("customXml", el("customXmlPr"), element="项")
        wrap(old, el("dir", inner, val="ltr") if n % 2 else el("bdo", inner, val="ltr"), inner)


def alternatives_of_runs(word: Word) -> None:
    """Make every run, or its text, one of two alternatives.

    Word shows the Choice in some of them and the Fallback in others.
    """
    for n, old in runs(word):
        match n % 3:
            case 0:
                chosen, fallback = choice(), etree.Element(mc("Fallback"))
                fallback.append(deepcopy(old))
                wrap(old, alternatives(chosen, fallback), chosen)
            case 1:
                unknown, fallback = choice("later"), etree.Element(mc("Fallback"))
                unknown.append(run(JUNK))
                wrap(old, alternatives(unknown, fallback), fallback)
            case _:
                text = first_text(old)
                chosen, fallback = choice(), etree.Element(mc("Fallback"))
                fallback.append(deepcopy(text))
                wrap(text, alternatives(chosen, fallback), chosen)


def choice(requires: str = "wps") -> etree._Element:
    """An empty Choice for readers that understand `requires`."""
    uris = {
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "later": "http://schemas.microsoft.com/office/word/2099/later",
    }
    element = etree.Element(mc("Choice"), nsmap={requires: uris[requires]})
    element.set("Requires", requires)
    return element


def alternatives(*branches: etree._Element) -> etree._Element:
    """An AlternateContent of `branches`."""
    element = etree.Element(mc("AlternateContent"))
    element.extend(branches)
    return element


def marks_everywhere(word: Word) -> None:
    """Add bookmarks, spelling marks, comment ranges, permissions and page breaks to every run."""
    for n, old in runs(word):
        name = str(2000 + n)
        old.insert(list(old).index(first_text(old)), el("lastRenderedPageBreak"))
        replace(
            old,
            el("bookmarkStart", id=name, name=f"_b{n}"),
            el("proofErr", type="spellStart"),
            el("permStart", id=name, edGrp="everyone"),
            el("commentRangeStart", id=name),
            old,
            el("commentRangeEnd", id=name),
            el("permEnd", id=name),
            el("proofErr", type="spellEnd"),
            el("bookmarkEnd", id=name),
        )


def results_of_fields(word: Word) -> None:
    """Make every run the cached result of a field: simple, complex, or with a nested PAGE field
    in its instruction.
    """
    for n, old in runs(word):
        match n % 3:
            case 0:
                wrap(old, el("fldSimple", instr=" REF 甲 \\h "))
            case 1:
                replace(old, mark("begin"), code(" REF 甲 "), mark("separate"), old, mark("end"))
            case _:
                unseen = el(
                    "rStyle", val="Unseen"
                )  # no such style: report_summary.py leaves these runs out
                page = (
                    mark("begin"),
                    code("PAGE"),
                    mark("separate"),
                    run("7", unseen),
                    mark("end"),
                )
                condition = (code(" IF "), *page, code(' = 1 "甲" "乙" '))
                replace(old, mark("begin"), *condition, mark("separate"), old, mark("end"))


def mark(kind: str) -> etree._Element:
    """A run with the begin, separate or end mark of a complex field."""
    return el("r", el("fldChar", fldCharType=kind))


def code(text: str) -> etree._Element:
    """A run with a piece of a field's instruction."""
    return run(text, tag="instrText")


def hidden_junk(word: Word) -> None:
    """Add hidden runs, paragraphs and rows, hidden directly or by a style.

    Some of the visible runs state that they are not hidden.
    """
    styles = word.tree(word.beside("styles"))
    secret = el("style", el("name", val="隐藏"), el("rPr", el("vanish")), type="character")
    secret.set(w("styleId"), "Secret")
    styles.append(secret)
    for n, old in runs(word):
        hides = el("vanish") if n % 2 else el("rStyle", val="Secret")
        replace(old, run(JUNK, hides), old)
        if n % 3 == 0 and old.find(w("rPr")) is None:
            old.insert(0, el("rPr", el("vanish", val="0")))
    for old in list(word.body.iter(w("p"))):
        hidden = el("p", el("pPr", el("rPr", el("vanish"))), run(JUNK, el("vanish")))
        replace(old, hidden, old)
    for row in list(word.body.iter(w("tr"))):
        away = deepcopy(row)
        for cell in away.iter(w("vMerge")):
            cell.getparent().remove(cell)  # type: ignore[union-attr]
        away.insert(0, el("trPr", el("hidden")))
        for r in away.iter(w("r")):
            _hide(r)
        replace(row, row, away)


def _hide(r: etree._Element) -> None:
    properties = r.find(w("rPr"))
    if properties is None:
        r.insert(0, properties := el("rPr"))
    for old in properties.findall(w("vanish")):
        properties.remove(old)
    properties.append(el("vanish"))


def readings_above(word: Word) -> None:
    """Put a pronunciation above the first character of every run (ruby)."""
    for _, old in runs(word):
        text = first_text(old)
        head, tail = (text.text or "")[:1], (text.text or "")[1:]
        ruby = el("ruby", el("rubyPr"), el("rt", run("pīn,yīn")), el("rubyBase", run(head)))
        replace(text, ruby, *([el("t", text=tail)] if tail else []))


def hyphens_and_signs(word: Word) -> None:
    """Add soft hyphens, and write hyphens as w:noBreakHyphen and opening brackets as w:sym."""
    for _, old in runs(word):
        text = first_text(old)
        elements: list[etree._Element] = [el("softHyphen")]
        kept = ""
        for char in text.text or "":
            if char not in "-（":
                kept += char
                continue
            elements += [el("t", text=kept)] if kept else []
            kept = ""
            bracket = el("sym", font="宋体", char="FF08")
            elements.append(el("noBreakHyphen") if char == "-" else bracket)
        elements += [el("t", text=kept)] if kept else []
        replace(text, *elements, el("softHyphen"))
