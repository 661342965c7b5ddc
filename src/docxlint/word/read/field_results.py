"""What a field shows (17.16): its cached result, or what its code says without one."""

from __future__ import annotations

import re

from lxml import etree

from docxlint.word.ooxml.names import VAL, w
from docxlint.word.ooxml.xml import on
from docxlint.word.read.line_builder import LineBuilder, OpenField
from docxlint.word.read.symbols import symbol

_SHOWS_NOTHING = frozenset(("SET", "ASK"))
_DRAWN = frozenset(("EQ", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "LISTNUM"))
"""Fields without a cached result that Word draws or counts itself."""
_CHANGING = frozenset(("DATE", "TIME", "SAVEDATE", "PRINTDATE", "EDITTIME"))
_FORM_DATA, _DROP_DOWN, _CHECK_BOX = w("ffData"), w("ddList"), w("checkBox")
_NAME = re.compile(r"\s*([A-Za-z=]+)")
_SYMBOL = re.compile(r"\s*SYMBOL\s+(0x[0-9A-Fa-f]+|\d+)(.*)", re.DOTALL | re.IGNORECASE)
_FONT = re.compile(r"\\f\s+\"([^\"]*)\"")
_BUTTON = re.compile(r"\s*(?:MACROBUTTON|GOTOBUTTON)\s+\S+\s+(.*)", re.DOTALL | re.IGNORECASE)


def field_name(code: str) -> str:
    """Return the name of a field in upper case, "" where the code has none."""
    match = _NAME.match(code)
    return match[1].upper() if match else ""


def begin_field(line: LineBuilder, element: etree._Element, path: str) -> None:
    """Note the beginning of a complex field at a `w:fldChar`."""
    line.fields.append(OpenField(line.checkpoint(), element, path))


def begin_result(line: LineBuilder) -> None:
    """Hide what stands before the result of the innermost field."""
    if line.fields:
        field = line.fields[-1]
        if field.start is not None:
            line.drop_since(field.start)
        field.start = None
        field.result = line.checkpoint()


def end_field(line: LineBuilder) -> None:
    """End the innermost field: show its result, or what Word shows without one.

    A field that ends in another paragraph hides nothing, so that a lost end mark cannot
    swallow the text after it.
    """
    if not line.fields:
        return
    field = line.fields.pop()
    name = field_name(field.code)
    if field.start is not None:
        line.drop_since(field.start)
        _show_code(line, field, name)
    elif name in _SHOWS_NOTHING:
        line.drop_since(field.result)
    else:
        _note_result(line, name, line.since(field.result), field.path)


def shows_simple_field(code: str) -> bool:
    """Return whether a `w:fldSimple` with this code shows anything."""
    return field_name(code) not in _SHOWS_NOTHING


def note_simple_field(line: LineBuilder, code: str, text: str, path: str) -> None:
    """Note a `w:fldSimple` that shows `text`."""
    _note_result(line, field_name(code), text, path)


def _note_result(line: LineBuilder, name: str, text: str, path: str) -> None:
    if name in _CHANGING:
        line.changing.append((name, text, path))
    elif name in _DRAWN and not text.strip():
        line.drawings.append((f"field {name}", path))


def _show_code(line: LineBuilder, field: OpenField, name: str) -> None:
    """Show what Word shows for a field without a result."""
    if name in _DRAWN:
        line.drawings.append((f"field {name}", field.path))
        return
    text = ""
    match name:
        case "FORMDROPDOWN":
            text = _selected(field.element)
        case "FORMCHECKBOX":
            text = "☒" if _is_checked(field.element) else "☐"
        case "SYMBOL":
            text = _symbol(field.code)
        case "MACROBUTTON" | "GOTOBUTTON":
            match = _BUTTON.match(field.code)
            text = match[1].strip() if match else ""
    if text:
        line.show(text, field.path)


def _selected(begin: etree._Element) -> str:
    """Return the selected entry of a drop-down list (17.16.9)."""
    choices = begin.find(f"{_FORM_DATA}/{_DROP_DOWN}")
    if choices is None:
        return ""
    entries = [entry.get(VAL, "") for entry in choices.iterchildren(w("listEntry"))]
    chosen = choices.find(w("result"))
    if chosen is None:
        chosen = choices.find(w("default"))
    index = chosen.get(VAL, "0") if chosen is not None else "0"
    return entries[int(index)] if index.isdecimal() and int(index[:6]) < len(entries) else ""


def _is_checked(begin: etree._Element) -> bool:
    """Return whether a check box is checked (17.16.7)."""
    box = begin.find(f"{_FORM_DATA}/{_CHECK_BOX}")
    if box is None:
        return False
    checked = box.find(w("checked"))
    return on(checked if checked is not None else box.find(w("default")))


def _symbol(code: str) -> str:
    match = _SYMBOL.match(code)
    if match is None:
        return ""
    font = _FONT.search(match[2])
    number = match[1].lower()
    point = int(number, 16) if number.startswith("0x") else int(number[:8])
    return symbol(font[1] if font else "", f"{point:X}")
