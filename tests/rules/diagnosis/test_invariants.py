"""For tables with random faults, the diagnoses are right and complete."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import product

import pytest

from docxlint.rules.diagnosis.diagnose import Change, diagnose
from docxlint.rules.diagnosis.equations import Equation
from docxlint.rules.diagnosis.linear_system import System

Table = Callable[..., list[Equation]]


def corrupted(dice: random.Random) -> list[list[int | None]]:
    """A table with right sums, then from one to a third of its figures changed or blanked.

    Sometimes a line is shifted too.
    """
    top = dice.choice((2, 9, 300, 40_000))
    inner = [[dice.choice((0, dice.randint(0, top))) for _ in range(4)] for _ in range(6)]
    rows: list[list[int | None]] = [[*row, sum(row)] for row in inner]
    rows.append([sum(c or 0 for c in column) for column in zip(*rows, strict=True)])
    if dice.random() < 0.3:
        r = dice.randrange(7)
        rows[r] = [0, *rows[r][:-1]] if dice.random() < 0.5 else [*rows[r][1:], None]
    cells = list(product(range(7), range(5)))
    for r, c in dice.sample(cells, dice.choice((1, 1, 2, 2, 3, 4, 6, 11))):
        rows[r][c] = None if dice.random() < 0.1 else dice.randint(0, top)
    return rows


def corrected(rows: list[list[int | None]], changes: list[Change]) -> list[list[int | None]]:
    right = {(c.entry.row, c.entry.column): int(c.expected) for c in changes}
    return [[right.get((r, c), v) for c, v in enumerate(row)] for r, row in enumerate(rows)]


def failing(equations: list[Equation]) -> set[tuple[str, str | None]]:
    system = System.of(equations)
    wrong = system.failing(system.residuals())
    return {(system.equations[e].location.path, key(system.equations[e])) for e in wrong}


def key(equation: Equation) -> str:
    """A key for an equation: its figures, because two equations state the grand total."""
    return " ".join(sorted(a.entry.name for a in equation.addends))


@pytest.mark.parametrize("seed", range(150))
def test_a_diagnosis_repairs_every_sum_that_it_explains_and_breaks_none(
    seed: int, table: Table
) -> None:
    rows = corrupted(random.Random(seed))  # noqa: S311 - the same tables every time
    diagnoses = diagnose(table(rows))
    before = failing(table(rows))
    explained = [(e.location.path, key(e)) for one in diagnoses for e in one.explains]
    assert len(explained) == len(set(explained))
    assert set(explained) == before

    changes = [change for one in diagnoses for change in one.changes]
    after = failing(table(corrected(rows, changes)))
    unknown = {
        (e.location.path, key(e)) for one in diagnoses if not one.changes for e in one.explains
    }
    assert after == unknown

    for one in diagnoses:
        further = [change for other in diagnoses if other is not one for change in other.changes]
        for other in one.alternatives:
            mixed = table(corrected(rows, [*further, *other.changes]))
            assert failing(mixed) == unknown, "each alternative repairs the same sums"
