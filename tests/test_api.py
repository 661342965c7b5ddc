"""The functions of the package: what they take, and that they agree with the command."""

from __future__ import annotations

import io
import json
import multiprocessing
import os
import pickle
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import docxlint
from docxlint.cli import cli

SAMPLES = Path(__file__).parent.parent / "sample_docs"


@pytest.fixture(scope="module")
def sample() -> Path:
    return next(path for path in sorted(SAMPLES.rglob("*.docx")) if "~$" not in path.name)


class InAFolder(os.PathLike[str]):
    def __init__(self, path: Path) -> None:
        self.path = path

    def __fspath__(self) -> str:
        return str(self.path)


def test_a_document_is_a_path_bytes_or_a_binary_file(sample: Path) -> None:
    expected = docxlint.lint(sample)
    data = sample.read_bytes()
    paths: list[Any] = [str(sample), InAFolder(sample)]
    for source in paths:
        assert docxlint.lint(source) == expected
    for data_source in (data, bytearray(data), memoryview(data), io.BytesIO(data)):
        report = docxlint.lint(data_source, name=str(sample))
        assert report == expected
    with sample.open("rb") as stream:
        assert docxlint.lint(stream).path == "-"


@pytest.mark.parametrize(
    ("source", "name"),
    [(None, "NoneType"), (123, "int"), (io.StringIO("text"), "StringIO"), ([], "list")],
)
def test_anything_else_is_a_type_error_that_names_what_is_accepted(source: Any, name: str) -> None:
    with pytest.raises(TypeError) as caught:
        docxlint.lint(source)
    assert str(caught.value) == (
        f"a document is a path, bytes or a file open in binary mode, not {name}"
    )


def test_a_file_open_in_text_mode_is_a_type_error(sample: Path) -> None:
    with sample.open(encoding="latin-1") as stream, pytest.raises(TypeError, match="binary mode"):
        docxlint.lint(stream)  # type: ignore[arg-type]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_report_as_json_is_what_the_command_prints(sample: Path, lang: str) -> None:
    arguments = ["check", "--no-config", "--format", "json", "--lang", lang, str(sample)]
    printed = CliRunner().invoke(cli, arguments).stdout_bytes.decode()
    assert docxlint.lint(sample).to_json(lang) == printed
    assert len(json.loads(printed)["documents"]) == 1


def test_a_linter_is_pickled_and_used_in_other_processes(sample: Path) -> None:
    for linter in (docxlint.linter(), docxlint.linter("annual-report")):
        expected = linter.lint(sample)
        assert pickle.loads(pickle.dumps(linter)).lint(sample) == expected  # noqa: S301 - our own
        context = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(max_workers=1, mp_context=context) as pool:
            assert pool.submit(linter.lint, sample).result() == expected


@pytest.mark.parametrize("form", ["text", "json", "markdown"])
def test_reports_render_as_the_command_prints_them(sample: Path, form: str) -> None:
    printed = CliRunner().invoke(cli, ["check", "--lang", "en", "--format", form, str(sample)])
    assert docxlint.render([docxlint.lint(sample)], form, "en") == printed.stdout


def test_an_unknown_format_or_language_is_a_value_error(sample: Path) -> None:
    report = docxlint.lint(sample)
    with pytest.raises(ValueError, match="no format 'pdf'; there are csv, "):
        docxlint.render([report], "pdf")
    with pytest.raises(ValueError, match="no language 'fr'; there are zh, en"):
        docxlint.render([report], lang="fr")
