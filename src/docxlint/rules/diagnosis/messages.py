"""The messages of a diagnosis: which figures are wrong, and what they should be."""

from __future__ import annotations

from collections.abc import Sequence

from docxlint.core.finding import Suspect
from docxlint.core.location import shorten
from docxlint.core.message import Message
from docxlint.rules.diagnosis.equations import Entry
from docxlint.rules.message_parts import figure_label, join_list

_WIDTH = 24

_READS = Message(
    zh="{figure}填的是{found}，应为{expected}", en="{figure} is {found}; it should be {expected}"
)
_ABOUT = Message(
    zh="{figure}填的是{found}，应为{expected}左右",
    en="{figure} is {found}; it should be about {expected}",
)
_SLIPS = {
    "transposed": Message(
        zh="{correction}（相邻两位颠倒）", en="{correction} (two digits transposed)"
    ),
    "dropped": Message(zh="{correction}（漏填一位）", en="{correction} (a digit left out)"),
    "doubled": Message(zh="{correction}（重复一位）", en="{correction} (a digit written twice)"),
    "zero-added": Message(zh="{correction}（多填一个0）", en="{correction} (a 0 too many)"),
    "zero-dropped": Message(zh="{correction}（少填一个0）", en="{correction} (a 0 too few)"),
    "point": Message(zh="{correction}（小数点错位）", en="{correction} (the point misplaced)"),
}
_EMPTY = Message(zh="空白", en="blank")
_ONE = Message(
    zh="{corrections}；改这一处，{sums}", en="{corrections}; with this one change {sums}"
)
_MANY = Message(
    zh="{corrections}；改这{count}处，{sums}", en="{corrections}; with these {count} changes {sums}"
)
_MOVED = Message(
    zh="{source}填的{value}应填在{target}；移过去，{sums}",
    en="the {value} at {source} belongs to {target}; moved there, {sums}",
)
_SWAPPED = Message(
    zh="{source}填的{a}与{target}填的{b}互相填错了位置；对调后，{sums}",
    en="the {a} at {source} and the {b} at {target} are in each other's place; swapped, {sums}",
)
_SHIFTED = {
    (True, 1): Message(
        zh="“{line}”一行从“{gap}”起整体右移了一格，应为{right}；移回后，{sums}",
        en="the row “{line}” is one cell too far right from “{gap}” on; it should be {right};"
        " moved back, {sums}",
    ),
    (True, -1): Message(
        zh="“{line}”一行从“{gap}”起整体左移了一格，应为{right}；移回后，{sums}",
        en="the row “{line}” is one cell too far left from “{gap}” on; it should be {right};"
        " moved back, {sums}",
    ),
    (False, 1): Message(
        zh="“{line}”一列从“{gap}”起整体下移了一格，应为{right}；移回后，{sums}",
        en="the column “{line}” is one cell too low from “{gap}” on; it should be {right};"
        " moved back, {sums}",
    ),
    (False, -1): Message(
        zh="“{line}”一列从“{gap}”起整体上移了一格，应为{right}；移回后，{sums}",
        en="the column “{line}” is one cell too high from “{gap}” on; it should be {right};"
        " moved back, {sums}",
    ),
}
_REWRITTEN = {
    True: Message(
        zh="“{line}”一行有{count}个数填错，应为{right}；改过后，{sums}",
        en="{count} figures of the row “{line}” are wrong; it should be {right}; then {sums}",
    ),
    False: Message(
        zh="“{line}”一列有{count}个数填错，应为{right}；改过后，{sums}",
        en="{count} figures of the column “{line}” are wrong; it should be {right}; then {sums}",
    ),
}
_FOLLOWS = Message(
    zh="这处填的是{found}，与勾稽关系不符；改好{figure}后自然相符",
    en="this is {found}, and its sum does not come out; it does once {figure} is right",
)
_FOLLOWS_SEVERAL = Message(
    zh="这处填的是{found}，与勾稽关系不符；改好上述{count}处后自然相符",
    en="this is {found}, and its sum does not come out; it does once those {count} figures are"
    " right",
)
_BLANK = Message(zh="没有填写；按勾稽关系应为{value}", en="blank; by the sums it should be {value}")
_BLANK_IN_TEXT = Message(
    zh="没有填写；正文写的是{value}，请核对", en="blank; the text says {value}: check it"
)
_IN_TEXT = Message(
    zh="这处填的是{found}，正文写的也是{found}，各项之和却是{total}；请核对是哪一项填错",
    en="this is {found}, in the text too, but its parts add up to {total}; check which part is"
    " wrong",
)
_BREAKS = Message(
    zh="{message}；改成{expected}，这处的勾稽关系反而对不上，请核对是哪一个填错",
    en="{message}; with {expected} its sums would no longer come out, so check which is wrong",
)
_SUM = Message(zh="这处勾稽关系就能对上", en="the sum comes out")
_BOTH = Message(zh="两处勾稽关系都能对上", en="both sums come out")
_SUMS = Message(zh="{count}处勾稽关系都能对上", en="all {count} sums come out")
_PERHAPS = Message(
    zh="{explanation}（仅供参考，还有{count}种可能）",
    en="{explanation} (a suggestion; other possibilities: {count})",
)
_PERHAPS_MORE = Message(
    zh="{explanation}（仅供参考，至少还有{count}种可能）",
    en="{explanation} (a suggestion; other possibilities: at least {count})",
)
_UNSURE = Message(
    zh="{explanation}（仅供参考，未能查遍其他可能）",
    en="{explanation} (a suggestion; not all possibilities were searched)",
)
_OPEN = Message(
    zh="{explanation}（仅供参考：同行同列的几处可以此增彼减）",
    en="{explanation} (a suggestion: figures in the same rows and columns can offset each other)",
)
_NOT_EXPLAINED = Message(
    zh="有{count}处勾稽关系对不上，改{figures}个以内的数字都无法全部对上，请对照台账逐项核对",
    en="{count} sums do not come out, and changing up to {figures} figures does not make all of"
    " them come out; compare the figures with your records",
)


