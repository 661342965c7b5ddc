"""Measure how often the diagnosis names the wrong figures of a table.

    python benchmarks/diagnosis.py             the whole table
    python benchmarks/diagnosis.py --quick     fewer faults of each sort

The tables have the form of the national pack's third table and the magnitudes of published
reports: townships with a handful of applications and zeros everywhere, counties with hundreds,
provinces with tens of thousands. All sums of a table are right until a seeded fault changes some
figures. The pack's own rules give the sums, and the diagnosis is compared with the fault.
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
from docxlint.packs import document, load, shipped
from docxlint.plugins import builtin
from docxlint.plugins.hooks import collect_plugins
from docxlint.rules.diagnosis.diagnose import Change, DiagnosedEquations, diagnose
from docxlint.rules.diagnosis.equations import Equation
from docxlint.rules.rule import Pack
from docxlint.text.zh.cell_figures import figure
from docxlint.word import read
from docxlint.word.make import write_document

Cell: TypeAlias = tuple[str, str]
Figures: TypeAlias = dict[Cell, int]
Faulty: TypeAlias = dict[Cell, int | None]
Fault: TypeAlias = Callable[[Figures, random.Random], Faulty]

TABLE = "requests"


class Experiment(msgspec.Struct, frozen=True):
    """The pack, and a document in its form whose third table gets new figures each time."""

    pack: Pack
    bound: BoundForm

    @classmethod
    def create(cls) -> Experiment:
        """The experiment with the national pack and its good document."""
        pack = load(shipped() / "annual-report", collect_plugins(builtin, installed=False).kinds)
        data = write_document.docx_bytes(markdown_parser.parse(document(pack)))
        return cls(pack, bind(read.read(data), pack.form))

    def equations(self, figures: Mapping[Cell, int | None]) -> list[Equation]:
        """The equations of all rules with these figures in the third table; None is a blank."""
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
    """A level of government: its least and most applications a year, and the share of each
    sort of applicant.
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


def random_table(scale: Scale, rows: list[str], columns: list[str], dice: random.Random) -> Figures:
    """A table of this magnitude in which every sum is right."""
    figures = dict.fromkeys(((r, c) for r in rows for c in columns), 0)
    handled = dice.randint(scale.least, scale.most)
    for row, weight in zip(rows[2:-2], RESULTS, strict=True):
        here = handled * weight / sum(RESULTS) * dice.uniform(0.2, 1.8)
        for column, share in zip(columns[:-1], scale.applicants, strict=True):
            figures[row, column] = poisson(here * share, dice)
    for column in columns[:-1]:
        done = sum(figures[row, column] for row in rows[2:-2])
        early, late = (poisson(done * dice.uniform(0, 0.12), dice) for _ in range(2))
        figures["handled", column] = done
        figures["carried_in", column] = early = min(early, done)
        figures["carried_out", column] = late
        figures["new", column] = done + late - early
    for row in rows:
        figures[row, columns[-1]] = sum(figures[row, column] for column in columns[:-1])
    return figures


def poisson(mean: float, dice: random.Random) -> int:
    """A random number with a Poisson distribution; the normal one stands in for means over 30."""
    if mean > 30:
        return max(0, round(dice.gauss(mean, mean**0.5)))
    count, left = 0, dice.random() - math.exp(-mean)
    chance = math.exp(-mean)
    while left > 0 and count < 200:
        count += 1
        chance *= mean / count
        left -= chance
    return count


def line_names(figures: Figures) -> tuple[list[str], list[str]]:
    """The names of the rows and of the columns."""
    return list(dict.fromkeys(r for r, _ in figures)), list(dict.fromkeys(c for _, c in figures))


def other_number(value: int, dice: random.Random) -> int:
    """Another number of as many digits."""
    digits = len(str(value))
    least = 10 ** (digits - 1) if digits > 1 else 0
    wrong = dice.randint(least, 10**digits - 2)
    return wrong + (wrong >= value)


