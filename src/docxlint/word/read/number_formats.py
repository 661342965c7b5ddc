"""Number formats of automatic numbering (ECMA-376 Part 1, 17.18.59 ST_NumberFormat)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from docxlint.word.read.number_words import (
    ARABIC_ABJAD,
    ARABIC_LETTERS,
    HEBREW_LETTERS,
    HINDI_DIGITS,
    THAI_DIGITS,
    THAI_LETTERS,
    cardinal,
    hebrew,
    ordinal,
)

_HAN = "一二三四五六七八九"
_LEGAL_CN = "壹贰叁肆伍陆柒捌玖"
_LEGAL_TW = "壹貳參肆伍陸柒捌玖"
_LEGAL_JP = "壱弐参四伍六七八九"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_KANA = (
    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
)
_KANA_HALF = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ"
_IROHA = (
    "イロハニホヘトチリヌルヲワカヨタレソツネナラム"
    "ウヰノオクヤマケフコエテアサキユメミシヱヒモセスン"
)
_GANADA = "가나다라마바사아자차카타파하"
_CHOSUNG = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


CUSTOM = "custom:"
"""The beginning of a format with leading zeros; the number of its digits follows."""


def numeral(value: int, fmt: str) -> str:
    """Return `value` in the number format `fmt`.

    "bullet" and "none" show nothing. "custom:4" has four digits at least (0001). A format that
    is unknown, or that has no numeral for the value, shows decimal digits, as Word does.
    """
    maker = _MAKERS.get(fmt)
    if maker is None:
        digits = fmt.removeprefix(CUSTOM)
        return str(value).zfill(int(digits)) if digits != fmt else str(value)
    # Only the decimal formats have zero, negative and very large numbers.
    if not 0 < value < 32768 and fmt not in _ANY_VALUE:
        return str(value)
    return maker(value)


def _decimal_zero(value: int) -> str:
    return f"{value:02d}"


def _full_width(value: int) -> str:
    return str(value).translate({48 + d: 0xFF10 + d for d in range(10)})


def _roman(value: int) -> str:
    out = []
    for worth, letters in _ROMAN:
        count, value = divmod(value, worth)
        out.append(letters * count)
    return "".join(out)


def _repeated(value: int, letters: str) -> str:
    """a … z, aa, bb … zz, aaa: each round repeats the letter once more, up to thirty rounds."""
    if value > 30 * len(letters):
        return str(value)
    rounds, index = divmod(value - 1, len(letters))
    return letters[index] * (rounds + 1)


def _cycled(value: int, signs: str) -> str:
    return signs[(value - 1) % len(signs)]


def _consecutive(value: int, first: str, count: int) -> str:
    """`count` consecutive characters from `first`, then decimal digits."""
    return chr(ord(first) + value - 1) if value <= count else str(value)


def _from_list(value: int, signs: str) -> str:
    return signs[value - 1] if value <= len(signs) else str(value)


def _digits(value: int, digits: str, zero: str) -> str:
    """Digit by digit: 一〇二 for 102."""
    return "".join(zero if d == "0" else digits[int(d) - 1] for d in str(value))


def _below_hundred(value: int, digits: str, zero: str) -> str:
    """十一, 二十, 九十九; from a hundred on digit by digit."""
    if value >= 100:
        return _digits(value, digits, zero)
    tens, ones = divmod(value, 10)
    lead = "" if tens == 0 else "十" if tens == 1 else digits[tens - 1] + "十"
    return lead + (digits[ones - 1] if ones else "")


def _thousands(
    value: int, digits: str, units: str, zero: str = "", *, lead: bool, bare: bool = False
) -> str:
    """With units: 一百零一. `units` are ten, hundred, thousand, ten thousand.

    `zero` fills a gap between digits. `lead` writes the one of 一十一. `bare` omits the one
    before ten, hundred and thousand (Japanese 百一).
    """
    if value >= 10000:
        high, low = divmod(value, 10000)
        rest = _thousands(low, digits, units, zero, lead=True, bare=bare) if low else ""
        gap = zero if 0 < low < 1000 else ""
        return _thousands(high, digits, units, zero, lead=lead, bare=bare) + units[3] + gap + rest
    out: list[str] = []
    pending = False
    for power in (3, 2, 1, 0):
        digit = value // 10**power % 10
        if digit == 0:
            pending = bool(out)
            continue
        if pending:
            out.append(zero)
            pending = False
        unit = units[power - 1] if power else ""
        silent = digit == 1 and power and (bare or (power == 1 and not out and not lead))
        out.append(unit if silent else digits[digit - 1] + unit)
    return "".join(out)


def _ordinal(value: int) -> str:
    teen = 10 <= value % 100 <= 20
    return f"{value}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(value % 10, 'th')}"


def _sexagenary(value: int) -> str:
    return _cycled(value, _STEMS) + _cycled(value, _BRANCHES)


def _chicago(value: int) -> str:
    return _repeated(value, "*†‡§")


def _cased(maker: Callable[[int], str]) -> Callable[[int], str]:
    return lambda value: maker(value).lower()


def _nothing(_: int) -> str:
    return ""


_ANY_VALUE = frozenset(
    ("decimal", "decimalZero", "decimalFullWidth", "decimalFullWidth2", "decimalHalfWidth",
     "numberInDash", "bullet", "none")
)  # fmt: skip
_LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_MAKERS: dict[str, Callable[[int], str]] = {
    "bullet": _nothing,
    "none": _nothing,
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": _decimal_zero,
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "numberInDash": lambda value: f"- {value} -",
    "hex": lambda value: f"{value:X}",
    "ordinal": _ordinal,
    "ordinalText": ordinal,
    "cardinalText": cardinal,
    "hebrew1": hebrew,
    "hebrew2": partial(_repeated, letters=HEBREW_LETTERS),
    "arabicAlpha": partial(_repeated, letters=ARABIC_LETTERS),
    "arabicAbjad": partial(_repeated, letters=ARABIC_ABJAD),
    "thaiLetters": partial(_repeated, letters=THAI_LETTERS),
    "thaiNumbers": partial(_digits, digits=THAI_DIGITS, zero="๐"),
    "hindiNumbers": partial(_digits, digits=HINDI_DIGITS, zero="०"),
    "chicago": _chicago,
    "upperRoman": _roman,
    "lowerRoman": _cased(_roman),
    "upperLetter": partial(_repeated, letters=_LATIN),
    "lowerLetter": partial(_repeated, letters=_LATIN.lower()),
    "russianLower": partial(_repeated, letters=_RUSSIAN),
    "russianUpper": partial(_repeated, letters=_RUSSIAN.upper()),
    "decimalEnclosedCircle": partial(_consecutive, first="①", count=20),
    "decimalEnclosedCircleChinese": partial(_consecutive, first="①", count=20),
    "decimalEnclosedParen": partial(_consecutive, first="⑴", count=20),
    "decimalEnclosedFullstop": partial(_consecutive, first="⒈", count=20),
    "ideographEnclosedCircle": partial(_consecutive, first="㊀", count=10),
    "ideographTraditional": partial(_from_list, signs=_STEMS),
    "ideographZodiac": partial(_from_list, signs=_BRANCHES),
    "ideographZodiacTraditional": _sexagenary,
    "ideographDigital": partial(_digits, digits=_HAN, zero="〇"),
    "japaneseDigitalTenThousand": partial(_digits, digits=_HAN, zero="〇"),
    "taiwaneseDigital": partial(_digits, digits=_HAN, zero="○"),
    "koreanDigital": partial(_digits, digits="일이삼사오육칠팔구", zero="영"),
    "koreanDigital2": partial(_digits, digits=_HAN, zero="零"),
    "chineseCounting": partial(_below_hundred, digits=_HAN, zero="〇"),
    "taiwaneseCounting": partial(_below_hundred, digits=_HAN, zero="○"),
    "chineseCountingThousand": partial(
        _thousands, digits=_HAN, units="十百千万", zero="○", lead=False
    ),
    "taiwaneseCountingThousand": partial(
        _thousands, digits=_HAN, units="十百千萬", zero="零", lead=False
    ),
    "chineseLegalSimplified": partial(
        _thousands, digits=_LEGAL_CN, units="拾佰仟萬", zero="零", lead=True
    ),
    "ideographLegalTraditional": partial(
        _thousands, digits=_LEGAL_TW, units="拾佰仟萬", zero="零", lead=True
    ),
    "japaneseCounting": partial(_thousands, digits=_HAN, units="十百千万", lead=False, bare=True),
    "japaneseLegal": partial(_thousands, digits=_LEGAL_JP, units="拾百阡萬", lead=True),
    "koreanCounting": partial(
        _thousands, digits="일이삼사오육칠팔구", units="십백천만", lead=False, bare=True
    ),
    "aiueo": partial(_repeated, letters=_KANA_HALF),
    "aiueoFullWidth": partial(_repeated, letters=_KANA),
    "irohaFullWidth": partial(_repeated, letters=_IROHA),
    "ganada": partial(_repeated, letters=_GANADA),
    "chosung": partial(_repeated, letters=_CHOSUNG),
}
"""Format name → the numeral of a value from 1 to 32767."""
