"""Measure the accuracy of the national pack over all mutations and tellings.

    python -m tests.accuracy            print the table
    python -m tests.accuracy --write    write it into docs/measurements.md too

It takes some minutes, and needs LibreOffice. The exit status is 1 if anything was missed, or if a
rule that should be silent spoke.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from .judge import Tally
from .mutations import GoodReport, Mutation
from .tellings import LIBREOFFICE, TELLINGS, save_in_libreoffice, tell

PAGE = Path(__file__).parents[2] / "docs" / "measurements.md"
_PARTS = 40
_HEAD = """# Measurements

One good report, one change, the rule that must speak, and no other. The changes are each figure of the
tables wrong, blank, or with a unit; each heading and label mistyped; each section, table and row left out;
sections moved; and all examples of the rules. Each of the {mutations} changes is written in six ways: plain,
with automatic numbers, in content controls, as tracked changes, in the Strict format, and as LibreOffice
saves it (but for faults of the file itself, which LibreOffice mends). `make accuracy` makes this table.

*Found*: the rule speaks, as often as it should. *Place* and *value*: at the changed cell, with the right
value, where the change has them. *False alarms*: findings of rules that should be silent; the examples of
the rules may break several rules, so they count only as found.

"""


def measure(part: int) -> tuple[dict[str, Tally], list[str]]:
    """The tallies by rule, and what is not right, of every 40th mutation in all tellings."""
    report = GoodReport()
    mutations = list(report.mutations())[part::_PARTS]
    files = [report.write(mutation.changes) for mutation in mutations]
    tallies: dict[str, Tally] = {}
    faults: list[str] = []
    for telling, written in _tellings(files):
        for mutation, data in zip(mutations, written, strict=True):
            if telling == LIBREOFFICE and "package" in mutation.rules:
                continue  # LibreOffice writes a sound file
            tally = tallies.setdefault(_label(mutation), Tally())
            faults += (
                f"{mutation.name}, {telling}: {fault}"
                for fault in tally.add(mutation, report.check(mutation, data))
            )
    return tallies, faults


def _tellings(files: list[bytes]) -> Iterator[tuple[str, list[bytes]]]:
    for telling in TELLINGS:
        yield telling.__name__, [tell(data, telling) for data in files]
    yield LIBREOFFICE, save_in_libreoffice(files)


def _label(mutation: Mutation) -> str:
    return next(iter(mutation.rules)) if len(mutation.rules) == 1 else "sums of figures"


def main() -> int:
    """Measure, print the table and what is not right."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    write = parser.parse_args().write
    totals: dict[str, Tally] = {}
    faults: list[str] = []
    with ProcessPoolExecutor(2) as pool:
        for tallies, more in pool.map(measure, range(_PARTS)):
            faults += more
            for rule, tally in tallies.items():
                totals[rule] = totals.get(rule, Tally()) + tally
    count = len(list(GoodReport().mutations()))
    page = _HEAD.format(mutations=count) + "\n".join(_table(totals)) + "\n"
    sys.stdout.write(page)
    sys.stderr.write("".join(f"{fault}\n" for fault in faults))
    if write:
        PAGE.write_text(page, encoding="utf-8")
    return 1 if faults else 0


def _table(totals: dict[str, Tally]) -> Iterator[str]:
    yield "| rule | documents | found | place | value | false alarms |"
    yield "|---|--:|--:|--:|--:|--:|"
    whole = sum(totals.values(), Tally())
    for rule, tally in (*sorted(totals.items()), ("**all**", whole)):
        yield (
            f"| {rule} | {tally.mutations} | {_share(tally.found, tally.mutations)} "
            f"| {_share(tally.placed, tally.placeable)} | {_share(tally.valued, tally.valuable)} "
            f"| {tally.false_alarms} |"
        )


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "–"


if __name__ == "__main__":
    sys.exit(main())
