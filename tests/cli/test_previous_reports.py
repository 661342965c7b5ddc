"""`docxlint check --previous` and `--previous-dir`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from jsonschema import Draft202012Validator

import docxlint
from docxlint.author import markdown_parser
from docxlint.packs import shipped
from docxlint.report.contract import json_schema
from docxlint.word.make import write_document

Run = Callable[..., Result]
Put = Callable[..., str]

OUT = "| 四、结转下年度继续办理 | < | < | 1 | 1 | 1 | 0 | 0 | 0 | 3 |"
FOLLOWED = OUT.replace("| 1 | 1 | 1 |", "| 2 | 1 | 0 |")


@pytest.fixture
def put(tmp_path: Path) -> Put:
    """Writes a good report of a town for a year; of 2020 and before in the 2019 form.

    With `follows` this year's figures follow from it, if it is last year's.
    """

    def write_one(path: str, town: str = "云溪", year: int = 2023, *, follows: bool = True) -> str:
        old = year < 2021
        text = (shipped() / f"annual-report{'-2019' if old else ''}" / "good.md").read_text("utf-8")
        shift = year - (2020 if old else 2023)
        for before in sorted(range(2018, 2026), reverse=shift > 0):
            text = text.replace(f"{before}年", f"{before + shift}年") if shift else text
            text = text.replace(f"〔{before}〕12号", f"〔{before + shift}〕12号") if shift else text
        text = text.replace("云溪", town)
        if follows:
            text = text.replace(OUT, FOLLOWED).replace("| 2 | 1 | 5 |", "| 2 | 1 | 4 |")
        file = tmp_path / path
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(write_document.docx_bytes(markdown_parser.parse(text)))
        return str(file)

    return write_one


def found(done: Result) -> list[tuple[str, str]]:
    """The findings of the rules that need last year's report, by document."""
    return [
        (Path(document["path"]).stem, finding["rule"])
        for document in json.loads(done.stdout_bytes)["documents"]
        for finding in document["findings"]
        if finding["rule"] in ("carry-over", "in-force")
    ]


def unchecked(done: Result) -> list[tuple[str, str]]:
    return [
        (question["rule"], question["reason"])
        for document in json.loads(done.stdout_bytes)["documents"]
        for question in document["unchecked"]
    ]


def lines(done: Result, tmp_path: Path) -> list[str]:
    return done.stderr.replace(f"{tmp_path}/", "").splitlines()


def this(put: Put) -> str:
    return put("now/云溪.docx", follows=False)


def test_a_report_that_follows_from_last_years_is_clean(run: Run, put: Put) -> None:
    done = run("check", this(put), "--previous", put("last/云溪.docx", year=2022))
    assert (done.exit_code, done.stderr) == (0, "")


def test_a_report_that_does_not_follow_has_findings_with_last_years_figures(
    run: Run, put: Put
) -> None:
    last = put("last/云溪2022.docx", year=2022, follows=False)
    done = run("check", this(put), "--previous", last)
    assert done.exit_code == 1
    assert "填的是2，上年报告（云溪2022.docx）的“四、结转下年度继续办理”是1" in done.stdout
    assert "按上年报告（云溪2022.docx）应为6（上年5 + 2 − 1）" in done.stdout
    assert done.stderr == ""


def test_json_names_the_previous_report(run: Run, put: Put) -> None:
    path, last = this(put), put("last/云溪2022.docx", year=2022)
    made = json.loads(run("check", path, "--previous", last, "--format", "json").stdout_bytes)
    Draft202012Validator(json_schema()).validate(made)
    (document,) = made["documents"]
    report = docxlint.lint(path, previous=last)
    assert report.previous is not None
    assert document["previous"] == {
        "path": last,
        "sha256": report.previous.sha256,
        "year": 2022,
        "error": None,
    }
    (alone,) = json.loads(run("check", path, "--format", "json").stdout_bytes)["documents"]
    assert "previous" not in alone


