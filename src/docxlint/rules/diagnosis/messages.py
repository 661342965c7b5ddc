"""What is said of wrong figures: which they are, what they should be, what then comes out."""

from __future__ import annotations

from collections.abc import Sequence

from docxlint.core.location import shorten
from docxlint.core.message import Message
from docxlint.rules.diagnosis.equations import Entry

_WIDTH = 24

_READS = Message(
    zh="{place}写作 {found}，应为 {expected}", en="{place} reads {found}, not {expected}"
)
_ABOUT = Message(
    zh="{place}写作 {found}，应为 {expected} 左右", en="{place} reads {found}, not about {expected}"
)
_HOW = {
    "transposed": Message(zh="{what}（相邻两位颠倒）", en="{what} (two digits transposed)"),
    "dropped": Message(zh="{what}（漏写一位）", en="{what} (a digit left out)"),
    "doubled": Message(zh="{what}（重复一位）", en="{what} (a digit written twice)"),
    "zero-added": Message(zh="{what}（多写一个 0）", en="{what} (a 0 too many)"),
    "zero-dropped": Message(zh="{what}（少写一个 0）", en="{what} (a 0 too few)"),
    "point": Message(zh="{what}（小数点错位）", en="{what} (the point misplaced)"),
}
_EMPTY = Message(zh="空白", en="blank")
_ONE = Message(zh="{what}：改此一处，{sums}", en="{what}: with this one change {sums}")
_MANY = Message(
    zh="{what}：改这 {count} 处，{sums}", en="{what}: with these {count} changes {sums}"
)
_MOVED = Message(
    zh="{source}的 {value} 应填在{target}：移过去，{sums}",
    en="the {value} at {source} belongs to {target}: there, {sums}",
)
_SWAPPED = Message(
    zh="{source}的 {a} 与{target}的 {b} 互相填错：对调以后，{sums}",
    en="the {a} at {source} and the {b} at {target} are in each other's place: swapped, {sums}",
)
_SHIFTED = {
    (True, 1): Message(
        zh="“{line}”一行从“{gap}”起整体右移了一格，应为 {right}：移回以后，{sums}",
        en="the row “{line}” is one cell too far right from “{gap}” on; it should read {right}:"
        " moved back, {sums}",
    ),
    (True, -1): Message(
        zh="“{line}”一行从“{gap}”起整体左移了一格，应为 {right}：移回以后，{sums}",
        en="the row “{line}” is one cell too far left from “{gap}” on; it should read {right}:"
        " moved back, {sums}",
    ),
    (False, 1): Message(
        zh="“{line}”一列从“{gap}”起整体下移了一格，应为 {right}：移回以后，{sums}",
        en="the column “{line}” is one cell too low from “{gap}” on; it should read {right}:"
        " moved back, {sums}",
    ),
    (False, -1): Message(
        zh="“{line}”一列从“{gap}”起整体上移了一格，应为 {right}：移回以后，{sums}",
        en="the column “{line}” is one cell too high from “{gap}” on; it should read {right}:"
        " moved back, {sums}",
    ),
}
_REWRITTEN = {
    True: Message(
        zh="“{line}”一行有 {count} 个数字不对，应为 {right}：改过以后，{sums}",
        en="{count} figures of the row “{line}” are wrong; it should read {right}: then {sums}",
    ),
    False: Message(
        zh="“{line}”一列有 {count} 个数字不对，应为 {right}：改过以后，{sums}",
        en="{count} figures of the column “{line}” are wrong; it should read {right}: then {sums}",
    ),
}
_SUM = Message(zh="这条勾稽成立", en="the sum comes out")
_BOTH = Message(zh="两条勾稽同时成立", en="both sums come out")
_SUMS = Message(zh="{count} 条勾稽同时成立", en="all {count} sums come out")
_PERHAPS = Message(
    zh="{said}（不能确定，还有 {count} 种改法也说得通）",
    en="{said} (not certain; other ways that would do: {count})",
)
_PERHAPS_MORE = Message(
    zh="{said}（不能确定，至少还有 {count} 种改法也说得通）",
    en="{said} (not certain; other ways that would do: at least {count})",
)
_UNSURE = Message(
    zh="{said}（不能确定，未能查遍其他改法）",
    en="{said} (not certain: not all ways were looked at)",
)
_OPEN = Message(
    zh="{said}（不能确定：同行同列的几处可以此增彼减）",
    en="{said} (not certain: figures in the same rows and columns can make up for each other)",
)
_NOT_FOUND = Message(
    zh="{count} 条勾稽不成立，改动不多于 {figures} 个数字的办法没有找到，请对照原始数据逐项核对",
    en="{count} sums do not come out, and no change of at most {figures} figures was found that"
    " makes them; compare them with the source",
)


