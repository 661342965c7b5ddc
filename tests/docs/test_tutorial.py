"""Follow the tutorials: write their files, run their commands, compare the output."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

import docxlint
from docxlint.author import markdown_parser
from docxlint.author.pack_tests import run_pack_tests
from docxlint.author.sample_files import good_document
from docxlint.packs import load, shipped
from docxlint.plugins import builtin
from docxlint.plugins.hooks import collect_plugins
from docxlint.rules.rule import Pack
from docxlint.word.make import write_document

DOCS = Path(__file__).parents[2] / "docs"
LANTING = Path(__file__).parent / "annual-report-lanting"
TUTORIALS = ["tutorial.zh-CN.md", "tutorial.md"]

# A line before a block names the file that the block is or is added to.
_NAMED = re.compile(
    r"^(?:(?P<new>文件|File)|(?P<more>在|To the end of)) `(?P<name>[^`]+)`[^\n]*[：:]\n\n"
    r"```[a-z]*\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
_SCREEN = re.compile(r"^```console\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_ANY = "…"
_INHERITED = re.compile(r"(另有\\ |as\\ in\\ annual\\-report:\\ )[0-9]+")


class File(NamedTuple):
    name: str
    text: str
    more: bool


class Command(NamedTuple):
    line: str
    screen: str


def steps(text: str) -> Iterator[File | Command]:
    """The files and commands of a tutorial, in order."""
    matches = [*_NAMED.finditer(text), *_SCREEN.finditer(text)]
    for match in sorted(matches, key=lambda match: match.start()):
        if match.re is _NAMED:
            yield File(match["name"], match["text"], match["more"] is not None)
            continue
        for part in re.split(r"^\$ ", match["text"], flags=re.MULTILINE)[1:]:
            line, _, screen = part.partition("\n")
            yield Command(line, screen)


def pattern(screen: str) -> re.Pattern[str]:
    """What matches a screen, where a line "…" stands for any number of lines."""
    lines = (".*" if line == f"{_ANY}\n" else re.escape(line) for line in screen.splitlines(True))
    # How many rules the national pack has is not for the tutorial to say.
    return re.compile(_INHERITED.sub(r"\1[0-9]+", "".join(lines)), re.DOTALL)


class Session:
    """A folder to work in, and the commands of a tutorial."""

    def __init__(self, home: Path, environment: Callable[..., Path]) -> None:
        self.home = home
        self.here = home
        self.status = 0
        self.environment = environment
        self.python = Path(sys.executable)
        self.own = {
            key: value
            for key, value in os.environ.items()
            if not key.startswith(("DOCXLINT_", "PYTEST_"))
        }
        self.own |= {"PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}

    def write(self, file: File) -> None:
        path = self.home / file.name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a" if file.more else "w", encoding="utf-8") as stream:
            stream.write(file.text)

    def run(self, line: str) -> str:
        """What a command shows."""
        name, *arguments = shlex.split(line)
        if name == "cd":
            self.here = self.here / arguments[0]
            return ""
        if line == "echo $?":
            output, self.status = f"{self.status}\n", 0
            return output
        if (name, arguments[0:1]) == ("pip", ["install"]):
            self.python = self.environment(self.here / arguments[1])
            return ""
        if name == "export":
            key, _, value = arguments[0].partition("=")
            self.own[key] = value
            return ""
        if name != "python":
            arguments = ["-m", name, *arguments]
        done = subprocess.run(
            [str(self.python), *arguments],
            cwd=self.here,
            env=self.own,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        self.status = done.returncode
        return done.stdout


@pytest.mark.parametrize("name", TUTORIALS)
def test_every_file_and_command_of_the_tutorial_does_what_it_says(
    name: str, tmp_path: Path, environment: Callable[..., Path]
) -> None:
    session = Session(tmp_path, environment)
    todo = list(steps((DOCS / name).read_text(encoding="utf-8")))
    assert sum(isinstance(step, Command) for step in todo) >= 10
    for step, after in zip(todo, [*todo[1:], None], strict=True):
        if isinstance(step, File):
            session.write(step)
            continue
        output = session.run(step.line)
        assert pattern(step.screen).fullmatch(output), (
            f"$ {step.line}\n{output}\n---\n{step.screen}"
        )
        prints_status = isinstance(after, Command) and after.line == "echo $?"
        assert prints_status or session.status == 0, f"$ {step.line}: {session.status}\n{output}"


@pytest.fixture(scope="module")
def lanting() -> Pack:
    """The pack of a province that the tutorial does not speak of."""
    offered = collect_plugins(builtin, installed=False)
    return load(LANTING, offered.kinds, examples=True, folders=[shipped()])


def lines(folder: Path) -> int:
    texts = (path.read_text(encoding="utf-8") for path in folder.rglob("*.yaml"))
    return sum(1 for text in texts for line in text.splitlines() if line.strip())


def words(node: object) -> Iterator[str]:
    """The keys of a YAML file that docxlint, not its author, has given their names."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield str(key)
            if key not in ("swap", "set", "reword", "drop", "change", "options"):
                yield from words(value)
    elif isinstance(node, list):
        for item in node:
            yield from words(item)


def test_a_pack_of_sixty_lines_is_written_with_what_the_tutorial_says() -> None:
    assert lines(LANTING) <= 60
    tutorial = (DOCS / TUTORIALS[0]).read_text(encoding="utf-8")
    known = set(re.findall(r"[a-z_]+", tutorial))
    for path in LANTING.rglob("*.yaml"):
        used = set(words(yaml.safe_load(path.read_text(encoding="utf-8"))))
        assert used, path
        assert used <= known, path


def test_the_pack_keeps_what_it_says(lanting: Pack) -> None:
    assert list(run_pack_tests(lanting)) == []


def test_the_pack_finds_the_faults_planted_in_a_report(lanting: Pack) -> None:
    text = good_document(lanting).markdown
    planted = {
        "2024年1月18日": "2024年1月25日",
        "电话：0000-8866123，": "",
        "微信公众号": "网络平台",
        "五、主要问题及改进措施": "五、存在的主要问题及改进情况",
        "| 4.保护第三方合法权益 | 1 |": "| 4.保护第三方合法权益 | 0 |",
        "| 1 | 0 | 2 |\n": "| 1 | 0 | 1 |\n",
        "| 3.其他 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |": "| 3.其他 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |",
    }
    for right, wrong in planted.items():
        assert right in text, right
        text = text.replace(right, wrong)
    report = docxlint.lint(write_document.docx_bytes(markdown_parser.parse(text)), LANTING)
    assert [finding.rule for finding in report.findings] == [
        "phone",
        "official-account",
        "clear-results",  # in the column at fault, and in that of the totals
        "clear-results",
        "section-title",
        "date-deadline",
    ]
    assert not report.broken
