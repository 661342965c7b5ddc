from __future__ import annotations

from collections.abc import Callable

import msgspec

from docxlint.core.document import Paragraph, Revision, Story
from docxlint.core.finding import Problem
from docxlint.core.location import Location
from docxlint.form.bound import BoundForm
from docxlint.rules.kinds.revisions import Options, run

Prose = Callable[..., BoundForm]

PART = "word/document.xml"


def revised(bound: BoundForm, *authors: str | None) -> BoundForm:
    changes = tuple(
        Revision("insertion", Location(PART, f"/w:document/w:body/w:p[2]/w:ins[{n}]"), author, "甲")
        for n, author in enumerate(authors, 1)
    )
    document = msgspec.structs.replace(bound.document, revisions=changes)
    return msgspec.structs.replace(bound, document=document)


def commented(bound: BoundForm, *authors: str | None) -> BoundForm:
    stories = tuple(
        Story("comment", (Paragraph("请核实", place),), place, author)
        for n, author in enumerate(authors, 1)
        for place in (Location("word/comments.xml", f"/w:comments/w:comment[{n}]", text="请核实"),)
    )
    document = msgspec.structs.replace(bound.document, stories=stories)
    return msgspec.structs.replace(bound, document=document)


def found(bound: BoundForm, *ignore: str) -> list[Problem]:
    outcomes = run(bound, Options(ignore=frozenset(ignore)))
    return [outcome for outcome in outcomes if isinstance(outcome, Problem)]


def test_a_document_without_changes_and_comments_is_right(prose: Prose) -> None:
    assert found(prose("## 一、总体情况", "甲", footnote="乙")) == []


def test_all_changes_are_one_finding_and_all_comments_another(prose: Prose) -> None:
    bound = commented(revised(prose("## 一、总体情况", "甲"), "张", "李", None), "张")
    changes, comments = found(bound, "docxlint")
    assert changes.message.zh == "还有3处修订没有接受或拒绝"
    assert comments.message.zh == "还有1条批注没有删除"
    assert changes.location.path.endswith("w:ins[1]")
    assert changes.location.section == "一、总体情况"
    assert [place.path[-8:] for place in changes.related] == ["w:ins[2]", "w:ins[3]"]
    assert comments.location.part == "word/comments.xml"


def test_an_ignored_author_does_not_count(prose: Prose) -> None:
    bound = commented(revised(prose("## 一、总体情况", "甲"), "docxlint", "张"), "DocxLint ")
    (problem,) = found(bound, "docxlint")
    assert problem.found == "1"
    assert problem.location.path.endswith("w:ins[2]")


def test_at_most_twenty_other_places_are_named(prose: Prose) -> None:
    (problem,) = found(commented(prose("甲"), *(["张"] * 50)))
    assert problem.found == "50"
    assert len(problem.related) == 20
