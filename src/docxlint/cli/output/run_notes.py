"""Notes about a run beside its findings: broken rules and packs, waivers without use."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from docxlint.core.message import Message
from docxlint.linting.linter import Linter
from docxlint.report.report import Report
from docxlint.report.visible_text import path_text
from docxlint.site import Waiver, notices, uses

_RULE = Message(
    zh="{path}：检查程序出错（与文档无关），规则 {rule}：{reason}",
    en="{path}: fault of the rule {rule}, not of the document: {reason}",
)
_PACK = Message(
    zh="规则包 {rule} 有误，无法用来检查（{path}）：\n{reason}",
    en="the pack {rule} is at fault and could not be used ({path}):\n{reason}",
)
_MORE = Message(zh="{path}等{n}份文档", en="{path} … {n} documents in all")


class RunNotes:
    """Collects what a run reports on standard error, document by document."""

    def __init__(self) -> None:
        self._paths: dict[tuple[str, str, str | Message], list[str]] = {}
        self._linters: dict[str, Linter] = {}  # by the site's file
        self._use: dict[str, dict[Waiver, bool]] = {}

    def add(self, report: Report, linter: Linter) -> None:
        """Collect the faults of one document and the waivers that it uses."""
        for fault in report.broken:
            key = (fault.kind, fault.subject, fault.reason)
            self._paths.setdefault(key, []).append(path_text(report.path))
        judged = {*report.passed, *(finding.rule for finding in report.findings)}
        judged -= {place.rule for place in report.unchecked}
        site = linter.config
        self._linters.setdefault(site.file, linter)
        use = self._use.setdefault(site.file, {})
        for waiver, matches in uses(site, report.path, report.findings, judged):
            use[waiver] = matches or use.get(waiver, False)

    def lines(self, lang: str) -> Iterator[str]:
        """Each fault once, then the waivers that are of no use."""
        for (kind, subject, reason), paths in self._paths.items():
            first = paths[0]
            path = first if len(paths) == 1 else _MORE(path=first, n=len(paths)).text(lang)
            message = _PACK if kind == "pack" else _RULE
            yield message(path=path, rule=subject, reason=reason).text(lang)
        for file, linter in sorted(self._linters.items()):
            for notice in notices(linter.config, self._use[file], linter.today):
                yield msgspec.structs.replace(notice, excerpt="").text(lang)
