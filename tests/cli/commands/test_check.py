from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from click.testing import Result

import docxlint
from docxlint.cli.commands import check
from docxlint.form.bound import BoundForm
from docxlint.plugins.available import require_plugins
from docxlint.plugins.hooks import Plugins
from docxlint.report.report import Report
from docxlint.rules.rule import Kind, Outcome

Run = Callable[..., Result]
Make = Callable[[str], str]


@pytest.mark.parametrize(
    ("kinds", "options", "expected"),
    [
        (["clean"], [], 0),
        (["wrong"], [], 1),
        (["extra"], [], 0),
        (["extra"], ["--fail-on", "warning"], 1),
        (["extra"], ["--fail-on", "info"], 1),
        (["wrong"], ["--fail-on", "warning"], 1),
        (["blank"], [], 3),
        (["unreadable"], [], 3),
        (["clean", "wrong"], [], 1),
        (["wrong", "unreadable"], [], 3),
        (["blank", "wrong", "clean"], [], 3),
    ],
)
def test_the_exit_status_is_that_of_the_contract(
    run: Run, make: Make, toy: Path, kinds: list[str], options: list[str], expected: int
) -> None:
    done = run("check", "--pack", str(toy), *options, *map(make, kinds))
    assert (done.exit_code, done.stderr) == (expected, "")


def test_a_document_that_no_pack_applies_to_is_reported(run: Run, tmp_path: Path) -> None:
    from docxlint.author import markdown_parser
    from docxlint.word.make import write_document

    path = tmp_path / "食谱.docx"
    path.write_bytes(write_document.docx_bytes(markdown_parser.parse("# 食谱\n一碗饭。\n")))
    done = run("check", "--lang", "en", str(path))
    assert done.exit_code == 3
    assert "not checked: by its title this is not " in done.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--pack", "annual-reprot"], "there is no pack “annual-reprot”"),
        (["--pack", "annual-reprot"], "did you mean “annual-report”?"),
        (
            ["--format", "jsn"],
            "there is no output format “jsn” (there is: csv, github, html, json, junit, markdown, sarif, text)",
        ),
        (["--format", "jsn"], "did you mean “json”?"),
        (["没有.docx"], "no such file or folder: 没有.docx"),
    ],
)
def test_a_usage_error_is_reported_with_status_2(
    run: Run, make: Make, arguments: list[str], message: str
) -> None:
    done = run("check", "--lang", "en", make("clean"), *arguments)
    assert done.exit_code == 2
    assert message in done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr


def test_no_path_at_all_is_a_fault_of_usage(run: Run) -> None:
    assert run("check").exit_code == 2


def test_a_faulty_pack_is_shown_and_nothing_is_checked(run: Run, make: Make, toy: Path) -> None:
    rule = toy / "rules" / "balance.yaml"
    rule.write_text(rule.read_text(encoding="utf-8").replace("new = done", "nev = done"), "utf-8")
    done = run("check", "--lang", "en", "--pack", str(toy), make("clean"))
    assert done.exit_code == 2
    assert done.stdout == ""
    assert "toy/rules/balance.yaml:7:34: " in done.stderr
    assert "^^^" in done.stderr
    assert "did you mean “new”?" in done.stderr


class _None(msgspec.Struct, frozen=True):
    pass


def _raise(_filled: BoundForm, _options: Any) -> Iterator[Outcome]:
    raise ZeroDivisionError("1/0")


