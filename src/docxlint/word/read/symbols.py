"""The characters that symbol fonts show for a `w:sym` (17.3.3.30)."""

from __future__ import annotations

_SYMBOL = dict(
    zip(
        range(0x20, 0x7F),
        " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"
        "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼",
        strict=True,
    )
) | dict(
    zip(
        range(0xA1, 0xD8),
        "ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅",
        strict=True,
    )
)
_WINGDINGS = {
    0x4A: "☺", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x75: "◆", 0x76: "❖", 0x9E: "·",
    0x9F: "•", 0xA7: "▪", 0xA8: "□", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓",
    0xF0: "⇨", 0xFB: "✘", 0xFC: "✔", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
for _first, _circled in ((0x81, "①"), (0x8C, "❶")):
    _WINGDINGS.update((_first + i, chr(ord(_circled) + i)) for i in range(10))
_WINGDINGS_2 = {
    0x4F: "✘", 0x50: "✔", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x98: "●", 0xA3: "□",
}  # fmt: skip
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}


def symbol(font: str, code: str) -> str:
    """Return the character that `font` shows for the hexadecimal `code`, "" for a bad code.

    Codes of symbol fonts are shifted to F000–F0FF. A symbol without a character of its own
    stays in the private use area.
    """
    try:
        point = int(code, 16)
    except ValueError:
        return ""
    if not 0x20 <= point < 0x110000 or 0xD800 <= point < 0xE000:
        return ""
    signs = _FONTS.get(font.lower())
    low = point & 0xFF if 0xF000 <= point <= 0xF0FF else point
    if signs is not None:
        return signs.get(low, chr(point))
    return chr(point)
