"""The formats of a run and the files they go to, checked before the run begins."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Iterable
from pathlib import Path

import msgspec

from docxlint.cli.document_paths import STDIN
from docxlint.cli.output import streams
from docxlint.cli.output.streams import Fault
from docxlint.cli.run_faults import unknown_name
from docxlint.core.message import Message
from docxlint.report.visible_text import path_text

TEXT = "text"

_NO_FORMAT = Message(
    zh="没有“{given}”这种输出格式（现有：{known}）",
    en="there is no output format “{given}” (there is: {known})",
)
_ONE_STREAM = Message(
    zh="只能有一种格式写到标准输出；其余的写成 格式=文件",
    en="only one format can go to standard output; give the others as FORMAT=FILE",
)
_ONE_OUTPUT = Message(
    zh="--output 只用于一种格式；有几种时写成 --format 格式=文件",
    en="--output is for one format; with several give --format FORMAT=FILE",
)
_TWICE = Message(
    zh="两种格式都要写入 {path}",
    en="two formats are to be written to {path}",
)
_OVERWRITES = Message(
    zh="{option} 指向被检查的文档 {path}，不会覆盖它",
    en="{option} names the document {path} that is to be checked; it is not overwritten",
)
_NAMELESS = Message(
    zh="--format {form}= 后面要写文件名", en="--format {form}= wants the name of a file"
)
_NO_FOLDER = Message(
    zh="无法写入 {path}：没有文件夹 {folder}",
    en="{path} cannot be written: there is no folder {folder}",
)
_FOLDER = Message(
    zh="无法写入 {path}：那是一个文件夹", en="{path} cannot be written: it is a folder"
)
_LOCKED = Message(
    zh="无法写入 {path}：没有写入的权限", en="{path} cannot be written: it is protected"
)


class Output(msgspec.Struct, frozen=True):
    """A format, and the file that it is written to; None for standard output."""

    form: str
    file: str | None = None


def outputs(forms: Iterable[str], output: str | None, lang: str) -> list[Output]:
    """The outputs of `--format FORMAT[=FILE]` and `--output FILE`; text by default.

    Raises Fault for outputs that exclude each other and for files that cannot be written.
    """
    wanted = [_output(given) for given in forms] or [Output(TEXT)]
    if output is not None:
        if len(wanted) > 1 or wanted[0].file is not None:
            raise Fault(_ONE_OUTPUT.text(lang))
        wanted = [Output(wanted[0].form, None if output == STDIN else output)]
    if sum(each.file is None for each in wanted) > 1:
        raise Fault(_ONE_STREAM.text(lang))
    files = [each.file for each in wanted if each.file is not None]
    for turn, file in enumerate(files):
        if any(_is_same_file(file, other) and not _is_stream(file) for other in files[:turn]):
            raise Fault(_TWICE(path=path_text(file)).text(lang))
    for each in wanted:
        _check_writable(each, lang)
    return wanted


def protect_documents(
    wanted: Iterable[Output], names: Iterable[str], option: str, lang: str
) -> None:
    """Raise Fault if one of the files is one of the documents `names`."""
    files = [each.file for each in wanted if each.file is not None]
    for name in names:
        if name != STDIN and any(_is_same_file(file, name) for file in files):
            raise Fault(_OVERWRITES(option=option, path=path_text(name)).text(lang))


def uses_console(wanted: Iterable[Output]) -> bool:
    """Whether reports appear on a console while the run goes on."""
    return any(each.file is None for each in wanted) and streams.is_console(sys.stdout)


def check_formats(wanted: Iterable[Output], formats: Collection[str], lang: str) -> None:
    """Raise Fault for a format that does not exist."""
    for each in wanted:
        if each.form not in formats:
            raise unknown_name(_NO_FORMAT, each.form, sorted(formats), lang)


def _output(given: str) -> Output:
    form, equals, file = given.partition("=")
    return Output(form, file if equals and file != STDIN else None)


def _check_writable(each: Output, lang: str) -> None:
    """Raise Fault if the file surely cannot be written."""
    if each.file is None:
        return
    if not each.file:
        raise Fault(_NAMELESS(form=each.form).text(lang))
    path, name = Path(each.file), path_text(each.file)
    folder = path.resolve().parent
    if path.is_dir():
        raise Fault(_FOLDER(path=name).text(lang))
    if not folder.is_dir():
        raise Fault(_NO_FOLDER(path=name, folder=path_text(str(path.parent))).text(lang))
    there, plain = path.exists(), path.is_file() or not path.exists()
    if (there and not os.access(path, os.W_OK)) or (plain and not os.access(folder, os.W_OK)):
        raise Fault(_LOCKED(path=name).text(lang))


def _is_stream(file: str) -> bool:
    """Whether `file` is a device or a pipe, which may be written to more than once."""
    return Path(file).exists() and not Path(file).is_file()


def _is_same_file(file: str, name: str) -> bool:
    try:
        return Path(file).samefile(name)
    except OSError:
        # One of them does not exist: they are the same if they would have one path.
        return Path(file).resolve() == Path(name).resolve()
