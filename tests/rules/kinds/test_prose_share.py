from collections.abc import Callable
from decimal import Decimal

import pytest

from docxlint.core.finding import NotApplicable, Problem, Unchecked
from docxlint.core.reference import FigureRef, SectionRef
from docxlint.core.regex import Regex
from docxlint.form.bound import BoundForm
from docxlint.rules.kinds.prose_share import KIND, Options, Share
from docxlint.rules.references import reference_faults
from docxlint.rules.rule import Outcome

Bind = Callable[..., BoundForm]
SENTENCE = "申请内容主要涉及土地流转、茶园补贴和危房改造。"


def share(part: str = "requests.new.people", whole: str = "requests.new.total") -> Share:
    return Share(
        Regex.parse("自然人[0-9]+件[，,]占([0-9.]+)[%％]"),
        FigureRef.parse(part),
        FigureRef.parse(whole),
    )


def judged(bound: Bind, text: str, options: Options | None = None) -> list[Outcome]:
    return list(KIND.run(bound({SENTENCE: text}), options or Options((share(),))))


@pytest.mark.parametrize("percentage", ["60%", "60.0%", "60.00 ％"])
def test_a_share_may_be_printed_with_any_decimals(percentage: str, bound: Bind) -> None:
    assert judged(bound, f"自然人15件，占{percentage}。") == []


def test_a_wrong_share_is_reported_with_its_two_figures(bound: Bind) -> None:
    (found,) = judged(bound, "其中自然人 15 件，占 62.0%。")
    assert isinstance(found, Problem)
    assert found.message.zh == "占比写的是62.0%，应为60.0%（15 ÷ 25）"
    assert found.location.text == "62.0"
    assert [place.row for place in found.related] == ["一、本年新收政府信息公开申请数量"] * 2
    assert found.fix is not None
    assert found.fix.text == "60.0"


def test_a_share_is_rounded_half_up_and_may_be_off_by_the_tolerance(bound: Bind) -> None:
    third = share("requests.granted.people", "requests.carried_in.total")
    options = Options((third,), tolerance=Decimal("0.1"))
    assert judged(bound, "自然人4件，占133.4%。", options) == []
    assert len(judged(bound, "自然人4件，占133.5%。", options)) == 1


def test_without_the_sentence_the_rule_does_not_apply(bound: Bind) -> None:
    (outcome,) = judged(bound, SENTENCE)
    assert isinstance(outcome, NotApplicable)
    (outcome,) = judged(
        bound, "自然人15件，占60%。", Options((share(),), section=SectionRef("other"))
    )
    assert isinstance(outcome, NotApplicable)


def test_a_share_of_zero_is_unchecked(bound: Bind) -> None:
    nothing = share("requests.denied_1.people", "requests.denied_1.total")
    (outcome,) = judged(bound, "自然人0件，占0%。", Options((nothing,)))
    assert isinstance(outcome, Unchecked)
    assert outcome.reason.zh == "合计为0，无法核对占比"


def test_a_missing_figure_leaves_the_share_unchecked(bound: Bind) -> None:
    swaps = {
        SENTENCE: "自然人15件，占60%。",
        "| 15 | 4 | 2 | 1 | 2 | 1 | 25 |": "| 无 | 4 | 2 | 1 | 2 | 1 | 25 |",
    }
    (outcome,) = KIND.run(bound(swaps), Options((share(),)))
    assert isinstance(outcome, Unchecked)
    assert [str(cause) for cause in outcome.causes] == ["requests.new.people", "requests.new.total"]


def test_names_that_the_form_does_not_have_are_faults(bound: Bind) -> None:
    options = Options(
        (share("requests.now.people", "request.new.total"),), section=SectionRef("others")
    )
    faults = list(reference_faults(options, bound().form))
    assert [(fault.path, fault.given) for fault in faults] == [
        (("shares", 0, "part"), "now"),
        (("shares", 0, "whole"), "request"),
        (("section",), "others"),
    ]


def test_a_blank_part_is_a_share_of_zero_if_blanks_count_as_zero(bound: Bind) -> None:
    row = "| 15 | 4 | 2 | 1 | 2 | 1 | 25 |"
    document = bound({SENTENCE: "自然人0件，占0%。", row: row.replace("15", "")})
    (outcome,) = KIND.run(document, Options((share(),)))
    assert isinstance(outcome, Unchecked)
    assert list(KIND.run(document, Options((share(),), blank="zero"))) == []
