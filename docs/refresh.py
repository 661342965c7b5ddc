"""Write the generated files, or with --check list the stale ones and change nothing.

Generated are the JSON Schemas of the report and of the files that people write, the manual, the
results of each sample document as text and as JSON, and in the README files the text between marks:
`<!-- screen: COMMAND -->` … `<!-- end -->` has the output of a command, `<!-- file: PATH -->` …
`<!-- end -->` the text of a file, and `<!-- formats: LANG -->` … `<!-- end -->` the table of report
formats.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

from docxlint.author.json_schema import schemas
from docxlint.author.manual import manual
from docxlint.cli.format_option import format_helps
from docxlint.linting.catalog import load_packs
from docxlint.plugins.available import require_plugins
from docxlint.report.contract import json_schema

ROOT = Path(__file__).resolve().parents[1]
READMES = ("README.md", "README.zh-CN.md")
SCHEMA = "docs/report.schema.json"
SCHEMAS = "docs/schema"
MANUAL = "docs/manual"

_MARKED = re.compile(r"(<!-- (screen|file|formats): (.*?) -->\n).*?(<!-- end -->)", re.DOTALL)


def generate() -> dict[str, str]:
    """The text that each generated file should have, by its path from the root."""
    texts = {SCHEMA: _json(json_schema())}
    offered = require_plugins(installed=False)
    for name, schema in schemas(offered.kinds).items():
        texts[f"{SCHEMAS}/{name}.schema.json"] = _json(schema)
    for name, page in manual(load_packs(examples=True, offered=offered), offered.kinds).items():
        texts[f"{MANUAL}/{name}"] = page
    for name in READMES:
        text = (ROOT / name).read_text(encoding="utf-8")
        texts[name] = _MARKED.sub(_replacement, text)
    for sample in sorted((ROOT / "sample_docs").glob("*.docx")):
        golden = f"sample_docs/golden/{sample.name.split()[0]}"
        command = f"docxlint check {shlex.quote(f'sample_docs/{sample.name}')}"
        texts[f"{golden}.txt"] = _screen(command)
        texts[f"{golden}.json"] = _screen(f"{command} --format json")
    return texts


def _json(schema: dict[str, Any]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _replacement(mark: re.Match[str]) -> str:
    head, kind, what, end = mark.groups()
    if kind == "formats":
        rows = (f"| `{name}` | {zh if what == 'zh' else en} |" for name, zh, en in format_helps())
        title = "| 格式 | 用途 |" if what == "zh" else "| format | use |"
        return "\n".join([head.rstrip(), title, "| --- | --- |", *rows, end])
    if kind == "file":
        text = (ROOT / what).read_text(encoding="utf-8")
        return f"{head}```python\n{text}```\n{end}"
    return f"{head}```text\n$ {what}\n{_screen(what)}```\n{end}"


def _screen(command: str) -> str:
    """The standard output of a docxlint command."""
    name, *arguments = shlex.split(command)
    if name != "docxlint":
        raise SystemExit(f"not a docxlint command: {command}")
    environment = {
        k: v for k, v in os.environ.items() if k not in ("DOCXLINT_LANG", "PYTHONIOENCODING")
    }
    done = subprocess.run(  # noqa: S603 - our own command, from our own README
        [sys.executable, "-m", "docxlint", *arguments],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        check=False,
    )
    if done.returncode == 2:
        raise SystemExit(f"{command}: exit status 2")
    return done.stdout.decode("utf-8")


def _left_over(texts: dict[str, str]) -> list[str]:
    """Files in the folders of generated files that nothing generates any more."""
    there = (path for room in (SCHEMAS, MANUAL) for path in (ROOT / room).glob("*"))
    return sorted({path.relative_to(ROOT).as_posix() for path in there} - texts.keys())


def main() -> int:
    """Return 0, or with --check 1 if anything is stale."""
    stale = 0
    texts = generate()
    for name in _left_over(texts):
        stale = 1
        if "--check" in sys.argv[1:]:
            print(f"{name} is not generated any more: run make generate")
        else:
            (ROOT / name).unlink()
            print(f"{name} removed")
    for name, text in texts.items():
        path = ROOT / name
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        stale = 1
        if "--check" in sys.argv[1:]:
            print(f"{name} is stale: run make generate")
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            print(f"{name} written")
    return stale if "--check" in sys.argv[1:] else 0


if __name__ == "__main__":
    sys.exit(main())
