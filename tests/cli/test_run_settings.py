"""docxlint.yaml, waivers, the baseline and several packs, through the command."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

import docxlint
from docxlint.author import markdown_parser
from docxlint.linting.linter import make_linter
from docxlint.word.make import write_document

Run = Callable[..., Result]
Make = Callable[[str], str]


@pytest.fixture
def site(tmp_path: Path, toy: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Write docxlint.yaml, with the toy pack, into the current folder."""
    monkeypatch.chdir(tmp_path)

    def write(text: str) -> Path:
        path = tmp_path / "docxlint.yaml"
        path.write_text(f"packs: ./packs/{toy.name}\n{text}", encoding="utf-8")
        return path

    return write


def waiver(document: str, rule: str = "balance", more: str = "") -> str:
    return f"waivers:\n  - {{rule: {rule}, document: '{document}', reason: 等上级答复{more}}}\n"


def data(done: Result) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(done.stdout_bytes)
    return loaded


def test_the_packs_of_the_site_are_used_if_none_is_named(
    run: Run, make: Make, site: Callable[[str], Path]
) -> None:
    site("")
    done = run("check", "--format", "json", make("wrong"))
    assert done.exit_code == 1
    assert data(done)["documents"][0]["pack"] == {"name": "toy", "version": "1.2.3"}


def test_the_configuration_of_a_parent_folder_is_used(
    run: Run,
    make: Make,
    site: Callable[[str], Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    site(waiver("收到的 文档/*.docx"))
    path = make("wrong")
    monkeypatch.chdir(tmp_path / "收到的 文档")
    done = run("check", Path(path).name)
    assert (done.exit_code, done.stderr) == (0, "")
    assert "已豁免（错误）：等上级答复" in done.stdout


def test_without_a_configuration_none_is_used(
    run: Run, make: Make, site: Callable[[str], Path], toy: Path
) -> None:
    site("lang: en\n" + waiver("*"))
    done = run("check", "--no-config", "--pack", str(toy), make("wrong"))
    assert done.exit_code == 1
    assert "错误1处" in done.stdout


def test_a_configuration_may_be_named(
    run: Run, make: Make, site: Callable[[str], Path], tmp_path: Path
) -> None:
    site("nonsense: true\n")
    other = tmp_path / "other.yaml"
    other.write_text("packs: packs/toy\nlang: en\n", encoding="utf-8")
    done = run("check", "--config", str(other), make("clean"))
    assert (done.exit_code, done.stderr) == (0, "")
    assert "nothing found" in done.stdout
    both = run("check", "--config", str(other), "--no-config", make("clean"))
    assert both.exit_code == 2


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("lang: fr\n", "docxlint.yaml:2:7: "),
        ("severities: {balnce: info}\n", "docxlint.yaml:2:14: 没有名为“balnce”的规则"),
        ("severities: {balnce: info}\n", "你是不是想写“balance”？"),
        (waiver("*", "balnce"), "docxlint.yaml:3:12: 没有名为“balnce”的规则"),
        ("baseline: nowhere.json\n", "nowhere.json:1:1: 基线文件无法读取"),
    ],
)
def test_a_faulty_configuration_is_shown_and_nothing_is_checked(
    run: Run, make: Make, site: Callable[[str], Path], text: str, message: str
) -> None:
    site(text)
    done = run("check", make("clean"))
    assert (done.exit_code, done.stdout) == (2, "")
    assert "配置文件有误：" in done.stderr
    assert message in done.stderr