@pytest.mark.parametrize(
    ("last", "why"),
    [
        ({"town": "白马"}, "是“青石县白马镇人民政府”的，不是“青石县云溪镇人民政府”的"),
        ({"year": 2021}, "是2021年的，不是2022年的"),
        ({"year": 2023}, "是2023年的，不是2022年的"),
    ],
)
def test_a_report_of_another_organ_or_year_leaves_the_rules_unchecked(
    run: Run, put: Put, tmp_path: Path, last: dict[str, Any], why: str
) -> None:
    previous = put("last/旧.docx", **last)
    done = run("check", this(put), "--previous", previous, "--format", "json")
    message = f"给出的上年报告（旧.docx）{why}"
    assert done.exit_code == 3
    assert found(done) == []
    assert unchecked(done) == [("in-force", message), ("carry-over", message)]
    assert lines(done, tmp_path) == [f"docxlint: now/云溪.docx：上年报告无法用于核对：{message}"]


def test_the_document_itself_is_no_report_of_last_year(run: Run, put: Put) -> None:
    path = this(put)
    done = run("check", path, "--previous", path)
    assert done.exit_code == 3
    assert "给出的上年报告（云溪.docx）就是这份文档" in done.stdout


def test_a_previous_report_that_cannot_be_read_leaves_the_rules_unchecked(
    run: Run, put: Put, tmp_path: Path
) -> None:
    last = tmp_path / "坏.docx"
    last.write_bytes(b"no zip")
    done = run("check", this(put), "--previous", str(last), "--format", "json")
    assert done.exit_code == 3
    assert [rule for rule, _ in unchecked(done)] == ["in-force", "carry-over"]
    assert all(why.startswith("上年报告（坏.docx）无法读取：") for _, why in unchecked(done))
    (document,) = json.loads(done.stdout_bytes)["documents"]
    assert document["previous"]["error"] == unchecked(done)[0][1]


def test_a_previous_document_of_another_kind_leaves_the_rules_unchecked(
    run: Run, put: Put, tmp_path: Path
) -> None:
    last = tmp_path / "食谱.docx"
    last.write_bytes(write_document.docx_bytes(markdown_parser.parse("# 食谱\n一碗饭。\n")))
    done = run("check", this(put), "--previous", str(last))
    assert done.exit_code == 3
    assert "给出的上年报告（食谱.docx）不是同一类文档" in done.stdout


def test_documents_are_paired_by_the_organ_of_their_titles_and_the_pair_is_named(
    run: Run, put: Put, tmp_path: Path
) -> None:
    for town in ("云溪", "白马", "双河"):
        put(f"now/{town}.docx", town, follows=False)
    put("last/甲.docx", "白马", 2022)
    put("last/乙.docx", "云溪", 2022, follows=False)
    put("last/丙.docx", "云溪", 2021)
    last = str(tmp_path / "last")
    done = run("check", str(tmp_path / "now"), "--previous-dir", last, "--format", "json")
    assert lines(done, tmp_path) == [
        "docxlint: now/云溪.docx：与上年报告last/乙.docx核对",
        "docxlint: now/双河.docx：没有找到这个机关 2022 年的报告，不与上年核对",
        "docxlint: now/白马.docx：与上年报告last/甲.docx核对",
    ]
    assert {name for name, _ in found(done)} == {"云溪"}
    assert unchecked(done) == []
    assert done.exit_code == 1


def test_if_several_reports_match_none_is_used(run: Run, put: Put, tmp_path: Path) -> None:
    put("last/甲.docx", year=2022)
    put("last/乙.docx", year=2022, follows=False)
    last = str(tmp_path / "last")
    done = run("check", this(put), "--previous-dir", last, "--format", "json")
    message = "上年报告有2份，无法确定是哪一份：乙.docx、甲.docx"
    assert done.exit_code == 3
    assert unchecked(done) == [("in-force", message), ("carry-over", message)]
    assert lines(done, tmp_path) == [f"docxlint: now/云溪.docx：上年报告无法用于核对：{message}"]


def test_an_unreadable_document_of_the_folder_is_reported(
    run: Run, put: Put, tmp_path: Path
) -> None:
    put("last/甲.docx", year=2022)
    (tmp_path / "last" / "坏.docx").write_bytes(b"no zip")
    put("now/双河.docx", "双河")
    last = str(tmp_path / "last")
    done = run("check", this(put), str(tmp_path / "now" / "双河.docx"), "--previous-dir", last)
    bad, paired, open_ = lines(done, tmp_path)
    assert bad.startswith("docxlint: last/坏.docx：无法读取，不知道是哪个机关的上年报告：")
    assert paired == "docxlint: now/云溪.docx：与上年报告last/甲.docx核对"
    assert open_.endswith("未找到上年报告，可能是以下无法读取的文档：坏.docx")
    assert done.exit_code == 3


