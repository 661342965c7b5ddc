from __future__ import annotations

from collections.abc import Callable

import msgspec

from docxlint.core.document import ChangingField
from docxlint.core.finding import Problem, Unchecked
from docxlint.core.location import Location
from docxlint.core.reference import SIGNATURE_DATE
from docxlint.form.bound import BoundForm
from docxlint.rules.kinds.typed_date import Options, run

Bind = Callable[..., BoundForm]


def outcomes(document: BoundForm, path: str) -> list[object]:
    place = Location(document.document.location.part, path)
    fields = (ChangingField("DATE", "2024年1月18日", place),)
    changed = msgspec.structs.replace(document.document, changing_fields=fields)
    return list(run(msgspec.structs.replace(document, document=changed), Options()))


def test_only_a_field_in_the_closing_date_matters(bound: Bind) -> None:
    document = bound()
    date = document.passages[-1].location.path
    (problem,) = outcomes(document, f"{date}/w:r[1]")
    assert isinstance(problem, Problem)
    assert problem.location.text == "2024年1月18日"
    assert outcomes(document, document.passages[0].location.path) == []
    assert list(run(document, Options())) == []


def test_without_a_closing_date_it_is_unchecked(bound: Bind) -> None:
    (outcome,) = run(bound({"2024年1月18日": "2024年1月"}), Options())
    assert isinstance(outcome, Unchecked)
    assert outcome.causes == (SIGNATURE_DATE,)
