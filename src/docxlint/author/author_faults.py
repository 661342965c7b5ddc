"""What an author can get wrong: faults of Markdown, and of the changes that examples make."""

from __future__ import annotations

from docxlint.core.message import Message

_AT_LINE = Message(zh="第 {line} 行：{what}", en="line {line}: {what}")


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