@pytest.mark.parametrize("packs", [[], ["--pack", "annual-report"]])
def test_last_years_report_is_read_in_the_form_of_its_own_year(
    run: Run, put: Put, tmp_path: Path, packs: list[str]
) -> None:
    put("now/云溪.docx", year=2021, follows=False)
    put("last/云溪.docx", year=2020)
    last = str(tmp_path / "last")
    done = run("check", *packs, str(tmp_path / "now"), "--previous-dir", last, "--format", "json")
    assert (found(done), unchecked(done), done.exit_code) == ([], [], 0)
    put("last/云溪.docx", year=2020, follows=False)
    done = run("check", *packs, str(tmp_path / "now"), "--previous-dir", last, "--format", "json")
    assert found(done) == [("云溪", "carry-over")] * 2
    assert done.exit_code == 1


def test_the_year_option_is_for_this_years_report_only(run: Run, put: Put) -> None:
    last = put("last/云溪.docx", year=2022)
    done = run("check", this(put), "--previous", last, "--year", "2023")
    assert (done.exit_code, done.stderr) == (0, "")


def test_the_output_is_the_same_for_any_number_of_jobs(run: Run, put: Put, tmp_path: Path) -> None:
    for town in ("云溪", "白马"):
        put(f"now/{town}.docx", town, follows=False)
        put(f"last/{town}.docx", town, 2022, follows=town == "白马")
    given = [str(tmp_path / "now"), "--previous-dir", str(tmp_path / "last")]
    one, two = (run("check", *given, "--jobs", jobs) for jobs in ("1", "2"))
    assert (one.stdout_bytes, one.stderr_bytes) == (two.stdout_bytes, two.stderr_bytes)
    assert "carry-over" in one.stdout


def test_standard_input_is_compared_with_last_year(run: Run, put: Put) -> None:
    last = put("last/云溪.docx", year=2022, follows=False)
    data = Path(this(put)).read_bytes()
    done = run("check", "-", "--previous", last, "--format", "json", input=data)
    assert [rule for _, rule in found(done)] == ["in-force", "carry-over", "carry-over"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--previous", "没有.docx"], "没有这个文件：没有.docx"),
        (["--previous", "{now}"], "没有这个文件：{now}"),
        (["--previous-dir", "没有"], "没有这个文件夹：没有"),
        (["--previous-dir", "{file}"], "没有这个文件夹：{file}"),
        (["--previous-dir", "{empty}"], "文件夹里没有 Word 文档"),
        (["--previous", "{file}", "--previous-dir", "{now}"], "只能写一个"),
        (["{now}", "--previous", "{file}"], "这里要检查 2 份；检查几份时用 --previous-dir"),
        (["--previous", "{file}", "--output", "{file}"], "不会覆盖它"),
    ],
)
def test_a_usage_error_is_reported_with_status_2(
    run: Run, put: Put, tmp_path: Path, arguments: list[str], message: str
) -> None:
    put("now/白马.docx", "白马")
    (tmp_path / "empty").mkdir()
    places = {
        "now": str(tmp_path / "now"),
        "empty": str(tmp_path / "empty"),
        "file": put("last/云溪.docx", year=2022),
    }
    done = run("check", this(put), *(each.format(**places) for each in arguments))
    assert done.exit_code == 2
    assert message.format(**places) in done.stderr
    assert done.stdout == ""


def test_what_is_excluded_is_no_report_of_last_year(run: Run, put: Put, tmp_path: Path) -> None:
    put("last/云溪.docx", year=2022)
    put("last/草稿.docx", year=2022)
    (tmp_path / "last" / "a.pdf").write_bytes(b"%PDF-1.7")
    options = ("check", "--previous-dir", str(tmp_path / "last"), this(put))
    assert "a.pdf" in run(*options, "--no-config").stderr
    (tmp_path / "last" / "docxlint.yaml").write_text("exclude: ['*.pdf']\n", encoding="utf-8")
    done = run(*options, "--exclude", "草稿.*")
    assert lines(done, tmp_path) == ["docxlint: now/云溪.docx：与上年报告last/云溪.docx核对"]
