"""Chinese and Arabic numerals as people type them: digits, zeros and their values.

This module is the only place that lists the characters of a numeral.
"""

from __future__ import annotations

# People type the zero of 二〇二三 as any of these characters.
ZEROS = "〇零○◯oOｏＯ0０"
ONE_TO_NINE = "一二三四五六七八九"
ARABIC = "0-9０-９"
UNITS = {"十": 10, "百": 100, "千": 1000}
SCALES = {"万": 10_000, "亿": 100_000_000}
DIGITS = (
    {char: value for value, char in enumerate(ONE_TO_NINE, 1)} | {"两": 2} | dict.fromkeys(ZEROS, 0)
)

# The next expressions work in `re` and in RE2. A Latin o or an Arabic 0 counts as a Chinese zero
# only behind a Chinese numeral.
_FIRST = f"〇零○◯{ONE_TO_NINE}"


def numeral_pattern(units: str) -> str:
    """An expression for a Chinese numeral that may use `units`, a subset of 两十百千万亿."""
    return f"[{_FIRST}{units}][{ZEROS}{ONE_TO_NINE}{units}]*"


_IN_PLACE = str.maketrans({char: str(value) for char, value in DIGITS.items()})


def numeral(text: str) -> int | None:
    """The value of an Arabic or Chinese numeral up to 9999, or None.

    Digits without units are read in place (二〇二三 is 2023), others with units (二十三 is 23).
    """
    if text.isdecimal():
        return int(text)
    if not text or any(char not in DIGITS and char not in UNITS for char in text):
        return None
    if not any(char in UNITS for char in text):
        return int(to_arabic(text))
    total = digit = 0
    for char in text:
        if char in UNITS:
            total += (digit or 1) * UNITS[char]
            digit = 0
        else:
            digit = DIGITS[char]
    return total + digit


def to_arabic(text: str) -> str:
    """`text` with an Arabic digit for each digit and zero: 二○23 becomes 2023."""
    return text.translate(_IN_PLACE)


def write_numeral(value: int) -> str:
    """The Chinese numeral for `value`, from 1 to 99."""
    tens, ones = divmod(value, 10)
    head = "" if tens <= 1 else ONE_TO_NINE[min(tens, 9) - 1]
    return f"{head}{'十' if tens else ''}{ONE_TO_NINE[ones - 1] if ones else ''}"


def write_digits(value: int) -> str:
    """The Chinese digits of `value` in place: 二〇二三 for 2023."""
    return "".join(f"〇{ONE_TO_NINE}"[int(digit)] for digit in str(value))
