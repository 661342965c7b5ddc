"""The grammar of formulas: sums of named figures on both sides of an equals sign.

    equation = side "=" side
    side     = ["-"] term { ("+" | "-") term }
    term     = [ number "*" ] atom
    atom     = number | name | "sum(" item { "," item } ")"
    item     = name [ ".." name ]

A name has letters, digits and underscores, and dots if it includes a table or a row. Numbers
are decimal. Formulas are never run as code.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

import msgspec

from docxlint.core.message import Message
from docxlint.core.regex import InvalidOption

_TOKEN = re.compile(
    r"(?P<space>\s+)|(?P<number>\d+(?:\.\d+)?)"
    r"|(?P<name>[A-Za-z_]\w*(?:\.(?!\.)[A-Za-z_]\w*)*)|(?P<range>\.\.)|(?P<sign>[-+=*(),])",
    re.ASCII,
)


class FormulaName(msgspec.Struct, frozen=True):
    """A name in a formula, or the range of names from `name` to `last`, both included."""

    name: str
    offset: int
    last: str | None = None
    last_offset: int = 0


class Term(msgspec.Struct, frozen=True):
    """`factor` times the sum of the figures with these names; a plain number has no names."""

    factor: Decimal
    names: tuple[FormulaName, ...]


class Formula(msgspec.Struct, frozen=True):
    """An equation between two sides, each a sum of terms."""

    source: str
    left: tuple[Term, ...]
    right: tuple[Term, ...]

    @classmethod
    def parse(cls, text: str) -> Formula:
        """Parse `text`. Raises InvalidOption, with the offset, if it is not an equation."""
        parser = _Parser(text)
        left = parser.side()
        parser.expect("=")
        right = parser.side()
        parser.end()
        return cls(text, tuple(left), tuple(right))

    def names(self) -> Iterator[FormulaName]:
        """All names, left to right."""
        return (name for side in (self.left, self.right) for term in side for name in term.names)


_UNEXPECTED = Message(
    zh="公式此处应为{wanted}，而不是“{found}”", en="expected {wanted}, not “{found}”"
)
_END = Message(zh="公式在此中断，还缺{wanted}", en="the formula ends; {wanted} is missing")
_STRANGE = Message(zh="公式里不能有“{found}”", en="a formula cannot have “{found}”")
_NAME = Message(zh="名称或数字", en="a name or a number")
_ONLY_NAME = Message(zh="名称", en="a name")
_NOTHING = Message(zh="公式结束", en="the end of the formula")


class _Parser:
    """A cursor over the tokens of one formula."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: list[tuple[str, str, int]] = []
        position = 0
        while position < len(text):
            match = _TOKEN.match(text, position)
            if match is None:
                raise InvalidOption(_STRANGE(found=text[position]), position)
            if match.lastgroup != "space":
                self.tokens.append((match.lastgroup or "", match.group(), position))
            position = match.end()
        self.index = 0

    def peek(self) -> tuple[str, str, int]:
        if self.index < len(self.tokens):
            return self.tokens[self.index]
        return "end", "", len(self.text)

    def take(self, accept: Callable[[str, str], bool], wanted: Message) -> tuple[str, str, int]:
        kind, value, offset = self.peek()
        if not accept(kind, value):
            template = _END if kind == "end" else _UNEXPECTED
            raise InvalidOption(template(wanted=wanted, found=value), offset)
        self.index += 1
        return kind, value, offset

    def at(self, *values: str) -> bool:
        return self.peek()[1] in values

    def expect(self, value: str) -> None:
        self.take(lambda _, token: token == value, Message(zh=f"“{value}”", en=f"“{value}”"))

    def end(self) -> None:
        self.take(lambda kind, _: kind == "end", _NOTHING)

    def side(self) -> Iterator[Term]:
        terms = []
        sign = Decimal(1)
        if self.at("-"):
            self.index += 1
            sign = Decimal(-1)
        terms.append(self.term(sign))
        while self.at("+", "-"):
            sign = Decimal(-1) if self.at("-") else Decimal(1)
            self.index += 1
            terms.append(self.term(sign))
        return iter(terms)

    def term(self, sign: Decimal) -> Term:
        kind, value, offset = self.take(lambda kind, _: kind in ("name", "number"), _NAME)
        if kind == "number":
            if not self.at("*"):
                return Term(sign * Decimal(value), ())
            self.index += 1
            sign *= Decimal(value)
            _, value, offset = self.take(lambda kind, _: kind == "name", _ONLY_NAME)
        if value == "sum" and self.at("("):
            self.index += 1
            names = [self.item()]
            while self.at(","):
                self.index += 1
                names.append(self.item())
            self.expect(")")
            return Term(sign, tuple(names))
        return Term(sign, (FormulaName(value, offset),))

    def item(self) -> FormulaName:
        _, name, offset = self.take(lambda kind, _: kind == "name", _ONLY_NAME)
        if not self.at(".."):
            return FormulaName(name, offset)
        self.index += 1
        _, last, last_offset = self.take(lambda kind, _: kind == "name", _ONLY_NAME)
        return FormulaName(name, offset, last, last_offset)
