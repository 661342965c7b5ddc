"""The nearest docxlint.yaml holds for each document, wherever the command runs."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from docxlint.cli.run_settings import RunSettings, SiteOptions
from docxlint.cli.site_files import SiteFiles
from docxlint.core.finding import Severity
from docxlint.site import SiteSettings, read

Run = Callable[..., Result]
Make = Callable[[str], str]
Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Write the site's file of a folder; the command runs in another one."""
    (tmp_path / "别处").mkdir()
    monkeypatch.chdir(tmp_path / "别处")

    def one(folder: str, text: str, name: str = "docxlint.yaml") -> Path:
        path = tmp_path / folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return one


@pytest.fixture
def towns(make: Make, tmp_path: Path) -> Path:
    """A folder of towns, each with the same wrong document."""
    data = Path(make("wrong")).read_bytes()
    for town in ("甲", "乙", "乙/深", "丙"):
        folder = tmp_path / "towns" / town
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "报告.docx").write_bytes(data)
    return tmp_path / "towns"


def statuses(done: Result) -> dict[str, str]:
    """Return what each document's first finding is, by the folder of the document."""
    found: dict[str, str] = {}
    documents: list[dict[str, Any]] = json.loads(done.stdout_bytes)["documents"]
    for document in documents:
        town = document["path"].partition("towns/")[2].removesuffix("/报告.docx")
        first = document["findings"][0] if document["findings"] else None
        found[town] = "-" if first is None else first["waived"] or first["severity"]
    return found


def waiver(reason: str) -> str:
    return f"waivers: [{{rule: balance, document: '报告.docx', reason: {reason}}}]\n"


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_the_nearest_file_holds_for_each_document(
    run: Run, toy: Path, towns: Path, write: Write, jobs: str
) -> None:
    write(".", waiver("县"))
    write("towns/乙", waiver("乙"))
    write("towns/乙/深", "severities: {balance: 'off'}\n")
    write("towns/丙", "severities: {balance: info}\n")
    command = ("check", "--pack", str(toy), "--format", "json", "--jobs", jobs)
    done = run(*command, str(towns))
    assert done.exit_code == 0
    assert statuses(done) == {"甲": "县", "乙": "乙", "乙/深": "-", "丙": "info"}
    assert [
        line.rpartition("towns/")[2] for line in done.stderr.splitlines() if "towns" in line
    ] == [f"{town}/docxlint.yaml：它所在文件夹里的文档按它检查" for town in ("丙", "乙", "乙/深")]
    settings = {
        document["path"].partition("towns/")[2].removesuffix("/报告.docx"): document["settings"]
        for document in json.loads(done.stdout_bytes)["documents"]
    }
    assert {town: each["off"] for town, each in settings.items() if each["off"]} == {
        "乙/深": ["balance"]
    }
    assert all(each["file"].endswith("docxlint.yaml") for each in settings.values())
    one = run(*command, str(towns / "乙" / "报告.docx"), str(towns / "甲" / "报告.docx"))
    assert statuses(one) == {"甲": "县", "乙": "乙"}
    for option in (("--no-config",), ("--config", str(write("own", waiver("另"))))):
        done = run(*command, *option, str(towns))
        reason = "error" if option[0] == "--no-config" else "另"
        assert set(statuses(done).values()) == {reason}
        documents = json.loads(done.stdout_bytes)["documents"]
        assert all(("settings" in each) is (reason == "另") for each in documents)
        assert "towns" not in done.stderr


def test_the_file_of_the_current_folder_holds_where_no_other_does(
    run: Run, toy: Path, towns: Path, write: Write
) -> None:
    write("别处", "lang: en\n" + waiver("这里"))
    write("towns/甲", "lang: zh\n")
    done = run("check", "--pack", str(toy), "--format", "json", str(towns))
    assert done.exit_code == 1
    assert statuses(done) == {"甲": "error", "乙": "这里", "乙/深": "这里", "丙": "这里"}
    assert "holds for the documents in its folder" in done.stderr


