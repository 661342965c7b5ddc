"""Each document is read and parsed once, and released before the next one is read."""

from __future__ import annotations

import gc
import multiprocessing
import os
import shutil
import signal
import time
import weakref
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from lxml import etree

from docxlint.cli import cli
from docxlint.cli.checker import CheckedDocument, Checker, Input, check_all
from docxlint.cli.output.copy_targets import CopyOptions, with_targets
from docxlint.cli.site_linters import SiteLinter, SiteLinters
from docxlint.cli.worker import MEMORY
from docxlint.linting.linter import Linter
from docxlint.linting.pack_selection import PackSelector
from docxlint.rules.rule import Pack
from docxlint.word.ooxml.package import Package
from docxlint.word.source import Source

SAMPLES = Path(__file__).parents[2] / "sample_docs"
NEEDS_COPIES = pytest.mark.skipif(
    multiprocessing.get_start_method() != "fork",
    reason="an executor without forks cannot have what these tests make",
)
FAULTY = ("003 交岔乡2023.docx", "004 凤鸣镇2023.docx")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two documents that have findings and repairs."""
    (tmp_path / "in").mkdir()
    for number, name in enumerate(FAULTY):
        shutil.copy(SAMPLES / name, tmp_path / "in" / f"{number}.docx")
    return tmp_path


def for_all(pack: Pack, names: Iterable[str]) -> SiteLinters:
    """Return one linter, with this pack, for all documents."""
    return SiteLinters(dict.fromkeys(names, SiteLinter(Linter(PackSelector((pack,))))))


class Counts:
    """How often files were read and opened as archives, and each XML text was parsed."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.reads: Counter[str] = Counter()
        self.parses: Counter[bytes] = Counter()
        self.archives = 0
        open_file, parse = Path.open, etree.fromstring

        def counted_open(path: Path, mode: str = "r", *rest: object, **more: object) -> object:
            if path.suffix == ".docx" and mode == "rb" and path.parent.name == "in":
                self.reads[path.name] += 1
            return open_file(path, mode, *rest, **more)  # type: ignore[call-overload]

        def counted_parse(text: bytes, parser: etree.XMLParser | None = None) -> etree._Element:
            self.parses[text] += 1
            return parse(text, parser)

        class CountedPackage(Package):
            def __init__(package, *arguments: object, **options: object) -> None:  # noqa: N805
                self.archives += 1
                super().__init__(*arguments, **options)  # type: ignore[arg-type]

        monkeypatch.setattr(Path, "open", counted_open)
        monkeypatch.setattr("docxlint.word.ooxml.xml.etree.fromstring", counted_parse)
        monkeypatch.setattr("docxlint.word.source.Package", CountedPackage)


