"""Whether title, introduction and signature name the same organ."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from docxlint.core.finding import Problem, Unchecked
from docxlint.core.location import Location, shorten, within
from docxlint.core.message import Message
from docxlint.core.reference import SIGNATURE_ORGAN, TITLE
from docxlint.form.bound import BoundForm
from docxlint.form.find_signature import end_location, find_signature
from docxlint.rules.rule import Kind, Outcome

_OTHER = Message(
    zh="{place}写的是“{found}”，标题写的是“{organ}”，两处机关名称不一致，请核对",
    en="{place} names “{found}”, but the title names “{organ}”; check which is right",
)
_SIGNATURE = Message(zh="落款", en="the signature")
_INTRODUCTION = Message(zh="开头", en="the introduction")
_NO_TITLE = Message(
    zh="标题里没有机关名称，无法核对",
    en="the title does not name the organ, so this cannot be checked",
)
_NO_SIGNATURE = Message(
    zh="落款没有机关名称，无法核对",
    en="the signature does not name the organ, so this cannot be checked",
)


class Options(msgspec.Struct, frozen=True):
    """There are no options. Short names, the office of an authority and the authority above it
    agree with the title.
    """


def run(bound: BoundForm, _: Options) -> Iterator[Outcome]:
    """Yield each place that names another organ than the title."""
    organ = bound.title.organ if bound.title is not None else ""
    if bound.title is None or not organ:
        place = bound.title.location if bound.title is not None else bound.document.location
        yield Unchecked(reason=_NO_TITLE, location=place, causes=(TITLE,))
        return
    closing = find_signature(bound)
    if closing is None or closing.organ is None or closing.organ_location is None:
        yield Unchecked(
            reason=_NO_SIGNATURE, location=end_location(bound), causes=(SIGNATURE_ORGAN,)
        )
    elif bound.language.organs.is_other(closing.organ, organ):
        yield _problem(bound, _SIGNATURE, closing.organ, closing.organ_location)
    for name, place in _introductions(bound):
        if bound.language.organs.is_other(name, organ):
            yield _problem(bound, _INTRODUCTION, name, place)


def _problem(bound: BoundForm, place: Message, name: str, location: Location) -> Problem:
    title = bound.title
    return Problem(
        message=_OTHER(
            place=place, found=shorten(name), organ=shorten(title.organ if title else "")
        ),
        location=location,
        found=name,
        related=(title.location,) if title is not None else (),
    )


def _introductions(bound: BoundForm) -> Iterator[tuple[str, Location]]:
    """The organs named before the year and the name of the document, in the introduction."""
    organs = bound.language.organs
    for passage in bound.passages:
        if passage.role == "text" and passage.location.section is None:
            for start, end in organs.named_before(passage.text, bound.form.title.name):
                name = passage.text[start:end]
                yield name, within(passage.location, start, end, name)


KIND = Kind(name="organ", options=Options, run=run)
