"""Where the copies of a run go, checked before anything is read or written."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from pathlib import Path, PurePath

import msgspec

from docxlint.cli.document_paths import STDIN
from docxlint.cli.output.streams import Fault
from docxlint.core.message import Message
from docxlint.report.visible_text import path_text

_SAME_FOLDER = Message(
    zh="--annotate 和 --fix 要写到不同的文件夹",
    en="--annotate and --fix need different folders",
)
_ZERO_ALONE = Message(
    zh="--fill-zero 要和 --fix 或 --diff 一起用", en="--fill-zero needs --fix or --diff"
)
_SAME_NAME = Message(
    zh="{one} 和 {other} 的副本会同名（{target}）；请分别检查",
    en="the copies of {one} and {other} would have the same name ({target}): check them separately",
)
_LIKELY_ALONE = Message(
    zh="--likely 要和 --fix 或 --diff 一起用", en="--likely needs --fix or --diff"
)
INSIDE_FOLDER = Message(
    zh="{path} 就在存放副本的文件夹 {folder} 里；请换一个文件夹",
    en="{path} is in the folder for copies, {folder}: choose another folder",
)
_CHECKED_TOO = Message(
    zh="存放副本的文件夹 {folder} 在要检查的文件夹 {path} 里，下次会连副本一起检查；请换一个文件夹",
    en="the folder for copies, {folder}, is inside {path}: the next check would include the copies;"
    " choose another folder",
)


class CopyOptions(msgspec.Struct, frozen=True):
    """Which copies to write, and where.

    `annotate` and `fix` are the folders for the copies with comments and with repairs. `targets`
    are the paths of the copies inside these folders, by document. `inputs` are the paths of all
    documents that the run reads, which no copy may replace.
    """

    annotate: str | None
    fix: str | None
    diff: bool
    likely: bool
    fill_zero: bool
    force: bool
    lang: str
    targets: dict[str, PurePath] = {}
    inputs: tuple[str, ...] = ()


def with_targets(
    options: CopyOptions,
    paths: Sequence[str],
    names: Sequence[str],
    previous: Sequence[str],
    stdin_name: str,
) -> CopyOptions:
    """`options` with the targets for the documents `names`, which come from `paths`.

    `previous` are the reports of last year that the run reads.

    A copy keeps the path of its document inside a folder in `paths`, else its file name.
    `stdin_name` is the name of the document on standard input. Raises Fault if the options do
    not go together, if a copy would replace a document of the run or another copy, or if the
    next run would check the copies too.
    """
    lang = options.lang
    if options.fix is None and not options.diff and (options.fill_zero or options.likely):
        raise Fault((_ZERO_ALONE if options.fill_zero else _LIKELY_ALONE).text(lang))
    folders = [Path(folder) for folder in (options.annotate, options.fix) if folder is not None]
    if len(folders) > 1 and folders[0].resolve() == folders[1].resolve():
        raise Fault(_SAME_FOLDER.text(lang))
    inputs = [Path(path) for path in paths if path != STDIN and Path(path).is_dir()]
    for folder, checked in product(folders, inputs):
        if folder.resolve().is_relative_to(checked.resolve()):
            folder_text, path = path_text(str(folder)), path_text(str(checked))
            raise Fault(_CHECKED_TOO(folder=folder_text, path=path).text(lang))
    targets: dict[str, PurePath] = {}
    by_target: dict[str, str] = {}
    for name in names:
        target = _target(name, inputs) if name != STDIN else PurePath(_stdin_target(stdin_name))
        for folder in folders:
            if name != STDIN and Path(name).resolve().is_relative_to(folder.resolve()):
                folder_text = path_text(str(folder))
                raise Fault(INSIDE_FOLDER(path=path_text(name), folder=folder_text).text(lang))
        # Many file systems do not distinguish names that differ only in case.
        other = by_target.setdefault(str(target).casefold(), name)
        if other != name and folders:
            first, second, both = map(path_text, (other, name, str(target)))
            raise Fault(_SAME_NAME(one=first, other=second, target=both).text(lang))
        targets[name] = target
    return msgspec.structs.replace(options, targets=targets, inputs=(*names, *previous))


def _target(name: str, folders: Sequence[Path]) -> PurePath:
    for folder in folders:
        if Path(name).is_relative_to(folder):
            return Path(name).relative_to(folder)
    return PurePath(Path(name).name)


def _stdin_target(stdin_name: str) -> str:
    name = PurePath(stdin_name).name
    return name if name not in ("", STDIN) else "stdin.docx"
