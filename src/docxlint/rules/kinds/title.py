"""Whether the title names the kind of document and its year, and has the form's wording."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from docxlint.core.finding import Problem, Unchecked
from docxlint.core.location import shorten
from docxlint.core.message import Message
from docxlint.core.reference import TITLE
from docxlint.form.bound import BoundForm, BoundTitle
from docxlint.form.find_signature import find_signature
from docxlint.rules.rule import Kind, Outcome
from docxlint.text.protocols import Titles

_NO_TITLE = Message(
    zh="没有找到标题，应写作“{expected}”", en="there is no title; it should read “{expected}”"
)
_OTHER = Message(
    zh="标题写作“{found}”，应为“{expected}”", en="the title reads “{found}”, not “{expected}”"
)
_NO_YEAR = Message(
    zh="标题“{found}”没有写明年份，应写作“{expected}”",
    en="the title “{found}” names no year; it should read “{expected}”",
)
_NO_ORGAN = Message(
    zh="标题“{found}”没有写明机关名称，应写作“{expected}”",
    en="the title “{found}” names no organ; it should read “{expected}”",
)
_TWICE = Message(zh="标题重复：“{found}”又写了一遍", en="the title “{found}” is there twice")
_NOTHING = Message(zh="没有可以核对的标题", en="there is no title to compare")
# How much of the name must be there, in its order, for a title to name it with a slip.
_ENOUGH = 0.8


class Options(msgspec.Struct, frozen=True):
    """`require` is what is asked of the title: that it names the kind of document and the year
    (a slip in the name is let pass), or that it has the form's wording, organ included, once.
    """

    require: Literal["name", "wording"]


def run(bound: BoundForm, options: Options) -> Iterator[Outcome]:
    """What is wrong with the title."""
    named = list(_unnamed(bound))
    if options.require == "name":
        yield from named
    elif named or bound.title is None:
        yield Unchecked(
            reason=_NOTHING,
            location=named[0].location if named else bound.document.location,
            causes=(TITLE,),
        )
    else:
        yield from _misworded(bound, bound.title)


def _unnamed(bound: BoundForm) -> Iterator[Problem]:
    """That there is no title, or that it names another kind of document or no year."""
    title, name = bound.title, bound.language.folding.fold(bound.form.title.name)
    if title is None:
        expected = _right(bound, "")
        yield Problem(
            message=_NO_TITLE(expected=expected),
            location=bound.document.location,
            expected=expected,
            subjects=(TITLE,),
        )
        return
    other = not _nearly(bound.language.titles.without_years(title.text), name)
    if other or title.year is None:
        expected = _right(bound, _organ(title, name, bound.language.titles))
        found = shorten(title.text, 60)
        yield Problem(
            message=(_OTHER if other else _NO_YEAR)(found=found, expected=expected),
            location=title.location,
            expected=expected,
            found=title.text,
            subjects=(TITLE,),
        )


def _misworded(bound: BoundForm, title: BoundTitle) -> Iterator[Problem]:
    """That the title differs from the form's wording, and that it is said again."""
    fold = bound.language.folding.fold
    organ = _organ(title, fold(bound.form.title.name), bound.language.titles)
    expected = _right(bound, organ)
    if not organ or fold(expected) != title.text:
        yield Problem(
            message=(_OTHER if organ else _NO_ORGAN)(
                found=shorten(title.text, 60), expected=expected
            ),
            location=title.location,
            expected=expected,
            found=title.text,
        )
    if title.repeats is not None:
        text = shorten(title.repeats.text.strip(), 60)
        yield Problem(
            message=_TWICE(found=text),
            location=msgspec.structs.replace(title.repeats.location, text=text),
            found=text,
            related=(title.location,),
        )


def _organ(title: BoundTitle, name: str, titles: Titles) -> str:
    """The organ that a title names, once: what stands before the year, or before the name."""
    rest = titles.without_years(title.text)
    organ = titles.write_organ(rest.partition(name)[0] if name in rest else title.organ)
    half = len(organ) // 2
    if half > 1 and organ[:half] == organ[half:]:
        return organ[:half]
    return organ


def _right(bound: BoundForm, organ: str) -> str:
    """The title as the form has it, with the organ (else of the signature) and year if known."""
    titles = bound.language.titles
    if not organ:
        closing = find_signature(bound)
        organ = (closing.organ if closing is not None else None) or titles.ORGAN_PLACEHOLDER
    wording = bound.form.title.wording
    year = str(bound.year) if bound.year is not None else titles.YEAR_PLACEHOLDER
    return wording.replace("{organ}", organ).replace("{year}", year)


def _nearly(text: str, name: str) -> bool:
    """Whether `text` holds the name, or most of its characters running in its order."""
    if name in text:
        return True
    from rapidfuzz.distance import LCSseq  # only slips pay for it

    return LCSseq.similarity(text, name) >= _ENOUGH * len(name)


KIND = Kind(name="title", options=Options, run=run)
