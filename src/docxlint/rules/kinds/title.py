"""Whether the title names the document and its year, and has the form's wording."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from docxlint.core.finding import Problem, Severity, Unchecked
from docxlint.core.location import shorten
from docxlint.core.message import Message
from docxlint.core.reference import TITLE
from docxlint.form.bound import BoundForm, BoundTitle
from docxlint.form.find_signature import find_signature
from docxlint.rules.rule import Kind, Outcome
from docxlint.text.title_protocols import Titles

_NO_TITLE = Message(
    zh="没有找到标题，应为“{expected}”", en="there is no title; it should be “{expected}”"
)
_OTHER = Message(
    zh="标题应为“{expected}”，现为“{found}”", en="the title should be “{expected}”, not “{found}”"
)
_NO_YEAR = Message(
    zh="标题没有写明年份：应为“{expected}”，现为“{found}”",
    en="the title does not name a year: it should be “{expected}”, not “{found}”",
)
_NO_ORGAN = Message(
    zh="标题没有写明机关名称：应为“{expected}”，现为“{found}”",
    en="the title does not name the organ: it should be “{expected}”, not “{found}”",
)
_TWICE = Message(zh="标题重复：“{found}”", en="the title appears twice: “{found}”")
_NOTHING = Message(zh="没有可以核对的标题", en="there is no title to check")
# The part of the name that a title with a slip must have, in the right order.
_ENOUGH = 0.8
# So many characters at the end of an organ's name begin the name of the document.
_SHORTEST = 4


class Options(msgspec.Struct, frozen=True):
    """`require` says what to check: that the title names the kind of document and the year (a
    slip in the name is ignored), or that it has the form's wording with the organ, once.
    """

    require: Literal["name", "wording"]


def run(bound: BoundForm, options: Options) -> Iterator[Outcome]:
    """Yield what is wrong with the title."""
    unnamed = list(_unnamed(bound))
    if options.require == "name":
        yield from unnamed
    elif unnamed or bound.title is None:
        yield Unchecked(
            reason=_NOTHING,
            location=unnamed[0].location if unnamed else bound.document.location,
            causes=(TITLE,),
        )
    else:
        yield from _misworded(bound, bound.title)


def _unnamed(bound: BoundForm) -> Iterator[Problem]:
    """Yield a problem if there is no title, or if it names another document or no year."""
    title, name = bound.title, bound.language.folding.fold(bound.form.title.name)
    if title is None:
        expected = _expected_title(bound, "")
        yield Problem(
            message=_NO_TITLE(expected=expected),
            location=bound.document.location,
            expected=expected,
            subjects=(TITLE,),
        )
        return
    other = not _contains_nearly(bound.language.titles.without_years(title.text), name)
    if other or title.year is None:
        expected = _expected_title(bound, _organ(title, name, bound.language.titles))
        text = shorten(title.text, 60)
        yield Problem(
            message=(_OTHER if other else _NO_YEAR)(found=text, expected=expected),
            location=title.location,
            expected=expected,
            found=title.text,
            subjects=(TITLE,),
        )


def _misworded(bound: BoundForm, title: BoundTitle) -> Iterator[Problem]:
    """Yield a problem if the title has another wording, and one if it appears twice."""
    fold = bound.language.folding.fold
    organ = _organ(title, fold(bound.form.title.name), bound.language.titles)
    expected = _expected_title(bound, organ)
    # Another rule says that the year is wrong.
    if not organ or fold(_expected_title(bound, organ, title.year)) != title.text:
        yield Problem(
            severity=Severity.INFO
            if _is_reordered(title, fold(expected), bound.language.titles)
            else None,
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


def _is_reordered(title: BoundTitle, expected: str, titles: Titles) -> bool:
    """Whether the year stands before the organ, and nothing else differs."""
    bare = titles.without_years
    year_first = not title.organ or not title.text.startswith(title.organ)
    return year_first and title.year is not None and bare(title.text) == bare(expected)


def _organ(title: BoundTitle, name: str, titles: Titles) -> str:
    """The organ that a title names: the words before the year, or before the document's name."""
    text = titles.without_years(title.text)
    organ = titles.write_organ(text.partition(name)[0] if name in text else title.organ)
    for length in range(len(name), _SHORTEST - 1, -1):
        if organ.endswith(name[:length]):  # the year stands inside the name of the document
            organ = organ[: len(organ) - length]
            break
    half = len(organ) // 2
    if half > 1 and organ[:half] == organ[half:]:
        return organ[:half]
    return organ


def _expected_title(bound: BoundForm, organ: str, year: int | None = None) -> str:
    """The title as in the form, with the organ (or that of the signature) and the year.

    Without `year` it has the report year, if that is known.
    """
    titles = bound.language.titles
    if not organ:
        closing = find_signature(bound)
        organ = (closing.organ if closing is not None else None) or titles.ORGAN_PLACEHOLDER
    wording = bound.form.title.wording
    year = bound.year if year is None else year
    year_text = str(year) if year is not None else titles.YEAR_PLACEHOLDER
    return wording.replace("{organ}", organ).replace("{year}", year_text)


def _contains_nearly(text: str, name: str) -> bool:
    """Whether `text` contains the name, or most of its characters in the right order."""
    if name in text:
        return True
    from rapidfuzz.distance import LCSseq  # imported here because only slips need it

    return LCSseq.similarity(text, name) >= _ENOUGH * len(name)


KIND = Kind(name="title", options=Options, run=run)
