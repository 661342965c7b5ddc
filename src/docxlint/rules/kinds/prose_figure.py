"""Whether a figure that running text states is the one that the tables have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

import msgspec

from docxlint.core.finding import NotApplicable, Problem, Unchecked
from docxlint.core.location import Location, shorten
from docxlint.core.message import Message
from docxlint.core.option_types import InvalidOption, Regex
from docxlint.core.reference import FigureRef, SectionRef
from docxlint.form.bound import BoundCell, BoundForm
from docxlint.form.passages import running_texts
from docxlint.rules.bound_tables import missing_table
from docxlint.rules.rule import Kind, Outcome
from docxlint.rules.text_patterns import NumberPattern
from docxlint.text.running_text import RunningText

_WRONG = Message(
    zh="写作“{said}”，而表中“{place}”是 {expected}",
    en="the text says “{said}”, but “{place}” is {expected} in the table",
)
_NO_FIGURE = Message(
    zh="正文写作“{said}”，而表中“{place}”不是数字，无法核对",
    en="the text says “{said}”, but “{place}” is no number in the table",
)
_NO_CELL = Message(
    zh="正文写作“{said}”，而表中没有这一项，无法核对",
    en="the text says “{said}”, but the table has no cell for it",
)
_NONE = Message(zh="正文没有写明表中的数字", en="the text states none of the figures of the tables")
_NAME = re.compile(r"\s*([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)\s*", re.ASCII)
_NO_SUM = Message(zh="应写作“表.行.列”，几项相加用 +", en="write table.row.column, with + between")
_OWN = 3  # characters of an organ's name that still name it
_REACH = 300  # characters before and behind a number that may tell what it is about
_SAID = 30


class Sum(msgspec.Struct, frozen=True):
    """Figures of the form that are added up, by their full names, table.row.column."""

    source: str
    figures: tuple[FigureRef, ...]

    @classmethod
    def parse(cls, text: str) -> Sum:
        """The sum that `text` writes: names with + between them. Raises InvalidOption."""
        figures = []
        at = 0
        for piece in text.split("+"):
            match = _NAME.fullmatch(piece)
            if match is None:
                raise InvalidOption(_NO_SUM, at)
            figures.append(_figure(match.group(1), at))
            at += len(piece) + 1
        return cls(text, tuple(figures))


def _figure(name: str, offset: int) -> FigureRef:
    try:
        return FigureRef.parse(name)
    except InvalidOption as error:
        raise InvalidOption(error.message, offset) from error


class Quote(msgspec.Struct, frozen=True):
    """What sentences say of a figure: `says` match the words with the number, `none` those that
    deny that there was anything; a paragraph that has none of `words` says neither. The number
    is right when it is one of the sums in `equals`, the first of which is what the words mean.
    A sentence that matches `unless` tells of something else.
    """

    words: tuple[str, ...]
    says: tuple[NumberPattern, ...]
    equals: tuple[Sum, ...]
    none: Regex | None = None
    unless: Regex | None = None


class Options(msgspec.Struct, frozen=True):
    """`figures` are looked for in the running text of `sections`, of the whole document without.

    `unless` spares all of them: it is looked for from the start of the sentence to the end of
    the clause with the number, in which the organ of the title is called 我. Round numbers,
    changes, and what is said of another year than the report's are left alone.
    """

    figures: tuple[Quote, ...]
    sections: tuple[SectionRef, ...] = ()
    unless: Regex | None = None


class _Said(msgspec.Struct, frozen=True):
    """A number that a sentence states, and its words, `text.text[start:end]`."""

    quote: Quote
    value: Decimal
    text: RunningText
    start: int
    end: int


def run(bound: BoundForm, options: Options) -> Iterator[Outcome]:
    """Every figure of the text that is not the one of its table."""
    none = True
    for text in running_texts(bound, tuple(map(str, options.sections))):
        for said in _stated(text, options, bound):
            none = False
            yield from _judge(bound, said)
    if none:
        yield NotApplicable(reason=_NONE)


def _stated(text: RunningText, options: Options, bound: BoundForm) -> Iterator[_Said]:
    """What a text says of the figures, of the document's own organ and year."""
    language = bound.language
    marks = language.sentences.PHRASE_MARKS
    for quote in options.figures:
        if not any(word in text.text for word in quote.words):
            continue
        spans = [span for says in quote.says for span in says.regex(language).spans(text.text)]
        unless = tuple(each for each in (options.unless, quote.unless) if each is not None)
        for start in dict.fromkeys(start for start, _ in spans):
            stated = language.quantities.quantity_at(text.text, start)
            if stated is None or not stated.exact or stated.moved:
                continue
            if not _elsewhere(text.text, start, stated.end, unless, bound):
                reach = max(0, start - _REACH)
                begin = max(reach, *(text.text.rfind(m, reach, start) + 1 for m in marks))
                yield _Said(quote, stated.value, text, begin, stated.end)
        for start, end in quote.none.spans(text.text) if quote.none is not None else ():
            if not _elsewhere(text.text, start, end, unless, bound):
                end -= text.text[end - 1] in marks
                yield _Said(quote, Decimal(0), text, start, end)


