"""`docxlint editor`: set up VS Code to complete and check the files of packs."""

from __future__ import annotations

from pathlib import Path

import click

from docxlint.author.new_file import FileNotWritten, write_new_file
from docxlint.author.vscode_files import EXTENSIONS, schema_files, vscode_settings
from docxlint.cli.output import streams
from docxlint.cli.output.streams import Fault
from docxlint.cli.run_faults import report_faults
from docxlint.cli.run_settings import RunSettings
from docxlint.cli.settings_options import PATH, with_settings
from docxlint.core.message import Message
from docxlint.report.visible_text import path_text, visible

_WRITTEN = Message(zh="已生成 {path}", en="written: {path}")
_KEPT = Message(
    zh="{path} 已经存在，没有改动；请自己加上：",
    en="{path} already exists and was not changed; add this to it:",
)
_NOT_WRITTEN = Message(zh="无法写入 {path}：{why}", en="{path} cannot be written: {why}")
_HELP = """让 VS Code 提示和检查规则包的文件 / make VS Code complete and check the files of packs

FOLDER 是在 VS Code 里打开的文件夹，不写则为当前文件夹。装了新的插件或新的版本，再运行一次。
FOLDER is the folder that VS Code opens, by default this one. Run it again after installing a
plugin or another version.
"""


@click.command("editor", help=_HELP, short_help="设置 VS Code / set up VS Code")
@click.argument("folder", metavar="[FOLDER]", default=".", type=PATH)
@with_settings()
def command(settings: RunSettings, folder: str) -> None:
    """Write the schemas, which include the checks of plugins, and the settings that use them."""
    lang = settings.lang
    with report_faults(lang):
        kinds = settings.require_plugins().kinds
    for name, text in schema_files(kinds).items():
        path = Path(folder, name)
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise Fault(_NOT_WRITTEN(path=path, why=error.strerror).text(lang)) from error
        _write(path, text, lang)
    for name, text in vscode_settings().items():
        path = Path(folder, name)
        if not path.exists():
            _write(path, text, lang)
        elif not _has(path, text) and name != EXTENSIONS:
            streams.put(_KEPT(path=_display_path(path)).text(lang) + "\n" + text)


def _has(path: Path, text: str) -> bool:
    """Whether the file has every line of `text`, brackets aside."""
    try:
        there = path.read_text(encoding="utf-8", errors="replace")
    except OSError:  # then the user is shown what to add
        return False
    return all(line.strip(" ,{}") in there for line in text.splitlines())


def _write(path: Path, text: str, lang: str) -> None:
    try:
        write_new_file(path, text.encode())
    except FileNotWritten as fault:
        raise Fault(fault.message.text(lang)) from fault
    streams.put(_WRITTEN(path=_display_path(path)).text(lang) + "\n")


def _display_path(path: Path) -> str:
    return visible(path_text(path.as_posix()))
