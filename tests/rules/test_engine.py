from collections.abc import Callable, Iterator
from typing import Any

import msgspec
import pytest

from docxlint.core.document import Document, Gap, Paragraph
from docxlint.core.finding import NotApplicable, Problem, Severity, Unchecked
from docxlint.core.location import Location
from docxlint.core.message import Message
from docxlint.core.reference import TITLE, FigureRef, Reference, RowRef
from docxlint.form.bind import bind
from docxlint.form.bound import BoundForm
from docxlint.form.schema import Form, SectionForm, TitleForm
from docxlint.rules.engine import Verdict, judge, judge_together
from docxlint.rules.rule import Kind, Pack, Rule

PART = "word/document.xml"
FORM = Form(TitleForm("报告", "{organ}{year}年报告"), (SectionForm("one", "一、总述"),))


def word(text: str) -> Message:
    return Message(zh=text, en=text)


def at(path: str, **more: Any) -> Location:
    return Location(PART, f"/w:document/w:body/{path}", **more)


def bound(*paths: str, gaps: tuple[Gap, ...] = ()) -> BoundForm:
    blocks = tuple(Paragraph(path, at(path)) for path in paths)
    return bind(Document(blocks, Location(PART, "/w:document/w:body"), gaps=gaps), FORM)


def rule(name: str, *outcomes: object, severity: Severity = Severity.ERROR) -> Rule:
    def run(_filled: BoundForm, _options: Any) -> Iterator[Any]:
        for outcome in outcomes:
            if isinstance(outcome, BaseException):
                raise outcome
            yield outcome

    class Options(msgspec.Struct, frozen=True):
        pass

    return Rule(
        name=name,
        title=word(name),
        severity=severity,
        source="test",
        kind=Kind("toy", Options, run),
        options=Options(),
    )


def problem(path: str, *subjects: Reference, **more: Any) -> Problem:
    return Problem(message=word(path), location=at(path, **more), subjects=subjects)


def order(verdict: Verdict) -> list[str]:
    return [finding.message.zh for finding in verdict.findings]


def test_findings_are_in_document_order_and_not_in_path_order() -> None:
    document = bound("w:p[1]", "w:tbl[1]", "w:p[2]", "w:p[10]")
    rules = [
        rule("a", problem("w:p[10]"), problem("w:tbl[1]/w:tr[10]/w:tc[1]"), problem("w:p[2]")),
        rule("b", problem("w:tbl[1]/w:tr[2]/w:tc[1]"), problem("w:p[1]")),
    ]
    assert order(judge(document, rules)) == [
        "w:p[1]",
        "w:tbl[1]/w:tr[2]/w:tc[1]",
        "w:tbl[1]/w:tr[10]/w:tc[1]",
        "w:p[2]",
        "w:p[10]",
    ]


def test_a_finding_has_the_name_and_severity_of_its_rule() -> None:
    verdict = judge(bound("w:p[1]"), [rule("a", problem("w:p[1]"), severity=Severity.INFO)])
    assert [(f.rule, f.severity) for f in verdict.findings] == [("a", Severity.INFO)]


@pytest.mark.parametrize(
    "fault", [ValueError("no"), RecursionError(), SystemExit(0), "nonsense", None]
)
def test_a_failing_check_is_broken_and_affects_no_other(fault: object) -> None:
    rules = [rule("bad", problem("w:p[1]"), fault), rule("good", problem("w:p[1]"))]
    verdict = judge(bound("w:p[1]"), rules)
    assert [broken.subject for broken in verdict.broken] == ["bad (toy)"]
    assert "good" in [finding.rule for finding in verdict.findings]


def test_a_rule_that_does_not_apply_has_no_findings_and_is_not_unchecked() -> None:
    verdict = judge(bound("w:p[1]"), [rule("a", NotApplicable(reason=word("no")))])
    assert (verdict.findings, verdict.unchecked) == ((), ())


