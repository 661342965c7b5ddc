"""How often the wrong figures of a table are found, over seeded faults in tables that add up.

    python benchmarks/suspects.py             the whole table
    python benchmarks/suspects.py --quick     fewer faults of each sort

The tables have the form of the national pack's third table and the magnitudes of published
reports: townships with a handful of applications and zeros everywhere, counties with hundreds,
provinces with tens of thousands. They add up by construction; then figures are made wrong, the
sums are asked for by the pack's own rules, and the diagnosis is compared with what was done.
"""

from __future__ import annotations

import argparse
import math
import random
import statistics
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeAlias

import msgspec

from docxlint.author import markdown_parser
from docxlint.form.bind import bind
from docxlint.form.bound import BoundForm
from docxlint.form.figures import figure
from docxlint.packs import document, load, shipped
from docxlint.plugins import builtin
from docxlint.plugins.hooks import plugins
from docxlint.rules.diagnosis.diagnose import Change, Diagnosis, diagnose
from docxlint.rules.diagnosis.equations import Equation
from docxlint.rules.rule import Pack
from docxlint.word import read
from docxlint.word.make import write_document

Cell: TypeAlias = tuple[str, str]
Figures: TypeAlias = dict[Cell, int]
Faulty: TypeAlias = dict[Cell, int | None]
Fault: TypeAlias = Callable[[Figures, random.Random], Faulty]

TABLE = "requests"


class Ground(msgspec.Struct, frozen=True):
    """The pack, and a document in its form whose third table is filled in anew each time."""

    pack: Pack
    bound: BoundForm

    @classmethod
    def ready(cls) -> Ground:
        """The national pack and its good document."""
        pack = load(shipped() / "annual-report", plugins(builtin, others=False).kinds)
        data = write_document.docx_bytes(markdown_parser.parse(document(pack)))
        return cls(pack, bind(read.read(data), pack.form))

    def equations(self, figures: Mapping[Cell, int | None]) -> list[Equation]:
        """What the rules ask of the document with these figures in its third table; None is a
        cell left blank.
        """
        table = self.bound.tables[TABLE]
        texts = {at: "" if value is None else str(value) for at, value in figures.items()}
        cells = {
            at: msgspec.structs.replace(cell, figure=figure(texts[at]))
            for at, cell in table.cells.items()
        }
        tables = {**self.bound.tables, TABLE: msgspec.structs.replace(table, cells=cells)}
        bound = msgspec.structs.replace(self.bound, tables=tables)
        return [
            msgspec.structs.replace(equation, rule=rule.name)
            for rule in self.pack.rules
            if rule.kind.equations is not None
            for equation in rule.kind.equations(bound, rule.options)
        ]

    @property
    def rows(self) -> list[str]:
        """The rows of the third table, from top to bottom."""
        return [line.name for line in self.pack.form.table(TABLE).rows()]

    @property
    def columns(self) -> list[str]:
        """The columns of the third table, from left to right."""
        return [line.name for line in self.pack.form.table(TABLE).columns()]


class Scale(msgspec.Struct, frozen=True):
    """A level of government: between how many applications a year it handles, and how they
    spread over the applicants.
    """

    name: str
    least: int
    most: int
    applicants: tuple[float, ...]


# Shares as in published reports: natural persons make nine of ten, firms most of the rest.
SCALES = (
    Scale("township", 2, 30, (0.93, 0.05, 0.0, 0.01, 0.005, 0.005)),
    Scale("county", 60, 900, (0.9, 0.07, 0.003, 0.007, 0.01, 0.01)),
    Scale("province", 6_000, 60_000, (0.89, 0.08, 0.002, 0.005, 0.013, 0.01)),
)
# Granted; partly; eight refusals; three without the information; five not dealt with; three others.
RESULTS = (
    *(30.0, 6.0, 0.3, 0.8, 0.4, 0.8, 2.0, 1.5, 1.5, 1.0),
    *(28.0, 3.0, 1.5, 4.0, 2.0, 0.4, 0.5, 2.0, 4.0, 0.1, 5.0),
)


def made(scale: Scale, rows: list[str], columns: list[str], dice: random.Random) -> Figures:
    """A table of this magnitude in which everything adds up."""
    figures = dict.fromkeys(((r, c) for r in rows for c in columns), 0)
    handled = dice.randint(scale.least, scale.most)
    for row, weight in zip(rows[2:-2], RESULTS, strict=True):
        here = handled * weight / sum(RESULTS) * dice.uniform(0.2, 1.8)
        for column, share in zip(columns[:-1], scale.applicants, strict=True):
            figures[row, column] = about(here * share, dice)
    for column in columns[:-1]:
        done = sum(figures[row, column] for row in rows[2:-2])
        early, late = (about(done * dice.uniform(0, 0.12), dice) for _ in range(2))
        figures["handled", column] = done
        figures["carried_in", column] = early = min(early, done)
        figures["carried_out", column] = late
        figures["new", column] = done + late - early
    for row in rows:
        figures[row, columns[-1]] = sum(figures[row, column] for column in columns[:-1])
    return figures


