"""The engine knows nothing of any form: its words stand in the packs alone."""

from pathlib import Path

import pytest

from docxlint.form.schema import Form
from docxlint.rules.rule import Pack

SOURCE = Path(__file__).parent.parent / "src"


def words(form: Form) -> set[str]:
    """The printed words of a form that are long enough to be nobody else's."""
    labels = {form.title.name, *form.title.kin}
    labels |= {section.heading.partition("、")[2] for section in form.sections}
    for table in form.tables:
        for line in (*table.rows(), *table.columns()):
            labels |= set(line.path)
    return {label for label in labels if len(label) >= 4}


def test_no_module_says_a_word_of_the_form(national: Pack) -> None:
    wanted = words(national.form)
    assert "政府信息公开" in wanted
    told = [
        f"{path.relative_to(SOURCE)}: {word}"
        for path in sorted(SOURCE.rglob("*.py"))
        for word in wanted
        if word in path.read_text(encoding="utf-8")
    ]
    assert told == []


@pytest.mark.parametrize("word", ["信息公开", "年度报告", "annual-report", "annual_report"])
def test_no_module_names_the_subject_of_a_pack(word: str) -> None:
    told = [path.name for path in SOURCE.rglob("*.py") if word in path.read_text(encoding="utf-8")]
    assert told == []
