"""`docxlint test`: run the examples of packs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from click.testing import Result

Run = Callable[..., Result]


def test_a_pack_whose_examples_drift_fails_its_test(run: Run, toy: Path) -> None:
    done = run("test", str(toy), "--lang", "en")
    assert done.exit_code == 1
    assert "toy/rules/balance.yaml:9: balance, example 1\n" in done.output
    assert "toy: " in done.output.splitlines()[-1]


def test_a_pack_that_keeps_its_word_passes_its_test(run: Run, toy: Path) -> None:
    (toy / "rules" / "section-extra.yaml").unlink()
    rule = toy / "rules" / "balance.yaml"
    drifted = run("test", str(toy)).output
    said = next(line.strip()[2:] for line in drifted.splitlines() if line.startswith("    + "))
    rule.write_text(rule.read_text("utf-8").replace("1，但 2", said), "utf-8")
    done = run("test", str(toy), "--lang", "en")
    assert (done.exit_code, done.output) == (0, "toy: all as they say (rules: 1, examples: 2)\n")


def test_a_pack_at_fault_gives_its_test_status_2(run: Run, toy: Path) -> None:
    (toy / "pack.yaml").write_text("name: toy\n", "utf-8")
    done = run("test", str(toy), "--lang", "en")
    assert done.exit_code == 2
    assert "toy/pack.yaml:1:1: " in done.stderr
