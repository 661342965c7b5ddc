"""The rules that --select and --ignore name, and the severity "off" of a site."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from docxlint.cli import cli
from docxlint.cli.output.streams import Fault
from docxlint.cli.rule_choice import check_rule_names, rule_names
from docxlint.rules.rule import Pack

FAULTY = Path(__file__).parents[2] / "sample_docs" / "004 凤鸣镇2023.docx"


def _rules(result: Result) -> set[str]:
    lines = [line for line in result.stdout.splitlines() if line.endswith("]") and "  [" in line]
    return {line.rpartition("[")[2].rstrip("]") for line in lines}


def _check(*options: str) -> Result:
    return CliRunner().invoke(cli, ["check", "--no-plugins", str(FAULTY), *options])


def test_names_may_be_repeated_or_have_commas() -> None:
    assert rule_names(["a, b", "c", " "]) == {"a", "b", "c"}


def test_a_wrong_name_has_its_nearest(national: Pack) -> None:
    check_rule_names(["row-total"], [national], "zh")
    with pytest.raises(Fault, match="是不是“row-total”"):
        check_rule_names(["row-totl"], [national], "zh")
    with pytest.raises(Fault, match=r"there is no rule “zzzz”$"):
        check_rule_names(["zzzz"], [national], "en")


def test_only_selected_rules_run_and_no_ignored_ones() -> None:
    every = _rules(_check("--no-config"))
    assert {"table-header", "cell-extra", "stale-year"} <= every
    assert _rules(_check("--no-config", "--select", "table-header,stale-year")) == {
        "table-header",
        "stale-year",
    }
    ignored = _check("--no-config", "--ignore", "table-header", "--ignore", "stale-year")
    assert _rules(ignored) == every - {"table-header", "stale-year"}
    assert _check("--no-config", "--select", "nonsense").exit_code == 2


def test_a_rule_that_the_site_turns_off_does_not_run(tmp_path: Path) -> None:
    site = tmp_path / "docxlint.yaml"
    site.write_text("severities: {table-header: 'off', cell-extra: info}\n", encoding="utf-8")
    rules = _rules(_check("--config", str(site)))
    assert "table-header" not in rules
    assert "cell-extra" in rules
