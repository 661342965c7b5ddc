"""Whether the numbers of one level in a section have one style and no gaps or repetitions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import msgspec

from docxlint.core.finding import Fix, Problem, Unchecked
from docxlint.core.message import Message
from docxlint.form.bound import BoundForm
from docxlint.form.passages import section_lines
from docxlint.rules.rule import Kind, Outcome
from docxlint.text.language import Language
from docxlint.text.lines import NumberedLine, displaced

_MIXED = Message(
    zh="序号“{found}”与同级的“{like}”写法不一致，应为“{expected}”",
    en="the number “{found}” is not written like “{like}” of the same level; it should be"
    " “{expected}”",
)
_SEQUENCE = Message(
    zh="序号不连续：“{before}”后应为“{expected}”，现为“{found}”",
    en="the numbers are out of sequence: after “{before}” comes “{expected}”, not “{found}”",
)
_START = Message(
    zh="序号从“{found}”开始，前面没有“{expected}”",
    en="the numbers start at “{found}”; there is no “{expected}” before it",
)
_MOVED = Message(
    zh="“{found}”的位置不对，应在“{before}”之后",
    en="“{found}” is in the wrong place; it belongs after “{before}”",
)
_FIRST = Message(
    zh="“{found}”的位置不对，应排在最前", en="“{found}” is in the wrong place; it comes first"
)
_NO_SECTION = Message(zh="没有找到任何部分的标题", en="no section heading was found")

# A line this short without a number is the heading of the list below it.
_SHORT = 15
# The level of the numbers of sections. Other kinds check those.
_TOP = 1
# How many lines back to search for a number that was not recognised as an item.
_FAR = 200


class Options(msgspec.Struct, frozen=True):
    """GB/T 9704—2012, 7.3.3: the levels are numbered 一、 （一） 1. （1）. A level may be skipped.
    Numbers start again under a new number of a higher level, and for a new list.
    """


class Item(msgspec.Struct, frozen=True):
    """A numbered line. `before` is the number of lines of the section before it.

    `listed` is true if the previous line is an item too, `led` if it introduces a list.
    """

    line: NumberedLine
    style: str
    value: int
    before: int
    listed: bool
    led: bool


class Series(msgspec.Struct):
    """The numbered lines of one level, in order.

    `next` has the values that may come next: the one after the last number, and the one after
    the number that was expected there.
    """

    items: list[Item]
    next: set[int]
    styles: set[str]

    def add(self, item: Item) -> None:
        """Add `item` as the next line."""
        expected = self.items[-1].value + 1
        self.items.append(item)
        self.styles.add(item.style)
        self.next = {item.value + 1} | ({expected + 1} if item.value not in self.next else set())


def run(bound: BoundForm, _: Options) -> Iterator[Outcome]:
    """Yield what is wrong with the numbers of headings and paragraphs, section by section."""
    if not bound.sections:
        causes = tuple(section.ref for section in bound.form.sections)
        yield Unchecked(reason=_NO_SECTION, location=bound.document.location, causes=causes)
    language = bound.language
    for section in bound.sections:
        lines = tuple(section_lines(section, language))
        cells = "\n".join(cell.text for table in section.tables for cell in table.cells())
        texts = [line.text for line in lines]
        for series in _series(lines, language):
            yield from _check(series, texts, cells, language)


def _new_series(item: Item) -> Series:
    return Series([item], {item.value + 1}, {item.style})


def _check(series: Series, texts: list[str], cells: str, language: Language) -> Iterator[Problem]:
    """Yield the faults of one level; `texts` are the section's lines, `cells` its tables' text."""
    first, *following = series.items
    written = language.headings.write_number
    style = first.style
    if len(following) > 1 and len({item.style for item in following}) == 1:
        style = following[0].style  # if only the first differs, it is wrong
    if len(series.styles) == 1 and (moved := displaced([item.value for item in series.items])):
        yield from (_moved(item, series.items) for item in series.items if item.value in moved)
        return
    checked = _new_series(first)
    if first.style != style:
        yield _mixed(first, following[0], style, language)
    elif first.value > 1:
        earlier = [*texts[max(0, first.before - _FAR) : first.before + 1], cells]
        if not _are_present(style, range(1, first.value), earlier, language):
            yield _problem(_START, first, written(style, 1))
    for item in following:
        last = checked.items[-1]
        expected = last.value + 1
        if item.style != style:
            yield _mixed(item, next(i for i in series.items if i.style == style), style, language)
        elif item.value not in checked.next and not _are_present(
            style,
            range(expected, item.value),
            [*texts[last.before : item.before + 1][-_FAR:], cells],
            language,
        ):
            before = last.line.number_location.text
            yield _problem(_SEQUENCE, item, written(style, expected), before=before)
        checked.add(item)


def _moved(item: Item, items: list[Item]) -> Problem:
    """The problem of an item that belongs after the next lower number, or first."""
    place = item.line.number_location
    before = [i.line.number_location.text for i in items if i.value == item.value - 1]
    message = _MOVED(found=place.text, before=before[0]) if before else _FIRST(found=place.text)
    return Problem(message=message, location=place, found=place.text)


def _series(lines: tuple[NumberedLine, ...], language: Language) -> list[Series]:
    """Group the numbered lines of a section into levels, by the levels that are open at each."""
    done: list[Series] = []
    latest: dict[str, Series] = {}
    open_: list[Series] = []
    for before, (previous, line) in enumerate(pairwise((None, *lines))):
        item = _item(line, previous, before, language)
        if item is None:
            continue
        series = _level_of(item, open_, latest, language)
        if series is not None and not _starts_list(item, series):
            # The levels that opened after the previous number are below it.
            since = series.items[-1].before
            open_ = [s for s in open_ if s is not series and s.items[0].before < since]
            series.add(item)
        elif _rank(item) == _TOP and item.value != 1:
            continue  # top-level numbers are checked with the sections
        else:
            open_ = [s for s in open_ if _rank(s.items[0]) < _rank(item)]
            series = _new_series(item)
            done.append(series)
        latest[item.style] = series
        open_.append(series)
    return done


def _item(
    line: NumberedLine | None, previous: NumberedLine | None, before: int, language: Language
) -> Item | None:
    if line is None or line.number is None or line.number.value == 0:
        return None
    listed = led = False
    if previous is not None:
        text, colons = previous.text.rstrip(), language.sentences.COLONS
        headed = previous.paragraph.level is not None or (
            len(language.folding.fold(text)) <= _SHORT and text[-1] not in language.sentences.ENDS
        )
        listed = previous.number is not None and text[-1] not in colons
        led = text[-1] in colons or (headed and not listed)
    return Item(line, line.number.style, line.number.value, before, listed, led)


def _rank(item: Item) -> int:
    return item.line.number.level if item.line.number is not None else 0


def _level_of(
    item: Item, open_: list[Series], latest: dict[str, Series], language: Language
) -> Series | None:
    """The level that a number belongs to; None if it opens a level.

    This is the open level of its style. A number that does not start a list may also continue
    the latest level of its style, or an open level of another style.
    """
    for series in reversed(open_):
        if item.style in series.styles:
            return series
    if item.value == 1:
        return None
    earlier = latest.get(item.style)
    if earlier is not None and item.value in earlier.next:
        return earlier
    continued = [series for series in open_ if item.value in series.next]
    is_bracketed = language.headings.is_bracketed
    bracketed = is_bracketed(item.style)
    similar = [s for s in continued if is_bracketed(s.items[0].style) == bracketed]
    chosen = similar or continued
    return chosen[-1] if chosen else None


def _starts_list(item: Item, series: Series) -> bool:
    """Whether a number starts a new list rather than repeating one.

    The text under the only item of a list does not end the list.
    """
    return item.value == 1 and not item.listed and (item.led or len(series.items) > 1)


def _are_present(style: str, values: range, texts: list[str], language: Language) -> bool:
    """Whether these numbers are in the texts, inside a paragraph or at the start of a line that
    was not recognised as an item.
    """
    if not values or len(values) > 50:
        return False
    text = language.folding.fold("\n".join(texts))
    pattern = language.headings.loose_pattern
    return all(re.search(pattern(style, value), text) for value in values)


def _mixed(item: Item, other: Item, style: str, language: Language) -> Problem:
    like = other.line.number_location.text
    expected = language.headings.write_number(style, item.value)
    # A number that Word inserts cannot be corrected by typing.
    fix = None if item.line.paragraph.number else Fix(item.line.number_location, expected)
    return _problem(_MIXED, item, expected, fix=fix, like=like)


def _problem(
    message: Message, item: Item, expected: str, *, fix: Fix | None = None, **more: str
) -> Problem:
    place = item.line.number_location
    return Problem(
        message=message(found=place.text, expected=expected, **more),
        location=place,
        expected=expected,
        found=place.text,
        fix=fix,
    )


KIND = Kind(name="numbering", options=Options, run=run)
