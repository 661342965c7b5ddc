"""What the page costs: as much again for as much again."""

from __future__ import annotations

import sys

import msgspec

from docxlint.core.finding import Diagnosis, Finding, Severity, Suspect
from docxlint.core.location import Location
from docxlint.core.message import Message
from docxlint.core.snapshot import Snapshot, SnapshotCell, SnapshotTable
from docxlint.report.formats.html import Html
from docxlint.report.report import Report


def lines(count: int) -> Report:
    """A table of as many rows, each with a sum that fails and is blank elsewhere; its first cell
    spans them all, and each second row has its own diagnosis.
    """
    path = "/w:document/w:body/w:tbl[1]"
    cells = [SnapshotCell("甲", 0, 0, count, 1, "stub", f"{path}/w:tr[1]/w:tc[1]")]
    findings, diagnoses = [], []
    for row in range(count):
        at = [f"{path}/w:tr[{row + 1}]/w:tc[{n}]" for n in (2, 3)]
        cells += (
            SnapshotCell("1", row, n, 1, 1, "figure", one) for n, one in enumerate(at, start=1)
        )
        places = [Location("word/document.xml", one, section="三") for one in at]
        total = Finding(
            rule="row-total",
            severity=Severity.ERROR,
            message=Message(f"第{row}行", f"row {row}"),
            location=places[0],
            related=(places[1],),
            fingerprint=f"{row:016x}",
        )
        whole = Location("word/document.xml", f"{path}/w:tr[{row + 1}]", section="三")
        blank = msgspec.structs.replace(
            total, rule="cell-blank", location=whole, related=(), fingerprint=f"b{row:015x}"
        )
        findings += [total, blank]
        if row % 2:
            diagnoses.append(
                Diagnosis(
                    kind="figure",
                    message=Message("改此一处即可", "this alone would do"),
                    certain=True,
                    suspects=(Suspect(None, None, "1", "2", places[1]),),
                    alternatives=(),
                    explains=(total.fingerprint, blank.fingerprint),
                )
            )
    table = SnapshotTable("t", "三", "word/document.xml", path, count, 3, tuple(cells))
    sections = tuple(f"第{n}节" for n in range(count))
    spare = (
        SnapshotTable("u", label, "word/document.xml", f"/w:document/w:tbl[{n}]", 1, 1, ())
        for n, label in enumerate(sections)
    )
    return Report(
        path="l.docx",
        sha256="",
        status="checked",
        findings=tuple(findings),
        diagnoses=tuple(diagnoses),
        snapshot=Snapshot(("三", *sections), (table, *spare)),
    )


def test_twice_the_rows_and_findings_take_twice_the_work() -> None:
    def calls(report: Report) -> int:
        made = 0

        def count(_frame: object, event: str, _what: object) -> None:
            nonlocal made
            made += event in ("call", "c_call")

        before = sys.getprofile()
        sys.setprofile(count)
        try:
            Html.render((report,), "zh")
        finally:
            sys.setprofile(before)
        return made

    Html.render((lines(1),), "zh")  # what is done once only
    assert calls(lines(400)) < 2.1 * calls(lines(200))
