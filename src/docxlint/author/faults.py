"""What an author can get wrong: the Markdown of a document, a change in an example, or a pack that
fails its own examples.
"""

from __future__ import annotations

import msgspec

from docxlint.core.message import Message
from docxlint.report.visible_text import lines_visible, visible

_AT_LINE = Message(zh="第 {line} 行：{what}", en="line {line}: {what}")
_EXAMPLE = Message(zh="{rule} 的第 {n} 个例子", en="{rule}, example {n}")


class MarkdownFault(Exception):
    """Markdown that is not of the dialect: `line`, from 1, and what is wrong there."""

    def __init__(self, line: int, what: Message) -> None:
        self.line = line
        self.what = what
        self.message = _AT_LINE(line=line, what=what)
        super().__init__(self.message.en)


class ChangeFault(Exception):
    """A change of an example that cannot be made."""

    def __init__(self, message: Message) -> None:
        self.message = message
        super().__init__(message.en)


class Failure(msgspec.Struct, frozen=True, kw_only=True):
    """Something that a pack's examples, its good document or its files do not keep.

    `rule` is None where it is about no single rule, `example`, counted from 1, where it is about
    no single example. `file` (relative to the folder that holds the pack, with "/") and `line`,
    from 1, tell where to look, "" and 0 where there is no one place; `excerpt` is that line.
    """

    message: Message
    rule: str | None = None
    example: int | None = None
    file: str = ""
    line: int = 0
    excerpt: str = ""

    def text(self, lang: str, pack: str) -> str:
        """The failure with its line framed, in `lang` ("zh" or "en"), ending in a line break; it
        is about `pack` where it is about no rule. Whatever does not show is an escape.
        """
        who = visible(self.rule or pack)
        if self.example is not None:
            who = _EXAMPLE(rule=who, n=self.example).text(lang)
        where = f"{self.file}:{self.line}" if self.line else self.file
        lines = [f"{visible(where)}: {who}" if where else who]
        if self.excerpt.strip():
            lines.append(f"  {self.line} | {visible(self.excerpt.rstrip())}")
        lines += [f"    {line}" for line in lines_visible(self.message.text(lang)).split("\n")]
        return "\n".join(lines) + "\n"
