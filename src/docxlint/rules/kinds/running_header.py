"""Whether page headers and footers name the organ and the year of the document, or none."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from docxlint.core.document import Paragraph
from docxlint.core.finding import NotApplicable, Problem, Unchecked
from docxlint.core.location import shorten
from docxlint.core.message import Message
from docxlint.core.reference import TITLE
from docxlint.form.bound import BoundForm
from docxlint.form.find_signature import find_signature
from docxlint.rules.rule import Kind, Outcome

_YEAR = Message(
    zh="页眉或页脚写的是{found}年，报告年度是{year}年：“{text}”",
    en="the header or footer names {found}, but the report year is {year}: “{text}”",
)
_ORGAN = Message(
    zh="页眉或页脚写的是“{found}”，本报告的机关是“{organ}”",
    en="the header or footer names “{found}”, but this is a report of “{organ}”",
)
_NO_HEADERS = Message(zh="页眉和页脚没有文字", en="the headers and footers have no text")
_NO_YEAR = Message(
    zh="不知道报告年度，无法核对页眉和页脚",
    en="the report year is not known, so headers and footers cannot be checked",
)


class Options(msgspec.Struct, frozen=True):
    """There are no options. A header may name no organ and no year, an organ above this one, or
    a part of it.
    """


def run(bound: BoundForm, _: Options) -> Iterator[Outcome]:
    """Yield each header or footer with another year or another organ, each text once."""
    texts: dict[str, Paragraph] = {}
    for story in bound.document.stories:
        if story.kind in ("header", "footer"):
            for block in story.blocks:
                if isinstance(block, Paragraph) and block.text.strip():
                    texts.setdefault(block.text.strip(), block)
    if not texts:
        yield NotApplicable(reason=_NO_HEADERS)
        return
    years, titles = bound.language.years, bound.language.titles
    name = bound.language.folding.fold(bound.form.title.name)
    organ = bound.title.organ if bound.title is not None else ""
    if not organ:
        closing = find_signature(bound)
        organ = (closing.organ if closing is not None else None) or ""
    for text, paragraph in texts.items():
        named_year = years.last_year_named(text)
        if named_year is not None and bound.year is None:
            yield Unchecked(reason=_NO_YEAR, location=paragraph.location, causes=(TITLE,))
        elif named_year is not None and named_year != bound.year:
            yield Problem(
                message=_YEAR(found=named_year, year=bound.year, text=shorten(text)),
                location=paragraph.location,
                found=text,
            )
        folded = bound.language.folding.fold(text)
        is_title = named_year is not None or name in folded
        named = titles.read_title(folded, name).organ if is_title else text
        other = bound.language.signatures.signed_organ(named, "") if named else None
        if organ and other is not None and bound.language.organs.is_other(other, organ):
            yield Problem(
                message=_ORGAN(found=shorten(other), organ=shorten(organ)),
                location=paragraph.location,
                found=other,
            )


KIND = Kind(name="running-header", options=Options, run=run)
