"""Regular expressions of packs, and the error for an option that is not valid."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docxlint.core.message import Message


class InvalidOption(ValueError):
    """Raised for a text that is not a value of its type.

    `message` says what is wrong, `offset` where in the text it is, in characters.
    """

    def __init__(self, message: Message, offset: int = 0) -> None:
        super().__init__(message.en)
        self.message = message
        self.offset = offset


class Regex:
    """A regular expression in RE2's syntax, which matches in linear time.

    RE2 gets text and not bytes, so spans are in characters.
    """

    __slots__ = ("_compiled", "_in_lines", "source")

    def __init__(self, source: str, compiled: Any) -> None:
        self.source = source
        self._compiled = compiled
        self._in_lines: Any = None

    @classmethod
    def parse(cls, text: str) -> Regex:
        """Compile `text`. Raises InvalidOption if it is not RE2 syntax."""
        import re2  # imported here because only packs with patterns need it

        options = re2.Options()
        options.log_errors = False
        try:
            return cls(text, re2.compile(text, options))
        except re2.error as error:
            raise InvalidOption(
                Message(
                    zh="正则表达式有误（RE2 语法）：{why}",
                    en="not a regular expression (RE2 syntax): {why}",
                )(why=_reason(error))
            ) from error

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Regex) and other.source == self.source

    def __hash__(self) -> int:
        return hash(self.source)

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return type(self).parse, (self.source,)

    @property
    def groups(self) -> int:
        """The number of capturing groups."""
        return int(self._compiled.groups)

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield the spans of matches in `text`, left to right, without overlap.

        A span is that of group 1 if the pattern has this group and it matched, else of the match.
        """
        for match in self._compiled.finditer(text):
            group = 1 if self._compiled.groups and match.start(1) >= 0 else 0
            yield match.start(group), match.end(group)

    def matches(self, text: str) -> bool:
        """Whether the pattern matches anywhere in `text`."""
        return self._compiled.search(text) is not None

    def rules_out(self, lines: str) -> bool:
        """Whether it is certain that the pattern matches in none of the lines.

        One search here saves a search in each of many short texts. After False they must still be
        searched.
        """
        if r"\A" in self.source or r"\z" in self.source:
            return False
        if self._in_lines is None:
            import re2

            self._in_lines = re2.compile(f"(?m:{self._compiled.pattern})", self._compiled.options)
        return self._in_lines.search(lines) is None

    def covers(self, text: str) -> bool:
        """Whether the pattern matches all of `text`."""
        return self._compiled.fullmatch(text) is not None


def _reason(error: Exception) -> str:
    """The message of RE2, which is bytes."""
    reason = error.args[0] if error.args else ""
    return reason.decode("utf-8", "replace") if isinstance(reason, bytes) else str(reason)