def _elsewhere(text: str, start: int, end: int, unless: Sequence[Regex], bound: BoundForm) -> bool:
    """Whether the words from `start` to `end` are said of something or of a year that is not
    the document's own.
    """
    reach = max(0, start - _REACH)
    sentences = bound.language.sentences
    begin = max(reach, *(text.rfind(mark, reach, start) + 1 for mark in sentences.STOPS))
    clause_end = sentences.clause_end(text, end - 1, end + _REACH)
    context = _own(text[begin:clause_end], bound)
    if any(pattern.found(context) for pattern in unless):
        return True
    since = max(reach, text.rfind(sentences.FULL_STOP, reach, start))
    year = bound.language.years.last_year_named(text[since:start])
    return year is not None and bound.year is not None and year != bound.year


def _own(context: str, bound: BoundForm) -> str:
    """`context` with the organ's name, or the end of it, put as OWN_NAME (我)."""
    organ = bound.title.organ if bound.title is not None else ""
    for at in range(len(organ) - _OWN + 1):
        if organ[at:] in context:
            return context.replace(organ[at:], bound.language.sentences.OWN_NAME)
    return context


def _judge(bound: BoundForm, said: _Said) -> Iterator[Outcome]:
    words = said.text.text[said.start : said.end]
    place = said.text.place(said.start, said.end)
    cells = [_cells(bound, each) for each in said.quote.equals]
    values = [_value(each) for each in cells]
    if said.value in values:
        return
    meant, first = said.quote.equals[0], cells[0]
    causes = tuple(ref for each in said.quote.equals for ref in each.figures)
    if None in values:
        yield _unjudged(bound, meant, first, words, place, causes)
        return
    yield Problem(
        message=_WRONG(said=shorten(words, _SAID), place=_labels(first), expected=_reckoned(first)),
        location=place,
        expected=str(values[0]),
        found=words,
        related=tuple(cell.location for cell in first if cell is not None),
    )


def _unjudged(
    bound: BoundForm,
    meant: Sum,
    cells: Sequence[BoundCell | None],
    words: str,
    place: Location,
    causes: tuple[FigureRef, ...],
) -> Unchecked:
    for form in bound.form.tables:
        if form.name not in bound.tables and meant.figures[0].table == form.name:
            return missing_table(bound, form)
    said = shorten(words, _SAID)
    lost = _NO_CELL(said=said)
    reason = lost if None in cells else _NO_FIGURE(said=said, place=_labels(cells))
    return Unchecked(reason=reason, location=place, causes=causes)


def _cells(bound: BoundForm, meant: Sum) -> list[BoundCell | None]:
    cells = []
    for ref in meant.figures:
        table = bound.tables.get(ref.table)
        cells.append(table.cell(ref.row, ref.column) if table is not None else None)
    return cells


def _value(cells: Sequence[BoundCell | None]) -> Decimal | None:
    total = Decimal(0)
    for cell in cells:
        if cell is None or cell.figure.value is None:
            return None
        total += cell.figure.value
    return total


def _labels(cells: Sequence[BoundCell | None]) -> str:
    places = [cell.location for cell in cells if cell is not None]
    return " + ".join(" × ".join(each for each in (p.row, p.column) if each) for p in places)


def _reckoned(cells: Sequence[BoundCell | None]) -> str:
    each = [str(cell.figure.value) for cell in cells if cell is not None]
    return each[0] if len(each) == 1 else f"{' + '.join(each)} = {_value(cells)}"


KIND = Kind(name="prose-figure", options=Options, run=run)