def test_a_rule_that_raises_an_error_is_not_a_finding(
    run: Run, make: Make, toy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = require_plugins()
    kinds = {**known.kinds, "raising": Kind(name="raising", options=_None, run=_raise)}
    offered = Plugins(kinds=kinds, formats=known.formats, packs=known.packs)
    monkeypatch.setattr(check, "available_plugins", lambda **_: offered)
    (toy / "rules" / "breaking.yaml").write_text(
        "title: 坏的\nseverity: error\nsource: 无\nexpect:\n  raising: {}\n", "utf-8"
    )
    path = make("wrong")
    done = run("check", "--lang", "en", "--pack", str(toy), path)
    assert done.exit_code == 2
    assert "[balance]" in done.stdout
    assert "fault of the rule breaking (raising), not of the document" in done.stderr
    assert "ZeroDivisionError: 1/0" in done.stderr


def test_json_equals_that_of_the_python_api(run: Run, make: Make, toy: Path) -> None:
    path = make("wrong")
    done = run("check", "--format", "json", "--pack", str(toy), path)
    (document,) = json.loads(done.stdout_bytes)["documents"]
    report = docxlint.lint(path, pack=toy)
    assert isinstance(report, Report)
    assert document["path"] == path
    assert document["pack"] == {"name": "toy", "version": "1.2.3"}
    assert document["year"] == report.year == 2023
    assert [f["fingerprint"] for f in document["findings"]] == [
        f.fingerprint for f in report.findings
    ]
    assert [f["message"] for f in document["findings"]] == [f.message.zh for f in report.findings]


def test_standard_input_is_read_under_the_name_given(run: Run, make: Make, toy: Path) -> None:
    data = Path(make("wrong")).read_bytes()
    done = run(
        *("check", "--format", "json", "--pack", str(toy), "--stdin-name", "附件 一.docx", "-"),
        input=data,
    )
    (document,) = json.loads(done.stdout_bytes)["documents"]
    assert done.exit_code == 1
    assert document["path"] == "附件 一.docx"
    assert document["findings"][0]["rule"] == "balance"


def test_standard_input_keeps_its_place_among_files(run: Run, make: Make, toy: Path) -> None:
    paths = make("clean"), "-", make("wrong")
    data = Path(make("extra")).read_bytes()
    done = run("check", "--format", "json", "--pack", str(toy), "--jobs", "2", *paths, input=data)
    assert [d["path"] for d in json.loads(done.stdout_bytes)["documents"]] == list(paths)


def test_nothing_on_standard_input_is_an_unreadable_document(run: Run, toy: Path) -> None:
    assert run("check", "--pack", str(toy), "-", input=b"").exit_code == 3


@pytest.mark.parametrize("form", ["text", "json"])
def test_the_output_is_the_same_for_any_number_of_jobs(
    run: Run, make: Make, toy: Path, form: str
) -> None:
    paths = [make(kind) for kind in ("wrong", "clean", "unreadable", "blank", "extra")]
    outputs = {
        run("check", "--format", form, "--pack", str(toy), "--jobs", jobs, *paths).stdout_bytes
        for jobs in ("1", "1", "2", "3")
    }
    assert len(outputs) == 1


def test_output_goes_to_a_file_in_utf_8(run: Run, make: Make, toy: Path, tmp_path: Path) -> None:
    target = tmp_path / "结果.txt"
    path = make("wrong")
    done = run("check", "--pack", str(toy), "--output", str(target), path)
    assert (done.exit_code, done.stdout, done.stderr) == (1, "", "")
    assert target.read_bytes() == run("check", "--pack", str(toy), path).stdout_bytes


def test_output_never_overwrites_a_document(run: Run, make: Make, toy: Path) -> None:
    path = make("clean")
    before = Path(path).read_bytes()
    other = str(Path(path).parent / "." / Path(path).name)
    done = run("check", "--pack", str(toy), "--output", other, path)
    assert done.exit_code == 2
    assert Path(path).read_bytes() == before


def test_output_that_cannot_be_written_is_a_fault(run: Run, make: Make, toy: Path) -> None:
    done = run("check", "--pack", str(toy), "--output", "/no/such/folder/x", make("clean"))
    assert done.exit_code == 2
    assert "/no/such/folder/x" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_year_option_replaces_the_year_of_the_title(run: Run, make: Make, toy: Path) -> None:
    options = ("--format", "json", "--pack", str(toy), "--year", "2022")
    done = run("check", *options, make("clean"))
    assert json.loads(done.stdout_bytes)["documents"][0]["year"] == 2022


@pytest.mark.parametrize(
    ("options", "env", "message"),
    [
        ([], None, "没有发现问题"),
        (["--lang", "en"], None, "nothing found"),
        ([], "en", "nothing found"),
        (["--lang", "zh"], "en", "没有发现问题"),
    ],
)
def test_the_language_is_chinese_by_default(
    run: Run, make: Make, toy: Path, options: list[str], env: str | None, message: str
) -> None:
    done = run("check", "--pack", str(toy), *options, make("clean"), env={"DOCXLINT_LANG": env})
    assert message in done.stdout
