"""Whether the numbers of one level within a section neither mix styles, nor skip, nor repeat."""

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
from docxlint.text.lines import NumberedLine

_MIXED = Message(
    zh="编号“{found}”与同级的“{like}”写法不一致，应为“{expected}”",
    en="the number “{found}” differs in style from “{like}” of the same level: “{expected}”",
)
_SEQUENCE = Message(
    zh="“{before}”之后应为“{expected}”，这里是“{found}”",
    en="“{before}” is followed by “{found}”, not “{expected}”",
)
_START = Message(
    zh="编号从“{found}”开始，前面没有“{expected}”",
    en="the numbers begin with “{found}”; there is no “{expected}” before it",
)
_NO_SECTION = Message(zh="没有找到任何部分的标题", en="no heading of any section was found")

# A line this short, without a number, is a heading for the list below it.
_SHORT = 15
# The level of the numbers of sections, which checks of sections judge.
_TOP = 1
# How many lines back a number is looked for that was not taken for an item.
_FAR = 200


class Options(msgspec.Struct, frozen=True):
    """GB/T 9704—2012, 7.3.3: the levels are numbered 一、 （一） 1. （1）. A level may be left
    out; numbers begin again under a new number of a higher level, and for a new list.
    """


class Item(msgspec.Struct, frozen=True):
    """A numbered line; `before` is how many lines of the section come before it, `listed`
    whether the line just before it is an item too, `led` whether that line leads in a list.
    """

    line: NumberedLine
    style: str
    value: int
    before: int
    listed: bool
    led: bool


class Series(msgspec.Struct):
    """The numbered lines of one level, in order; `next` are the values that may come next:
    what follows the last number, and what follows the number that should have stood there.
    """

    items: list[Item]
    next: set[int]
    styles: set[str]

    def go_on(self, item: Item) -> None:
        """Take `item` in as the next line."""
        expected = self.items[-1].value + 1
        self.items.append(item)
        self.styles.add(item.style)
        self.next = {item.value + 1} | ({expected + 1} if item.value not in self.next else set())


def run(bound: BoundForm, _: Options) -> Iterator[Outcome]:
    """What is wrong with the numbers of sub-headings and paragraphs, section by section."""
    if not bound.sections:
        causes = tuple(section.ref for section in bound.form.sections)
        yield Unchecked(reason=_NO_SECTION, location=bound.document.location, causes=causes)
    language = bound.language
    for section in bound.sections:
        lines = tuple(section_lines(section, language))
        cells = "\n".join(cell.text for table in section.tables for cell in table.cells())
        texts = [line.text for line in lines]
        for series in _series(lines, language):
            yield from _judge(series, texts, cells, language)


def _begun(item: Item) -> Series:
    return Series([item], {item.value + 1}, {item.style})


def _judge(series: Series, texts: list[str], cells: str, language: Language) -> Iterator[Problem]:
    """The faults of one level; `texts` are the section's lines, `cells` what its tables say."""
    first, *others = series.items
    written = language.headings.write_number
    style = first.style
    if len(others) > 1 and len({item.style for item in others}) == 1:
        style = others[0].style  # where only the first differs, it is the one at fault
    so_far = _begun(first)
    if first.style != style:
        yield _mixed(first, others[0], style, language)
    elif first.value > 1:
        earlier = [*texts[max(0, first.before - _FAR) : first.before + 1], cells]
        if not _shown(style, range(1, first.value), earlier, language):
            yield _problem(_START, first, written(style, 1))
    for item in others:
        last = so_far.items[-1]
        expected = last.value + 1
        if item.style != style:
            yield _mixed(item, next(i for i in series.items if i.style == style), style, language)
        elif item.value not in so_far.next and not _shown(
            style,
            range(expected, item.value),
            [*texts[last.before : item.before + 1][-_FAR:], cells],
            language,
        ):
            before = last.line.number_location.text
            yield _problem(_SEQUENCE, item, written(style, expected), before=before)
        so_far.go_on(item)


def _series(lines: tuple[NumberedLine, ...], language: Language) -> list[Series]:
    """The numbered lines of a section, sorted into levels by what is open where they stand."""
    done: list[Series] = []
    latest: dict[str, Series] = {}
    open_: list[Series] = []
    for before, (previous, line) in enumerate(pairwise((None, *lines))):
        item = _item(line, previous, before, language)
        if item is None:
            continue
        series = _home(item, open_, latest, language)
        if series is not None and not _anew(item, series):
            # What was opened since the number before is below that number.
            since = series.items[-1].before
            open_ = [s for s in open_ if s is not series and s.items[0].before < since]
            series.go_on(item)
        elif _rank(item) == _TOP and item.value != 1:
            continue  # a top-level number is for checks of sections to judge
        else:
            open_ = [s for s in open_ if _rank(s.items[0]) < _rank(item)]
            series = _begun(item)
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


def _home(
    item: Item, open_: list[Series], latest: dict[str, Series], language: Language
) -> Series | None:
    """The level that a number belongs to: the open one of its style; else, where it does not
    begin a list, the latest of its style that it goes on with, or an open level that it
    continues in another style. None where it opens a level.
    """
    for series in reversed(open_):
        if item.style in series.styles:
            return series
    if item.value == 1:
        return None
    earlier = latest.get(item.style)
    if earlier is not None and item.value in earlier.next:
        return earlier
    going_on = [series for series in open_ if item.value in series.next]
    is_bracketed = language.headings.is_bracketed
    bracketed = is_bracketed(item.style)
    similar = [s for s in going_on if is_bracketed(s.items[0].style) == bracketed]
    chosen = similar or going_on
    return chosen[-1] if chosen else None


def _anew(item: Item, series: Series) -> bool:
    """Whether a number begins a new list rather than repeating one: a list of one item is not
    taken to be ended by the text under it.
    """
    return item.value == 1 and not item.listed and (item.led or len(series.items) > 1)


def _shown(style: str, values: range, texts: list[str], language: Language) -> bool:
    """Whether numbers stand somewhere within these texts, run into a paragraph or at the start
    of a line that was not taken for an item.
    """
    if not values or len(values) > 50:
        return False
    text = language.folding.fold("\n".join(texts))
    pattern = language.headings.loose_pattern
    return all(re.search(pattern(style, value), text) for value in values)


def _mixed(item: Item, other: Item, style: str, language: Language) -> Problem:
    like = other.line.number_location.text
    expected = language.headings.write_number(style, item.value)
    # A number that Word makes cannot be mended by typing.
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