@pytest.fixture
def one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Check documents in this process, which can count what happens."""
    monkeypatch.setattr("docxlint.cli.checker.CAN_FORK", False)


def _check(path: Path, *options: str) -> Result:
    arguments = ["check", "--no-config", "--no-plugins", str(path), *options]
    return CliRunner().invoke(cli, arguments)


@pytest.mark.usefixtures("one_process")
@pytest.mark.parametrize("number", [0, 1])
def test_a_document_is_read_and_parsed_once_for_its_report_and_all_copies(
    folder: Path, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = f"{number}.docx"
    _check(folder / "in")  # what is loaded once for all runs does not count
    counts = Counts(monkeypatch)
    copies = ("--annotate", str(folder / "a"), "--fix", str(folder / "f"), "--diff")
    result = _check(folder / "in" / name, *copies, "--format", f"json={folder / 'report.json'}")
    assert result.exit_code == 1
    assert (folder / "a" / name).is_file() and (folder / "f" / name).is_file()
    assert counts.reads == {name: 1}
    assert counts.archives == 1
    assert len(counts.parses) > 3
    assert set(counts.parses.values()) == {1}


@pytest.fixture
def checked(folder: Path, national: Pack) -> Iterator[tuple[Checker, list[str]]]:
    options = CopyOptions(str(folder / "a"), str(folder / "f"), True, False, False, False, "zh")
    names = [str(folder / "in" / f"{number}.docx") for number in range(2)]
    options = with_targets(options, names, names, (), "-")
    yield Checker(for_all(national, names), options), names


@pytest.mark.usefixtures("one_process")
def test_a_document_is_released_before_the_next_is_read(
    checked: tuple[Checker, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    packages: list[weakref.ref[Package]] = []
    alive: list[int] = []

    class WatchedPackage(Package):
        def __init__(self, *arguments: object, **options: object) -> None:
            gc.collect()
            alive.append(sum(package() is not None for package in packages))
            packages.append(weakref.ref(self))
            super().__init__(*arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr("docxlint.word.source.Package", WatchedPackage)
    checker, names = checked
    for result in check_all([*names, *names], checker, 1):
        assert result.copies is not None
    assert alive == [0, 0, 0, 0]


@pytest.mark.parametrize("forks", [True, pytest.param(False, marks=NEEDS_COPIES)])
def test_any_number_of_processes_gives_the_same_results_in_the_same_order(
    national: Pack, folder: Path, forks: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("docxlint.cli.checker.CAN_FORK", forks)
    names = [str(folder / "in" / f"{number}.docx") for number in range(2)] * 3
    checker = Checker(for_all(national, names))
    one = list(check_all(names, checker, 1))
    assert list(check_all(names, checker, 2)) == one
    assert [result.report.path for result in one] == names
    assert [checker.check(name) for name in names] == one


@pytest.mark.parametrize("forks", [True, pytest.param(False, marks=NEEDS_COPIES)])
def test_standard_input_has_its_place_among_the_files(
    national: Pack, folder: Path, forks: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("docxlint.cli.checker.CAN_FORK", forks)
    names = [str(folder / "in" / "0.docx"), "-", str(folder / "in" / "1.docx")]
    stdin = Input((folder / "in" / "1.docx").read_bytes(), "附件.docx")
    checker = Checker(for_all(national, names), stdin=stdin)
    first, second, third = (each.report for each in check_all(names, checker, 2))
    assert [first.path, second.path, third.path] == [names[0], "附件.docx", names[2]]
    assert second.findings == third.findings != first.findings


class Unruly(Checker):
    """A checker for which documents loop, take too much memory, kill their process or ignore its
    signals, by their names.
    """

    def _check(self, source: Source, path: str, display_name: str) -> CheckedDocument:
        name = Path(path).stem
        if name == "loop":
            while True:
                pass
        if name == "deaf":
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})
            time.sleep(60)
        if name == "memory":
            raise MemoryError
        if name == "huge":
            bytearray(2 * MEMORY)
        if name == "dies":
            os._exit(0)
        if name == "killed":
            os.kill(os.getpid(), signal.SIGKILL)
        return super()._check(source, path, display_name)


BAD = {
    "loop": "2秒内没有检查完",
    "deaf": "2秒内没有检查完",
    "memory": "检查这份文件时内存不足",
    "huge": "检查这份文件时内存不足",
    "dies": "检查这份文件时程序异常退出",
    "killed": "检查这份文件时程序异常退出",
}


@pytest.mark.parametrize(
    ("forks", "jobs", "bad"),
    [
        (True, 1, ["loop", "deaf", "memory", "huge", "dies", "killed"]),
        (True, 2, ["loop", "deaf", "memory", "huge", "dies", "killed"]),
        (False, 1, ["loop", "memory"]),
        pytest.param(False, 2, ["loop", "memory", "dies"], marks=NEEDS_COPIES),
    ],
)
def test_a_document_never_costs_another_its_report(
    forks: bool,
    jobs: int,
    bad: list[str],
    national: Pack,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("docxlint.cli.checker.CAN_FORK", forks)
    monkeypatch.setattr("docxlint.cli.worker_pool._GRACE", 0.5)
    names = [name for pair in zip(bad, "abcdef", strict=False) for name in pair]
    for name in names:
        shutil.copy(SAMPLES / FAULTY[0], tmp_path / f"{name}.docx")
    files = [str(tmp_path / f"{name}.docx") for name in names]
    checker = Unruly(for_all(national, files), timeout=2)
    reports = [checked.report for checked in check_all(files, checker, jobs)]
    assert [report.path for report in reports] == files
    errors = {
        Path(report.path).stem: report.error.zh
        for report in reports
        if report.status == "unreadable" and report.error is not None
    }
    assert sorted(errors) == sorted(bad)
    assert all(errors[name].startswith(BAD[name]) for name in bad)
    good = [report for report in reports if report.status == "checked"]
    assert len({len(report.findings) for report in good}) == 1


def test_a_single_document_that_ends_its_process_has_a_report(
    national: Pack, tmp_path: Path
) -> None:
    path = str(tmp_path / "dies.docx")
    (checked,) = check_all([path], Unruly(for_all(national, [path])), 1)
    assert checked.report.status == "unreadable"


def test_the_time_for_one_document_is_an_option(folder: Path) -> None:
    result = _check(folder / "in", "--timeout", "0.001")
    assert result.exit_code == 3
    assert result.stdout.count("0.001秒内没有检查完") == 2
    assert _check(folder / "in", "--timeout", "0").exit_code == 1