def test_the_language_is_that_of_the_first_path_without_a_file_for_the_run(
    run: Run, toy: Path, towns: Path, write: Write
) -> None:
    write("towns", "lang: en\n")
    command = ("--pack", str(toy), str(towns))
    assert "holds for the documents" in run("check", *command).stderr
    assert "它所在文件夹" in run("check", "--lang", "zh", *command).stderr
    assert "  title: " in run("outline", *command).stdout


@pytest.mark.parametrize("command", [("check",), ("check", "--jobs", "2"), ("outline",)])
@pytest.mark.parametrize(
    ("text", "name", "message"),
    [
        ("waivers:\n  - {rule: balance}\n", "docxlint.yaml", "docxlint.yaml:2:5: "),
        ("packs: [toy\n", "docxlint.yaml", "docxlint.yaml:2:1: "),
        ("severities: {balnce: info}\n", "docxlint.yaml", "docxlint.yaml:1:14: "),
        ("packs: nowhere\n", "docxlint.yaml", "docxlint.yaml:1:8: "),
        ("", "docxlint.yml", "docxlint.yml:1:1: "),
    ],
)
def test_a_fault_in_any_file_of_the_run_has_its_file_and_line(
    run: Run,
    towns: Path,
    write: Write,
    command: tuple[str, ...],
    text: str,
    name: str,
    message: str,
) -> None:
    write("towns/乙", text, name)
    done = run(*command, str(towns))
    assert (done.exit_code, done.stdout) == (2, "")
    assert f"towns/乙/{message}" in done.stderr


def test_each_file_has_its_own_exclusions_packs_and_weight_of_failing(
    run: Run, toy: Path, towns: Path, write: Write
) -> None:
    pack = f"packs: {toy}\n"
    write("towns", pack + "exclude: ['甲/*', '乙/报告.docx']\nseverities: {balance: warning}\n")
    write("towns/乙", pack + "severities: {balance: warning}\nfail-on: warning\n")
    command = ("check", "--format", "json")
    done = run(*command, str(towns))
    assert done.exit_code == 1
    assert statuses(done) == {"乙": "warning", "乙/深": "warning", "丙": "warning"}
    assert run(*command, str(towns / "丙")).exit_code == 0
    excluded = run(*command, str(towns / "甲"))
    assert excluded.exit_code == 2
    assert "都被排除了（甲/*）" in excluded.stderr


def test_options_come_before_every_file(run: Run, toy: Path, towns: Path, write: Write) -> None:
    write("towns/甲", f"packs: {toy}\nfail-on: warning\nseverities: {{balance: info}}\n")
    command = ("check", "--pack", str(toy), "--format", "json", str(towns))
    assert run(*command, "--fail-on", "info").exit_code == 1
    assert run(*command, "--select", "section-extra").exit_code == 0
    unknown = run(*command, "--select", "balnce")
    assert unknown.exit_code == 2
    assert "balance" in unknown.stderr


def test_a_file_is_read_once_with_the_options_of_the_run(tmp_path: Path, write: Write) -> None:
    write("towns", "fail-on: info\n")
    (tmp_path / "towns" / "甲").mkdir()
    usual = SiteSettings(fail_on=Severity.ERROR)
    sites = SiteFiles(RunSettings("zh", usual, SiteOptions(plugins=False), searches=True))
    site = sites.of(str(tmp_path / "towns" / "甲" / "报告.docx"))
    assert (site.fail_on, site.plugins) == (Severity.INFO, False)
    assert sites.of(str(tmp_path / "towns")) is site
    assert sites.of("-") is usual
    assert sites.in_folder(str(tmp_path)) is usual
    named = SiteFiles(RunSettings("zh", usual))
    assert named.of(str(tmp_path / "towns")) is usual


def test_the_file_of_the_run_is_not_read_again(tmp_path: Path, write: Write) -> None:
    file = write(".", "fail-on: info\n")
    usual = read(file)
    sites = SiteFiles(RunSettings("zh", usual, searches=True))
    assert sites.in_folder(str(tmp_path / "别处")) is usual
    assert list(sites.notes([str(tmp_path / "a.docx"), "-"])) == []