def place(entry: Entry) -> Message:
    """A figure by its printed labels."""
    labels = [label for label in (entry.location.row, entry.location.column) if label]
    said = " × ".join(shorten(label, _WIDTH) for label in labels) or entry.name
    return Message(zh=f"“{said}”", en=f"“{said}”")


def shown(entry: Entry) -> str | Message:
    """What a figure's cell shows."""
    return shorten(entry.text, _WIDTH) if entry.text else _EMPTY


def reads(entry: Entry, expected: str, how: str | None, *, exact: bool) -> Message:
    """That a figure should be another; `how` is what plainly happened to it; not exact: others
    near it would do as well.
    """
    template = _READS if exact else _ABOUT
    right = shorten(expected, _WIDTH)
    what = template(place=place(entry), found=shown(entry), expected=right)
    return what if how is None else _HOW[how](what=what)


def figures(told: Sequence[Message], count: int) -> Message:
    """That with the changes told, each by `reads`, so many equations come out."""
    what = Message(zh="；".join(t.zh for t in told), en="; ".join(t.en for t in told))
    if len(told) == 1:
        return _ONE(what=what, sums=_sums(count))
    return _MANY(what=what, count=len(told), sums=_sums(count))


def moved(source: Entry, target: Entry, count: int) -> Message:
    """That the figure at `source` belongs to `target`."""
    return _MOVED(
        source=place(source), value=shown(source), target=place(target), sums=_sums(count)
    )


def swapped(source: Entry, target: Entry, count: int) -> Message:
    """That two figures are in each other's place."""
    return _SWAPPED(
        source=place(source),
        a=shown(source),
        target=place(target),
        b=shown(target),
        sums=_sums(count),
    )


def shifted(
    line: Sequence[Entry], gap: Entry, right: Sequence[str], count: int, *, across: bool, by: int
) -> Message:
    """That a line of figures, from `gap` on, has slipped by one cell, and how it should read."""
    begins = (gap.location.column if across else gap.location.row) or gap.name
    return _SHIFTED[across, by](
        line=_line(line[0], across=across),
        gap=shorten(begins, _WIDTH),
        right=_listed(right),
        sums=_sums(count),
    )


def rewritten(
    line: Sequence[Entry], wrong: int, right: Sequence[str], count: int, *, across: bool
) -> Message:
    """That so many figures of a line are wrong, and how it should read."""
    return _REWRITTEN[across](
        line=_line(line[0], across=across), count=wrong, right=_listed(right), sums=_sums(count)
    )


def _line(entry: Entry, *, across: bool) -> str:
    """The row or column of a figure, by its printed label."""
    label = entry.location.row if across else entry.location.column
    return shorten(label or entry.name, _WIDTH)


def _listed(figures: Sequence[str]) -> Message:
    short = [shorten(each, _WIDTH) for each in figures]
    return Message(
        zh="、".join(each or _EMPTY.zh for each in short),
        en=", ".join(each or _EMPTY.en for each in short),
    )


def uncertain(said: Message, others: int, *, complete: bool) -> Message:
    """That `others` explanations would do as well; not complete: that there may be more."""
    if not others:
        return (_OPEN if complete else _UNSURE)(said=said)
    return (_PERHAPS if complete else _PERHAPS_MORE)(said=said, count=others)


def not_found(count: int, figures: int) -> Message:
    """That no change of so many figures makes so many failing equations come out."""
    return _NOT_FOUND(count=count, figures=figures)


def _sums(count: int) -> Message:
    if count == 1:
        return _SUM
    return _BOTH if count == 2 else _SUMS(count=count)
