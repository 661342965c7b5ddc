"""A comment has the severity and rule, the message, and the details, in one language."""

from __future__ import annotations

from docxlint.copies.comment_text import AUTHOR, comment_lines
from docxlint.core.finding import CitedRule, Finding, Severity
from docxlint.core.location import Location
from docxlint.core.message import Message
from docxlint.report.report import Report

_FINDING = Finding(
    rule="row-total",
    severity=Severity.ERROR,
    message=Message(zh="总计应为8，现为9", en="the total should be 8 and is 9"),
    location=Location("word/document.xml", "/w:document/w:body/w:p[1]"),
    expected="8",
    found="9",
)
_REPORT = Report(path="x", sha256="", status="checked", findings=(_FINDING,))


def test_the_first_lines_are_the_rule_and_the_message() -> None:
    zh, en = (list(comment_lines(_FINDING, _REPORT, lang)) for lang in ("zh", "en"))
    assert zh[0].startswith("【") and zh[0].endswith("】row-total")
    assert en[0].startswith("[") and en[0].endswith("] row-total")
    assert (zh[1], en[1]) == (_FINDING.message.zh, _FINDING.message.en)


def test_details_have_no_columns() -> None:
    assert all("  " not in line for line in comment_lines(_FINDING, _REPORT, "en"))


def test_the_author_is_the_product() -> None:
    assert AUTHOR.name == "docxlint"


def test_a_comment_begins_with_the_title_and_ends_with_the_source() -> None:
    rule = CitedRule(
        name="row-total", title=Message(zh="总计对得上", en="totals match"), source="表三"
    )
    report = Report(
        path="x", sha256="", status="checked", findings=(_FINDING,), cited_rules=(rule,)
    )
    zh, en = (list(comment_lines(_FINDING, report, lang)) for lang in ("zh", "en"))
    assert (zh[0], zh[-1]) == ("【错误】总计对得上", "依据：表三（规则 row-total）")
    assert (en[0], en[-1]) == ("[error] totals match", "source: 表三 (rule row-total)")
