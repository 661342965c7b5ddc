"""Whether the closing date is typed text, and no field that Word changes by itself."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from docxlint.core.finding import Problem, Unchecked
from docxlint.core.message import Message
from docxlint.core.reference import SIGNATURE_DATE
from docxlint.form.bound import BoundForm
from docxlint.form.find_signature import end_location, find_signature
from docxlint.rules.rule import Kind, Outcome

_CHANGES = Message(
    zh="成文日期“{date}”是自动更新的日期，每次打开都会变，应改为直接输入的日期",
    en="the closing date “{date}” is a field that changes whenever the file is opened; type it",
)
_NO_DATE = Message(
    zh="落款没有成文日期，无法核对", en="the signature has no date, so this cannot be checked"
)


class Options(msgspec.Struct, frozen=True):
    """There are no options. Fields elsewhere, such as the date of printing in a footer, are no
    problem.
    """


def run(bound: BoundForm, _: Options) -> Iterator[Outcome]:
    """Yield a problem if the closing date stands in a field that changes."""
    closing = find_signature(bound)
    place = closing.date_location if closing is not None else None
    if closing is None or closing.date is None or place is None:
        yield Unchecked(reason=_NO_DATE, location=end_location(bound), causes=(SIGNATURE_DATE,))
        return
    for field in bound.document.changing_fields:
        if field.location.part == place.part and field.location.node.is_within(place.node):
            yield Problem(
                message=_CHANGES(date=closing.date.text),
                location=place,
                found=field.text,
            )
            return


KIND = Kind(name="typed-date", options=Options, run=run)
