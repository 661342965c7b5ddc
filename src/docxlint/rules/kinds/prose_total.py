"""Whether a total that running text states agrees with the parts that it lists."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import msgspec

from docxlint.core.finding import NotApplicable, Problem
from docxlint.core.location import Location
from docxlint.core.message import Message
from docxlint.core.option_types import Regex
from docxlint.core.reference import SectionRef
from docxlint.form.bound import BoundForm
from docxlint.form.passages import running_texts
from docxlint.rules.rule import Kind, Outcome
from docxlint.text.language import Language
from docxlint.text.part_lists import PartList, find_part_lists
from docxlint.text.running_text import RunningText
from docxlint.text.values import Quantity

_WRONG = Message(
    zh="写作 {found} {unit}，而所列各项之和为 {parts} = {sum}",
    en="{found} {unit} is stated, but the parts listed are {parts} = {sum}",
)
_ONE = Message(
    zh="写作 {found} {unit}，而其中一项就有 {sum} {unit}",
    en="{found} {unit} is stated, but one part alone is {sum} {unit}",
)
_NONE = Message(zh="正文没有总数及其分项", en="the text divides no total into parts")
_FEW = 2  # so few parts must come twice as close to be taken for all of them


class Options(msgspec.Struct, frozen=True):
    """`opens` are the words with which the parts of the total before them begin (其中), `stops`
    those with which a text goes on about something else. Looked at are `sections`, without them
    all running text.

    A list need not be whole: it is wrong where it exceeds its total, and where it comes close to
    it, by no more than `close` of the total (half of that with only two parts); where it runs on
    over a sentence, by no more than `far`.
    """

    opens: Regex
    stops: Regex | None = None
    sections: tuple[SectionRef, ...] = ()
    close: Decimal = Decimal("0.1")
    far: Decimal = Decimal("0.01")


def run(bound: BoundForm, options: Options) -> Iterator[Outcome]:
    """One finding for each total that no reading of its list agrees with."""
    none = True
    for text in running_texts(bound, tuple(map(str, options.sections))):
        if not options.opens.found(text.text):
            continue
        for readings in find_part_lists(text, options.opens, options.stops, bound.language):
            none = False
            wrong = next((each for each in readings if _wrong(each, options)), None)
            if wrong is not None:
                yield _problem(text, wrong, bound.language)
    if none:
        yield NotApplicable(reason=_NONE)


def _wrong(listing: PartList, options: Options) -> bool:
    """Whether a list that does not add up is a mistake, and not merely one of some parts."""
    off = listing.sum - listing.total.value
    if abs(off) <= listing.slack:
        return False
    near = options.far if listing.far else options.close
    if len(listing.parts) <= _FEW:
        near /= 2
    close = len(listing.parts) > 1 and abs(off) <= near * listing.total.value
    too_much = off > 0 and not listing.far and not listing.others
    return too_much or (close and not listing.open)


def _problem(text: RunningText, listing: PartList, language: Language) -> Problem:
    total, parts = listing.total, listing.parts
    found, *each, whole = language.quantities.print_figures((total, *parts), listing.sum)
    message = (_WRONG if len(parts) > 1 else _ONE)(
        found=found, unit=total.unit, parts=" + ".join(each), sum=whole
    )
    return Problem(
        message=message,
        location=_place(text, total),
        expected=whole,
        found=found,
        related=tuple(_place(text, part) for part in parts),
    )


def _place(text: RunningText, quantity: Quantity) -> Location:
    return text.place(quantity.start, quantity.end)


KIND = Kind(name="prose-total", options=Options, run=run)
