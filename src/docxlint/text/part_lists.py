"""Totals in running text and the lists of their parts, in each way that a list can be read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate, pairwise

import msgspec

from docxlint.core.regex import Regex
from docxlint.text.language import Language
from docxlint.text.running_text import RunningText
from docxlint.text.values import Quantity

_MANY = 64  # sums that a list with doubtful parts may have before it is left alone
_ON = 3  # sentences or stretches over which a list may run on
_REACH = 60  # characters behind a list that may speak of a rest
_MOST = 60  # quantities that are looked at, before a list and in it


class PartList(msgspec.Struct, frozen=True, gc=False):
    """A total and the parts that a text lists for it.

    `parts` are the certain ones. `open` is true where the list may be incomplete: the text says
    so, or the list has a number that may be no part, or a round number. `far` is true where the
    list runs into text that may be about something else. `others` is true where another total
    beside this one is large enough for the parts.
    """

    total: Quantity
    parts: tuple[Quantity, ...]
    open: bool
    far: bool = False
    others: bool = False

    @property
    def sum(self) -> Decimal:
        """The sum of the parts."""
        return sum((part.value for part in self.parts), Decimal(0))

    @property
    def slack(self) -> Decimal:
        """How far rounding may have moved the total and the sum apart."""
        return self.total.slack + sum((part.slack for part in self.parts), Decimal(0))


class ListedQuantity(msgspec.Struct, frozen=True, gc=False):
    """A quantity in a list: whether it is surely a part, and in which stretch of the list."""

    quantity: Quantity
    sure: bool
    stretch: int


class _Places(msgspec.Struct, frozen=True, gc=False):
    """A running text and the places in it: quantities; ends of sentences; semicolons and
    paragraph marks after a quantity; the words that open a list; those that end it; the marks
    that words begin behind. `depths` has how many brackets are open at each quantity, `sentences`
    the index of its sentence.
    """

    text: str
    language: Language
    quantities: tuple[Quantity, ...]
    ends: tuple[int, ...]
    pauses: tuple[int, ...]
    opens: tuple[tuple[int, int], ...]
    stops: tuple[int, ...]
    marks: tuple[int, ...]
    depths: tuple[int, ...]
    sentences: tuple[int, ...]

    def after(self, at: int) -> int:
        """The index of the first quantity that begins at `at` or later."""
        return bisect_left(self.quantities, at, key=lambda quantity: quantity.start)

    def sentence(self, at: int) -> int:
        """The index of the sentence that has the character `at`."""
        return bisect_right(self.ends, at)

    def begins(self, sentence: int) -> int:
        """Where a sentence begins."""
        return self.ends[sentence - 1] if sentence else 0


def find_part_lists(
    running: RunningText, opens: Regex, stops: Regex | None, language: Language
) -> Iterator[tuple[PartList, ...]]:
    """The readings of each list that follows `opens` and divides an exact total before it.

    The shortest reading comes first. A list that adds up in any reading has none. `stops` are
    words with which a text goes on about something else. Lists inside a part of another list are
    left out.
    """
    text = _find_places(running, opens, stops, language)
    parts: set[int] = set()
    for at, (start, end) in enumerate(text.opens):
        totals = _totals(text, start, parts)
        if not totals:
            continue
        total = totals[-1].start
        nested = total in parts and text.sentence(total) == text.sentence(start)
        until = text.opens[at + 1][0] if at + 1 < len(text.opens) else len(text.text)
        items = list(_items(text, totals[-1].unit, end, until))
        count = _count_of_parts(items, totals)
        own = items[:count] or [item for item in items if not item.stretch]
        parts.update(item.quantity.start for item in own)
        if totals[-1].exact and not nested:
            yield () if count else _readings(text, totals, items)


def _find_places(
    running: RunningText, opens: Regex, stops: Regex | None, language: Language
) -> _Places:
    text = running.text
    quantities = tuple(language.quantities.find_quantities(text))
    last = {quantity.end for quantity in quantities}
    semicolons = language.sentences.SEMICOLONS
    pauses = [at for at, char in enumerate(text, 1) if char in semicolons]
    pauses += [seam for seam in running.starts[1:] if seam in last]
    before = (text[a:b] for a, b in pairwise([0, *(each.start for each in quantities)]))
    between_words = frozenset(language.sentences.BREAKS + language.sentences.SEPARATOR)
    return _Places(
        text,
        language,
        quantities,
        running.sentence_ends,
        tuple(sorted(pauses)),
        tuple(opens.spans(text)),
        tuple(start for start, _ in stops.spans(text)) if stops is not None else (),
        tuple(at for at, char in enumerate(text) if char in between_words),
        tuple(accumulate(language.sentences.bracket_depth(words) for words in before)),
        tuple(bisect_right(running.sentence_ends, each.start) for each in quantities),
    )


def _totals(text: _Places, opening: int, parts: set[int]) -> list[Quantity]:
    """The quantities that a list at `opening` may divide, the nearest one last.

    They stand before it in its sentence or, if it begins a sentence, in the one before.
    """
    after = text.after(opening)
    if after == len(text.quantities):
        return []
    sentence = text.sentence(opening)
    unit = text.quantities[after].unit
    before = _same_unit(text, sentence, after, unit)
    before = [q for q in before[:-1] if q.start not in parts] + before[-1:]
    if not before and sentence and opening - text.begins(sentence) <= 1:
        earlier = _same_unit(text, sentence - 1, text.after(text.begins(sentence)), unit)
        before = [quantity for quantity in earlier if quantity.start not in parts]
    return before


def _same_unit(text: _Places, sentence: int, until: int, unit: str) -> list[Quantity]:
    start = max(text.after(text.begins(sentence)), until - _MOST)
    return [q for q in text.quantities[start:until] if q.unit == unit and not q.moved]


def _items(text: _Places, unit: str, start: int, until: int) -> Iterator[ListedQuantity]:
    """The quantities of the list that begins at `start`. The next list opens at `until`.

    A stretch ends with a sentence, with a semicolon that does not separate parts, and where the
    text goes on about something else. The list goes on in further sentences only while they
    have nothing but parts.
    """
    last, stretch, count = start, 0, 0
    stopped = separated = False
    first = sentence = text.sentence(start)
    after = text.after(start)
    if after == len(text.quantities):
        return
    opening = text.text[start : text.quantities[after].start]
    outside = text.depths[after] - text.language.sentences.bracket_depth(opening)
    for index in range(after, min(after + _MOST, len(text.quantities))):
        quantity = text.quantities[index]
        level, at = text.depths[index] - outside, quantity.start
        here = text.sentences[index]
        if level < 0 or here > sentence + 1 or (here > first and (stopped or here > first + _ON)):
            return
        same = quantity.unit == unit
        shares = text.language.quantities.can_share_list(quantity.unit, unit)
        if level or quantity.moved or not shares:
            continue
        paused = bool(text.pauses) and _between(text.pauses, last, at)
        separated = separated or (paused and count == 1)
        stop = bool(text.stops) and _between(text.stops, _words_start(text, last, at), at)
        if count and (here > sentence or (paused and not separated) or (stop and not stopped)):
            stretch += 1
        if stretch > _ON:
            return
        stopped = stopped or stop
        sentence, count, last = here, count + 1, quantity.end
        sure = same and quantity.exact and not (quantity.doubtful or stopped or at > until)
        if here > first and not sure:
            return
        yield ListedQuantity(quantity, sure, stretch)
        if not quantity.exact:
            return


def _count_of_parts(items: Sequence[ListedQuantity], totals: Sequence[Quantity]) -> int:
    """How many of the items add up to one of the totals, or to all totals together, or 0.

    Items that are not sure may count or not.
    """
    wanted = {total.value for total in totals} | {sum((t.value for t in totals), Decimal(0))}
    slack = max(total.slack for total in totals)
    most = max(wanted) + slack + sum(item.quantity.slack for item in items)
    sums = {Decimal(0)}
    for count, item in enumerate(items, 1):
        if not item.quantity.exact:
            return 0
        more = {s for value in sums if (s := value + item.quantity.value) <= most}
        sums = more if item.sure else sums | more
        if not sums:
            return 0
        slack += item.quantity.slack
        if len(sums) > _MANY:
            return 0 if item.stretch else count
        near = slack and any(abs(s - value) <= slack for s in sums for value in wanted)
        if near or not sums.isdisjoint(wanted):
            return count
    return 0


def _readings(
    text: _Places, totals: Sequence[Quantity], items: Sequence[ListedQuantity]
) -> tuple[PartList, ...]:
    """The list up to each of its stretches."""
    readings = []
    most = max(total.value for total in totals)
    for stretch in range(items[-1].stretch + 1 if items else 0):
        within = [item for item in items if item.stretch <= stretch]
        parts = tuple(item.quantity for item in within if item.sure)
        open_ = len(parts) < len(within) or _unfinished(text, within[-1].quantity.end)
        if parts:
            reading = PartList(totals[-1], parts, open_, stretch > 0)
            others = len(totals) > 1 and most >= reading.sum
            readings.append(msgspec.structs.replace(reading, others=others))
    return tuple(readings)


def _unfinished(text: _Places, last: int) -> bool:
    """Whether the sentence mentions a rest without a number."""
    end = text.ends[min(text.sentence(last), len(text.ends) - 1)]
    return text.language.sentences.has_open_end(text.text, last, min(end, last + _REACH))


def _between(places: Sequence[int], start: int, end: int) -> bool:
    at = bisect_left(places, start)
    return at < len(places) and places[at] <= end


def _words_start(text: _Places, last: int, start: int) -> int:
    """Where the words before the quantity at `start` begin: after the first mark behind `last`."""
    at = bisect_left(text.marks, last)
    return text.marks[at] + 1 if at < len(text.marks) and text.marks[at] < start else last
