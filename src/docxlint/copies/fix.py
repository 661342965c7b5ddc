"""A copy of a document with its safe repairs as tracked changes, and a diff of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

import msgspec

from docxlint.copies.comment_text import AUTHOR
from docxlint.copies.fill_zero import contradicted_blanks
from docxlint.copies.original import Copy, Original
from docxlint.copies.repairs import RepairPlan, is_blank, plan_repairs
from docxlint.core.finding import Finding
from docxlint.core.message import Message
from docxlint.report.location_text import location_text
from docxlint.report.report import Report
from docxlint.report.visible_text import path_text, visible
from docxlint.word.edit.comments import free_ids
from docxlint.word.edit.part_edits import PartEdits
from docxlint.word.edit.tracked_edits import write_tracked_edits
from docxlint.word.edit.zip_copy import replace_entries

_NOT_CHECKED = Message(
    zh="修改后的文档无法检查", en="the document cannot be checked after the repairs"
)
_CERTAIN = Message(zh="确定的修改", en="certain")
_LIKELY = Message(zh="可能的修改，请核对", en="likely: check it")
_LEFT = Message(
    zh="# 另有{n}处没有修改：{rules}", en="# findings left to edit by hand: {n} ({rules})"
)
_NOT_REPAIRED = Message(
    zh="{place}（{rule}）没有修改：{why}", en="{rule} needs editing by hand ({place}): {why}"
)


class CopyNotChecked(Exception):
    """A repaired copy cannot be checked again; `reason` says why."""

    def __init__(self, reason: Message) -> None:
        super().__init__(reason.en)
        self.reason = reason


class FixResult(msgspec.Struct, frozen=True):
    """The repairs of a document; `copy` has them as tracked changes, None if there are none."""

    plan: RepairPlan
    copy: Copy | None


def fix(
    original: Original,
    report: Report,
    check: Callable[[bytes], Report] | None = None,
    *,
    likely: bool = False,
) -> FixResult:
    """A copy of `original` with the safe repairs of the findings in `report`.

    These are the certain repairs and, with `likely`, the likely ones (`is_certain` says which).
    The repairs are tracked changes by docxlint without a date. All other bytes of the parts stay
    as they are. No repair changes the value of a figure, except that with `check`, which must
    report on a copy as `report` does on the original, blank figures that should be 0 become 0
    wherever that leads to no new finding. The plan lists the repairs that are known but unsafe.
    Raises CannotCopy if no sound copy can be made, CopyNotChecked if `check` cannot check a copy.
    """
    plain = _apply_repairs(original, report, None, likely=likely)
    if check is None or not any(map(is_blank, report.active)):
        return plain
    known = set(_active(report if plain.copy is None else check(plain.copy.data)))
    left_blank: dict[str, Message] = {}
    while True:
        result = _apply_repairs(original, report, left_blank, likely=likely)
        filled = [f for repair in result.plan.repairs for f in repair.findings if is_blank(f)]
        if result.copy is None or not filled:
            return result
        active = _active(check(result.copy.data))
        new = [finding for name, finding in active.items() if name not in known]
        contradicted = contradicted_blanks(original.index, filled, new)
        if not contradicted:
            return result
        left_blank |= contradicted


def _apply_repairs(
    original: Original,
    report: Report,
    left_blank: Mapping[str, Message] | None,
    *,
    likely: bool,
) -> FixResult:
    plan = plan_repairs(original.main, original.index, report, left_blank, likely=likely)
    if not plan.repairs:
        return FixResult(plan, None)
    edits = PartEdits(original.main)
    ids = free_ids(original.main, original.comments)
    write_tracked_edits(edits, plan.repairs, ids, AUTHOR.name)
    repaired = {finding.fingerprint for repair in plan.repairs for finding in repair.findings}
    data = replace_entries(original.data, {original.main.name: edits.data()})
    return FixResult(plan, Copy(data, len(repaired), original.notices))


def _active(report: Report) -> dict[str, Finding]:
    """The active findings, by fingerprint. Raises CopyNotChecked."""
    if report.status != "checked":
        raise CopyNotChecked(report.error or _NOT_CHECKED)
    return {finding.fingerprint: finding for finding in report.active}


def unrepaired_lines(plan: RepairPlan) -> Iterator[Message]:
    """What the author of the document has to edit by hand, and why."""
    for unrepaired in plan.unrepaired:
        finding = unrepaired.finding
        place = location_text(finding.location)
        yield _NOT_REPAIRED(rule=visible(finding.rule), place=place, why=unrepaired.reason)


def diff(plan: RepairPlan, report: Report, lang: str) -> str:
    """The repairs as a unified diff of paragraphs and cells; "" if there are none.

    The head of each names its class: certain or likely. A last line has the number of active
    findings that are left, by rule.
    """
    if not plan.repairs:
        return ""
    name = visible(path_text(report.path))
    lines = [f"--- {name}", f"+++ {name}"]
    repaired: set[str] = set()
    for repair in plan.repairs:
        names = {finding.fingerprint for finding in repair.findings}
        repaired |= names
        rules = " ".join(dict.fromkeys(visible(finding.rule) for finding in repair.findings))
        sort = _CERTAIN if plan.likely.isdisjoint(names) else _LIKELY
        place = location_text(repair.location).text(lang)
        lines.append(f"@@ {place} @@ {rules} [{sort.text(lang)}]")
        lines += [f"-{visible(line)}" for line in repair.paragraph.text.split("\n")]
        lines += [f"+{visible(line)}" for line in repair.text.split("\n")]
    left = Counter(visible(f.rule) for f in report.active if f.fingerprint not in repaired)
    if left:
        rules = ", ".join(f"{rule} {count}" for rule, count in sorted(left.items()))
        lines.append(_LEFT(n=left.total(), rules=rules).text(lang))
    return "\n".join(lines) + "\n"