def label(entry: Entry) -> Message:
    """Name a figure by its printed labels, or by its full name if it has none."""
    printed = figure_label(entry.location.row, entry.location.column, _WIDTH)
    return printed if printed.zh else figure_label(entry.name, None)


def cell_text(entry: Entry) -> str | Message:
    """Return the text of a figure's cell, or a word for a blank one."""
    return shorten(entry.text, _WIDTH) if entry.text else _EMPTY


def correction(entry: Entry, expected: str, slip: str | None, *, exact: bool) -> Message:
    """Say what a figure should be.

    `slip` is the slip that made it wrong, if that is certain. Without `exact`, numbers near
    `expected` are also right.
    """
    template = _READS if exact else _ABOUT
    right = shorten(expected, _WIDTH)
    message = template(figure=label(entry), found=cell_text(entry), expected=right)
    return message if slip is None else _SLIPS[slip](correction=message)


def figures(corrections: Sequence[Message], count: int) -> Message:
    """Say that `count` equations come out with these corrections."""
    both = Message("；".join(c.zh for c in corrections), "; ".join(c.en for c in corrections))
    if len(corrections) == 1:
        return _ONE(corrections=both, sums=_sums(count))
    return _MANY(corrections=both, count=len(corrections), sums=_sums(count))


def moved(source: Entry, target: Entry, count: int) -> Message:
    """Say that the figure at `source` belongs to `target`."""
    return _MOVED(
        source=label(source), value=cell_text(source), target=label(target), sums=_sums(count)
    )


def swapped(source: Entry, target: Entry, count: int) -> Message:
    """Say that two figures are in each other's place."""
    return _SWAPPED(
        source=label(source),
        a=cell_text(source),
        target=label(target),
        b=cell_text(target),
        sums=_sums(count),
    )


def shifted(
    line: Sequence[Entry], gap: Entry, right: Sequence[str], count: int, *, across: bool, by: int
) -> Message:
    """Say that a line of figures is off by one cell from `gap` on, and what it should be."""
    start = (gap.location.column if across else gap.location.row) or gap.name
    return _SHIFTED[across, by](
        line=_line_label(line[0], across=across),
        gap=shorten(start, _WIDTH),
        right=_values(right),
        sums=_sums(count),
    )


def rewritten(
    line: Sequence[Entry], wrong: int, right: Sequence[str], count: int, *, across: bool
) -> Message:
    """Say that `wrong` figures of a line are wrong, and what the line should be."""
    return _REWRITTEN[across](
        line=_line_label(line[0], across=across),
        count=wrong,
        right=_values(right),
        sums=_sums(count),
    )


def _line_label(entry: Entry, *, across: bool) -> str:
    """The printed label of a figure's row or column."""
    printed = entry.location.row if across else entry.location.column
    return shorten(printed or entry.name, _WIDTH)


def _values(values: Sequence[str]) -> Message:
    return join_list([shorten(value, _WIDTH) if value else _EMPTY for value in values])


def uncertain(explanation: Message, alternatives: int, *, complete: bool) -> Message:
    """Say that other explanations are as good; without `complete` there may be more of them."""
    if not alternatives:
        return (_OPEN if complete else _UNSURE)(explanation=explanation)
    template = _PERHAPS if complete else _PERHAPS_MORE
    return template(explanation=explanation, count=alternatives)


def follows(suspects: Sequence[Suspect], found: str | None) -> Message:
    """Say that a sum comes out by itself once the suspects are right."""
    stated: str | Message = found or _EMPTY
    if len(suspects) > 1:
        return _FOLLOWS_SEVERAL(count=len(suspects), found=stated)
    figure = figure_label(suspects[0].row, suspects[0].column, _WIDTH)
    return _FOLLOWS(figure=figure, found=stated)


def blank(value: str) -> Message:
    """Say which value the sums give for a blank figure."""
    return _BLANK(value=value)


def blank_in_text(value: str) -> Message:
    """Say which value the text states for a blank figure."""
    return _BLANK_IN_TEXT(value=value)


def breaks_sums(message: Message, expected: str) -> Message:
    """The message of a finding whose right value does not go with the sums of its figure."""
    return _BREAKS(message=message, expected=expected)


def agrees_with_text(found: str, total: str) -> Message:
    """Say that the text has a total as the table has it, though its parts do not add up to it."""
    return _IN_TEXT(found=found, total=total)


def not_explained(count: int, figures: int) -> Message:
    """Say that no change of at most `figures` figures makes `count` equations come out."""
    return _NOT_EXPLAINED(count=count, figures=figures)


def _sums(count: int) -> Message:
    if count == 1:
        return _SUM
    return _BOTH if count == 2 else _SUMS(count=count)
