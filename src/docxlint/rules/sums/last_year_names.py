"""Names in formulas that stand for figures of last year's report: previous.NAME."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docxlint.rules.sums.formula import Formula, FormulaName, Term

_PREFIX = "previous."


def has_prefix(name: str) -> bool:
    """Whether a name in a formula begins with previous."""
    return name.startswith(_PREFIX)


def is_last_year(name: FormulaName) -> bool:
    """Whether a name, or the start of a range, stands for figures of last year."""
    return has_prefix(name.name)


def without_prefix(name: FormulaName) -> FormulaName:
    """Return `name` without previous. before it, and before the end of its range."""
    if not is_last_year(name):
        return name
    length = len(_PREFIX)
    last = name.last.removeprefix(_PREFIX) if name.last is not None else None
    return FormulaName(name.name[length:], name.offset + length, last, name.last_offset + length)


def plain_formula(formula: Formula, *, last_year: bool | None = None) -> Formula:
    """Return `formula` with names without prefix.

    With `last_year` it keeps only the names of last year (True) or of this year (False).
    """

    def side(terms: Sequence[Term]) -> Iterator[Term]:
        for term in terms:
            names = (n for n in term.names if last_year is None or is_last_year(n) is last_year)
            yield Term(term.factor, tuple(map(without_prefix, names)))

    return Formula(formula.source, tuple(side(formula.left)), tuple(side(formula.right)))
