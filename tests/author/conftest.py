"""A small pack with a form, a good document, and a check that searches for a word."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from docxlint.core.finding import NotApplicable, Problem, Unchecked
from docxlint.core.message import Message
from docxlint.form.bound import BoundForm
from docxlint.packs import load
from docxlint.rules.rule import Kind, Outcome, Pack

PACK = """\
name: toy
version: 1.0.0
title: 小小的包
"""
FORM = """\
title:
  name: 年度报告
  wording: "{organ}{year}年年度报告"
sections:
  first: 一、总体情况
  second: 二、收到的申请
  third: 三、改进情况
tables:
  sums:
    in: second
    columns: {people: 自然人, firms: 企业, total: 总计}
    rows:
      一、收到:
        new: 新收
        old: 结转
      done: 二、办结
"""
GOOD = """\
# 甲镇人民政府
# 2023年年度报告
前言。
## 一、总体情况
全年收到3件。
## 二、收到的申请
| 一年之内 | < | 自然人 | 企业 | 总计 |
| 一、收到 | 新收 | 1 | 2 | 3 |
| ^ | 结转 | 4 | 5 | 9 |
| 二、办结 | < | 6 | 7 | 13 |
## 三、改进情况
继续努力。
> 甲镇人民政府
> 2024年1月18日
"""
RULE = """\
title: 文中没有错字
severity: error
source: 自定
expect:
  word: {not: 错}
examples:
  - finds: []
  - swap: {继续努力: 有错}
    finds: [“有错。”里有“错”]
"""


class Word(msgspec.Struct, frozen=True):
    """A word that no paragraph and no figure may contain; without a table it is unchecked.

    With `last` no paragraph of last year's report may contain it either.
    """

    not_: str = msgspec.field(name="not")
    last: bool = False


def run(bound: BoundForm, options: Word) -> Iterator[Outcome]:
    if options.not_ == "trouble":
        raise ValueError("no such word")
    if bound.year == 1999:
        yield NotApplicable(reason=Message(zh="那时没有", en="not then"))
        return
    for passage in bound.passages:
        if options.not_ in passage.text:
            text = f"“{passage.text}”里有“{options.not_}”"
            yield Problem(message=Message(zh=text, en=text), location=passage.location)
    previous = bound.previous.bound if options.last and bound.previous is not None else None
    for passage in previous.passages if previous is not None else ():
        if options.not_ in passage.text:
            text = f"上年：“{passage.text}”里有“{options.not_}”"
            yield Problem(message=Message(zh=text, en=text), location=bound.document.location)
    if "sums" not in bound.tables:
        where = bound.anchor("second")
        yield Unchecked(reason=Message(zh="没有表", en="no table"), location=where)
        return
    for row in bound.tables["sums"].rows():
        for figure in row.figures:
            if figure is not None and options.not_ in figure.figure.text:
                text = f"{figure.ref}写作“{figure.figure.text}”"
                yield Problem(message=Message(zh=text, en=text), location=figure.location)


KINDS = {"word": Kind("word", Word, run)}


@pytest.fixture
def toy(tmp_path: Path) -> Callable[..., Pack]:
    """Return a function that loads the pack, with the given good document and rules."""

    def make(good: str = GOOD, **rules: str) -> Pack:
        folder = tmp_path / "toy"
        (folder / "rules").mkdir(parents=True)
        files = {"pack.yaml": PACK, "form.yaml": FORM, "good.md": good}
        files |= {f"rules/{name}.yaml": text for name, text in (rules or {"words": RULE}).items()}
        for name, text in files.items():
            (folder / name).write_text(text, "utf-8")
        return load(folder, KINDS, examples=True)

    return make


@pytest.fixture
def rule_file() -> str:
    """The file of a correct rule."""
    return RULE


@pytest.fixture
def good_file() -> str:
    """The file of the good document."""
    return GOOD


@pytest.fixture
def local(toy: Callable[..., Pack], tmp_path: Path) -> Callable[..., Pack]:
    """Return a function that loads a pack that extends the first, with new lines and rules."""

    def make(more: str, **rules: str) -> Pack:
        if not (tmp_path / "toy").exists():
            toy()
        folder = tmp_path / "local"
        (folder / "rules").mkdir(parents=True)
        manifest = "name: local\nversion: 1.0.0\ntitle: 本地\nextends: toy\n"
        (folder / "pack.yaml").write_text(manifest + more, "utf-8")
        for name, text in rules.items():
            (folder / "rules" / f"{name}.yaml").write_text(text, "utf-8")
        return load(folder, KINDS, examples=True)

    return make
