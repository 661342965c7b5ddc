"""Whether a document still has tracked changes and comments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from docxlint.core.finding import Problem
from docxlint.core.location import Location
from docxlint.core.message import Message
from docxlint.form.bound import BoundForm
from docxlint.form.passages import section_labeller
from docxlint.rules.rule import Kind, Outcome

_CHANGES = Message(
    zh="还有{count}处修订没有接受或拒绝",
    en="tracked changes that are neither accepted nor rejected: {count}",
)
_COMMENTS = Message(zh="还有{count}条批注没有删除", en="comments not removed: {count}")
_LISTED = 20


class Options(msgspec.Struct, frozen=True):
    """`ignore` has authors whose changes and comments do not count."""

    ignore: frozenset[str] = frozenset()


def run(bound: BoundForm, options: Options) -> Iterator[Outcome]:
    """Yield a problem for all changes and one for all comments, located at the first."""
    ignored = {author.strip().casefold() for author in options.ignore}

    def counts(author: str | None) -> bool:
        return (author or "").strip().casefold() not in ignored

    document = bound.document
    changes = [r.location for r in document.revisions if counts(r.author)]
    comments = [s.location for s in document.stories if s.kind == "comment" and counts(s.author)]
    with_section = section_labeller(bound)
    for message, places in ((_CHANGES, changes), (_COMMENTS, comments)):
        if places:
            yield _problem(message, [with_section(place) for place in places])


def _problem(message: Message, places: Sequence[Location]) -> Problem:
    return Problem(
        message=message(count=len(places)),
        location=places[0],
        found=str(len(places)),
        related=tuple(places[1 : _LISTED + 1]),
    )


KIND = Kind(name="revisions", options=Options, run=run)