def typing_error(value: int, dice: random.Random) -> int:
    """The number with one typing error: a digit transposed, dropped, doubled or mistyped, a zero
    added or left out, or one more or less.
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


def off_by_one(value: int, dice: random.Random) -> int:
    """One more, or one less."""
    return value + (1 if value == 0 else dice.choice((-1, 1)))


def single_figure(wrong: Callable[[int, random.Random], int]) -> Fault:
    """One figure anywhere."""

    def fault(figures: Figures, dice: random.Random) -> Faulty:
        at = dice.choice(sorted(figures))
        return {at: wrong(figures[at], dice)}

    return fault


def several_figures(count: int, wrong: Callable[[int, random.Random], int]) -> Fault:
    """`count` figures, no two in the same row or column."""

    def fault(figures: Figures, dice: random.Random) -> Faulty:
        rows, columns = (dice.sample(names, count) for names in line_names(figures))
        cells = zip(rows, columns, strict=True)
        return {at: wrong(figures[at], dice) for at in cells}

    return fault


def figure_and_blank(figures: Figures, dice: random.Random) -> Faulty:
    """One figure anywhere, and another cell in its row or column left blank."""
    row, column = dice.choice(sorted(figures))
    others = [at for at in figures if (at[0] == row) != (at[1] == column)]
    return {(row, column): other_number(figures[row, column], dice), dice.choice(others): None}


def transposed_digits(figures: Figures, dice: random.Random) -> Faulty:
    """One figure with two neighbouring digits swapped; no change if no figure has two digits."""
    candidates = [
        (at, text[:i] + text[i + 1] + text[i] + text[i + 2 :])
        for at, text in ((at, str(value)) for at, value in figures.items())
        for i in range(len(text) - 1)
        if text[i] != text[i + 1]
    ]
    return {at: int(text) for at, text in (dice.choice(candidates),)} if candidates else {}


def moved_figure(figures: Figures, dice: random.Random) -> Faulty:
    """A figure moved to the next column, where a 0 should be."""
    pairs = [p for p in _neighbours(figures) if figures[p[0]] and not figures[p[1]]]
    if not pairs:
        return {}
    here, there = dice.choice(pairs)
    return {here: 0, there: figures[here]}


def swapped_figures(figures: Figures, dice: random.Random) -> Faulty:
    """Two different figures of neighbouring columns swapped."""
    pairs = [p for p in _neighbours(figures) if 0 < figures[p[0]] != figures[p[1]] > 0]
    if not pairs:
        return {}
    here, there = dice.choice(pairs)
    return {here: figures[there], there: figures[here]}


def _neighbours(figures: Figures) -> Iterator[tuple[Cell, Cell]]:
    rows, columns = line_names(figures)
    for row in rows:
        for a, b in pairwise(columns):
            yield from (((row, a), (row, b)), ((row, b), (row, a)))


def shifted(across: bool) -> Fault:
    """The figures of a row or column moved by one cell, from a random cell on. The cell that
    becomes free holds a 0 or repeats its figure.
    """

    def fault(figures: Figures, dice: random.Random) -> Faulty:
        for _ in range(100):
            name = dice.choice(line_names(figures)[0 if across else 1])
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


def in_line(across: bool) -> Fault:
    """Two to four figures of one row, or of one column."""

    def fault(figures: Figures, dice: random.Random) -> Faulty:
        name = dice.choice(line_names(figures)[0 if across else 1])
        line = [at for at in figures if at[0 if across else 1] == name]
        return _mistyped(figures, dice.sample(line, dice.randint(2, 4)), dice)

    return fault


def in_block(figures: Figures, dice: random.Random) -> Faulty:
    """Two or three figures of a block of two rows and two columns side by side."""
    return _mistyped(figures, dice.sample(_block(figures, dice), dice.randint(2, 3)), dice)


def entire_block(figures: Figures, dice: random.Random) -> Faulty:
    """All four figures of a block: the sums do not say by how much each of them is wrong."""
    return _mistyped(figures, _block(figures, dice), dice)


def _block(figures: Figures, dice: random.Random) -> list[Cell]:
    rows, columns = line_names(figures)
    r, c = dice.randrange(len(rows) - 1), dice.randrange(len(columns) - 1)
    return [(row, column) for row in rows[r : r + 2] for column in columns[c : c + 2]]


def with_total(figures: Figures, dice: random.Random) -> Faulty:
    """A figure, and the total of its row or of its column."""
    rows, columns = line_names(figures)
    row, column = dice.choice(rows[2:-2]), dice.choice(columns[:-1])
    total = dice.choice([(row, columns[-1]), ("handled", column)])
    return _mistyped(figures, [(row, column), total], dice)


def that_cancel(across: bool) -> Fault:
    """Two figures of one row or column whose sum is right."""

    def fault(figures: Figures, dice: random.Random) -> Faulty:
        rows, columns = line_names(figures)
        for _ in range(100):
            if across:
                row = dice.choice(rows)
                one, two = ((row, column) for column in dice.sample(columns[:-1], 2))
            else:
                column = dice.choice(columns)
                one, two = ((row, column) for row in dice.sample(rows[2:-2], 2))
            if figures[two]:
                by = dice.randint(1, figures[two])
                return {one: figures[one] + by, two: figures[two] - by}
        return {}

    return fault


def cancel_beside(across: bool) -> Fault:
    """Two figures of one row or column whose sum is right, and another in the line that crosses."""

    def fault(figures: Figures, dice: random.Random) -> Faulty:
        rows, columns = line_names(figures)
        wrong = that_cancel(across)(figures, dice)
        if not wrong:
            return {}
        row, column = dice.choice(sorted(wrong))
        others = [(r, column) for r in rows] if across else [(row, c) for c in columns]
        third = dice.choice([at for at in others if at not in wrong])
        return {**wrong, **_mistyped(figures, [third], dice)}

    return fault


def of_a_rectangle(figures: Figures, dice: random.Random) -> Faulty:
    """Two or three corners of any rectangle, mistyped."""
    rows, columns = line_names(figures)
    pair, other = dice.sample(rows, 2), dice.sample(columns, 2)
    corners = [(row, column) for row in pair for column in other]
    cells = dice.sample(corners, dice.randint(2, 3))
    return _mistyped(figures, cells, dice)


def scattered(figures: Figures, dice: random.Random) -> Faulty:
    """Two to four figures anywhere."""
    return _mistyped(figures, dice.sample(sorted(figures), dice.randint(2, 4)), dice)


def _mistyped(figures: Figures, cells: Iterable[Cell], dice: random.Random) -> Faulty:
    return {at: other_number(figures[at], dice) for at in cells}


CLUSTERS: dict[str, Fault] = {
    "figures of one row": in_line(across=True),
    "figures of one column": in_line(across=False),
    "figures of a block": in_block,
    "a figure and its total": with_total,
    "two that cancel in a row": that_cancel(across=True),
    "two that cancel in a column": that_cancel(across=False),
    "figures anywhere": scattered,
}
# Faults that may look like fewer wrong figures: their sums do not tell them apart.
ALIKE: dict[str, Fault] = {
    "two that cancel in a row, and a third": cancel_beside(across=True),
    "two that cancel in a column, and a third": cancel_beside(across=False),
    "corners of any rectangle": of_a_rectangle,
}
ENTIRE = "all four figures of a block"

SORTS: dict[str, tuple[Fault, frozenset[str]]] = {
    "one figure, another number": (single_figure(other_number), frozenset({"figure"})),
    "one figure, a typing error": (single_figure(typing_error), frozenset({"figure"})),
    "one figure, two digits transposed": (transposed_digits, frozenset({"figure"})),
    "two figures, other numbers": (several_figures(2, other_number), frozenset({"figures"})),
    "two figures, typing errors": (several_figures(2, typing_error), frozenset({"figures"})),
    "two figures, each one more or less": (several_figures(2, off_by_one), frozenset({"figures"})),
    "a figure in the next column": (moved_figure, frozenset({"moved"})),
    "two neighbours swapped": (swapped_figures, frozenset({"swapped"})),
    "a row shifted by a cell": (shifted(across=True), frozenset({"shifted"})),
    "a column shifted by a cell": (shifted(across=False), frozenset({"shifted"})),
    "three figures, other numbers": (several_figures(3, other_number), frozenset({"figures"})),
    "four figures, other numbers": (several_figures(4, other_number), frozenset({"figures"})),
    "one figure, a blank in its row or column": (figure_and_blank, frozenset({"figure"})),
    **{name: (fault, frozenset({"figures"})) for name, fault in {**CLUSTERS, **ALIKE}.items()},
    ENTIRE: (entire_block, frozenset({"figures"})),
}


@dataclass
class Tally:
    """Counts over the faults of one sort.

    `first`: the best diagnosis names exactly the wrong cells with their right values.
    `listed`: one of the listed diagnoses does. `named`: the best one also names the sort of fault.
    `certain`: the diagnosis is marked certain. `certain_but_wrong`: it is, and it is not exact.
    `silent`: nothing is said. `beyond`: no explanation within the bounds is known.
    `seconds`: the time of each diagnosis.
    """

    faults: int = 0
    first: int = 0
    listed: int = 0
    named: int = 0
    certain: int = 0
    certain_but_wrong: int = 0
    silent: int = 0
    beyond: int = 0
    seconds: list[float] = field(default_factory=list)


def measure(
    experiment: Experiment, scale: Scale, sort: str, faults: int, seed: int = 20210926
) -> Tally:
    """Diagnose this many faults of a sort, each in another table."""
    fault, kinds = SORTS[sort]
    dice = random.Random(f"{seed} {scale.name} {sort}")  # noqa: S311 - an experiment, no secret
    tally = Tally()
    while tally.faults < faults:
        right = random_table(scale, experiment.rows, experiment.columns, dice)
        wrong = fault(right, dice)
        if not wrong:
            continue
        equations = experiment.equations({**right, **wrong})
        start = time.perf_counter()
        diagnoses = diagnose(equations)
        tally.seconds.append(time.perf_counter() - start)
        changed = [at for at, value in wrong.items() if value is not None]
        truth = {f"{TABLE}.{row}.{column}": str(right[row, column]) for row, column in changed}
        best = _changes(change for diagnosis in diagnoses for change in diagnosis.changes)
        certain = bool(diagnoses) and all(diagnosis.certain for diagnosis in diagnoses)
        tally.faults += 1
        tally.first += best == truth
        tally.listed += any(changes == truth for changes in (best, *_alternatives(diagnoses)))
        tally.named += best == truth and {diagnosis.kind for diagnosis in diagnoses} <= kinds
        tally.silent += not diagnoses
        tally.beyond += any(diagnosis.kind == "unknown" for diagnosis in diagnoses)
        tally.certain += certain
        tally.certain_but_wrong += certain and best != truth
    return tally


def _alternatives(diagnoses: tuple[DiagnosedEquations, ...]) -> Iterator[dict[str, str]]:
    if len(diagnoses) == 1:
        yield from (_changes(other.changes) for other in diagnoses[0].alternatives)


def _changes(changes: Iterable[Change]) -> dict[str, str]:
    return {change.entry.name: change.expected for change in changes}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    faults = 50 if parser.parse_args().quick else 400
    experiment = Experiment.create()
    print(
        "| fault | magnitude | first | named | listed | certain | certain but wrong | silent | ms |"
    )
    print("|---|---|--:|--:|--:|--:|--:|--:|--:|")
    for sort in SORTS:
        for scale in SCALES:
            tally = measure(experiment, scale, sort, faults)
            counts = (tally.first, tally.named, tally.listed, tally.certain)
            shares = " | ".join(f"{100 * count / tally.faults:.1f} %" for count in counts)
            median = 1000 * statistics.median(tally.seconds)
            slowest = 1000 * max(tally.seconds)
            print(
                f"| {sort} | {scale.name} | {shares} | {tally.certain_but_wrong} "
                f"| {tally.silent} | {median:.1f}, at most {slowest:.0f} |"
            )


if __name__ == "__main__":
    main()
