"""Numbers with units in Chinese running text, and their values."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

import msgspec

from docxlint.text.values import Quantity
from docxlint.text.zh.numerals import (
    ARABIC,
    DIGITS,
    ONE_TO_NINE,
    SCALES,
    numeral_pattern,
    to_arabic,
)
from docxlint.text.zh.numerals import UNITS as TENS
from docxlint.text.zh.years import YEAR

PATTERN = rf"([{ARABIC}][{ARABIC},，]*(?:[.．][{ARABIC}]+)?万?|{numeral_pattern('两十百千万')})"

# Units that one list may mix: 信息 56 条，其中文件 3 件.
_PIECES = frozenset("条件份篇期则项个幅宗起例")
# Units of running text. 万 and 亿 before a unit belong to the number. The lookaheads exclude longer
# words: 3个月, 5个工作日, 2个百分点, 十条例, 三部分, 五人民警察.
_UNITS = (
    "人次|件次|场次|户次|条(?!例|款)|件|次|份|宗|起|例(?!如|外)|篇|期(?!间|限|内)|场(?!所|地)"
    "|个(?!月|工作日|季度|百分点|小时|方面|星期|年|环节)|项|则|幅|页|册|张(?!贴)|本(?!级|级|机关|单位)"
    "|部(?!分|门|署|委|长|队|级)|块|台(?!账)|套|批(?!准|复|次|示)|轮|笔|户|家|名(?!称|录|单)|位(?!于|置|列)"
    "|处(?!罚|理|长|室|级|置)|人(?!次|民|大|员|均)|元|角(?!度|色)|％|%"
)
_ARABIC = r"[0-9]{1,3}(?:[,， ][0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]++(?:\.[0-9]++)?"
_HAN = f"[〇零○◯{ONE_TO_NINE}十百千万亿两]"
_HAN_NUMERAL = numeral_pattern("两十百千万亿") + "+"  # possessive
_LOOSE = "余|多|来"
_NUMBER = re.compile(
    rf"(?:(?<![0-9A-Za-z.])(?P<arabic>{_ARABIC})(?P<scale>[百千]?[万亿]{{0,2}}|[百千])"
    rf"|(?<!{_HAN})(?P<han>{_HAN_NUMERAL}))"
    rf"(?P<more>{_LOOSE})?(?P<after>[万亿]?)(?P<unit>{_UNITS})"
    r"(?:[（(]次[）)])?(?P<loose>左右|上下|以上|以下|以内|之多|不到)?"
    rf"|百分之(?P<share>[0-9]++(?:\.[0-9]++)?|{_HAN_NUMERAL})"
)

_PLAIN = str.maketrans("０１２３４５６７８９．％\u3000\u00a0", "0123456789.%  ")

# Words right before a number that make it inexact, an ordinal, a range or part of an idiom.
_ABOUT = re.compile(
    "(?:约|近|接近|超过?|逾|不足|不到|未满|至少|至多|最多|最少|最高|少于|多于|低于|高于|几|数)$"
)
_BARE_TENS = re.compile("[上成数几][百千万]")
_ORDINAL = re.compile("[第之〔（(【\\[]$")
_RANGE = re.compile(rf"(?:[0-9]|{_HAN}|{_UNITS})(?:[-—–~～－至到]+)$")
_EACH = re.compile("[每各均]$|平均$|人均$")
_IDIOM = re.compile("[第每各逐任某同单统哪这那另该唯专万]$")
# The clause before a number shows whether the number is a change or about another time.
_CLAUSE = "，,；;。：:、（(！!？?\n"
_MOVED = re.compile(
    "(?<![占对评])比(?!例|赛|武|对|重)|较(?!大|多|好|为|强|快)"
    "|(?:增加|增长|增多|净增|减少|下降|降低|上升|提高|提升)了?$"
)
_OTHER_TIME = re.compile(f"(?:上年|去年|上一年|前年|往年|(?:{YEAR})年)(?!度?(?:结转|遗留))")
_BEFORE = 30
_ONE = Decimal(1)


def find_quantities(text: str) -> Iterator[Quantity]:
    """The quantities in `text`, from left to right. `text` has no blanks inside words.

    Ordinals (第3条), dates, spans of time, document numbers, levels, ranges (3—5件) and numbers
    without a unit are left out.
    """
    plain = text.translate(_PLAIN)
    ordinal = -1
    for match in _NUMBER.finditer(plain):
        start = match.start()
        before = plain[max(0, start - _BEFORE) : start]
        if _ORDINAL.search(before[-1:]) or (
            ordinal >= 0 and _continues_ordinal(plain[ordinal:start])
        ):
            ordinal = match.end()
            continue
        if not _RANGE.search(before[-5:]):
            quantity = _quantity(match, before, plain)
            if quantity is not None:
                yield quantity


def quantity_at(text: str, start: int) -> Quantity | None:
    """The quantity that begins at `start` of `text`, or None."""
    first = max(0, start - _BEFORE)
    plain = text[first : start + _BEFORE].translate(_PLAIN)
    match = _NUMBER.match(plain, start - first)
    before = plain[: start - first]
    if match is None or _ORDINAL.search(before[-1:]) or _RANGE.search(before[-5:]):
        return None
    quantity = _quantity(match, before, plain)
    if quantity is None:
        return None
    return msgspec.structs.replace(quantity, start=start, end=quantity.end + first)


def number(written: str) -> Decimal | None:
    """The value of a number, None for anything else.

    The number may be in Arabic digits, with or without thousands commas, or in Chinese numerals.
    万 or 亿 may follow it.
    """
    plain = written.translate(_PLAIN)
    digits = plain.rstrip("百千万亿")
    bare = digits.replace(",", "").replace("，", "").replace(" ", "")
    if bare and bare[0].isdecimal():
        try:
            return Decimal(bare) * _scale(plain[len(digits) :])
        except ArithmeticError:
            return None
    return _han(plain)


def print_figures(quantities: Sequence[Quantity], further: Decimal) -> tuple[str, ...]:
    """The values of quantities, then `further`, in digits, with 万 or 亿 if the first has it."""
    scale = quantities[0].scale
    name = next((char for char, value in SCALES.items() if value == scale), "")
    values = (*(quantity.value for quantity in quantities), further)
    return tuple(_digits(value / (scale if name else 1)) + name for value in values)


def can_share_list(unit: str, other: str) -> bool:
    """Whether one list of parts may mix these units: they are equal, or both count pieces."""
    return unit == other or {unit, other} <= _PIECES


def _digits(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _continues_ordinal(between: str) -> bool:
    """Whether the text between two numbers makes the second an ordinal like the first."""
    return between in ("、", "和", "至", "到", "或", "-", "—", "与", "及")


def _quantity(match: re.Match[str], before: str, plain: str) -> Quantity | None:
    start, end = match.span()
    arabic, scale, han, more, after, unit, loose, share = match.groups()
    if share:
        part = number(share)
        return None if part is None else Quantity(start, end, part, "%", _step(share))
    written = han or arabic + scale
    value, step, times = _read(written, after)
    if value is None:
        return None
    is_bare_ten = is_idle = False
    if han and len(han) == 1:
        if _IDIOM.search(before[-1:]):
            return None
        # 一条便捷的渠道 counts nothing, 一条， does.
        is_idle = plain[end : end + 1].isalnum()
    if han:
        is_bare_ten = _BARE_TENS.match(plain[start - 1 : start + 1]) is not None
    moved, other = _MOVED.search(before), _OTHER_TIME.search(before)
    if moved or other:
        head = before[max(map(before.rfind, _CLAUSE)) + 1 :]
        moved, other = _MOVED.search(head), _OTHER_TIME.search(head)
    return Quantity(
        start=start,
        end=end,
        value=value,
        unit=unit,
        step=step,
        scale=times,
        exact=not (more or loose or is_bare_ten or _ABOUT.search(before[-2:])),
        moved=moved is not None,
        doubtful=is_idle or other is not None or _EACH.search(before[-2:]) is not None,
    )


def _read(written: str, after: str) -> tuple[Decimal | None, Decimal, Decimal]:
    """The value of a number, the worth of its last digit, and its scale (万 or 亿).

    `after` is a 万 or 亿 that 余 or 多 separates from the number.
    """
    if written.isdecimal() and not after:
        return Decimal(written), _ONE, _ONE
    value = number(written)
    if value is None:
        return None, _ONE, _ONE
    more = _scale(after)
    times = _scale(written[len(written.rstrip("万亿")) :]) * more
    return value * more, _step(written) * more, times


def _step(written: str) -> Decimal:
    arabic = written[:1].isdecimal()
    digits = written.rstrip("百千万亿" if arabic else "万亿")
    scale = _scale(written[len(digits) :])
    return Decimal(1).scaleb(-len(digits.partition(".")[2])) * scale


def _scale(chars: str) -> Decimal:
    scale = Decimal(1)
    for char in chars:
        scale *= TENS.get(char) or SCALES[char]
    return scale


def _han(text: str) -> Decimal | None:
    """The value of a Chinese numeral with units (三百零五, 一千二百万) or digits (二〇二三)."""
    if not text or any(c not in DIGITS and c not in TENS and c not in SCALES for c in text):
        return None
    if all(char in DIGITS for char in text):
        return Decimal(to_arabic(text))
    total = section = digit = 0
    for char in text:
        if char in DIGITS:
            digit = DIGITS[char]
        elif char in TENS:
            section += (digit or 1) * TENS[char]
            digit = 0
        else:
            total = (total + section + digit or 1) * SCALES[char]
            section = digit = 0
    return Decimal(total + section + digit)
