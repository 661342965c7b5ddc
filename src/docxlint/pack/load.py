"""Loading a pack: its own file, its form, its rules, each fault said once and in its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Mapping as Map
from pathlib import Path

import msgspec

from docxlint.finding import Phrase
from docxlint.form.words import Form
from docxlint.pack.bind import FAILED, Binder
from docxlint.pack.fault import Fault, PackFault
from docxlint.pack.folders import NAME
from docxlint.pack.form import bind_form
from docxlint.pack.nodes import Node, Scalar, parse
from docxlint.pack.rules import bind_rule
from docxlint.pack.source import Source, read
from docxlint.rule import Applies, Kind, Pack, Rule

_VERSION = re.compile(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)", re.ASCII)

# A file of the pack as its own file names it: no absolute path, no "..", nothing hidden.
_FILE = re.compile(r"(?!\.)[\w .-]{1,60}(/(?!\.)[\w .-]{1,60}){0,3}")

_BAD_VERSION = Phrase(
    zh="版本号应为“主.次.修订”三个数字，而不是“{version}”",
    en="a version is MAJOR.MINOR.PATCH, not “{version}”",
)
_BAD_NAME = Phrase(
    zh="“{name}”不能作名称：名称由小写字母、数字组成，以字母开头，词间用连字符",
    en="“{name}” is not a name: lower-case letters and digits, words joined by hyphens",
)
_OTHER_NAME = Phrase(
    zh="规则包名为“{name}”，所在文件夹却名为“{folder}”",
    en="the pack is called “{name}”, but its folder “{folder}”",
)
_NO_FILE = Phrase(zh="规则包里没有文件“{file}”", en="there is no file “{file}” in the pack")
_NO_RULES = Phrase(zh="rules 文件夹里没有规则", en="there are no rules in the folder rules")
_OUTSIDE = Phrase(zh="这个链接指向规则包之外", en="this link leads out of the pack")
_SUFFIX = Phrase(zh="规则文件的扩展名应为 .yaml", en="the name of a rule file ends in .yaml")


class _PackFile(msgspec.Struct, frozen=True):
    name: Scalar
    version: Scalar
    title: str
    english: str | None = None
    form: Scalar = Scalar("form.yaml", 1, 1)
    good: Scalar = Scalar("good.md", 1, 1)
    applies: Applies = Applies()


def load(folder: Path, kinds: Map[str, Kind], *, examples: bool = False) -> Pack:
    """The pack in `folder`, its rules in the order of their names, each check one of `kinds`.

    PackFault, with all the faults of all its files, if there is anything wrong with it. Examples
    are read only if `examples`; only then must the good document be there.
    """
    faults: list[Fault] = []
    called = _called(folder)
    source, own = _open(folder, called, faults)
    if source is None:
        raise PackFault(faults)
    if own is not None and examples:
        _inside(folder, own.good, source, faults)
    form = _form(folder, called, own, source, faults)
    said = len(faults)
    paths = _rule_files(folder, called, faults)
    if not paths and len(faults) == said:
        faults.append(source.at(1, 1, _NO_RULES))
    rules = tuple(_rules(paths, called, kinds, form, faults, examples=examples))
    if faults or own is None or form is None:
        order = {file: rank for rank, file in enumerate(dict.fromkeys(f.file for f in faults))}
        raise PackFault(sorted(faults, key=lambda f: (order[f.file], f.line, f.column)))
    return Pack(
        name=own.name.text,
        version=own.version.text,
        title=Phrase(zh=own.title, en=own.title if own.english is None else own.english),
        form=form,
        rules=rules,
        applies=own.applies,
        folder=str(folder),
    )


def document(pack: Pack) -> str:
    """The text of the pack's good document, which its examples change. PackFault if it cannot
    be read.
    """
    folder = Path(pack.folder)
    faults: list[Fault] = []
    source, own = _open(folder, pack.name, faults)
    if source is not None and own is not None:
        path = _inside(folder, own.good, source, faults)
        text = read(path, f"{pack.name}/{own.good.text}", faults) if path is not None else None
        if text is not None:
            return text.text
    raise PackFault(faults)


def _called(folder: Path) -> str:
    return folder.name if folder.name not in ("", "..") else folder.resolve().name


def _open(folder: Path, called: str, faults: list[Fault]) -> tuple[Source | None, _PackFile | None]:
    """The pack's own file and what it says; None for what cannot be had."""
    source = read(folder / "pack.yaml", f"{called}/pack.yaml", faults)
    node = parse(source, faults) if source is not None else None
    if source is None or node is None:
        return source, None
    own = Binder(source, faults).bind(node, _PackFile)
    if own is FAILED:
        return source, None
    if not NAME.fullmatch(own.name.text):
        faults.append(source.fault(own.name, _BAD_NAME(name=own.name.text)))
    elif own.name.text != called:
        message = _OTHER_NAME(name=own.name.text, folder=called)
        faults.append(source.fault(own.name, message))
    if not _VERSION.fullmatch(own.version.text):
        faults.append(source.fault(own.version, _BAD_VERSION(version=own.version.text)))
    return source, own


