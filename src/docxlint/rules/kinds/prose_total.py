"""Whether a total in running text agrees with the parts that it lists."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import msgspec

from docxlint.core.finding import NotApplicable, Problem
from docxlint.core.location import Location
from docxlint.core.message import Message
from docxlint.core.reference import SectionRef
from docxlint.core.regex import Regex
from docxlint.form.bound import BoundForm
from docxlint.form.passages import running_texts
from docxlint.rules.rule import Kind, Outcome
from docxlint.text.language import Language
from docxlint.text.part_lists import PartList, find_part_lists
from docxlint.text.running_text import RunningText
from docxlint.text.values import Quantity

_WRONG = Message(
    zh="写的是{found}{unit}，所列各项之和为{parts} = {sum}",
    en="the text says {found} {unit}, but the parts that it lists come to {parts} = {sum}",
)
_ONE = Message(
    zh="写的是{found}{unit}，其中一项就有{sum}{unit}",
    en="the text says {found} {unit}, but one part alone is {sum} {unit}",
)
_NONE = Message(zh="正文没有总数及其分项", en="the text has no total with its parts")
_FEW = 2  # with at most this many parts, the sum must be twice as close


class Options(msgspec.Struct, frozen=True):
    """`opens` has the words that introduce the parts of the total before them (其中), `stops` the
    words with which the text turns to something else. `sections` says where to search; without
    it, all running text is searched.

    A list may be incomplete: it is wrong if it exceeds its total, or if it comes close to it, by
    at most `close` of the total (half of that for only two parts); if it continues after the
    sentence, by at most `far`.
    """

    opens: Regex
    stops: Regex | None = None
    sections: tuple[SectionRef, ...] = ()
    close: Decimal = Decimal("0.1")
    far: Decimal = Decimal("0.01")


def run(bound: BoundForm, options: Options) -> Iterator[Outcome]:
    """Yield a problem for each total that no reading of its list agrees with."""
    none = True
    for text in running_texts(bound, tuple(map(str, options.sections))):
        if not options.opens.matches(text.text):
            continue
        for readings in find_part_lists(text, options.opens, options.stops, bound.language):
            none = False
            wrong = next(
                (part_list for part_list in readings if _is_wrong(part_list, options)), None
            )
            if wrong is not None:
                yield _problem(text, wrong, bound.language)
    if none:
        yield NotApplicable(reason=_NONE)


def _is_wrong(part_list: PartList, options: Options) -> bool:
    """Whether a list that does not add up is a mistake, and not just incomplete."""
    off = part_list.sum - part_list.total.value
    if abs(off) <= part_list.slack:
        return False
    near = options.far if part_list.far else options.close
    if len(part_list.parts) <= _FEW:
        near /= 2
    close = len(part_list.parts) > 1 and abs(off) <= near * part_list.total.value
    too_much = off > 0 and not part_list.far and not part_list.others
    return too_much or (close and not part_list.open)


def _problem(text: RunningText, part_list: PartList, language: Language) -> Problem:
    total, parts = part_list.total, part_list.parts
    stated, *values, correct = language.quantities.print_figures((total, *parts), part_list.sum)
    message = (_WRONG if len(parts) > 1 else _ONE)(
        found=stated, unit=total.unit, parts=" + ".join(values), sum=correct
    )
    return Problem(
        message=message,
        location=_place(text, total),
        expected=correct,
        found=stated,
        related=tuple(_place(text, part) for part in parts),
    )


def _place(text: RunningText, quantity: Quantity) -> Location:
    return text.place(quantity.start, quantity.end)


KIND = Kind(name="prose-total", options=Options, run=run)
