"""Whether the document ends with the organ and the date (GB/T 9704—2012, 7.3.5)."""

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
    en="the document has no signature; it should end with the organ's name and the date",
)
_NO_DATE = Message(
    zh="落款“{organ}”后面没有成文日期",
    en="there is no date after the organ “{organ}” in the signature",
)
_INCOMPLETE = Message(
    zh="成文日期不完整：“{found}”，应写明年、月、日",
    en="the date in the signature is incomplete: “{found}”; give year, month and day",
)
_NO_ORGAN = Message(
    zh="成文日期“{date}”前面没有机关名称",
    en="no organ is named before the date “{date}” in the signature",
)
_ORDER = Message(
    zh="落款的次序不对：机关名称“{organ}”应在成文日期“{date}”之前",
    en="in the signature the organ “{organ}” should come before the date “{date}”",
)


class Options(msgspec.Struct, frozen=True):
    """There are no options."""


def run(bound: BoundForm, _options: Options) -> Iterator[Outcome]:
    """Yield what the signature lacks, as one problem."""
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
