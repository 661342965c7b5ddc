"""The rows and columns of a block as YAML: trees of printed labels, which must be printable."""

from __future__ import annotations

import re

import msgspec

from docxlint.core.message import Message
from docxlint.form.schema import FormLine
from docxlint.packs.yaml.binder import FAILED, Binder
from docxlint.packs.yaml.nodes import Mapping, Scalar
from docxlint.text.language import Language

_NAME = re.compile(r"[a-z][a-z0-9_]*")

_BAD_NAME = Message(
    zh="“{name}”不能作名称：名称由小写字母、数字、下划线组成，以字母开头",
    en="“{name}” is not a name: lower-case letters, digits and _, beginning with a letter",
)
_LABEL_TWICE = Message(
    zh="并列的标题“{label}”重复：第{line}行已有，两处无法区分",
    en="“{label}” is already printed beside this, on line {line}: the two cannot be told apart",
)
_BLANK = Message(
    zh="只有单独一行、不分组时才可以没有标题",
    en="only a row that stands alone, in no group, may be without a label",
)
_BLANK_COLUMN = Message(zh="列要有标题", en="a column has a label")
_BLANK_GROUP = Message(zh="一组要有标题", en="a group has a label")


class Lines(msgspec.Struct):
    """Rows or columns with their keys; `complete` is false if one could not be read."""

    entries: list[tuple[Scalar, FormLine]] = []
    complete: bool = True

    @property
    def lines(self) -> tuple[FormLine, ...]:
        """The lines, in the order of the file."""
        return tuple(line for _, line in self.entries)

    @property
    def bare(self) -> bool:
        """Whether there is only one line, without a label."""
        return len(self.entries) == 1 and not self.entries[0][1].label


def bind_lines(
    node: Mapping | None, none: Message, binder: Binder, language: Language, *, rows: bool
) -> Lines:
    """The leaves of a tree of labels: `name: label`, or `label: {…}` for a group of them.

    `none` is the message for an empty group. Labels that cannot be laid out as a header, or that
    are equal next to each other, are faults.
    """
    lines = Lines([])
    fold = language.folding.fold

    def walk(group: Mapping, path: tuple[str, ...]) -> None:
        if not group.entries:
            binder.report(group, none)
        printed: list[Scalar] = []
        alone = rows and not path and len(group.entries) == 1
        for key, value in group.entries:
            if isinstance(value, Mapping):
                if not fold(key.text):
                    binder.report(key, _BLANK_GROUP)
                printed.append(key)
                walk(value, (*path, key.text))
                continue
            label = binder.bind(value, str | Mapping)
            if label is not FAILED:
                check_name(key, binder)
                if fold(label):
                    printed.append(value if isinstance(value, Scalar) else key)
                elif not alone:
                    binder.report(value, _BLANK if rows else _BLANK_COLUMN)
            lines.entries.append(
                (key, FormLine(key.text, (*path, "" if label is FAILED else label)))
            )
        check_distinct(printed, binder, language)

    if node is None:
        lines.complete = False
    else:
        walk(node, ())
    return lines


def check_distinct(printed: list[Scalar], binder: Binder, language: Language) -> None:
    """Report each label that equals one before it in the same group."""
    first: dict[str, int] = {}
    for scalar in printed:
        label = language.folding.fold(scalar.text)
        if label in first:
            binder.report(scalar, _LABEL_TWICE(label=scalar.text, line=first[label]))
        else:
            first[label] = scalar.line


def check_name(key: Scalar, binder: Binder) -> None:
    """Report a key that is not a valid name of a section, table, row or column."""
    if not _NAME.fullmatch(key.text):
        binder.report(key, _BAD_NAME(name=key.text))


def check_unique(groups: list[Lines], twice: Message, binder: Binder) -> None:
    """Report each name that comes again in the groups; `twice` takes {name} and {line}."""
    first: dict[str, int] = {}
    for group in groups:
        for key, line in group.entries:
            if line.name in first:
                binder.report(key, twice(name=line.name, line=first[line.name]))
            else:
                first[line.name] = key.line
