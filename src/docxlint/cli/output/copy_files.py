"""Copies of the documents of a run: with comments, with repairs; what repairs would change."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import product
from pathlib import Path, PurePath
from typing import Protocol

import msgspec

from docxlint.cli.document_paths import STDIN
from docxlint.cli.exit_status import AT_FAULT, CLEAN
from docxlint.cli.output import atomic_write
from docxlint.cli.output.streams import Fault, complain, put
from docxlint.copies.annotate import Copy, annotate
from docxlint.copies.fix import diff, fix, left
from docxlint.core.message import Message
from docxlint.linting.unreadable_text import unreadable_message
from docxlint.report.report import Report
from docxlint.report.visible_text import path_text
from docxlint.word import read
from docxlint.word.edit.copy_faults import NoCopy

_ONE_DIR = Message(
    zh="--annotate 和 --fix 要写到不同的文件夹", en="--annotate and --fix need folders of their own"
)
_ZERO = Message(
    zh="--fill-zero 要和 --fix 或 --diff 一起用", en="--fill-zero goes with --fix or --diff"
)
_ALIKE = Message(
    zh="{one} 和 {other} 的副本会同名（{target}）；请分别检查",
    en="the copies of {one} and {other} would have one name ({target}): check them apart",
)
_WITHIN = Message(
    zh="{path} 就在存放副本的文件夹 {folder} 里；请换一个文件夹",
    en="{path} lies in the folder for the copies, {folder}: take another folder",
)
_CHECKED_TOO = Message(
    zh="存放副本的文件夹 {folder} 在要检查的文件夹 {path} 里，下次会连副本一起检查；请换一个文件夹",
    en="the folder for the copies, {folder}, lies within {path}, which is checked: the copies would"
    " be checked too the next time; take another folder",
)
_THERE = Message(
    zh="{path} 已经存在，内容不同，没有覆盖；要覆盖请加 --force",
    en="{path} is there already and differs; it was left as it is (--force replaces it)",
)
_NONE = Message(zh="{path} 没有写副本：{why}", en="{path} has no copy: {why}")
_CHANGED = Message(
    zh="{path} 在检查之后变了，没有写副本", en="{path} has changed since it was checked: no copy"
)
_ANNOTATED = Message(zh="批注 {n} 条，写入 {path}", en="comments: {n}, written to {path}")
_MENDED = Message(zh="修改 {n} 处问题，写入 {path}", en="findings mended: {n}, written to {path}")
_NOTICE = Message(zh="{path}：{what}", en="{path}: {what}")


class Judge(Protocol):
    """What reports on the bytes of a document, which is called `name`."""

    def __call__(self, source: bytes, *, name: str) -> Report:
        """The report."""


class Copies(msgspec.Struct, frozen=True):
    """What copies are asked for: folders for those with comments and for those with repairs,
    whether repairs are to be shown, whether blanks become 0, whether files may be replaced.
    `targets` are the names of the copies within a folder, by the documents'.
    """

    annotate: str | None
    fix: str | None
    diff: bool
    fill_zero: bool
    force: bool
    lang: str
    targets: dict[str, PurePath] = {}

    def make(self, reports: Sequence[Report], stdin: bytes, judge: Judge) -> int:
        """Writes the copies and says so on standard error, shows on standard output what repairs
        would change; the status of a run that did, or could not do, all that.

        `reports` are on the documents of `targets`, in their order; `stdin` is the one on "-";
        `judge` reports on a document as they were made. A document in which there is nothing to
        say or to mend has no copy, nor has one of which no sound copy can be made.
        """
        made, shown = CLEAN, ""
        for (name, target), report in zip(self.targets.items(), reports, strict=True):
            if report.status != "checked":
                continue
            said: list[str] = []
            try:
                source = _source(name, report, stdin, self.lang)
                with self._plainly(report.path, said):
                    shown += self._mended(source, report, target, judge)
                with self._plainly(report.path, said):
                    self._annotated(source, report, target)
            except Fault as fault:
                said.append(fault.message)
            for message in dict.fromkeys(said):
                Fault(message).show()
                made = AT_FAULT
        if self.diff:
            put(shown)
        return made

    @contextmanager
    def _plainly(self, path: str, said: list[str]) -> Iterator[None]:
        """Adds to `said` why there is no copy of the document at `path`, if there is none."""
        try:
            yield
        except NoCopy as fault:
            said.append(_NONE(path=path_text(path), why=fault.message).text(self.lang))
        except read.Unreadable as fault:
            why = unreadable_message(fault)
            said.append(_NONE(path=path_text(path), why=why).text(self.lang))

    def _annotated(self, source: bytes, report: Report, target: PurePath) -> None:
        if self.annotate is None:
            return
        copy = annotate(source, report, self.lang)
        if copy is not None:
            self._say(report.path, copy.notices)
            if copy.findings:
                self._put(copy, Path(self.annotate) / target, _ANNOTATED)

    def _mended(self, source: bytes, report: Report, target: PurePath, judge: Judge) -> str:
        """What the repairs change, where that is to be shown."""
        if self.fix is None and not self.diff:
            return ""
        mended = fix(source, report, partial(judge, name=report.path) if self.fill_zero else None)
        self._say(report.path, left(mended.plan))
        if self.fix is not None and mended.copy is not None:
            self._say(report.path, mended.copy.notices)
            self._put(mended.copy, Path(self.fix) / target, _MENDED)
        return diff(mended.plan, report.path, self.lang) if self.diff else ""

    def _say(self, path: str, what: Iterable[Message]) -> None:
        for message in what:
            complain(f"docxlint: {_NOTICE(path=path_text(path), what=message).text(self.lang)}")

    def _put(self, copy: Copy, path: Path, said: Message) -> None:
        """Writes a copy, all of it or nothing; a file that is there and differs is a Fault,
        unless it may be replaced.
        """
        shown = path_text(str(path))
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if not (path.is_file() and path.read_bytes() == copy.data):
                if os.path.lexists(path) and not self.force:
                    raise Fault(_THERE(path=shown).text(self.lang))
                # A link on the way may lead back to where the documents are.
                if any(_same(path, name) for name in self.targets):
                    raise Fault(
                        _WITHIN(path=shown, folder=path_text(str(path.parent))).text(self.lang)
                    )
                atomic_write.write(path, copy.data)
        except OSError as error:
            raise atomic_write.unwritten(str(path), error, self.lang) from error
        complain(f"docxlint: {said(n=copy.findings, path=shown).text(self.lang)}")


def named(copies: Copies, paths: Sequence[str], names: Sequence[str], stdin: str) -> Copies:
    """`copies` of the documents `names`, which `paths` gave: each is called as it is within the
    folder that was given, else as it is itself. Raises Fault where a copy would stand in for a
    document of the run, or two copies for one another.
    """
    lang = copies.lang
    if copies.fill_zero and copies.fix is None and not copies.diff:
        raise Fault(_ZERO.text(lang))
    folders = [Path(folder) for folder in (copies.annotate, copies.fix) if folder is not None]
    if len(folders) > 1 and folders[0].resolve() == folders[1].resolve():
        raise Fault(_ONE_DIR.text(lang))
    given = [Path(path) for path in paths if path != STDIN and Path(path).is_dir()]
    for folder, one in product(folders, given):
        if folder.resolve().is_relative_to(one.resolve()):
            where, within = path_text(str(folder)), path_text(str(one))
            raise Fault(_CHECKED_TOO(folder=where, path=within).text(lang))
    targets: dict[str, PurePath] = {}
    taken: dict[str, str] = {}
    for name in names:
        target = _target(name, given) if name != STDIN else PurePath(_named(stdin))
        for folder in folders:
            if name != STDIN and Path(name).resolve().is_relative_to(folder.resolve()):
                where = path_text(str(folder))
                raise Fault(_WITHIN(path=path_text(name), folder=where).text(lang))
        # Names that differ in case alone are one name to many a file system.
        other = taken.setdefault(str(target).casefold(), name)
        if other != name and folders:
            first, second, both = map(path_text, (other, name, str(target)))
            raise Fault(_ALIKE(one=first, other=second, target=both).text(lang))
        targets[name] = target
    return msgspec.structs.replace(copies, targets=targets)


def _target(name: str, given: Sequence[Path]) -> PurePath:
    for folder in given:
        if Path(name).is_relative_to(folder):
            return Path(name).relative_to(folder)
    return PurePath(Path(name).name)


def _named(stdin: str) -> str:
    name = PurePath(stdin).name
    return name if name not in ("", STDIN) else "stdin.docx"


def _source(name: str, report: Report, stdin: bytes, lang: str) -> bytes:
    """The bytes that `report` is about."""
    changed = Fault(_CHANGED(path=path_text(name)).text(lang))
    data = stdin
    if name != STDIN:
        try:
            data = read.load(Path(name))
        except read.Unreadable as error:
            raise changed from error
    if hashlib.sha256(data).hexdigest() != report.sha256:
        raise changed
    return data


def _same(path: Path, name: str) -> bool:
    try:
        return path.samefile(name)
    except OSError:
        return False  # one of them is not there
