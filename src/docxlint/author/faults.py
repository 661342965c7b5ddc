"""Faults in the files of a pack: Markdown, changes of examples, and failed tests."""

from __future__ import annotations

import msgspec

from docxlint.core.message import Message
from docxlint.report.visible_text import lines_visible, visible

_AT_LINE = Message(zh="第{line}行：{what}", en="line {line}: {what}")
_EXAMPLE = Message(zh="{rule} 的第{n}个例子", en="{rule}, example {n}")


class MarkdownFault(Exception):
    """Markdown that docxlint does not accept: `line`, from 1, and `what` is wrong there."""

    def __init__(self, line: int, what: Message) -> None:
        self.line = line
        self.what = what
        self.message = _AT_LINE(line=line, what=what)
        super().__init__(self.message.en)


class ChangeFault(Exception):
    """A change of an example that cannot be applied."""

    def __init__(self, message: Message) -> None:
        self.message = message
        super().__init__(message.en)


class Failure(msgspec.Struct, frozen=True, kw_only=True):
    """A failed test of a pack.

    `rule` and `example` (from 1) are None if the failure is not about a single rule or example.
    `file` is relative to the folder that contains the pack, with "/"; `line` counts from 1. They
    are "" and 0 if there is no single place. `excerpt` is the text of the line.
    """

    message: Message
    rule: str | None = None
    example: int | None = None
    file: str = ""
    line: int = 0
    excerpt: str = ""

    def text(self, lang: str, pack: str) -> str:
        """Return the failure as text in `lang` ("zh" or "en"), ending in a line break.

        It names the rule, or `pack` if it is not about a rule. Invisible characters are escaped.
        """
        subject = visible(self.rule or pack)
        if self.example is not None:
            subject = _EXAMPLE(rule=subject, n=self.example).text(lang)
        place = f"{self.file}:{self.line}" if self.line else self.file
        lines = [f"{visible(place)}: {subject}" if place else subject]
        if self.excerpt.strip():
            lines.append(f"  {self.line} | {visible(self.excerpt.rstrip())}")
        lines += [f"    {line}" for line in lines_visible(self.message.text(lang)).split("\n")]
        return "\n".join(lines) + "\n"