def about(mean: float, dice: random.Random) -> int:
    """A whole number as chance gives it where `mean` are expected."""
    if mean > 30:
        return max(0, round(dice.gauss(mean, mean**0.5)))
    count, left = 0, dice.random() - math.exp(-mean)
    chance = math.exp(-mean)
    while left > 0 and count < 200:
        count += 1
        chance *= mean / count
        left -= chance
    return count


def lines(figures: Figures) -> tuple[list[str], list[str]]:
    """The names of the rows and of the columns."""
    return list(dict.fromkeys(r for r, _ in figures)), list(dict.fromkeys(c for _, c in figures))


def arbitrary(value: int, dice: random.Random) -> int:
    """Another number of as many digits."""
    digits = len(str(value))
    least = 10 ** (digits - 1) if digits > 1 else 0
    wrong = dice.randint(least, 10**digits - 2)
    return wrong + (wrong >= value)


def slipped(value: int, dice: random.Random) -> int:
    """The number with one slip of the hand: a digit transposed, dropped, doubled or mistyped, a
    zero added or left out, or one more or less.
    """
    text = str(value)
    while True:
        at = dice.randrange(len(text))
        digit = str(dice.randint(0, 9))
        wrong = dice.choice(
            (
                text[:at] + text[at + 1 : at + 2] + text[at] + text[at + 2 :],
                text[:at] + text[at + 1 :],
                text[: at + 1] + text[at:],
                text[:at] + digit + text[at + 1 :],
                text + "0",
                text.removesuffix("0"),
                str(max(0, value + dice.choice((-1, 1)))),
            )
        )
        if wrong and int(wrong) != value:
            return int(wrong)


def beside(value: int, dice: random.Random) -> int:
    """One more, or one less."""
    return value + (1 if value == 0 else dice.choice((-1, 1)))


def one(wrong: Callable[[int, random.Random], int]) -> Fault:
    """One figure anywhere."""

    def fault(figures: Figures, dice: random.Random) -> Faulty:
        at = dice.choice(sorted(figures))
        return {at: wrong(figures[at], dice)}

    return fault


def several(count: int, wrong: Callable[[int, random.Random], int]) -> Fault:
    """So many figures, no two in the same row or column."""

    def fault(figures: Figures, dice: random.Random) -> Faulty:
        rows, columns = (dice.sample(names, count) for names in lines(figures))
        cells = zip(rows, columns, strict=True)
        return {at: wrong(figures[at], dice) for at in cells}

    return fault


def blank_beside(figures: Figures, dice: random.Random) -> Faulty:
    """One figure anywhere, and another cell in its row or column left blank."""
    row, column = dice.choice(sorted(figures))
    others = [at for at in figures if (at[0] == row) != (at[1] == column)]
    return {(row, column): arbitrary(figures[row, column], dice), dice.choice(others): None}


def transposed(figures: Figures, dice: random.Random) -> Faulty:
    """Two neighbouring digits of one figure in each other's place; nothing if no figure has two."""
    ways = [
        (at, text[:i] + text[i + 1] + text[i] + text[i + 2 :])
        for at, text in ((at, str(value)) for at, value in figures.items())
        for i in range(len(text) - 1)
        if text[i] != text[i + 1]
    ]
    return {at: int(text) for at, text in (dice.choice(ways),)} if ways else {}


def neighbour(figures: Figures, dice: random.Random) -> Faulty:
    """A figure in the column beside its own, where there should be none."""
    pairs = [p for p in _neighbours(figures) if figures[p[0]] and not figures[p[1]]]
    if not pairs:
        return {}
    here, there = dice.choice(pairs)
    return {here: 0, there: figures[here]}


def swapped(figures: Figures, dice: random.Random) -> Faulty:
    """Two different figures of neighbouring columns in each other's place."""
    pairs = [p for p in _neighbours(figures) if 0 < figures[p[0]] != figures[p[1]] > 0]
    if not pairs:
        return {}
    here, there = dice.choice(pairs)
    return {here: figures[there], there: figures[here]}


def _neighbours(figures: Figures) -> Iterator[tuple[Cell, Cell]]:
    rows, columns = lines(figures)
    for row in rows:
        for a, b in pairwise(columns):
            yield from (((row, a), (row, b)), ((row, b), (row, a)))