@pytest.mark.parametrize(
    ("subject", "cause", "explained"),
    [
        (FigureRef("requests", "new", "people"), FigureRef("requests", "new", "people"), True),
        (RowRef("requests", "new"), FigureRef("requests", "new", "people"), True),
        (TITLE, FigureRef("requests", "new", "people"), False),
    ],
)
def test_an_unchecked_place_is_explained_by_a_finding_about_its_cause(
    subject: Reference, cause: Reference, explained: bool
) -> None:
    rules = [
        rule("a", problem("w:p[1]", subject)),
        rule("b", Unchecked(reason=word("why"), location=at("w:p[1]"), causes=(cause,))),
    ]
    (unchecked,) = judge(bound("w:p[1]"), rules).unchecked
    assert unchecked.rule == "b"
    assert unchecked.explained is explained


def test_passed_rules_differ_from_rules_that_do_not_apply() -> None:
    resting = NotApplicable(reason=word("没有"))
    verdict = judge(
        bound("p[1]"),
        [
            rule("passes"),
            rule("rests", resting, resting),
            rule("finds", problem("p[1]"), resting),
            rule("asks", Unchecked(reason=word("?"), location=at("p[1]"))),
            rule("breaks", ZeroDivisionError()),
        ],
    )
    assert verdict.passed == ("passes",)
    assert [(one.rule, one.reason.zh) for one in verdict.not_applicable] == [("rests", "没有")]


def test_no_rule_passes_if_content_was_not_read() -> None:
    gap = Gap("w:unknown", at("p[1]"))
    assert judge(bound("p[1]", gaps=(gap,)), [rule("passes")]).passed == ()


def test_unread_content_leaves_every_rule_unchecked_there() -> None:
    gap = Gap("altChunk", at("w:altChunk[1]"))
    verdict = judge(bound("w:p[1]", gaps=(gap,)), [rule("a"), rule("b", problem("w:p[1]"))])
    assert [(u.rule, u.explained) for u in verdict.unchecked] == [("a", False), ("b", False)]
    assert "altChunk" in verdict.unchecked[0].reason.zh


def test_a_fingerprint_survives_a_change_elsewhere() -> None:
    before = judge(bound("w:p[1]"), [rule("a", problem("w:p[1]", text="错", section="一"))])
    after = judge(
        bound("w:p[1]", "w:p[2]"), [rule("a", problem("w:p[2]", text="错", section="一"))]
    )
    assert before.findings[0].fingerprint == after.findings[0].fingerprint
    assert len(before.findings[0].fingerprint) == 16


def test_different_findings_have_different_fingerprints() -> None:
    same = problem("w:p[1]", text="错")
    verdict = judge(
        bound("w:p[1]"),
        [
            rule("a", same, same, problem("w:p[1]", text="误"), problem("w:p[1]", row="甲")),
            rule("b", same),
        ],
    )
    assert len({finding.fingerprint for finding in verdict.findings}) == 5


def test_a_broken_check_of_a_plugin_is_named_with_the_plugin() -> None:
    verdict = judge(bound("w:p[1]"), [rule("bad", ValueError("no"))], {"toy": "plug 1.2.3"})
    assert [broken.subject for broken in verdict.broken] == ["bad (toy, plug 1.2.3)"]


def test_findings_of_several_packs_are_in_document_order() -> None:
    document = bound("w:p[1]", "w:p[2]", "w:p[3]")
    first = [rule("a", problem("w:p[1]"), problem("w:p[3]"))]
    verdict = judge_together([(document, first), (document, [rule("b", problem("w:p[2]"))])])
    assert [finding.rule for finding in verdict.findings] == ["a", "b", "a"]


def test_a_finding_explains_nothing_in_another_pack() -> None:
    document = bound("w:p[1]")
    unchecked_rule = rule(
        "b", Unchecked(reason=word("why"), location=at("w:p[1]"), causes=(TITLE,))
    )
    failing = [rule("a", problem("w:p[1]", TITLE))]
    (other_pack,) = judge_together([(document, failing), (document, [unchecked_rule])]).unchecked
    (same_pack,) = judge_together([(document, [*failing, unchecked_rule])]).unchecked
    assert (other_pack.explained, same_pack.explained) == (False, True)


def test_a_finding_has_the_page_of_the_last_layout(
    national: Pack, bound: Callable[..., BoundForm]
) -> None:
    form = bound({"2024年1月18日": "2024年2月30日"})
    table = form.tables["requests"]
    document = msgspec.structs.replace(form.document, page_starts=(table.location,))
    form = msgspec.structs.replace(form, document=document)
    (finding,) = judge(form, national.rules).findings
    assert finding.location.page == 2
