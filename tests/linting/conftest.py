"""Small packs: apples and pears, each for its own reports, and one for none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from docxlint.author import markdown_parser
from docxlint.plugins.available import require_plugins
from docxlint.plugins.hooks import Plugins
from docxlint.word.make import write_document

FORM = """\
title: {{name: {name}, wording: "{{organ}}{{year}}年{name}"}}
sections: {{first: 一、情况}}
"""
RULE = """\
title: 没有别的部分
severity: error
source: 无
expect:
  sections: {require: only}
"""


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    """A folder of packs: `apples` and `pears`, each for its reports, and `quiet` for none."""
    for name, title in (("apples", "苹果报告"), ("pears", "梨子报告"), ("quiet", "苹果报告")):
        folder = tmp_path / name
        (folder / "rules").mkdir(parents=True)
        applies = "" if name == "quiet" else f"applies: {{title: [{title}], since: 2020}}\n"
        own = f"name: {name}\nversion: 1.0.0\ntitle: {title}\n{applies}"
        (folder / "pack.yaml").write_text(own, encoding="utf-8")
        (folder / "form.yaml").write_text(FORM.format(name=title), encoding="utf-8")
        (folder / "rules" / f"{name}-only.yaml").write_text(RULE, encoding="utf-8")
    return tmp_path


@pytest.fixture
def offered(packs: Path) -> Plugins:
    return msgspec.structs.replace(require_plugins(installed=False), packs=(packs,))


@pytest.fixture(scope="session")
def report() -> Callable[..., bytes]:
    """The .docx of a report with a title and a year."""

    def make(title: str, year: int = 2023) -> bytes:
        return write_document.docx_bytes(
            markdown_parser.parse(f"# 某镇{year}年{title}\n## 一、情况\n一切如常。\n")
        )

    return make