def shifted(across: bool) -> Fault:
    """The figures of a row or column, from one of them on, in the next cell or the one before;
    a 0 or the figure itself again where the slip begins or leaves a cell.
    """

    def fault(figures: Figures, dice: random.Random) -> Faulty:
        for _ in range(100):
            name = dice.choice(lines(figures)[0 if across else 1])
            line = [at for at in figures if name in at]
            run = line[dice.randrange(len(line) - 3) :]
            values = [figures[at] for at in run]
            if dice.random() < 0.5:
                new = [dice.choice((0, values[0])), *values[:-1]]
            else:
                new = [*values[1:], dice.choice((0, values[-1]))]
            wrong: Faulty = {at: v for at, v in zip(run, new, strict=True) if v != figures[at]}
            if len(wrong) >= 3:
                return wrong
        return {}

    return fault


SORTS: dict[str, tuple[Fault, frozenset[str]]] = {
    "one figure, another number": (one(arbitrary), frozenset({"figure"})),
    "one figure, a slip of the hand": (one(slipped), frozenset({"figure"})),
    "one figure, two digits transposed": (transposed, frozenset({"figure"})),
    "two figures, other numbers": (several(2, arbitrary), frozenset({"figures"})),
    "two figures, slips of the hand": (several(2, slipped), frozenset({"figures"})),
    "two figures, each one more or less": (several(2, beside), frozenset({"figures"})),
    "a figure in the next column": (neighbour, frozenset({"moved"})),
    "two neighbours swapped": (swapped, frozenset({"swapped"})),
    "a row shifted by a cell": (shifted(across=True), frozenset({"shifted"})),
    "a column shifted by a cell": (shifted(across=False), frozenset({"shifted"})),
    "three figures, other numbers": (several(3, arbitrary), frozenset({"figures"})),
    "four figures, other numbers": (several(4, arbitrary), frozenset({"figures"})),
    "one figure, a blank in its row or column": (blank_beside, frozenset({"figure"})),
}


@dataclass
class Tally:
    """Of so many faults: how many were told exactly and first, exactly among those listed, and
    in the right words; how often the diagnosis was certain, and then wrong; the time it took.
    """

    faults: int = 0
    first: int = 0
    listed: int = 0
    named: int = 0
    certain: int = 0
    misled: int = 0
    seconds: list[float] = field(default_factory=list)


def measured(ground: Ground, scale: Scale, sort: str, faults: int, seed: int = 20210926) -> Tally:
    """How the diagnosis fares with so many faults of a sort, all different tables."""
    fault, kinds = SORTS[sort]
    dice = random.Random(f"{seed} {scale.name} {sort}")  # noqa: S311 - an experiment, no secret
    tally = Tally()
    while tally.faults < faults:
        right = made(scale, ground.rows, ground.columns, dice)
        wrong = fault(right, dice)
        if not wrong:
            continue
        equations = ground.equations({**right, **wrong})
        start = time.perf_counter()
        told = diagnose(equations)
        tally.seconds.append(time.perf_counter() - start)
        told_wrong = [at for at, value in wrong.items() if value is not None]
        truth = {f"{TABLE}.{row}.{column}": str(right[row, column]) for row, column in told_wrong}
        best = _changes(change for one in told for change in one.changes)
        sure = bool(told) and all(one.certain for one in told)
        tally.faults += 1
        tally.first += best == truth
        tally.listed += any(each == truth for each in (best, *_others(told)))
        tally.named += best == truth and {one.kind for one in told} <= kinds
        tally.certain += sure
        tally.misled += sure and best != truth
    return tally


def _others(told: tuple[Diagnosis, ...]) -> Iterator[dict[str, str]]:
    if len(told) == 1:
        yield from (_changes(other.changes) for other in told[0].alternatives)


def _changes(changes: Iterable[Change]) -> dict[str, str]:
    return {change.entry.name: change.expected for change in changes}


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    faults = 50 if parser.parse_args().quick else 400
    ground = Ground.ready()
    print("| wrong | magnitude | found first | named so | listed | certain | of these wrong | ms |")
    print("|---|---|--:|--:|--:|--:|--:|--:|")
    for sort in SORTS:
        for scale in SCALES:
            tally = measured(ground, scale, sort, faults)
            shares = (tally.first, tally.named, tally.listed, tally.certain)
            told = " | ".join(f"{100 * share / tally.faults:.1f} %" for share in shares)
            mid = 1000 * statistics.median(tally.seconds)
            most = 1000 * max(tally.seconds)
            print(f"| {sort} | {scale.name} | {told} | {tally.misled} | {mid:.1f}, ≤ {most:.0f} |")


if __name__ == "__main__":
    main()
