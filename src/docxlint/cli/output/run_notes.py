"""What is said of a run beside its findings: rules and packs at fault, waivers without use."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from docxlint.core.message import Message
from docxlint.linting.linter import Linter
from docxlint.report.report import Report
from docxlint.report.visible_text import path_text
from docxlint.site import notices

_RULE = Message(
    zh="{path}：规则 {who} 自身出错，与文档无关：{what}",
    en="{path}: the rule {who} is itself at fault, not the document: {what}",
)
_PACK = Message(
    zh="规则包 {who} 有误，无法用来检查（{path}）：\n{what}",
    en="the pack {who} is at fault and could not be used ({path}):\n{what}",
)
_MORE = Message(zh="{path} 等 {n} 份文档", en="{path} … {n} documents in all")


def notes(reports: Sequence[Report], linter: Linter, lang: str) -> Iterator[str]:
    """What is to be said on standard error of a run that gave `reports`, each fault once."""
    faults: dict[tuple[str, str, str], list[str]] = {}
    for report in reports:
        for one in report.broken:
            fault = (one.kind, one.subject, one.text(lang))
            faults.setdefault(fault, []).append(path_text(report.path))
    for (of, who, what), paths in faults.items():
        first = paths[0]
        path = first if len(paths) == 1 else _MORE(path=first, n=len(paths)).text(lang)
        message = _PACK if of == "pack" else _RULE
        yield message(path=path, who=who, what=what).text(lang)
    findings = [(report.path, report.findings) for report in reports]
    for notice in notices(linter.config, findings, linter.today):
        yield msgspec.structs.replace(notice, excerpt="").text(lang)
