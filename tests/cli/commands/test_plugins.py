"""Correct and faulty plugins, installed and used by the command."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Make = Callable[[str], str]
Installed = Callable[..., Callable[..., subprocess.CompletedProcess[str]]]

# A plugin with a kind of check, a report format and a folder of packs; {run} is its check.
PLUGIN = """\
import sys
from pathlib import Path
import msgspec
from docxlint.plugin import Format, Kind, Message, Problem, Unchecked, hookimpl

class Options(msgspec.Struct, frozen=True):
    def __post_init__(self):
        {options}

def run(filled, options):
    {run}
    yield from ()

def render(reports, lang):
    {render}

def kinds():
    {kinds}

@hookimpl
def docxlint_kinds():
    kinds()
    return [Kind("{name}", Options, run)]

@hookimpl
def docxlint_formats():
    return [Format.from_render("{name}", render)]

{top}
"""
PARTS = {
    "options": "pass",
    "run": "pass",
    "render": "return 'shown by %s' % lang + chr(10)",
    "kinds": "pass",
    "top": "",
}


@pytest.fixture
def installed(tmp_path: Path) -> Installed:
    """Return a function that installs plugins and returns the command.

    Each plugin is a name with the parts in which it differs; its version is 0.3.
    """
    site = tmp_path / "site"
    site.mkdir()

    def install(**plugins: dict[str, str]) -> Callable[..., subprocess.CompletedProcess[str]]:
        for name, parts in plugins.items():
            module = f"plugin_{name}"
            source = PLUGIN.format(name=name, **(PARTS | parts))
            (site / f"{module}.py").write_text(source, encoding="utf-8")
            info = site / f"{module}-0.3.dist-info"
            info.mkdir()
            (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {module}\nVersion: 0.3\n")
            (info / "entry_points.txt").write_text(f"[docxlint]\n{name} = {module}\n")

        def start(*arguments: str) -> subprocess.CompletedProcess[str]:
            variables = {k: v for k, v in os.environ.items() if k != "DOCXLINT_LANG"}
            variables["PYTHONPATH"] = os.pathsep.join(
                filter(None, [str(site), variables.get("PYTHONPATH")])
            )
            return subprocess.run(
                [sys.executable, "-m", "docxlint", *arguments],
                env=variables,
                capture_output=True,
                check=False,
                text=True,
                encoding="utf-8",
            )

        return start

    return install


@pytest.fixture
def rules(toy: Path) -> Path:
    """The toy pack with two more rules, which use the checks of the plugins `bad` and `good`."""
    for name in ("bad", "good"):
        text = f"title: 好\nseverity: error\nsource: 无\nexpect:\n  {name}: {{}}\n"
        (toy / "rules" / f"by-{name}.yaml").write_text(text, encoding="utf-8")
    return toy


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        ({"top": "1/0"}, "bad 0.3: ZeroDivisionError: division by zero"),
        ({"top": "import no_such_module"}, "bad 0.3: ModuleNotFoundError: No module named"),
        ({"top": "sys.exit(0)"}, "bad 0.3: SystemExit: 0"),
        ({"kinds": "1/0"}, "bad 0.3: ZeroDivisionError: division by zero"),
        ({"kinds": "sys.exit(0)"}, "bad 0.3: SystemExit: 0"),
    ],
)
def test_a_plugin_that_cannot_be_loaded_is_named_and_documents_are_checked_without_it(
    installed: Installed, make: Make, toy: Path, parts: dict[str, str], message: str
) -> None:
    docxlint = installed(bad=parts, good={})
    done = docxlint("check", "--pack", str(toy), make("wrong"), make("clean"))
    assert done.returncode == 2
    assert f"插件有误：{message}" in done.stderr
    assert "Traceback" not in done.stderr
    assert "共2份文档：错误1处" in done.stdout
    without = docxlint("check", "--no-plugins", "--pack", str(toy), make("wrong"), make("clean"))
    assert (without.returncode, without.stderr, without.stdout) == (1, "", done.stdout)


NONSENSE = {
    "raises": ("1/0", "ZeroDivisionError: division by zero"),
    "leaves": ("sys.exit(0)", "SystemExit: 0"),
    "recurses": ("run.__globals__['run'](filled, options).__next__()", "RecursionError"),
    "yields text": ("yield 'nonsense'", "TypeError: str is not an outcome"),
    "yields a problem without a place": (
        "yield Problem(message=Message('a', 'a'), location=None)",
        "ValidationError: Expected `object`, got `null` - at `$.location`",
    ),
    "yields a problem in one language": (
        "yield Problem(message='a', location=filled.document.location)",
        "ValidationError: Expected `object`, got `str` - at `$.message`",
    ),
    "yields what cannot be printed": (
        "yield Unchecked(reason=Message(chr(0xd800), 'a'), location=filled.document.location)",
        "UnicodeEncodeError",
    ),
}


@pytest.mark.parametrize(
    ("case", "jobs"), [*((case, "1") for case in NONSENSE), ("recurses", "2"), ("leaves", "2")]
)
def test_a_failing_check_of_a_plugin_is_named_and_other_rules_still_run(
    installed: Installed, make: Make, rules: Path, case: str, jobs: str
) -> None:
    run, message = NONSENSE[case]
    docxlint = installed(bad={"run": run}, good={})
    paths = [make("wrong"), make("clean"), make("extra")]
    options = ("--lang", "en", "--jobs", jobs, "--format", "json", "--pack", str(rules))
    done = docxlint("check", *options, *paths)
    assert done.returncode == 2
    assert "fault of the rule by-bad (bad, bad 0.3), not of the document: " in done.stderr
    assert message in done.stderr
    assert "wrong.docx … 3 documents in all" in done.stderr
    assert "Traceback" not in done.stderr
    documents = json.loads(done.stdout)["documents"]
    assert [[f["rule"] for f in one["findings"]] for one in documents] == [
        ["balance"],
        [],
        ["section-extra"],
    ]


@pytest.mark.parametrize(
    ("options", "error"), [("1/0", "ZeroDivisionError: "), ("sys.exit(0)", "SystemExit: 0)")]
)
def test_an_error_in_the_options_of_a_plugin_has_its_place_in_the_rule_file(
    installed: Installed, make: Make, rules: Path, options: str, error: str
) -> None:
    docxlint = installed(bad={"options": options}, good={"options": "raise ValueError('too many')"})
    done = docxlint("check", "--lang", "en", "--pack", str(rules), make("clean"))
    assert (done.returncode, done.stdout) == (2, "")
    message = f"plugin_bad.Options is at fault: it failed over this value ({error}"
    assert f"by-bad.yaml:5:8: {message}" in done.stderr
    assert "by-good.yaml:5:9: not a value for this: too many" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("render", "message"),
    [
        ("1/0", "bad 0.3: bad: ZeroDivisionError: division by zero"),
        ("return 3", "bad 0.3: bad: TypeError: "),
        ("return chr(0xd800)", "bad 0.3: bad: UnicodeEncodeError: "),
        ("sys.exit(0)", "bad 0.3: bad: SystemExit: 0"),
    ],
)
def test_a_format_of_a_plugin_that_fails_is_named(
    installed: Installed, make: Make, toy: Path, render: str, message: str
) -> None:
    docxlint = installed(bad={"render": render}, good={})
    done = docxlint("check", "--pack", str(toy), "--format", "bad", make("clean"))
    assert (done.returncode, done.stdout) == (2, "")
    assert f"插件有误：{message}" in done.stderr
    assert "Traceback" not in done.stderr
    good = docxlint("check", "--pack", str(toy), "--format", "good", make("clean"))
    assert (good.returncode, good.stdout, good.stderr) == (0, "shown by zh\n", "")


def test_plugins_are_listed_with_what_they_offer(installed: Installed) -> None:
    docxlint = installed(good={}, zebra={})
    done = docxlint("plugins", "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    own, good, zebra = json.loads(done.stdout)["plugins"]
    assert own["name"] == "docxlint"
    assert {"annual-report"} <= set(own["packs"])
    assert {"text", "json"} <= set(own["formats"])
    assert good == {
        "name": "good",
        "version": "0.3",
        "kinds": ["good"],
        "packs": [],
        "formats": ["good"],
        "fault": None,
    }
    assert zebra["name"] == "zebra"
    text = docxlint("plugins", "--lang", "en").stdout
    assert "good 0.3\n  checks:  good\n  formats: good\nzebra 0.3\n" in text


def test_a_faulty_plugin_is_listed_with_its_fault(installed: Installed) -> None:
    docxlint = installed(bad={"top": "1/0"}, good={})
    done = docxlint("plugins", "--lang", "en")
    assert done.returncode == 2
    assert "bad 0.3\n  faulty, not used: ZeroDivisionError: division by zero\n" in done.stdout
    assert "good 0.3\n  checks:  good\n" in done.stdout
    assert "faulty plugin: bad 0.3: ZeroDivisionError: division by zero" in done.stderr


@pytest.mark.parametrize("command", [("rules",), ("explain", "balance"), ("test", "{toy}")])
def test_commands_for_authors_stop_at_a_faulty_plugin_unless_plugins_are_off(
    installed: Installed, toy: Path, command: tuple[str, ...]
) -> None:
    docxlint = installed(bad={"top": "1/0"})
    given = [part.format(toy=toy) for part in command]
    done = docxlint(*given)
    assert (done.returncode, done.stdout) == (2, "")
    assert "bad 0.3: ZeroDivisionError" in done.stderr
    assert "bad 0.3" not in docxlint(*given, "--no-plugins").stderr


def test_the_configuration_may_turn_plugins_off(
    installed: Installed, make: Make, toy: Path, tmp_path: Path
) -> None:
    docxlint = installed(bad={"top": "1/0"})
    (tmp_path / "docxlint.yaml").write_text(f"packs: {toy}\nplugins: false\n", encoding="utf-8")
    done = docxlint("check", "--config", str(tmp_path / "docxlint.yaml"), make("clean"))
    assert (done.returncode, done.stderr) == (0, "")
