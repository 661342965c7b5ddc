"""The values that sums give for figures that are left blank."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

import msgspec

from docxlint.core.finding import Finding
from docxlint.rules.diagnosis import messages
from docxlint.rules.diagnosis.equations import Entry, Equation


def solve_blanks(equations: Iterable[Equation]) -> dict[tuple[str, str], Decimal | None]:
    """Return the value of each blank figure that is the only unknown of an equation.

    The key is the part and the path of its cell. The value is None if equations give different
    values, or one that no figure has.
    """
    solved: dict[tuple[str, str], Decimal | None] = {}
    for equation in equations:
        unknown: dict[str, Entry] = {}
        factor, rest = Decimal(0), equation.constant
        for addend in equation.addends:
            if addend.entry.value is None:
                unknown[addend.entry.name] = addend.entry
                factor += addend.factor
            else:
                rest += addend.factor * addend.entry.value
        if len(unknown) != 1 or not factor or equation.tolerance:
            continue
        (entry,) = unknown.values()
        value: Decimal | None = -rest / factor
        if value is not None and (value < 0 or value != round(value, entry.places)):
            value = None
        key = entry.location.part, entry.location.path
        solved[key] = value if solved.get(key, value) == value else None
    return solved


def advise_blank(
    finding: Finding,
    solved: Mapping[tuple[str, str], Decimal | None],
    stated: Mapping[tuple[str, str], Decimal],
) -> Finding:
    """Return a finding about blank figures with the right value that the sums or the text give.

    A 0 that a sum or the text contradicts is no right value. A finding about other things stays
    as it is. `stated` has the values in the text, by the part and the path of the cell.
    """
    if finding.found != "" or finding.expected != "0":
        return finding
    places = (finding.location, *finding.related)
    in_text = [value for p in places if (value := stated.get((p.part, p.path))) is not None]
    if any(in_text) and not any((p.part, p.path) in solved for p in places):
        if finding.related:
            return msgspec.structs.replace(finding, expected=None)
        text = f"{in_text[0]:f}"
        return msgspec.structs.replace(finding, expected=text, message=messages.blank_in_text(text))
    values = [solved[key] for p in places if (key := (p.part, p.path)) in solved]
    if not any(value is None or value for value in values):
        return finding
    value = values[0]
    if finding.related or value is None:
        return msgspec.structs.replace(finding, expected=None)
    expected = f"{value.normalize():f}"
    message = messages.blank(expected)
    return msgspec.structs.replace(finding, expected=expected, message=message)
