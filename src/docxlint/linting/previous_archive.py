"""A folder of last year's reports: by which organ each is, for which year, and of which kind."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from docxlint.core.message import Message
from docxlint.form.bound import BoundForm

_NO_ORGAN = Message(
    zh="标题里认不出机关，找不到上年的报告",
    en="the title names no organ by which last year's report could be found",
)
_SEVERAL = Message(
    zh="上年的报告有 {n} 份，不知道是哪一份：{names}",
    en="there are {n} reports of last year, and no telling which it is: {names}",
)
_OTHER_YEAR = Message(
    zh="没有 {year} 年的报告，只有这个机关其他年份的：{names}",
    en="there is no report for {year}, only this organ's for other years: {names}",
)
_UNSURE = Message(
    zh="没有找到上年的报告，但有读不出来的文档，可能就是它：{names}",
    en="last year's report was not found, but it may be one that cannot be read: {names}",
)


class Entry(msgspec.Struct, frozen=True):
    """A report: the `organ` and the `year` of its title ("" and None where it does not tell), and
    the `kinds` of report that it is.
    """

    path: str
    sha256: str
    organ: str
    year: int | None
    kinds: tuple[str, ...]


class Archive(msgspec.Struct, frozen=True):
    """Reports to choose last year's from; `unread` are documents that could not be read, by their
    paths, with the reasons.
    """

    entries: tuple[Entry, ...]
    unread: dict[str, Message] = {}

    def partner(self, organ: str, year: int | None, kind: str) -> Entry | Message | None:
        """The report for the year before `year` by `organ`, of that kind; None if there is none,
        and a sentence where it cannot be told whether there is, or which it is.
        """
        if not organ:
            return _NO_ORGAN
        alike = [one for one in self.entries if kind in one.kinds]
        own = [one for one in alike if one.organ == organ]
        own = own or [one for one in alike if same_organ(one.organ, organ)]
        wanted = [one for one in own if year is None or one.year == year - 1]
        wanted = wanted or [one for one in own if one.year is None]
        # Copies of one report are one report.
        found = list({one.sha256: one for one in reversed(wanted)}.values())
        if len(found) == 1:
            return found[0]
        if found:
            return _SEVERAL(n=len(found), names=_names(one.path for one in reversed(found)))
        others = [one.path for one in own if one.year != year]
        if others and year is not None:
            return _OTHER_YEAR(year=year - 1, names=_names(others))
        return _UNSURE(names=_names(self.unread)) if self.unread else None


def organ_of(bound: BoundForm) -> str:
    """The organ that a title names, folded: before the year, or after it; "" if none."""
    if bound.title is None:
        return ""
    fold, titles = bound.language.folding.fold, bound.language.titles
    if organ := fold(bound.title.organ):
        return organ
    before = bound.title.text.partition(fold(bound.form.title.name))[0]
    return titles.without_year_before(before)


def same_organ(one: str, other: str) -> bool:
    """Whether two names are of one organ: the same, or one the end of the other, as where the
    county is named before the town.
    """
    return bool(one and other) and (one.endswith(other) or other.endswith(one))


def _names(paths: Iterable[str]) -> Message:
    names = [Path(path).name for path in paths]
    return Message(zh="、".join(names), en=", ".join(names))
