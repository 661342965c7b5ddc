from __future__ import annotations

from collections.abc import Callable

from docxlint.core.finding import Problem, Unchecked
from docxlint.core.reference import SIGNATURE_ORGAN, TITLE
from docxlint.form.bound import BoundForm
from docxlint.rules.kinds.organ import Options, run

Bind = Callable[..., BoundForm]


def test_the_same_organ_is_right(bound: Bind) -> None:
    assert list(run(bound(), Options())) == []
    assert list(run(bound({"> 青石县云溪镇人民政府": "> 云溪镇"}), Options())) == []


def test_each_place_that_names_another_organ_is_a_problem(bound: Bind) -> None:
    swaps = {"> 青石县云溪镇人民政府": "> 黑石镇", "现公布云溪镇2023年": "现公布白石镇2023年"}
    signature, introduction = run(bound(swaps), Options())
    assert isinstance(signature, Problem) and isinstance(introduction, Problem)
    assert (signature.found, introduction.found) == ("黑石镇", "白石镇")
    assert signature.expected is introduction.expected is None
    assert introduction.location.text == "白石镇"


def test_without_both_names_it_is_unchecked(bound: Bind) -> None:
    (outcome,) = run(bound({"# 青石县云溪镇人民政府\n": ""}), Options())
    assert isinstance(outcome, Unchecked)
    assert outcome.causes == (TITLE,)
    (outcome,) = run(bound({"> 青石县云溪镇人民政府\n": ""}), Options())
    assert isinstance(outcome, Unchecked)
    assert outcome.causes == (SIGNATURE_ORGAN,)
