"""Advice about a figure that would break sums that come out as they are."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

import msgspec

from docxlint.core.finding import Finding
from docxlint.rules.diagnosis import messages
from docxlint.rules.diagnosis.equations import Equation


def gives_another_number(finding: Finding) -> bool:
    """Whether a finding about a figure of a table gives another number as its right value."""
    if finding.location.row is None and finding.location.column is None:
        return False
    present, expected = _number(finding.found), _number(finding.expected)
    return present is not None and expected is not None and present != expected


def keep_sums(finding: Finding, equations: Iterable[Equation]) -> Finding:
    """Return a finding without its right value if sums of its figure hold, and would not with it.

    Last year's report, for one, does not show which of the two reports is wrong.
    """
    expected, place = _number(finding.expected), finding.location
    repaired = broken = 0
    for equation in equations:
        change = sum(
            addend.factor * (expected - addend.entry.value)
            for addend in equation.addends
            if expected is not None
            and addend.entry.value is not None
            and (addend.entry.location.part, addend.entry.location.path) == (place.part, place.path)
        )
        rest = _rest(equation)
        if not change or rest is None:
            continue
        holds, held = abs(rest + change) <= equation.tolerance, abs(rest) <= equation.tolerance
        broken += held and not holds
        repaired += holds and not held
    if not broken or repaired >= broken:
        return finding
    message = messages.breaks_sums(finding.message, finding.expected or "")
    return msgspec.structs.replace(finding, expected=None, fix=None, message=message)


def _rest(equation: Equation) -> Decimal | None:
    """What the sides of an equation differ by, None if a figure has no number."""
    rest = equation.constant
    for addend in equation.addends:
        if addend.entry.value is None:
            return None
        rest += addend.factor * addend.entry.value
    return rest


def _number(text: str | None) -> Decimal | None:
    try:
        return Decimal(text or "")
    except InvalidOperation:
        return None
