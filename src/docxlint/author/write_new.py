"""Puts a new file of an author's where there is none yet."""

from __future__ import annotations

from pathlib import Path

from docxlint.core.message import Message

_THERE = Message(
    zh="{path} 已经有了，不会覆盖它", en="{path} is there already; it is not overwritten"
)
_NOT_WRITTEN = Message(zh="无法写入 {path}：{why}", en="{path} cannot be written: {why}")


class NotPut(Exception):
    """A file that was not written, and why."""

    def __init__(self, message: Message) -> None:
        self.message = message
        super().__init__(message.en)


def put(path: Path, data: bytes) -> None:
    """Writes `data` to `path`, with the folders that it needs. Raises NotPut where something is
    there already, and where it cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with path.open("xb") as stream:  # never through a link, never over a file
                stream.write(data)
        except FileExistsError as error:
            raise NotPut(_THERE(path=path)) from error
    except OSError as error:
        raise NotPut(_NOT_WRITTEN(path=path, why=error.strerror or error)) from error
