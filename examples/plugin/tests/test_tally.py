from docxlint_summary.tally import render

from docxlint.plugin import Finding, Location, Message, Report, Severity


def finding(rule: str, waived: Message | None = None) -> Finding:
    return Finding(
        rule=rule,
        severity=Severity.ERROR,
        message=Message(zh="", en=""),
        location=Location(part="word/document.xml", path=""),
        waived=waived,
    )


def report(*findings: Finding) -> Report:
    return Report(path="a.docx", sha256="", status="checked", findings=findings)


def test_findings_and_documents_are_counted_by_rule() -> None:
    reports = [report(finding("total"), finding("total"), finding("date")), report(finding("date"))]
    assert render(reports, "en") == (
        "rule,severity,findings,documents\ndate,error,2,2\ntotal,error,2,1\n"
    )


def test_what_is_waived_is_not_counted() -> None:
    assert (
        render([report(finding("date", waived=Message(zh="已知", en="known")))], "zh")
        == "规则,级别,处数,文档数\n"
    )