def _inside(folder: Path, name: Scalar, source: Source, faults: list[Fault]) -> Path | None:
    """The file of that name in the pack; None, with a fault at the name, if there is none there.

    What leads out of the pack, by its name or by a link, is not in the pack.
    """
    path = folder / name.text
    if _FILE.fullmatch(name.text) and path.is_file() and _stays(path, folder):
        return path
    files = sorted(each.name for each in folder.iterdir() if each.is_file())
    message = _NO_FILE(file=name.text)
    given = name.text.replace("\\", "/").rpartition("/")[2]
    faults.append(source.fault(name, message, given=given, candidates=files))
    return None


def _stays(path: Path, folder: Path) -> bool:
    return path.resolve().is_relative_to(folder.resolve())


def _form(
    folder: Path, called: str, own: _PackFile | None, source: Source, faults: list[Fault]
) -> Form | None:
    if own is not None:
        path = _inside(folder, own.form, source, faults)
    else:  # the pack's file does not say; where its form is in the usual place, look at it
        path = folder / "form.yaml" if (folder / "form.yaml").is_file() else None
    if path is None:
        return None
    parsed = _parsed(path, f"{called}/{path.relative_to(folder).as_posix()}", faults)
    if parsed is None:
        return None
    source, node = parsed
    return bind_form(node, Binder(source, faults))


def _parsed(path: Path, file: str, faults: list[Fault]) -> tuple[Source, Node] | None:
    source = read(path, file, faults)
    node = parse(source, faults) if source is not None else None
    return (source, node) if source is not None and node is not None else None


def _rule_files(folder: Path, called: str, faults: list[Fault]) -> list[Path]:
    """The rule files of the pack, sorted by name; hidden ones are none."""
    inside = folder / "rules"
    if not inside.is_dir():
        return []
    if not _stays(inside, folder):
        faults.append(Fault(f"{called}/rules", 1, 1, _OUTSIDE))
        return []
    paths = []
    for path in sorted(inside.iterdir(), key=lambda path: path.name):
        file = f"{called}/rules/{path.name}"
        if path.name.startswith("."):
            continue
        if path.suffix == ".yml":
            faults.append(Fault(file, 1, 1, _SUFFIX))
        elif path.suffix == ".yaml" and path.is_symlink() and not _stays(path, folder):
            faults.append(Fault(file, 1, 1, _OUTSIDE))
        elif path.suffix == ".yaml":
            paths.append(path)
    return paths


def _rules(
    paths: list[Path],
    called: str,
    kinds: Map[str, Kind],
    form: Form | None,
    faults: list[Fault],
    *,
    examples: bool,
) -> Iterator[Rule]:
    """The rules in the files, in their order; those with faults are left out."""
    for path in paths:
        file = f"{called}/rules/{path.name}"
        if not NAME.fullmatch(path.stem):
            faults.append(Fault(file, 1, 1, _BAD_NAME(name=path.stem)))
        parsed = _parsed(path, file, faults)
        if parsed is None:
            continue
        source, node = parsed
        binder = Binder(source, faults)
        rule = bind_rule(path.stem, node, binder, kinds, form, examples=examples)
        if rule is not None:
            yield rule
