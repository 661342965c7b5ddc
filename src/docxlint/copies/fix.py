"""A document with certain repairs as tracked changes, and what they would change."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import msgspec

from docxlint.copies.annotate import SIGNED, Copy, is_signed
from docxlint.copies.comment_text import AUTHOR
from docxlint.copies.fill_zero import at_odds
from docxlint.copies.repairs import Plan, is_blank, plan
from docxlint.core.finding import Finding
from docxlint.core.message import Message
from docxlint.report.location_text import trail
from docxlint.report.report import Report
from docxlint.report.visible_text import path_text, visible
from docxlint.word import read
from docxlint.word.edit.comments import comments_part, free_ids
from docxlint.word.edit.copy_faults import NoCopy
from docxlint.word.edit.insert_points import Shown
from docxlint.word.edit.part import Part
from docxlint.word.edit.tracked_edits import track
from docxlint.word.edit.zip_copy import replaced
from docxlint.word.ooxml.limits import Limits
from docxlint.word.ooxml.package import Package

_UNJUDGED = Message(zh="改后的文档无法检查", en="the document cannot be checked once it is mended")
_LEFT = Message(zh="没有改 {rule}（{place}）：{why}", en="{rule} is left as it is ({place}): {why}")


class Mended(msgspec.Struct, frozen=True):
    """A document's repairs: `copy` has them as tracked changes, None where there are none."""

    plan: Plan
    copy: Copy | None


def fix(source: bytes, report: Report, judge: Callable[[bytes], Report] | None = None) -> Mended:
    """The document `source` with the certain repairs of the findings in its `report` as tracked
    changes by the author docxlint, without a date; all else is byte for byte as it was.

    No repair changes what a figure is worth; but with `judge`, which reports on a document as it
    was done on this one, blank figures that should be 0 become 0 wherever nothing new is found
    then. What is known but not certain is left, and said in the plan. Raises NoCopy.
    """
    shown = Shown(read.read(source))
    plain = _mended(source, shown, report, None)
    if judge is None or not any(map(is_blank, report.active)):
        return plain
    known = set(_told(report if plain.copy is None else judge(plain.copy.data)))
    blank: dict[str, Message] = {}
    while True:
        mended = _mended(source, shown, report, blank)
        bound = [f for each in mended.plan.repairs for f in each.findings if is_blank(f)]
        if mended.copy is None or not bound:
            return mended
        told = _told(judge(mended.copy.data))
        more = at_odds(shown, bound, [told[name] for name in told if name not in known])
        if not more:
            return mended
        blank |= more


def _mended(
    source: bytes, shown: Shown, report: Report, blank: Mapping[str, Message] | None
) -> Mended:
    package = Package(source, Limits())
    main = Part(package.read(package.main()), package.main())
    planned = plan(main, shown, report, blank)
    if not planned.repairs:
        return Mended(planned, None)
    ids = free_ids(main, comments_part(package, main.name))
    track(main, planned.repairs, ids, AUTHOR.name)
    mended = {found.fingerprint for repair in planned.repairs for found in repair.findings}
    notices = (SIGNED,) if is_signed(package) else ()
    data = replaced(source, {main.name: main.data()})
    return Mended(planned, Copy(data, len(mended), notices))


def _told(report: Report) -> dict[str, Finding]:
    """The findings that count, by their fingerprints; NoCopy if there was none to be made."""
    if report.status != "checked":
        raise NoCopy(report.error or _UNJUDGED)
    return {found.fingerprint: found for found in report.active}


def left(planned: Plan) -> Iterator[Message]:
    """What is left to the author of the document, and why."""
    for each in planned.left:
        zh, en = (trail(each.finding.location, lang) for lang in ("zh", "en"))
        yield _LEFT(rule=visible(each.finding.rule), place=Message(zh=zh, en=en), why=each.why)


def diff(planned: Plan, path: str, lang: str) -> str:
    """What the repairs change, as a unified diff of paragraphs and cells; "" for nothing."""
    if not planned.repairs:
        return ""
    name = visible(path_text(path))
    lines = [f"--- {name}", f"+++ {name}"]
    for repair in planned.repairs:
        rules = " ".join(dict.fromkeys(visible(found.rule) for found in repair.findings))
        lines.append(f"@@ {trail(repair.location, lang)} @@ {rules}")
        lines += [f"-{visible(line)}" for line in repair.paragraph.text.split("\n")]
        lines += [f"+{visible(line)}" for line in repair.text.split("\n")]
    return "\n".join(lines) + "\n"
