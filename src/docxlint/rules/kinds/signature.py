"""Whether the organ and the date close the document (GB/T 9704—2012, 7.3.5)."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from docxlint.core.finding import Problem
from docxlint.core.location import shorten, within
from docxlint.core.message import Message
from docxlint.core.reference import SIGNATURE, SIGNATURE_DATE, SIGNATURE_ORGAN
from docxlint.form.bound import BoundForm
from docxlint.form.find_signature import end_location, find_signature
from docxlint.rules.rule import Kind, Outcome

_NEITHER = Message(
    zh="文末没有落款，应写明机关名称和成文日期",
    en="the document is not signed: the organ's name and the date should close it",
)
_NO_DATE = Message(
    zh="落款“{organ}”后面没有成文日期", en="no date follows the organ “{organ}” at the end"
)
_INCOMPLETE = Message(
    zh="成文日期不完整：“{found}”，应写明年、月、日",
    en="the closing date is incomplete: “{found}”; year, month and day should be there",
)
_NO_ORGAN = Message(
    zh="成文日期“{date}”前面没有机关名称", en="no organ is named before the closing date “{date}”"
)
_ORDER = Message(
    zh="落款的次序不对：机关名称“{organ}”应在成文日期“{date}”之前",
    en="the organ “{organ}” should come before the closing date “{date}”",
)


class Options(msgspec.Struct, frozen=True):
    """There is nothing to choose."""


def run(bound: BoundForm, _options: Options) -> Iterator[Outcome]:
    """What the signature lacks, as one problem."""
    closing = find_signature(bound)
    if closing is None:
        yield Problem(message=_NEITHER, location=end_location(bound), subjects=(SIGNATURE,))
        return
    organ = shorten(closing.organ or "")
    if closing.incomplete is not None:
        line = closing.incomplete
        place = within(line.location, line.start, line.start + len(line.text), line.text)
        yield Problem(
            message=_INCOMPLETE(found=shorten(line.text)),
            location=place,
            found=line.text,
            subjects=(SIGNATURE_DATE,),
        )
    elif closing.date is None:
        yield Problem(
            message=_NO_DATE(organ=organ),
            location=closing.organ_location or end_location(bound),
            subjects=(SIGNATURE_DATE,),
        )
    elif closing.organ is None:
        yield Problem(
            message=_NO_ORGAN(date=shorten(closing.date.text)),
            location=closing.date_location or end_location(bound),
            subjects=(SIGNATURE_ORGAN,),
        )
    elif not closing.ordered:
        yield Problem(
            message=_ORDER(organ=organ, date=shorten(closing.date.text)),
            location=closing.date_location or end_location(bound),
        )


KIND = Kind(name="signature", options=Options, run=run)
