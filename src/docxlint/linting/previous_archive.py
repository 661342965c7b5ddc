"""A folder of last year's reports: the organ, year and kind of each."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from docxlint.core.message import Message
from docxlint.form.bound import BoundForm

_NO_ORGAN = Message(
    zh="标题中没有机关名称，无法查找上年报告",
    en="the title names no organ to look up last year's report by",
)
_SEVERAL = Message(
    zh="上年报告有{n}份，无法确定是哪一份：{names}",
    en="there are {n} reports of last year, and it is not clear which one to use: {names}",
)
_OTHER_YEAR = Message(
    zh="没有{year}年的报告，只有这个机关其他年份的：{names}",
    en="there is no report for {year}, only this organ's for other years: {names}",
)
_UNSURE = Message(
    zh="未找到上年报告，可能是以下无法读取的文档：{names}",
    en="last year's report was not found, but it may be one that cannot be read: {names}",
)


class Entry(msgspec.Struct, frozen=True):
    """A report in an archive.

    `organ` and `year` are those of its title, "" and None if the title has none. `kinds` are the
    kinds of document that it is.
    """

    path: str
    sha256: str
    organ: str
    year: int | None
    kinds: tuple[str, ...]


class Archive(msgspec.Struct, frozen=True):
    """Reports among which last year's is looked up. `unread` has the documents that could not be
    read, by path, with the reasons.
    """

    entries: tuple[Entry, ...]
    unread: dict[str, Message] = {}

    def partner(self, organ: str, year: int | None, kind: str) -> Entry | Message | None:
        """Look up the report by `organ` of that kind for the year before `year`.

        None if there is none; a sentence if it is not clear whether there is one, or which.
        """
        if not organ:
            return _NO_ORGAN
        entries = self._of_organ(organ, kind)
        candidates = [entry for entry in entries if year is None or entry.year == year - 1]
        candidates = candidates or [entry for entry in entries if entry.year is None]
        # Copies of one report count once; the first path is the one that is named.
        reports = list({entry.sha256: entry for entry in reversed(candidates)}.values())[::-1]
        if len(reports) == 1:
            return reports[0]
        if reports:
            return _SEVERAL(n=len(reports), names=_names(report.path for report in reports))
        others = [entry.path for entry in entries if entry.year != year]
        if others and year is not None:
            return _OTHER_YEAR(year=year - 1, names=_names(others))
        return _UNSURE(names=_names(self.unread)) if self.unread else None

    def _of_organ(self, organ: str, kind: str) -> list[Entry]:
        """The reports whose title names the organ in full, else those that name it in part."""
        of_kind = [entry for entry in self.entries if kind in entry.kinds]
        exact = [entry for entry in of_kind if entry.organ == organ]
        return exact or [entry for entry in of_kind if same_organ(entry.organ, organ)]


def organ_of(bound: BoundForm) -> str:
    """The organ that a title names before or after the year, folded; "" if there is none."""
    if bound.title is None:
        return ""
    fold, titles = bound.language.folding.fold, bound.language.titles
    if organ := fold(bound.title.organ):
        return organ
    before = bound.title.text.partition(fold(bound.form.title.name))[0]
    return titles.without_year_before(before)


def same_organ(one: str, other: str) -> bool:
    """Whether two names mean one organ: they are equal, or one ends in the other, as when only
    one of them names the county before the town.
    """
    return bool(one and other) and (one.endswith(other) or other.endswith(one))


def _names(paths: Iterable[str]) -> Message:
    names = [Path(path).name for path in paths]
    return Message(zh="、".join(names), en=", ".join(names))
