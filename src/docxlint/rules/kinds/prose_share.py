"""Whether a percentage in the text is the share of two figures of the tables."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

import msgspec

from docxlint.core.document import Passage
from docxlint.core.finding import Fix, NotApplicable, Problem, Unchecked
from docxlint.core.location import within
from docxlint.core.message import Message
from docxlint.core.reference import FigureRef, SectionRef
from docxlint.core.regex import Regex
from docxlint.form.bound import BoundCell, BoundForm
from docxlint.rules.bound_tables import missing_table
from docxlint.rules.rule import Kind, Outcome

_WRONG = Message(
    zh="占比写的是{found}%，应为{expected}%（{part} ÷ {whole}）",
    en="the share is given as {found}%; it should be {expected}% ({part} ÷ {whole})",
)
_NO_FIGURE = Message(
    zh="表中没有可以计算占比的数字，无法核对",
    en="the tables do not have the figures for this share, so it cannot be checked",
)
_OF_NOTHING = Message(
    zh="合计为0，无法核对占比", en="the total is 0, so the share cannot be checked"
)
_NO_NUMBER = Message(
    zh="“{found}”不是数字，无法核对", en="“{found}” is not a number, so this cannot be checked"
)
_NONE = Message(zh="正文没有写明这些占比", en="the text states none of these shares")
_NO_DECIMALS = Decimal(1)


class Share(msgspec.Struct, frozen=True):
    """A percentage that a sentence states. `says` matches the sentence; its only group is the
    number before the percent sign. The percentage is `part` as a share of `whole`, both figures
    by their full names, table.row.column.
    """

    says: Regex
    part: FigureRef
    whole: FigureRef


class Options(msgspec.Struct, frozen=True):
    """`shares` has the percentages to check in `section`, or everywhere; white space does not
    matter. A percentage is right if it is the share rounded to its own decimals, or at most
    `tolerance` away from that. A blank figure leaves this unchecked, or, with `blank: zero`,
    counts as 0.
    """

    shares: tuple[Share, ...]
    section: SectionRef | None = None
    tolerance: Decimal = Decimal(0)
    blank: Literal["unjudged", "zero"] = "unjudged"


def run(bound: BoundForm, options: Options) -> Iterator[Outcome]:
    """Yield each percentage that is not the share of its figures."""
    none = True
    section = options.section.name if options.section is not None else None
    for passage in bound.passages:
        if passage.role != "text" or section not in (None, passage.section):
            continue
        text = bound.language.folding.squeeze(passage.text)
        for share in options.shares:
            for start, end in text.originals(tuple(share.says.spans(text.text))):
                none = False
                yield from _check(bound, options, share, passage, start, end)
    if none:
        yield NotApplicable(reason=_NONE)


def _check(
    bound: BoundForm, options: Options, share: Share, passage: Passage, start: int, end: int
) -> Iterator[Outcome]:
    text = passage.text[start:end]
    place = within(passage.location, start, end, text)
    stated = bound.language.cells.figure(text).value
    if stated is None:
        yield Unchecked(reason=_NO_NUMBER(found=text), location=place)
        return
    part, whole = _cell(bound, share.part), _cell(bound, share.whole)
    if part is None or whole is None:
        yield _unchecked(bound, (share.part, share.whole), passage)
        return
    a, b = (_value(cell, options) for cell in (part, whole))
    if a is None or not b:
        yield Unchecked(
            reason=_NO_FIGURE if a is None or b is None else _OF_NOTHING,
            location=place,
            causes=(share.part, share.whole),
        )
        return
    unit = _NO_DECIMALS.scaleb(int(stated.as_tuple().exponent))
    expected = (a * 100 / b).quantize(unit, ROUND_HALF_UP)
    if abs(stated - expected) > options.tolerance:
        yield Problem(
            message=_WRONG(found=f"{stated:f}", expected=f"{expected:f}", part=a, whole=b),
            location=place,
            expected=f"{expected:f}",
            found=text,
            related=(part.location, whole.location),
            fix=Fix(place, f"{expected:f}"),
        )


def _cell(bound: BoundForm, ref: FigureRef) -> BoundCell | None:
    table = bound.tables.get(ref.table)
    return table.cell(ref.row, ref.column) if table is not None else None


def _value(cell: BoundCell, options: Options) -> Decimal | None:
    return Decimal(0) if cell.figure.blank and options.blank == "zero" else cell.figure.value


def _unchecked(bound: BoundForm, refs: tuple[FigureRef, ...], passage: Passage) -> Unchecked:
    """The unchecked result for a missing figure, or for its table if that is missing."""
    for form in bound.form.tables:
        if form.name not in bound.tables and any(ref.table == form.name for ref in refs):
            return missing_table(bound, form)
    return Unchecked(reason=_NO_FIGURE, location=passage.location, causes=refs)


KIND = Kind(name="prose-share", options=Options, run=run)
