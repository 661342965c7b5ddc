"""The interface of report formats."""

from __future__ import annotations

import pytest

from docxlint.core.message import Message
from docxlint.report.format import Format, LazyFormat
from docxlint.report.report import Report


class Shout(Format):
    """The paths of the documents in capitals."""

    name = "shout"
    help = Message(zh="大写", en="capitals")

    def document(self, report: Report) -> str:
        """The path of one document."""
        return f"{report.path.upper()}\n"


REPORTS = [Report(path=path, sha256="", status="checked") for path in ("a.docx", "b.docx")]


def test_a_run_is_its_begin_its_documents_and_its_end() -> None:
    class Framed(Shout):
        def begin(self) -> str:
            return f"<{self.lang}\n"

        def end(self) -> str:
            return ">\n"

    assert Framed.render(REPORTS, "en") == "<en\nA.DOCX\nB.DOCX\n>\n"


def test_a_format_has_no_begin_and_no_end_by_default() -> None:
    assert Shout.render(REPORTS, "zh") == "A.DOCX\nB.DOCX\n"
    assert Shout.render([], "zh") == ""


def test_one_function_makes_a_format_that_draws_at_the_end() -> None:
    count = Format.from_render("count", lambda reports, lang: f"{len(reports)} {lang}\n")
    run = count("en")
    assert [run.begin(), run.document(REPORTS[0]), run.document(REPORTS[1])] == ["", "", ""]
    assert run.end() == "2 en\n"
    assert (count.name, count.help.zh, count.needs_tables) == ("count", "count", False)


def test_a_format_needs_a_function_to_be_made_of_one() -> None:
    with pytest.raises(TypeError, match="'count' has no function to render with"):
        Format.from_render("count", "no function")  # type: ignore[arg-type]


def test_a_lazy_format_is_the_class_of_that_name_in_its_module() -> None:
    loaded = LazyFormat("csv", "docxlint.report.formats.csv").load()
    assert (loaded.name, loaded.__module__) == ("csv", "docxlint.report.formats.csv")


def test_a_module_without_a_format_of_that_name_is_a_fault() -> None:
    with pytest.raises(LookupError, match="has no format named 'xml'"):
        LazyFormat("xml", "docxlint.report.formats.csv").load()