def test_a_missing_pack_of_the_site_is_a_fault_with_its_line(
    run: Run, make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docxlint.yaml").write_text("packs:\n  - annual-reprot\n", encoding="utf-8")
    done = run("check", "--lang", "en", make("clean"))
    assert done.exit_code == 2
    assert "docxlint.yaml:2:5: there is no pack “annual-reprot”" in done.stderr
    assert "did you mean “annual-report”?" in done.stderr


def test_a_waived_finding_is_shown_and_does_not_count(
    run: Run, make: Make, site: Callable[[str], Path]
) -> None:
    site(waiver("wrong.docx"))
    done = run("check", "--format", "json", make("wrong"))
    assert (done.exit_code, done.stderr) == (0, "")
    (found,) = data(done)["documents"][0]["findings"]
    assert (found["rule"], found["severity"], found["waived"]) == ("balance", "error", "等上级答复")
    assert data(done)["summary"]["errors"] == 0
    assert data(done)["summary"]["waived"] == 1


def test_an_unchecked_rule_is_not_waived(run: Run, make: Make, site: Callable[[str], Path]) -> None:
    site(waiver("*"))
    assert run("check", make("blank")).exit_code == 3


def test_an_unused_waiver_is_reported_and_changes_no_status(
    run: Run, make: Make, site: Callable[[str], Path]
) -> None:
    site(waiver("clean.docx"))
    done = run("check", make("clean"))
    assert done.exit_code == 0
    assert done.stderr == (
        "docxlint: docxlint.yaml:3:12: 这条豁免（规则 balance，文档“clean.docx”）本次未用到\n"
    )
    assert run("check", make("wrong")).exit_code == 1


@pytest.mark.parametrize(
    ("kind", "options"),
    [
        ("wrong", ()),
        ("extra", ("--select", "section-extra")),
        ("extra", ("--ignore", "balance")),
        ("blank", ()),
        ("unreadable", ()),
    ],
)
def test_a_waiver_whose_document_and_rule_were_not_judged_is_not_reported(
    run: Run, make: Make, site: Callable[[str], Path], kind: str, options: tuple[str, ...]
) -> None:
    site(waiver("[!w]*.docx"))
    done = run("check", make(kind), *options)
    assert "豁免（规则" not in done.stderr
    assert "本次未用到" in run("check", make(kind), make("clean")).stderr


def test_an_expired_waiver_waives_nothing_and_is_reported(
    run: Run, make: Make, site: Callable[[str], Path]
) -> None:
    site(waiver("*", more=", until: 2020-01-31"))
    done = run("check", make("wrong"))
    assert done.exit_code == 1
    assert "已于 2020-01-31 到期" in done.stderr


def test_the_day_is_given_in_python(make: Make, site: Callable[[str], Path]) -> None:
    path = site(waiver("*", more=", until: 2020-01-31"))
    for day, waived in ((31, 1), (30, 1)):
        dated = make_linter(config=path, today=datetime.date(2020, 1, day))
        assert dated.lint(make("wrong")).waived_count == waived
    late = make_linter(config=path, today=datetime.date(2020, 2, 1))
    assert late.lint(make("wrong")).waived_count == 0


def test_python_looks_for_no_configuration(
    make: Make, site: Callable[[str], Path], toy: Path
) -> None:
    path = site(waiver("*"))
    assert docxlint.lint(make("wrong"), pack=toy).waived_count == 0
    assert docxlint.lint(make("wrong"), config=path).waived_count == 1


def test_severities_and_fail_on_are_of_the_site(
    run: Run, make: Make, site: Callable[[str], Path]
) -> None:
    site("severities: {balance: info}\n")
    done = run("check", make("wrong"))
    assert done.exit_code == 0
    assert "提示1处" in done.stdout
    site("severities: {balance: info}\nfail-on: info\n")
    assert run("check", make("wrong")).exit_code == 1
    assert run("check", "--fail-on", "error", make("wrong")).exit_code == 0


def test_a_changed_option_of_the_site_replaces_that_of_the_rule(tmp_path: Path) -> None:
    path = tmp_path / "only.yaml"
    windows = "{options: {windows: [{from: 07-01, until: 07-31}]}}"
    path.write_text(
        f"packs: annual-report\nchange:\n  date-deadline: {windows}\n", encoding="utf-8"
    )
    linter = make_linter(config=path)
    (pack,) = [pack for pack in linter.packs if pack.name == "annual-report"]
    (deadline,) = [rule for rule in pack.rules if rule.kind.name == "deadline"]
    (window,) = deadline.options.windows
    assert (window.since.month, window.until.month) == (7, 7)
    assert deadline.changed_by == ("only.yaml",)


def test_a_rule_that_the_site_drops_finds_nothing(
    run: Run, make: Make, site: Callable[[str], Path]
) -> None:
    site("drop: {balance: 县里另行核对}\n")
    assert run("check", make("wrong")).exit_code == 0
    site('drop: {balance: ""}\n')
    done = run("check", make("wrong"))
    assert (done.exit_code, done.stdout) == (2, "")
    assert "docxlint.yaml:2:17: 去掉规则要写明理由" in done.stderr


def test_a_rule_that_the_site_adds_is_judged_with_those_of_the_pack(
    run: Run, make: Make, site: Callable[[str], Path]
) -> None:
    site(
        "add:\n  no-extra:\n    {title: 没有别的部分, severity: error, source: 县里的要求,"
        " expect: {sections: {require: only}}}\n"
    )
    (document,) = data(run("check", "--format", "json", make("extra")))["documents"]
    assert "no-extra" in {found["rule"] for found in document["findings"]}


def test_the_language_option_overrides_that_of_the_site(
    run: Run, make: Make, site: Callable[[str], Path]
) -> None:
    site("lang: en\n")
    assert "nothing found" in run("check", make("clean")).stdout
    assert "没有发现问题" in run("check", "--lang", "zh", make("clean")).stdout
    done = run("check", make("clean"), env={"DOCXLINT_LANG": "zh"})
    assert "没有发现问题" in done.stdout


def test_a_baseline_accepts_known_findings_but_not_new_ones(
    run: Run, make: Make, toy: Path, tmp_path: Path
) -> None:
    known = tmp_path / "known.json"
    path = make("wrong")
    options = ("check", "--pack", str(toy), "--fail-on", "warning")
    run(*options, "--format", "json", "--output", str(known), path)
    done = run(*options, "--baseline", str(known), path)
    assert done.exit_code == 0
    assert "已豁免（错误）：以前已登记的问题，不再计入" in done.stdout
    assert (
        "waived (error): baseline"
        in run(*options, "--lang", "en", "--baseline", str(known), path).stdout
    )
    # The same document, with a section more: the old fault is still known, the new one counts.
    text = Path(make("extra")).read_bytes()
    Path(path).write_bytes(text)
    assert run(*options, "--baseline", str(known), path).exit_code == 1
    # The same report under another name is known, another year's and another town's are not.
    other = Path(make("wrong")).rename(Path(path).with_name("other.docx"))
    assert run(*options, "--baseline", str(known), str(other)).exit_code == 0
    wrong = (toy / "good.md").read_text(encoding="utf-8").replace("| 办结 | 1 |", "| 办结 | 2 |")
    for old, new in (("某镇", "别镇"), ("2023年", "2024年")):
        changed = wrong.replace(old, new)
        for name in ("other.docx", "wrong.docx"):
            Path(path).with_name(name).write_bytes(
                write_document.docx_bytes(markdown_parser.parse(changed))
            )
            unknown = run(*options, "--baseline", str(known), str(Path(path).with_name(name)))
            assert unknown.exit_code == 1


def test_the_same_findings_are_waived_for_any_number_of_jobs(
    run: Run, make: Make, site: Callable[[str], Path]
) -> None:
    site(waiver("wrong.docx"))
    paths = [make(kind) for kind in ("wrong", "clean", "extra")]
    outputs = {
        run("check", "--format", "json", "--jobs", jobs, *paths).stdout_bytes for jobs in ("1", "2")
    }
    assert len(outputs) == 1


RULE = """\
title: 没有别的部分
severity: info
source: 县里
expect:
  sections: {require: only}
"""


@pytest.fixture
def county(toy: Path) -> Path:
    """A second pack, with another form, next to the toy pack."""
    folder = toy.parent / "county"
    (folder / "rules").mkdir(parents=True)
    (folder / "pack.yaml").write_text("name: county\nversion: 0.1.0\ntitle: 县\n", "utf-8")
    form = (
        (toy / "form.yaml").read_text(encoding="utf-8").replace("first: 一、情况", "only: 一、情况")
    )
    (folder / "form.yaml").write_text(form, encoding="utf-8")
    (folder / "rules" / "nothing-else.yaml").write_text(RULE, encoding="utf-8")
    return folder


def test_several_packs_judge_one_document_in_its_order(
    run: Run, make: Make, toy: Path, county: Path
) -> None:
    options = ("check", "--format", "json", "--pack", str(toy), "--pack", str(county))
    done = run(*options, make("extra"))
    (document,) = data(done)["documents"]
    assert document["pack"] == {"name": "toy", "version": "1.2.3"}
    assert document["packs"] == [document["pack"], {"name": "county", "version": "0.1.0"}]
    assert [(f["rule"], f["severity"]) for f in document["findings"]] == [
        ("section-extra", "warning"),
        ("nothing-else", "info"),
    ]


def test_a_pack_named_twice_is_used_once(run: Run, make: Make, toy: Path) -> None:
    options = ("check", "--format", "json", "--pack", str(toy), "--pack", str(toy))
    (document,) = data(run(*options, make("wrong")))["documents"]
    assert len(document["packs"]) == len(document["findings"]) == 1


def test_two_packs_that_define_the_same_rule_are_a_fault_that_names_both(
    run: Run, make: Make, toy: Path, county: Path
) -> None:
    (county / "rules" / "nothing-else.yaml").rename(county / "rules" / "section-extra.yaml")
    options = ("check", "--lang", "en", "--pack", str(toy), "--pack", str(county))
    done = run(*options, make("clean"))
    assert (done.exit_code, done.stdout) == (2, "")
    assert "“toy” and “county” both have a rule “section-extra”" in done.stderr


def test_a_pack_that_another_named_pack_extends_is_left_out(
    run: Run, make: Make, toy: Path
) -> None:
    folder = toy.parent / "stricter"
    folder.mkdir()
    (folder / "pack.yaml").write_text(
        "name: stricter\nversion: 0.1.0\ntitle: 严\nextends: toy\n"
        "change: {section-extra: {severity: error}}\n",
        encoding="utf-8",
    )
    options = ("check", "--format", "json", "--pack", str(toy), "--pack", str(folder))
    (document,) = data(run(*options, make("extra")))["documents"]
    assert [pack["name"] for pack in document["packs"]] == ["stricter"]
    assert [f["severity"] for f in document["findings"]] == ["error"]


def test_rules_are_listed_with_the_severities_and_the_language_of_the_site(
    run: Run, site: Callable[[str], Path]
) -> None:
    site("severities: {balance: info}\nlang: en\n")
    lines = run("rules").output.splitlines()
    assert lines[0] == "toy 1.2.3  A tiny pack"
    assert lines[1].split() == ["balance", "info", "What", "came", "in", "is", "done"]
    (pack,) = json.loads(run("rules", "--format", "json").stdout_bytes)["packs"]
    assert [rule["severity"] for rule in pack["rules"]] == ["info", "warning"]


def test_a_rule_is_explained_with_the_severity_and_the_language_of_the_site(
    run: Run, site: Callable[[str], Path]
) -> None:
    site("severities: {balance: info}\nlang: en\n")
    assert run("explain", "balance").output.startswith("balance  info\n  What came in is done\n")
    assert run("explain", "balance", "--lang", "zh").output.startswith("balance  提示\n")


def test_a_rule_of_a_pack_that_the_site_does_not_name_is_explained(
    run: Run, site: Callable[[str], Path]
) -> None:
    site("")
    assert run("explain", "heading-punctuation").exit_code == 0


# Each command, and a word of its output or of its message for a wrong argument, in English.
ENGLISH = {
    ("check", "no-such-file.docx"): "no such file",
    ("outline", "no-such-file.docx"): "no such file",
    ("rules",): "A tiny pack",
    ("explain", "balance"): "source: ",
    ("test", "./packs/toy"): "toy: ",
    ("plugins",): "packs: ",
    ("new", "rule", "No Name"): "is not a name",
    ("editor", "."): "written: ",
}


@pytest.mark.parametrize("arguments", ENGLISH, ids=lambda arguments: arguments[0])
def test_every_command_uses_the_language_of_the_site(
    run: Run, site: Callable[[str], Path], arguments: tuple[str, ...]
) -> None:
    site("lang: en\n")
    done = run(*arguments)
    assert ENGLISH[arguments] in done.stdout + done.stderr


@pytest.mark.parametrize("arguments", ENGLISH, ids=lambda arguments: arguments[0])
def test_a_fault_of_the_site_file_ends_every_command(
    run: Run, site: Callable[[str], Path], arguments: tuple[str, ...]
) -> None:
    site("lang: fr\n")
    done = run(*arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "docxlint.yaml:2:7: " in done.stderr
    assert "docxlint.yaml" not in run(*arguments, "--no-config").stderr
