"""English number words and the numerals of other scripts for automatic numbers (17.18.59)."""

from __future__ import annotations

_SMALL = (
    *("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_HEBREW = (
    (400, "ת"), (300, "ש"), (200, "ר"), (100, "ק"), (90, "צ"), (80, "פ"), (70, "ע"), (60, "ס"),
    (50, "נ"), (40, "מ"), (30, "ל"), (20, "כ"), (10, "י"), (9, "ט"),
    (8, "ח"), (7, "ז"), (6, "ו"), (5, "ה"), (4, "ד"), (3, "ג"), (2, "ב"), (1, "א"),
)  # fmt: skip
# 10 + 5 and 10 + 6 would spell a name of God.
_HEBREW_WITHOUT_NAME = {15: "טו", 16: "טז"}
HEBREW_LETTERS = "אבגדהוזחטיכלמנסעפצקרשת"
ARABIC_LETTERS = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
ARABIC_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
THAI_LETTERS = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
THAI_DIGITS = "๑๒๓๔๕๖๗๘๙"
HINDI_DIGITS = "१२३४५६७८९"


def cardinal(value: int) -> str:
    """Return "Twenty-one" for 21. `value` is from 1 to 32767."""
    words = _words(value)
    return words[:1].upper() + words[1:]


def ordinal(value: int) -> str:
    """Return "Twenty-first" for 21. `value` is from 1 to 32767."""
    words = cardinal(value)
    at = max(words.rfind(" "), words.rfind("-")) + 1
    last = words[at:]
    if last.endswith("y"):
        return f"{words[:at]}{last[:-1]}ieth"
    word = _ORDINALS.get(last.lower(), f"{last}th")
    return words[:at] + (word.capitalize() if last[0].isupper() else word)


def hebrew(value: int) -> str:
    """Return the Hebrew numeral of `value`, in letters that are added up."""
    if value % 100 in _HEBREW_WITHOUT_NAME:
        return hebrew(value - value % 100) + _HEBREW_WITHOUT_NAME[value % 100]
    out = []
    for worth, letters in _HEBREW:
        count, value = divmod(value, worth)
        out.append(letters * count)
    return "".join(out)


def _words(value: int) -> str:
    if value < 20:
        return _SMALL[value]
    if value < 100:
        tens, ones = divmod(value, 10)
        return f"{_TENS[tens]}-{_SMALL[ones]}" if ones else _TENS[tens]
    for worth, name in ((1000, "thousand"), (100, "hundred")):
        if value >= worth:
            high, low = divmod(value, worth)
            rest = f" {_words(low)}" if low else ""
            return f"{_words(high)} {name}{rest}"
    raise ValueError(value)
