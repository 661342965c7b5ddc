"""A tiny good pack, and a toy check that takes every type of option."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import Annotated, Any, Literal

import msgspec
import pytest

from docxlint.core.message import Message
from docxlint.core.regex import Regex
from docxlint.form.schema import Form
from docxlint.packs.yaml.binder import Binder
from docxlint.packs.yaml.nodes import parse
from docxlint.packs.yaml.source_faults import SourceFault
from docxlint.packs.yaml.source_file import Source
from docxlint.rules.rule import Kind, OptionFault
from docxlint.rules.sums.formula import Formula

GOOD = {
    "pack.yaml": """\
name: tiny
version: 1.0.0
title: 小小的包
applies:
  title: [报告$]
  since: 2021
""",
    "form.yaml": """\
title:
  name: 报告
  wording: "{organ}{year}年报告"
sections:
  first: 一、情况
  second: 二、数字
tables:
  sums:
    in: second
    columns:
      全部:
        people: 自然人
        firms: 企业
      total: 总计
    rows:
      一、收到:
        new: 新收
        old: 结转
      done: 二、办结
    decimals: [total]
    former: {columns: [合计], rows: {办完: [done]}}
  cases:
    in: second
    blocks:
      - title: 甲
        columns: {won: 维持}
        rows: {only: ""}
""",
    "rules/balance.yaml": """\
title: 收到的都办结了
english: What came in is done
severity: error
source: 通知
expect:
  toy:
    table: sums
    holds: new + old = done
    each: column
examples:
  - set: {sums.done.people: "2"}
    finds: ["1 + 2 = 3，但是 2"]
""",
    "good.md": "# 某机关2023年报告\n",
}

# A pack that extends the tiny one, with all four verbs; and one more beside them.
PROVINCE = {
    "pack.yaml": """\
name: province
version: 2.1.0
title: 省里的包
extends: {pack: tiny, version: "1.0"}
change:
  balance: {severity: warning, options: {limit: 2}}
drop:
  spare: 本省不用
reword:
  一、情况: 一、总体情况
good: {swap: {某机关: 某省}}
""",
    "rules/local.yaml": GOOD["rules/balance.yaml"],
    "../tiny/rules/spare.yaml": GOOD["rules/balance.yaml"],
    "../other/pack.yaml": "name: other\nversion: 1.0.0\ntitle: 别的\nextends: tiny\n",
}


class Reach(msgspec.Struct, frozen=True):
    first: str
    last: str


class Toy(msgspec.Struct, frozen=True, kw_only=True):
    table: str
    holds: Formula
    each: Literal["row", "column"] | None = None
    limit: int = 0
    share: Decimal = Decimal(1)
    strict: bool = False
    day: Annotated[int, msgspec.Meta(ge=1, le=31)] = 1
    only: frozenset[str] = frozenset()
    words: tuple[Regex, ...] = ()
    titles: dict[str, int] = {}
    where: Reach | tuple[str, ...] | None = None
    room: str | None = msgspec.field(default=None, name="in")
    odd: bytes | None = None


def nothing(_filled: Any, _options: Any) -> Iterator[Any]:
    return iter(())


NO_TABLE = Message(zh="没有表“{name}”", en="there is no table “{name}”")
NO_ROW = Message(zh="没有行“{name}”", en="there is no row “{name}”")
NO_SECTION = Message(zh="没有部分“{name}”", en="there is no section “{name}”")


def verify(options: Toy, form: Form) -> Iterator[OptionFault]:
    """Tables, rows and sections must be the form's; 13 is unlucky and the check falls over it."""
    assert options.limit != 13, "unlucky"
    tables = tuple(table.name for table in form.tables)
    if options.table not in tables:
        message = NO_TABLE(name=options.table)
        yield OptionFault(("table",), message, given=options.table, candidates=tables)
        return
    rows = tuple(row.name for row in form.table(options.table).rows())
    for ref in options.holds.names():
        if ref.name not in rows:
            message = NO_ROW(name=ref.name)
            yield OptionFault(("holds",), message, ref.offset, ref.name, rows)
    for name in sorted(options.only - set(rows)):
        yield OptionFault(("only",), NO_ROW(name=name), given=name, candidates=rows)
    for name in options.titles:
        if name not in rows:
            yield OptionFault(("titles", name), NO_ROW(name=name), given=name, candidates=rows)
    if isinstance(options.where, tuple):
        for index, name in enumerate(options.where):
            if name not in rows:
                yield OptionFault(("where", index), NO_ROW(name=name), 0, name, rows)
    sections = tuple(section.name for section in form.sections)
    if options.room is not None and options.room not in sections:
        yield OptionFault(
            ("room",), NO_SECTION(name=options.room), given=options.room, candidates=sections
        )
    if options.each is None:
        yield OptionFault(("each",), Message(zh="须给出 each", en="each is wanted"))


KINDS = {"toy": Kind("toy", Toy, nothing, verify)}


@pytest.fixture
def tiny() -> SimpleNamespace:
    """The files of the tiny pack and of the one that extends it, the check kinds, and the class
    of the check's options.
    """
    return SimpleNamespace(files=GOOD, province=PROVINCE, kinds=KINDS, options=Toy, reach=Reach)


Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes the tiny pack with some files changed (None: left out); gives its folder."""

    def write(changed: dict[str, str | bytes | None] | None = None, name: str = "tiny") -> Path:
        folder = tmp_path / name
        for path, content in {**GOOD, **(changed or {})}.items():
            if content is None:
                continue
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content.encode() if isinstance(content, str) else content)
        folder.mkdir(exist_ok=True)
        return folder

    return write


@pytest.fixture
def province(write: Write) -> Write:
    """Writes the pack that extends the tiny one, and both neighbours, with some files changed;
    gives its folder.
    """

    def write_both(changed: dict[str, str | bytes | None] | None = None) -> Path:
        folder = write().parent / "province"
        for path, content in {**PROVINCE, **(changed or {})}.items():
            if content is None:
                continue
            target = folder.joinpath(*path.removeprefix("../").split("/"))
            if path.startswith("../"):
                target = folder.parent.joinpath(*path.split("/")[1:])
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content.encode() if isinstance(content, str) else content)
        return folder

    return write_both


class Bound(msgspec.Struct):
    """A node and its binder, with the faults as text."""

    node: Any
    binder: Binder

    @property
    def faults(self) -> list[str]:
        """The faults: line, column, English message."""
        return [f"{each.line}:{each.column} {each.message.en}" for each in self.binder.faults]


@pytest.fixture
def node_of() -> Callable[[str], Bound]:
    """Parses YAML text."""

    def parse_text(text: str) -> Bound:
        source, faults = Source("f.yaml", text), list[SourceFault]()
        return Bound(parse(source, faults), Binder(source, faults))

    return parse_text
