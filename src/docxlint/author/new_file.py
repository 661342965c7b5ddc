"""Write a new file, but never over an existing one."""

from __future__ import annotations

from pathlib import Path

from docxlint.core.message import Message

_EXISTS = Message(
    zh="{path} 已经存在，不会覆盖", en="{path} already exists and was not overwritten"
)
_NOT_WRITTEN = Message(zh="无法写入 {path}：{why}", en="{path} cannot be written: {why}")


class FileNotWritten(Exception):
    """A file that was not written, with the reason."""

    def __init__(self, message: Message) -> None:
        self.message = message
        super().__init__(message.en)


def write_new_file(path: Path, data: bytes) -> None:
    """Write `data` to a new file at `path`, and create its folders.

    Raises FileNotWritten if the path exists or cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with path.open("xb") as stream:  # never through a link, never over a file
                stream.write(data)
        except FileExistsError as error:
            raise FileNotWritten(_EXISTS(path=path)) from error
    except OSError as error:
        raise FileNotWritten(_NOT_WRITTEN(path=path, why=error.strerror or error)) from error
