"""Names in formulas that stand for figures of last year's report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docxlint.rules.sums.formula import Formula, Ref, Term

# Before a name in a formula: the figure of that name in last year's report.
_LAST = "previous."


def is_name_of_last(name: str) -> bool:
    """Whether a name in a formula is of last year."""
    return name.startswith(_LAST)


def is_last(ref: Ref) -> bool:
    """Whether a reference is to figures of last year."""
    return is_name_of_last(ref.name)


def bare(ref: Ref) -> Ref:
    """`ref` without what tells it to be of last year."""
    if not is_last(ref):
        return ref
    skipped = len(_LAST)
    last = ref.last.removeprefix(_LAST) if ref.last is not None else None
    return Ref(ref.name[skipped:], ref.offset + skipped, last, ref.last_offset + skipped)


def plain(formula: Formula, *, last: bool | None = None) -> Formula:
    """`formula` with bare names: all of them, or those of last year alone, or of this year."""

    def side(terms: Sequence[Term]) -> Iterator[Term]:
        for term in terms:
            refs = (ref for ref in term.refs if last is None or is_last(ref) is last)
            yield Term(term.factor, tuple(map(bare, refs)))

    return Formula(formula.source, tuple(side(formula.left)), tuple(side(formula.right)))
