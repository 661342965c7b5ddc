"""What a pack does not keep of what it says, and how that is put to its author."""

from __future__ import annotations

import msgspec

from docxlint.core.message import Message
from docxlint.report.visible_text import lines_visible, visible

_EXAMPLE = Message(zh="{rule} 的第 {n} 个例子", en="{rule}, example {n}")


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
