"""`docxlint test`: run the examples of packs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from click.testing import Result

Run = Callable[..., Result]


def test_a_pack_with_a_wrong_example_fails(run: Run, toy: Path) -> None:
    done = run("test", str(toy), "--lang", "en")
    assert done.exit_code == 1
    assert "toy/rules/balance.yaml:9: balance, example 1\n" in done.output
    assert "toy: " in done.output.splitlines()[-1]


def test_a_correct_pack_passes(run: Run, toy: Path) -> None:
    (toy / "rules" / "section-extra.yaml").unlink()
    rule = toy / "rules" / "balance.yaml"
    drifted = run("test", str(toy)).output
    message = next(line.strip()[2:] for line in drifted.splitlines() if line.startswith("    + "))
    rule.write_text(rule.read_text("utf-8").replace("1，但 2", message), "utf-8")
    done = run("test", str(toy), "--lang", "en")
    assert (done.exit_code, done.output) == (0, "toy: passed (rules: 1, examples: 2)\n")


def test_a_faulty_pack_gives_status_2(run: Run, toy: Path) -> None:
    (toy / "pack.yaml").write_text("name: toy\n", "utf-8")
    done = run("test", str(toy), "--lang", "en")
    assert done.exit_code == 2
    assert "toy/pack.yaml:1:1: " in done.stderr
