"""Reports made by hand, with everything that a report can hold."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from docxlint.core.finding import (
    Broken,
    CitedRule,
    Diagnosis,
    Finding,
    Fix,
    PackId,
    Severity,
    Suspect,
    UncheckedRule,
)
from docxlint.core.location import Location
from docxlint.core.message import Message
from docxlint.core.snapshot import Snapshot, SnapshotCell, SnapshotTable
from docxlint.report.report import Report

GOLDEN = Path(__file__).parent / "golden"
SCHEMAS = Path(__file__).parent / "schema"
OVERVIEW, REQUESTS, OTHER = (
    "一、总体情况",
    "三、收到和处理政府信息公开申请情况",
    "六、其他需要报告的事项",
)
NEW, OUT = "一、本年新收政府信息公开申请数量", "四、结转下年度继续办理"


def place(path: str = "/w:document/w:body/w:p[3]", **more: Any) -> Location:
    part = more.pop("part", "word/document.xml")
    return Location(part, path, **more)


def finding(rule: str, zh: str, en: str, location: Location, **more: Any) -> Finding:
    severity = more.pop("severity", Severity.ERROR)
    return Finding(rule=rule, severity=severity, message=Message(zh, en), location=location, **more)


@pytest.fixture
def full() -> Report:
    """A report with findings of each severity, and questions that are and are not explained."""
    cell = "/w:document/w:body/w:tbl[2]/w:tr[4]/w:tc[4]"
    title = place(paragraph=1, text="集义庄乡2023年度政府信息公开工作年度报告", start=4, end=10)
    blank = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
    return Report(
        path="收到的 报告/集义庄乡.docx",
        sha256="00ff" * 16,
        status="checked",
        packs=(PackId("annual-report", "1.0.0"),),
        year=2023,
        cited_rules=(
            CitedRule(
                name="balance",
                title=Message("收到的都已办结", "What came in is done"),
                source="国办公开办函〔2021〕30号 表三",
            ),
        ),
        findings=(
            finding(
                "title-wording",
                "标题里“年度”重复",
                "the title says “年度” twice",
                title,
                severity=Severity.WARNING,
                expected="集义庄乡2023年政府信息公开工作年度报告",
                found="集义庄乡2023年度政府信息公开工作年度报告",
                fix=Fix(title, "2023年"),
                fingerprint="0123456789abcdef",
            ),
            finding(
                "balance",
                "12 + 2 = 14，但 13 + 2 = 15",
                "12 + 2 = 14, but 13 + 2 = 15",
                place(cell, section=REQUESTS, table="requests", column="总计", text="12"),
                expected="14",
                found="15",
                suspects=(Suspect(OUT, "总计", "2", "1"),),
                related=(
                    place(cell, section=REQUESTS, table="requests", row=NEW, column="总计"),
                    place(paragraph=4, section=OVERVIEW, text="新收申请12件"),
                ),
            ),
            *(
                finding(
                    "cell-blank",
                    "整行没有填写；没有的填 0",
                    "nothing is filled in; none is written 0",
                    place(cell, section=REQUESTS, table="requests", row=row),
                    expected="0",
                    found="",
                )
                for row in ("（一）予以公开", "（七）总计")
            ),
            finding(
                "heading-punctuation",
                "标题末尾有句号",
                "the heading ends in a full stop",
                place(paragraph=30, section=OTHER, text="（一）收费情况。"),
                severity=Severity.INFO,
            ),
        ),
        unchecked=(
            *(
                UncheckedRule(
                    rule="column-total",
                    reason=Message("“（七）总计”是空白", "“（七）总计” is blank"),
                    location=place(cell, section=REQUESTS, table="requests", column=column),
                    explained=True,
                )
                for column in blank
            ),
            UncheckedRule(
                rule="fee-statement",
                reason=Message("这一部分没有文字", "the section has no text"),
                location=place(section=OTHER, text=OTHER),
            ),
            UncheckedRule(
                rule="prose-sum",
                reason=Message("这一部分没有文字", "the section has no text"),
                location=place(section=OTHER, text=OTHER),
            ),
        ),
    )


@pytest.fixture
def unreadable() -> Report:
    error = Message("这是 Word 97–2003 的 .doc 文件。", "This is a Word 97–2003 .doc file.")
    return Report(path="b.docx", sha256="", status="unreadable", error=error)


@pytest.fixture
def no_pack() -> Report:
    error = Message("没有适用的规则包", "no pack applies")
    return Report(path="c.docx", sha256="ab" * 32, status="no-pack", error=error, year=2023)


@pytest.fixture
def clean() -> Report:
    return Report(
        path="d.docx", sha256="cd" * 32, status="checked", packs=(PackId("annual-report", "1.0.0"),)
    )


@pytest.fixture
def waived() -> Report:
    """A report by two packs: a finding that counts, and two alike that do not."""
    county = Message("县里统一发的样表", "the form that the county gave out")
    lines = [place(f"/w:document/w:body/w:p[{n}]", paragraph=n, text="。") for n in (5, 6, 7)]
    said = ("heading-punctuation", "标题末尾有句号", "the heading ends in a full stop")
    info = Severity.INFO
    return Report(
        path="f.docx",
        sha256="ef" * 32,
        status="checked",
        packs=(PackId("annual-report", "1.0.0"), PackId("county", "0.1.0")),
        year=2023,
        findings=(
            finding(*said, lines[0], severity=info, fingerprint="0" * 16),
            finding(*said, lines[1], severity=info, fingerprint="1" * 16, waived=county),
            finding(*said, lines[2], severity=info, fingerprint="2" * 16, waived=county),
            finding("old", "旧的", "old", lines[2], waived=Message("基线", "baseline")),
        ),
    )


@pytest.fixture
def broken(clean: Report) -> Report:
    what = Broken(subject="balance (equation)", reason="ZeroDivisionError: division by zero")
    return Report(path="e.docx", sha256=clean.sha256, status="checked", broken=(what,))


TABLE = "/w:document/w:body/w:tbl[2]"


def cell(text: str, row: int, column: int, role: str, **more: Any) -> SnapshotCell:
    path = f"{TABLE}/w:tr[{row + 1}]/w:tc[{column + 1}]"
    return SnapshotCell(text, row, column, more.get("rows", 1), more.get("columns", 1), role, path)


@pytest.fixture
def snapshot() -> Report:
    """A document whose table is drawn: a wrong sum, a blank row, and a sum in the running text."""
    cells = (
        cell("项目", 0, 0, "head", rows=2, columns=2),
        cell("申请人", 0, 2, "head", columns=2),
        cell("自然人", 1, 2, "head"),
        cell("总计", 1, 3, "head"),
        cell("办理", 2, 0, "stub", rows=2),
        cell("（一）予以公开\n<全部>", 2, 1, "stub"),
        cell("1", 2, 2, "figure"),
        cell("2", 2, 3, "figure"),
        cell("其他", 3, 1, "stub"),
        cell("", 3, 2, "figure"),
        cell("", 3, 3, "figure"),
    )
    table = SnapshotTable("requests", REQUESTS, "word/document.xml", TABLE, 4, 4, cells)
    total, one = (place(each.path, section=REQUESTS, text=each.text) for each in cells[7:5:-1])
    row = place(f"{TABLE}/w:tr[4]", section=REQUESTS, row="其他")
    prose = place(paragraph=4, section=OVERVIEW, text="公开1件")
    sums = {"expected": "1", "found": "2", "related": (one,), "fingerprint": "f" * 16}
    info = Severity.INFO
    return Report(
        path="g.docx",
        sha256="01" * 32,
        status="checked",
        packs=(PackId("annual-report", "1.0.0"),),
        year=2023,
        findings=(
            finding("prose-table", "表中是 2", "the table has 2", prose, related=(total,)),
            finding("row-total", "“总计”写作 2，应为 1", "is 2, should be 1", total, **sums),
            finding("cell-blank", "整行没有填写", "nothing is filled in", row, severity=info),
        ),
        diagnoses=(
            Diagnosis(
                kind="figure",
                message=Message("改此一处即可", "this alone would do"),
                certain=False,
                suspects=(Suspect(None, "总计", "2", "3", total),),
                alternatives=((Suspect(None, "总计", "2", "4", total),),),
                explains=("f" * 16,),
            ),
        ),
        snapshot=Snapshot((OVERVIEW, REQUESTS, OTHER), (table,)),
    )


@pytest.fixture
def certain(snapshot: Report) -> Report:
    """The same table, where it is certain which figure the sum fails for; its rules are cited."""
    assert snapshot.snapshot is not None
    cells = snapshot.snapshot.tables[0].cells
    one = place(cells[6].path, section=REQUESTS, row="（一）予以公开", column="自然人", text="1")
    root = msgspec.structs.replace(
        snapshot.diagnoses[0],
        certain=True,
        suspects=(Suspect("（一）予以公开", "自然人", "1", "2", one),),
        alternatives=(),
    )
    cited = (
        CitedRule(
            name="row-total",
            title=Message("总计等于各列之和", "totals are sums"),
            source="表三第1条",
        ),
        CitedRule(name="cell-blank", title=Message("每一格都填了", "no cell is blank"), source=""),
    )
    return msgspec.structs.replace(snapshot, diagnoses=(root,), cited_rules=cited)


@pytest.fixture
def swept(certain: Report) -> Report:
    """The same table, of which a whole line is wrong: it tells of a sum here and one elsewhere."""
    prose, total, row = certain.findings
    prose = msgspec.structs.replace(prose, fingerprint="e" * 16)
    root = msgspec.structs.replace(
        certain.diagnoses[0], kind="line", explains=("e" * 16, total.fingerprint)
    )
    return msgspec.structs.replace(certain, findings=(total, prose, row), diagnoses=(root,))


@pytest.fixture
def everything(
    full: Report,
    unreadable: Report,
    no_pack: Report,
    clean: Report,
    waived: Report,
    broken: Report,
    snapshot: Report,
) -> tuple[Report, ...]:
    """A batch with a document of every kind."""
    return full, unreadable, no_pack, clean, waived, broken, snapshot


@pytest.fixture
def golden() -> Callable[[str], str]:
    """The text of a golden file."""

    def read(name: str) -> str:
        return (GOLDEN / name).read_bytes().decode("utf-8")

    return read
