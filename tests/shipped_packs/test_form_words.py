"""The engine does not know any form: no module contains a printed word of a shipped form."""

from collections.abc import Callable
from pathlib import Path

import pytest

import docxlint
from docxlint.form.schema import Form
from docxlint.packs import names, shipped
from docxlint.rules.rule import Pack

SOURCE = Path(docxlint.__file__).parent
PACKS = tuple(names((shipped(),)))


def words(form: Form) -> set[str]:
    """The printed words that are long enough to belong to the form only."""
    labels = {form.title.name, form.title.wording, *form.title.kin}
    labels |= {section.heading for section in form.sections}
    labels |= {section.heading.partition("、")[2] for section in form.sections}
    labels |= {section.heading.partition(" ")[2] for section in form.sections}
    for table in form.tables:
        for block in table.blocks:
            labels |= {block.title or "", block.corner or "", *block.superseded_words.columns}
            for line in (*block.rows, *block.columns):
                labels |= set(line.path)
    return {label for label in labels if len(label) >= 4}


@pytest.mark.parametrize("name", PACKS)
def test_no_module_contains_a_word_of_a_shipped_form(
    name: str, shipped_pack: Callable[[str], Pack]
) -> None:
    wanted = words(shipped_pack(name).form)
    assert len(wanted) > 20
    matches = [
        f"{path.relative_to(SOURCE)}: {word}"
        for path in sorted(SOURCE.rglob("*.py"))
        for word in wanted
        if word in path.read_text(encoding="utf-8")
    ]
    assert matches == []


@pytest.mark.parametrize("name", PACKS)
def test_no_module_names_a_shipped_pack(name: str) -> None:
    matches = [
        path.name for path in SOURCE.rglob("*.py") if name in path.read_text(encoding="utf-8")
    ]
    assert matches == []


@pytest.mark.parametrize("word", ["信息公开", "年度报告", "annual-report", "annual_report"])
def test_no_module_names_the_subject_of_a_pack(word: str) -> None:
    paths = sorted(SOURCE.rglob("*.py"))
    assert [path.name for path in paths if word in path.read_text(encoding="utf-8")] == []
