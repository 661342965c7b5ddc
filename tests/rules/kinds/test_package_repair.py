from __future__ import annotations

from collections.abc import Callable

import msgspec

from docxlint.core.document import PackageFault, PackageFaultKind
from docxlint.core.finding import Problem
from docxlint.core.location import Location
from docxlint.form.bound import BoundForm
from docxlint.rules.kinds.package_repair import Options, run

Prose = Callable[..., BoundForm]


def problems(bound: BoundForm, *faults: PackageFault) -> list[Problem]:
    document = msgspec.structs.replace(bound.document, package_faults=faults)
    outcomes = run(msgspec.structs.replace(bound, document=document), Options())
    return [outcome for outcome in outcomes if isinstance(outcome, Problem)]


def test_a_file_that_word_opens_is_right(prose: Prose) -> None:
    assert problems(prose("## 一、总体情况", "甲")) == []


def test_all_faults_are_one_problem_at_the_first(prose: Prose) -> None:
    bound = prose("## 一、总体情况", "甲")
    paragraph = bound.passages[-1].location
    inside = Location(paragraph.part, f"{paragraph.path}/w:p[1]")
    (problem,) = problems(
        bound,
        PackageFault(PackageFaultKind.MISPLACED, inside),
        PackageFault(PackageFaultKind.TYPE, Location(paragraph.part, "/w:document", text="a.bin")),
        PackageFault(PackageFaultKind.MISPLACED, inside),
    )
    assert (
        "文字放在不允许的位置，可能不显示（2处）、没有注明类型的部件（1个）" in problem.message.zh
    )
    assert problem.location.section == "一、总体情况"
    assert problem.location.path == inside.path
    assert len(problem.related) == 2


def test_a_fault_in_a_cell_has_the_section_of_its_table(bound: Callable[..., BoundForm]) -> None:
    form = bound()
    table = form.tables["requests"].tables[0].location
    cell = Location(table.part, f"{table.path}/w:tr[1]/w:tc[1]")
    (problem,) = problems(form, PackageFault(PackageFaultKind.NO_PARAGRAPH, cell))
    assert problem.location.section == "三、收到和处理政府信息公开申请情况"
