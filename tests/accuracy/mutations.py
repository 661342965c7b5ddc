"""Mutations: single changes of the good document, each with what must be found because of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import msgspec

from docxlint.api import Linter
from docxlint.author.apply_changes import GoodDocument
from docxlint.author.changed_file import changed_file
from docxlint.author.sample_files import good_document
from docxlint.core.location import Location
from docxlint.form.bind import bind
from docxlint.form.bound import BoundForm
from docxlint.linting.pack_selection import PackSelector
from docxlint.packs import load, shipped
from docxlint.plugins import builtin
from docxlint.plugins.hooks import collect_plugins
from docxlint.report.report import Report
from docxlint.rules.rule import Changes, Pack, Place, Rule
from docxlint.word import read
from docxlint.word.make.write_document import docx_bytes

# A wrong figure breaks sums, and may contradict the text or be implausible.
SUMS = frozenset({"row-total", "column-total", "balance", "review-total"})
BESIDE_FIGURES = frozenset({*SUMS, "prose-table", "prose-sum", "figures-plausible"})


@dataclass(frozen=True)
class Mutation:
    """A change and what must be found.

    One of `rules` must speak, in at least as many `findings`: in the cell at `place`, with
    `expected`, where these are given. Of other rules only those of `also` may speak; None allows
    all. `previous` makes last year's report, `year` is the report year where it is given.
    """

    name: str
    rules: frozenset[str]
    changes: Changes
    place: Location | None = None
    expected: str | None = None
    findings: int = 1
    also: frozenset[str] | None = frozenset()
    previous: Changes | None = None
    year: int | None = None


class GoodReport:
    """The national pack, its good document, and the form bound to it."""

    def __init__(self) -> None:
        kinds = collect_plugins(builtin, installed=False).kinds
        self.pack: Pack = load(shipped() / "annual-report", kinds, examples=True)
        self.good: GoodDocument = good_document(self.pack)
        self.bound: BoundForm = bind(read.read(docx_bytes(self.good.blocks)), self.pack.form)

    def write(self, changes: Changes) -> bytes:
        """The good document with changes, as a Word file."""
        return changed_file(self.good, changes)

    def check(self, mutation: Mutation, data: bytes) -> Report:
        """The report on a document with the mutation."""
        linter = Linter(PackSelector((self.pack,)), year=mutation.year)
        return linter.lint(data, previous=self._last_year(mutation))

    def _last_year(self, mutation: Mutation) -> bytes | None:
        if mutation.previous is None:
            return None
        years = {"2023年": "2022年", "2024年": "2023年"}
        swap = {**mutation.previous.swap, **years}
        return self.write(msgspec.structs.replace(mutation.previous, swap=swap))

    def mutations(self) -> Iterator[Mutation]:
        """Yield all mutations, in a fixed order."""
        yield from _figures(self.bound, self.pack.rules)
        yield from _labels(self.good.markdown, self.bound)
        yield from _parts(self.bound)
        yield from _examples(self.pack.rules)


def _figures(bound: BoundForm, rules: Iterable[Rule]) -> Iterator[Mutation]:
    """Each figure wrong, blank, or with its unit behind it."""
    summed = {
        addend.entry.name
        for rule in rules
        if rule.kind.equations is not None and rule.name in SUMS
        for equation in rule.kind.equations(bound, rule.options)
        for addend in equation.addends
    }
    for table in bound.tables.values():
        for (row, column), cell in table.cells.items():
            name = f"{table.form.name}.{row}.{column}"
            text = cell.cell.text.strip()
            place = cell.location
            if name in summed:
                wrong = Changes(set={name: str(int(text) + 7)})
                yield Mutation(
                    f"{name} wrong", SUMS, wrong, place, expected=text, also=BESIDE_FIGURES
                )
            blank = Changes(set={name: ""})
            value = text if name in summed else None  # elsewhere nothing gives it
            yield Mutation(f"{name} blank", frozenset({"cell-blank"}), blank, place, expected=value)
            unit = Changes(set={name: f"{text}件"})
            yield Mutation(
                f"{name} with a unit", frozenset({"cell-number"}), unit, place, expected=text
            )


def _labels(markdown: str, bound: BoundForm) -> Iterator[Mutation]:
    """Each heading, and each label of a row that is printed once, with a character left out."""
    for section in bound.form.sections:
        yield _mistyped("section-title", section.heading)
    labels = {
        label
        for table in bound.tables.values()
        for row in table.rows()
        for _, label in row.labels
        if len(label) > 3 and markdown.count(label) == 1
    }
    for label in sorted(labels):
        yield _mistyped("table-row-label", label)


def _mistyped(rule: str, text: str) -> Mutation:
    at = len(text) - 2
    changes = Changes(swap={text: text[:at] + text[at + 1 :]})
    return Mutation(f"{text} mistyped", frozenset({rule}), changes, expected=text)


def _parts(bound: BoundForm) -> Iterator[Mutation]:
    """Each section, table and row left out, and each section in another place."""
    names = [section.name for section in bound.form.sections]
    for name in names:
        changes = Changes(drop=(f"sections.{name}",))
        also = frozenset({"heading-numbering", "part-count"})
        yield Mutation(f"{name} left out", frozenset({"section-missing"}), changes, also=also)
    for name, after in zip(names, [*names[2:], *names[:2]], strict=True):
        changes = Changes(move={name: Place(after=after)})
        also = frozenset({"heading-numbering"})
        yield Mutation(f"{name} moved", frozenset({"section-order"}), changes, also=also)
    for table in bound.form.tables:
        changes = Changes(drop=(f"tables.{table.name}",))
        also = frozenset({"section-empty"})
        yield Mutation(f"{table.name} left out", frozenset({"table-missing"}), changes, also=also)
        for row in table.rows():
            if len(list(table.rows())) > 1:
                changes = Changes(drop=(f"tables.{table.name}.{row.name}",))
                yield Mutation(
                    f"{table.name}.{row.name} left out",
                    frozenset({"table-row-missing"}),
                    changes,
                    also=BESIDE_FIGURES,
                )


def _examples(rules: Iterable[Rule]) -> Iterator[Mutation]:
    """The examples of the rules that have findings: they may break other rules too."""
    for rule in rules:
        for number, example in enumerate(rule.examples, 1):
            if example.finds:
                yield Mutation(
                    f"{rule.name}, example {number}",
                    frozenset({rule.name}),
                    example,
                    findings=len(example.finds),
                    also=None,
                    previous=example.previous,
                    year=example.year,
                )
