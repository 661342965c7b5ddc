"""Names of WordprocessingML elements and attributes, in Clark notation and in paths."""

from __future__ import annotations

W_URI = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
"""The Transitional namespace (ECMA-376 Part 4); Strict documents are mapped to it on parsing."""

PREFIXES = {
    "w": W_URI,
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "lc": "http://schemas.openxmlformats.org/drawingml/2006/lockedCanvas",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "w10": "urn:schemas-microsoft-com:office:word",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "wpc": "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas",
    "wpi": "http://schemas.microsoft.com/office/word/2010/wordprocessingInk",
    "wp14": "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "w16": "http://schemas.microsoft.com/office/word/2018/wordml",
    "w16se": "http://schemas.microsoft.com/office/word/2015/wordml/symex",
    "w16cex": "http://schemas.microsoft.com/office/word/2018/wordml/cex",
    "w16cid": "http://schemas.microsoft.com/office/word/2016/wordml/cid",
}
"""The prefixes in paths. In a Strict part `w` stands for the Strict namespace."""

KNOWN = frozenset(PREFIXES.values())
"""The namespaces that a Choice may require and still count (Part 3, 7.6)."""

_PREFIX_OF = {uri: prefix for prefix, uri in PREFIXES.items()}
_CACHED = 2_000


class _Steps(dict[str, str]):
    """Tag in Clark notation → step in a path ("w:p"), computed once."""

    def __missing__(self, tag: str) -> str:
        uri, _, local = tag[1:].partition("}") if tag[0] == "{" else ("", "", tag)
        prefix = _PREFIX_OF.get(uri)
        if prefix is None:
            quote = '"' if "'" in uri else "'"
            return f"*[local-name()='{local}' and namespace-uri()={quote}{uri}{quote}]"
        step = f"{prefix}:{local}"
        if len(self) < _CACHED:
            self[tag] = step
        return step


STEP = _Steps()


def w(local: str) -> str:
    """Return the Clark name of a WordprocessingML element or attribute."""
    return f"{{{W_URI}}}{local}"


def mc(local: str) -> str:
    """Return the Clark name of a Markup Compatibility element."""
    return f"{{{PREFIXES['mc']}}}{local}"


def local_name(tag: str) -> str:
    """Return a Clark name without its namespace."""
    return tag.rpartition("}")[2]


VAL = w("val")
AUTHOR = w("author")
ID = w("id")
ALTERNATE = mc("AlternateContent")
RPR_CHANGE = w("rPrChange")
P, TBL, TR, TC, SDT, SDT_CONTENT = (w(n) for n in ("p", "tbl", "tr", "tc", "sdt", "sdtContent"))
T, R, PPR, RPR = w("t"), w("r"), w("pPr"), w("rPr")
INS, DEL, MOVE_FROM, MOVE_TO = w("ins"), w("del"), w("moveFrom"), w("moveTo")
MATH_CONTAINERS = tuple(
    f"{{{PREFIXES['m']}}}{name}"
    for name in (
        *("oMath", "oMathPara", "f", "num", "den", "sSup", "sSub", "sSubSup", "sPre", "sup"),
        *("sub", "e", "d", "func", "fName", "nary", "rad", "deg", "limLow", "limUpp", "lim"),
        *("m", "mr", "eqArr", "acc", "bar", "box", "borderBox", "groupChr", "phant"),
    )
)
"""The elements of a formula that hold runs or each other (22.1.2), without properties."""
SYM_EX = f"{{{PREFIXES['w16se']}}}symEx"
MATH_RUN = f"{{{PREFIXES['m']}}}r"
MATH_TEXT = f"{{{PREFIXES['m']}}}t"
KIND_OF_CHANGE = {
    INS: "insertion",
    DEL: "deletion",
    MOVE_FROM: "move-from",
    MOVE_TO: "move-to",
}
"""Tracked change elements → `Revision.kind` (17.13.5)."""
