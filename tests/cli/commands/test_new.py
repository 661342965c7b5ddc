"""`docxlint new`, and `docxlint test` of its skeletons."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from docxlint.core.document import Paragraph
from docxlint.word.read import load, read

Run = Callable[..., Result]
MINE = "mine/pack.yaml"


@pytest.fixture(autouse=True)
def _here(toy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run in the folder that contains the toy pack."""
    monkeypatch.chdir(toy.parent)


def create_pack(run: Run) -> None:
    assert run("new", "pack", "mine", "--extends", "toy").exit_code == 0


def test_a_new_pack_fails_its_test_with_a_reason(run: Run) -> None:
    done = run("new", "pack", "mine", "--extends", "toy", "--lang", "en")
    assert (done.exit_code, done.output) == (
        0,
        "written: mine/pack.yaml; fill in each 〔待填〕, then run: docxlint test mine\n",
    )
    done = run("test", "mine", "--lang", "en")
    assert (done.exit_code, done.output) == (
        1,
        "mine/pack.yaml:6: mine\n"
        "  6 | title: 〔待填〕\n"
        "    this line is not filled in yet\n"
        "mine: not filled in yet: 1; replace 〔待填〕, or delete the line\n",
    )


def test_a_new_rule_fails_its_test_with_every_line_to_fill_in(run: Run) -> None:
    create_pack(run)
    done = run("new", "rule", "greeting", "--in", "mine")
    assert done.exit_code == 0
    message = run("test", "mine").output
    assert "mine/rules/greeting.yaml:5: greeting\n  5 | title: 〔待填〕\n" in message
    assert message.splitlines()[-1].startswith("mine：6处还没有填写")


def test_a_rule_is_created_in_the_pack_of_the_current_folder(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    create_pack(run)
    monkeypatch.chdir("mine")
    assert run("new", "rule", "greeting", "--kind", "equation").exit_code == 0
    assert "  equation:\n    holds: 〔待填〕" in Path("rules/greeting.yaml").read_text("utf-8")


def test_a_pack_is_created_in_the_given_folder(run: Run, tmp_path: Path) -> None:
    done = run("new", "pack", "mine", "--extends", str(tmp_path / "packs" / "toy"), "--in", "新 包")
    assert done.exit_code == 0, done.stderr
    assert Path("新 包/mine/pack.yaml").is_file()


@pytest.mark.parametrize(
    "arguments",
    [
        ("pack", "mine", "--extends", "toy"),
        ("rule", "greeting", "--in", "mine"),
        ("document", "good.docx", "--pack", "toy"),
    ],
)
def test_nothing_is_overwritten(run: Run, arguments: tuple[str, ...]) -> None:
    if arguments[0] != "pack":
        create_pack(run)
    assert run("new", *arguments).exit_code == 0
    before = {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()}
    done = run("new", *arguments, "--lang", "en")
    assert (done.exit_code, "was not overwritten" in done.stderr) == (2, True)
    assert {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("name", ["Mine", "我的", "../mine", "a/b", "", ".", "-x", "a_b"])
@pytest.mark.parametrize("what", [("pack", "--extends", "toy"), ("rule", "--in", "toy")])
def test_an_invalid_name_is_refused(run: Run, what: tuple[str, ...], name: str) -> None:
    before = sorted(Path().rglob("*"))
    done = run("new", what[0], *what[1:], "--lang", "en", "--", name)
    assert (done.exit_code, "is not a name" in done.stderr) == (2, True)
    assert sorted(Path().rglob("*")) == before


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("pack", "mine", "--extends", "toi"), "there is no pack “toi”"),
        (("pack", "final-accounts", "--extends", "toy"), "a pack “final-accounts” already exists"),
        (("rule", "greeting", "--in", "nowhere"), "there is no pack “nowhere”"),
        (("rule", "greeting", "--in", "toy", "--kind", "equatoin"), "did you mean “equation”?"),
        (("rule", "balance", "--in", "mine"), "“toy” already has the rule “balance”"),
        (("document", "a.docx", "--pack", "toy", "--example", "balnce:1"), "“balance”?"),
        (("document", "a.docx", "--pack", "toy", "--example", "balance:3"), "has no example 3"),
        (("document", "a.docx", "--pack", "toy", "--example", "balance"), "RULE:NUMBER"),
        (("document", "a.docx", "--pack", "toy", "--example", "balance:x"), "RULE:NUMBER"),
    ],
)
def test_an_unknown_name_is_a_fault(run: Run, arguments: tuple[str, ...], message: str) -> None:
    if "mine" in arguments and arguments[0] == "rule":
        create_pack(run)
    done = run("new", *arguments, "--lang", "en")
    assert (done.exit_code, message in done.stderr) == (2, True), done.stderr


def test_a_rule_of_the_base_is_known_while_the_pack_is_faulty(run: Run) -> None:
    create_pack(run)
    Path(MINE).write_text(Path(MINE).read_text("utf-8") + "drop: {balnce: 用不着}\n", "utf-8")
    done = run("new", "rule", "balance", "--in", "mine", "--lang", "en")
    assert "“toy” already has the rule “balance”" in done.stderr
    assert run("new", "rule", "greeting", "--in", "mine").exit_code == 0


def test_the_good_document_is_written_as_word(run: Run) -> None:
    assert run("new", "document", "good.docx", "--pack", "toy").exit_code == 0
    blocks = read(load(Path("good.docx"))).blocks
    assert "一切如常。" in [block.text for block in blocks if isinstance(block, Paragraph)]


def test_an_example_is_written_as_word(run: Run) -> None:
    done = run("new", "document", "bad.docx", "--pack", "toy", "--example", "balance:1")
    assert done.exit_code == 0
    assert run("check", "bad.docx", "--pack", "toy").exit_code == 1


def test_verbose_lists_each_test(run: Run) -> None:
    done = run("test", "toy", "--verbose", "--lang", "en")
    assert done.exit_code == 1
    assert done.output.splitlines()[:3] == [
        "passed  good",
        "passed  balance",
        "failed  balance[1-finds]",
    ]
    assert "passed  balance[2-silent]" in done.output.splitlines()
