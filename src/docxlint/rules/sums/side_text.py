"""The sides of a formula in words: the figures that they add up, and their value."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from docxlint.core.message import Message
from docxlint.core.reference import FigureRef
from docxlint.form.bound import BoundForm
from docxlint.rules.sums.evaluate import SideValue, Summand
from docxlint.rules.sums.figure_names import block_of, label_of_figure

_LAST_YEAR = Message(zh="上年", en="last year's ")
_THIS_YEAR = Message(zh="", en="")
_ITEM = Message(zh="第{printed}项", en="item {number}")
_PLUS = Message(zh="加", en=" plus ")
_MINUS = Message(zh="减", en=" minus ")
_FIXED = Message(zh="规定的数为{value}", en="the fixed number is {value}")
_FIGURE_IS = Message(zh="另一项为{value}", en="the other figure is {value}")
_LAST_IS = Message(zh="上年为{value}", en="last year's figure is {value}")
_IS = Message(zh="{names}为{value}", en="{names} is {value}")
# A side with more figures than this is written as numbers.
_MOST_NAMES = 3
# The level of the numbers 一、 二、 (GB/T 9704—2012, 7.3.3).
_TOP_LEVEL = 1


def sum_text(side: SideValue) -> Message:
    """Write the sum in numbers: 3 + 2 × 4 − last year's 5. Zeros within a sum(…) are left out."""
    parts: list[Message] = []
    for summand in side.summands:
        if summand.value is not None and (summand.value or not summand.in_sum):
            parts.append(_number(summand, summand.value, first=not parts))
    return Message("".join(p.zh for p in parts) or "0", "".join(p.en for p in parts) or "0")


def sides_text(
    bound: BoundForm, each: str | None, left: SideValue, right: SideValue
) -> tuple[Message, Message]:
    """Say what each side adds up, and its value.

    Figures are named by the numbers of their rows or columns on the form (第一项加第二项为17),
    or else by their labels. Sides that are too long for that are written in numbers.
    """
    sides = (left, right)
    if not all(_has_names(side) for side in sides):
        return _numbers(left), _numbers(right)
    names = _item_numbers(bound, each, [ref for side in sides for ref, _ in side.figures()])
    first, second = (_names(bound, each, side, names) for side in sides)
    return first, second


def _has_names(side: SideValue) -> bool:
    figures = side.figures()
    return (
        0 < len(figures) == len(side.summands) <= _MOST_NAMES
        and figures[0][1].factor == 1
        and all(abs(summand.factor) == 1 and not summand.last_year for _, summand in figures)
    )


def _item_numbers(
    bound: BoundForm, each: str | None, refs: Sequence[FigureRef]
) -> dict[FigureRef, Message]:
    """The numbers printed before the outermost labels, if every figure has its own; else none."""
    numbers: dict[FigureRef, Message] = {}
    headings = bound.language.headings
    for ref in refs:
        block = block_of(bound.form, ref)
        lines, name = (block.columns, ref.column) if each == "row" else (block.rows, ref.row)
        label = next(line.path[0] for line in lines if line.name == name)
        number = headings.heading_number(label)
        if each is None or number is None or number.level != _TOP_LEVEL:
            return {}
        printed = headings.without_closing_marks(label[: number.end])
        numbers[ref] = _ITEM(printed=printed, number=number.value)
    return numbers if len(set(numbers.values())) == len(refs) else {}


def _names(
    bound: BoundForm, each: str | None, side: SideValue, numbers: dict[FigureRef, Message]
) -> Message:
    zh = en = ""
    for ref, summand in side.figures():
        name = numbers.get(ref) or label_of_figure(bound.form, each, ref)
        sign = _THIS_YEAR if not zh else _PLUS if summand.factor > 0 else _MINUS
        zh, en = f"{zh}{sign.zh}{name.zh}", f"{en}{sign.en}{name.en}"
    return _IS(names=Message(zh, en), value=f"{side.value:f}")


def _numbers(side: SideValue) -> Message:
    text, value = sum_text(side), f"{side.value:f}"
    if len(side.summands) == 1:
        (summand,) = side.summands
        if summand.ref is None:
            return _FIXED(value=value)
        if summand.factor == 1:
            return (_LAST_IS if summand.last_year else _FIGURE_IS)(value=value)
    return Message(f"{text.zh} = {value}", f"{text.en} = {value}")


def _number(summand: Summand, value: Decimal, *, first: bool) -> Message:
    negative = (summand.factor < 0) != (value < 0)
    sign = ("−" if negative else "") if first else (" − " if negative else " + ")
    times = f"{abs(summand.factor):f} × " if abs(summand.factor) != 1 else ""
    number = f"{times}{abs(value):f}"
    year = _LAST_YEAR if summand.last_year else _THIS_YEAR
    return Message(f"{sign}{year.zh}{number}", f"{sign}{year.en}{number}")
