"""Automatic numbers: lists, levels and counters (ECMA-376 Part 1, 17.9)."""

from __future__ import annotations

import re

import msgspec
from lxml import etree

from docxlint.word.ooxml.names import VAL, w
from docxlint.word.read.list_levels import LEVELS, Level, put_level
from docxlint.word.read.number_formats import numeral
from docxlint.word.read.styles import NumPr, Style, Styles, integer

_PLACE = re.compile(r"%([1-9])")
_NOT_LEGAL = frozenset(("none", "bullet", "decimalZero"))
"""The formats that stay as they are in a legal number (17.9.4)."""


class ListInstance(msgspec.Struct, frozen=True):
    """A numbering instance. `abstract` names the definition whose counters it shares."""

    abstract: str
    levels: tuple[Level | None, ...]


class Counters(msgspec.Struct):
    """How far the lists of one story have counted.

    `values` has the current number of each level of each definition, None before the first.
    `begun` has the levels that have used the start of their instance, as instance and level.
    """

    values: dict[str, list[int | None]] = {}
    begun: set[tuple[int, int]] = set()


class Numbering:
    """The lists of a document, resolved when they are first used."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        """`root` is the root of the numbering part, None where the document has none."""
        self._styles = styles
        self._abstract: dict[str, etree._Element] = {}
        self._nums: dict[int, etree._Element] = {}
        self._lists: dict[int, ListInstance | None] = {}
        self._style_levels: dict[tuple[int, str | None], int | None] = {}
        for element in root if root is not None else ():
            if element.tag == w("abstractNum"):
                self._abstract.setdefault(element.get(w("abstractNumId"), ""), element)
            elif element.tag == w("num"):
                number = integer(element, w("numId"))
                if number is not None:
                    self._nums.setdefault(number, element)

    def number(self, direct: NumPr | None, style: Style, counters: Counters) -> tuple[str, str]:
        """Return the automatic number of the next paragraph and what follows it.

        Both are "" where there is none. `direct` is the paragraph's own `w:numPr`. The number is
        counted in `counters`.
        """
        num = direct.num if direct is not None and direct.num is not None else style.numbering.num
        if num is None or num == 0:
            return "", ""
        known = self._list(num)
        if known is None:
            return "", ""
        index = self._level(direct, style, num, known)
        level = known.levels[index]
        if level is None:
            return "", ""
        values = _count(num, known, index, level, counters)
        if level.fmt == "bullet" or level.hidden:
            return "", ""
        number = _format_number(known, index, level, values)
        return (number, level.suffix) if number else ("", "")

    def _level(self, direct: NumPr | None, style: Style, num: int, known: ListInstance) -> int:
        """Return the paragraph's own level, else that of its style or of the nearest ancestor."""
        chosen: int | None = None
        if direct is not None:
            chosen = direct.level
            if chosen is None and direct.num is not None:
                chosen = 0
        if chosen is None:
            chosen = self._level_of_style(style, num, known) or 0
        return min(max(chosen, 0), LEVELS - 1)

    def _level_of_style(self, style: Style, num: int, known: ListInstance) -> int | None:
        """Return the level of the list that names `style` (`w:pStyle`), else the style's own
        level, else those of the style that it is based on. Each style is looked at once.
        """
        waiting: list[str | None] = []
        current: Style | None = style
        level: int | None = None
        while current is not None:
            key = num, current.id
            if key in self._style_levels:
                level = self._style_levels[key]
                break
            waiting.append(current.id)
            level = next(
                (
                    index
                    for index, each in enumerate(known.levels)
                    if each is not None and each.style is not None and each.style == current.id
                ),
                current.own_level,
            )
            if level is not None:
                break
            current = self._styles.base(current)
        self._style_levels.update(dict.fromkeys(((num, name) for name in waiting), level))
        return level

    def _list(self, num: int) -> ListInstance | None:
        if num not in self._lists:
            self._lists[num] = self._resolve(num)
        return self._lists[num]

    def _resolve(self, num: int) -> ListInstance | None:
        element = self._nums.get(num)
        if element is None:
            return None
        name, abstract = self._definition(element)
        if abstract is None:
            return None
        levels: list[Level | None] = [None] * LEVELS
        for lvl in abstract.iterchildren(w("lvl")):
            put_level(levels, lvl)
        for override in element.iterchildren(w("lvlOverride")):
            index = integer(override, w("ilvl"))
            if index is None or not 0 <= index < LEVELS:
                continue
            for lvl in override.iterchildren(w("lvl")):
                put_level(levels, lvl, index)
            start = integer(override.find(w("startOverride")))
            level = levels[index]
            if start is not None and level is not None:
                levels[index] = msgspec.structs.replace(level, start=start, overridden=True)
        return ListInstance(name, tuple(levels))

    def _definition(self, num: etree._Element) -> tuple[str, etree._Element | None]:
        """Return the definition of an instance, through links to numbering styles (17.9.21)."""
        seen: set[str] = set()
        element: etree._Element | None = num
        while element is not None:
            reference = element.find(w("abstractNumId"))
            name = reference.get(VAL, "") if reference is not None else ""
            abstract = self._abstract.get(name)
            if abstract is None or name in seen:
                return name, None
            seen.add(name)
            link = abstract.find(w("numStyleLink"))
            if link is None:
                return name, abstract
            style = link.get(VAL, "")
            linked = self._styles.numbering_style(style)
            if linked is None:
                return self._definition_of_style(style)
            element = self._nums.get(linked.num) if linked.num is not None else None
        return "", None

    def _definition_of_style(self, style: str) -> tuple[str, etree._Element | None]:
        """Return the definition of a numbering style that the styles part lacks (17.9.27)."""
        for name, abstract in self._abstract.items():
            own = abstract.find(w("styleLink"))
            if own is not None and own.get(VAL) == style:
                return name, abstract
        return "", None


def _count(
    num: int, known: ListInstance, index: int, level: Level, counters: Counters
) -> list[int | None]:
    """Count one paragraph at level `index`; return the values of all levels afterwards."""
    values = counters.values.setdefault(known.abstract, [None] * LEVELS)
    current = values[index]
    fresh = level.overridden and (num, index) not in counters.begun
    if fresh:
        counters.begun.add((num, index))
    values[index] = level.start if fresh or current is None else current + 1
    for higher in range(index):
        # A level that was skipped counts as used once, with its start.
        above = known.levels[higher]
        if values[higher] is None and above is not None:
            values[higher] = above.start
    for deeper in range(index + 1, LEVELS):
        below = known.levels[deeper]
        after = below.restart if below is not None else None
        if after is None or (after != 0 and index < after):
            values[deeper] = None
    return values


def _format_number(known: ListInstance, index: int, level: Level, values: list[int | None]) -> str:
    """Return the text of the level with the numerals of the levels it names."""

    def figure(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        named = known.levels[at]
        if named is None or at > index:
            return ""
        value = values[at] or 0
        legal = level.legal and named.fmt not in _NOT_LEGAL
        return str(value) if legal else numeral(value, named.fmt)

    return _PLACE.sub(figure, level.text)
