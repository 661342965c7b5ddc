"""Tab completion: the scripts for each shell, and the answers to their requests."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

VARIABLE = "_DOCXLINT_COMPLETE"


def complete(instruction: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "docxlint"],
        env=os.environ | {VARIABLE: instruction} | environment,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_its_script(shell: str) -> None:
    done = complete(f"{shell}_source")
    assert done.returncode == 0
    assert f"{VARIABLE}={shell}_complete" in done.stdout
    assert "Traceback" not in done.stderr


# bash and zsh send the number of the word; fish sends the word itself.
REQUESTS = {
    "bash": {"COMP_WORDS": "docxlint ch", "COMP_CWORD": "1"},
    "zsh": {"COMP_WORDS": "docxlint ch", "COMP_CWORD": "1"},
    "fish": {"COMP_WORDS": "docxlint ch", "COMP_CWORD": "ch"},
}


@pytest.mark.parametrize("shell", REQUESTS)
def test_each_shell_completes_the_name_of_a_command(shell: str) -> None:
    done = complete(f"{shell}_complete", **REQUESTS[shell])
    assert (done.returncode, done.stderr) == (0, "")
    assert "check" in done.stdout
    assert "outline" not in done.stdout


def test_options_and_their_choices_are_completed() -> None:
    words = complete("bash_complete", COMP_WORDS="docxlint check --fa", COMP_CWORD="2")
    assert words.stdout == "plain,--fail-on\n"
    values = complete("bash_complete", COMP_WORDS="docxlint check --lang ", COMP_CWORD="3")
    assert values.stdout == "plain,zh\nplain,en\n"


@pytest.mark.parametrize("instruction", ["tcsh_source", "bash_nonsense", "1"])
def test_an_unknown_request_is_a_fault_of_usage(instruction: str) -> None:
    done = complete(instruction)
    assert (done.returncode, done.stdout) == (2, "")
    assert "bash_source, zsh_source, fish_source" in done.stderr
    assert "Traceback" not in done.stderr


def test_packs_formats_and_files_are_completed() -> None:
    packs = complete("bash_complete", COMP_WORDS="docxlint check --pack fin", COMP_CWORD="3")
    assert packs.stdout == "plain,final-accounts\n"
    formats = complete("bash_complete", COMP_WORDS="docxlint check --format js", COMP_CWORD="3")
    assert "plain,json\n" in formats.stdout
    files = complete("bash_complete", COMP_WORDS="docxlint check repo", COMP_CWORD="2")
    assert files.stdout == "file,repo\n"
