"""`docxlint rules`: list the rules of packs."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

Run = Callable[..., Result]


def test_rules_are_listed_with_severity_title_and_source(run: Run, toy: Path) -> None:
    done = run("rules", "--pack", str(toy))
    assert done.output == (
        "toy 1.2.3  小小的规则包\n"
        "  balance        错误  收到的都已办结\n"
        "                       通知 第一条\n"
        "  section-extra  警告  没有别的部分\n"
        "                       通知 第二条\n"
    )


def test_rules_are_listed_as_json(run: Run, toy: Path) -> None:
    done = run("rules", "--pack", str(toy), "--format", "json", "--lang", "en")
    (pack,) = json.loads(done.stdout_bytes)["packs"]
    assert (pack["name"], pack["version"], pack["title"]) == ("toy", "1.2.3", "A tiny pack")
    assert pack["rules"][0] == {
        "name": "balance",
        "severity": "error",
        "title": "What came in is done",
        "source": "通知 第一条",
        "kind": "equation",
        "note": "只看数字。",
        "pack": "toy",
        "changed_by": [],
    }
    assert (pack["extends"], pack["dropped"]) == (None, {})


def test_rules_of_all_packs_are_listed_if_none_is_named(run: Run) -> None:
    done = run("rules", "--lang", "en")
    assert done.exit_code == 0
    assert done.output.startswith("annual-report ")
