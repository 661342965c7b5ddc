"""A toy pack, documents for it, and a function that runs the command."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from docxlint.author import markdown_parser
from docxlint.cli import cli
from docxlint.word.make import write_document

PACK = {
    "pack.yaml": """\
name: toy
version: 1.2.3
title: 小小的规则包
english: A tiny pack
""",
    "form.yaml": """\
title: {name: 工作报告, wording: "{organ}{year}年工作报告"}
sections: {first: 一、情况, second: 二、数字}
tables:
  sums:
    in: second
    corner: 项目
    columns: {people: 自然人, firms: 企业}
    rows: {new: 收到, done: 办结}
""",
    "rules/balance.yaml": """\
title: 收到的都已办结
english: What came in is done
severity: error
source: 通知 第一条
note: 只看数字。
expect:
  equation: {table: sums, holds: new = done, each: column}
examples:
  - set: {sums.done.people: "2"}
    finds: ["1，但 2"]
  - finds: []
""",
    "rules/section-extra.yaml": """\
title: 没有别的部分
severity: warning
source: 通知 第二条
expect:
  sections: {require: only}
examples:
  - finds: []
""",
}

GOOD = """\
# 某镇2023年工作报告
## 一、情况
一切如常。
## 二、数字
| 项目 | 自然人 | 企业 |
| 收到 | 1 | 3 |
| 办结 | 1 | 3 |
"""
# Text of a good document and what it becomes.
FAULTS = {
    "clean": ("1", "1"),
    "wrong": ("| 办结 | 1 | 3 |", "| 办结 | 2 | 3 |"),
    "blank": ("| 办结 | 1 | 3 |", "| 办结 |  | 3 |"),
    "extra": ("| 办结 | 1 | 3 |\n", "| 办结 | 1 | 3 |\n## 三、另外\n没有。\n"),
}


def docx(text: str) -> bytes:
    return write_document.docx_bytes(markdown_parser.parse(text))


@pytest.fixture
def toy(tmp_path: Path) -> Path:
    """The folder of the toy pack."""
    folder = tmp_path / "packs" / "toy"
    (folder / "rules").mkdir(parents=True)
    for name, text in PACK.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "good.md").write_text(GOOD, encoding="utf-8")
    return folder


@pytest.fixture
def make(tmp_path: Path) -> Callable[[str], str]:
    """Return a function that writes a document of a kind ("clean", "wrong", "blank", "extra", "unreadable")."""

    def one(kind: str) -> str:
        path = tmp_path / "收到的 文档" / f"{kind}.docx"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"no zip" if kind == "unreadable" else docx(GOOD.replace(*FAULTS[kind])))
        return str(path)

    return one


@pytest.fixture
def run() -> Callable[..., Result]:
    """Run the command in this process; `input` is its standard input."""

    def call(*arguments: str, **more: Any) -> Result:
        more.setdefault("env", {"DOCXLINT_LANG": None})
        return CliRunner().invoke(cli, arguments, **more)

    return call
