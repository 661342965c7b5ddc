from __future__ import annotations

import pytest

from docxlint.core.document import Table
from docxlint.core.location import Location
from docxlint.form.assign_tables import find_owner, find_parts, print_table
from docxlint.form.schema import FormBlock, FormLine, SupersededWords, TableForm
from docxlint.text.zh import LANGUAGE


def form(name: str, section: str, rows: tuple[str, ...]) -> TableForm:
    block = FormBlock(
        columns=(FormLine("count", ("数量",)),),
        rows=tuple(FormLine(f"row{i}", (label,)) for i, label in enumerate(rows)),
        labels=1,
        superseded_words=SupersededWords(columns=("本年数量",)),
    )
    return TableForm(name, section, (block,))


PRINTED = {
    "rules": print_table(form("rules", "first", ("规章", "规范性文件")), LANGUAGE),
    "fees": print_table(form("fees", "second", ("收费金额", "减免金额")), LANGUAGE),
}


def test_a_table_has_its_labels_and_those_of_its_superseded_form() -> None:
    assert PRINTED["rules"].words == {"数量", "规章", "规范性文件", "本年数量"}
    assert PRINTED["rules"].row_words == {"规章", "规范性文件"}


@pytest.mark.parametrize(
    ("texts", "section", "owner"),
    [
        ({"规章", "规范性文件", "0"}, "second", "rules"),
        ({"规章", "说明"}, "second", None),
        ({"规章", "说明"}, "first", "rules"),
        ({"本年数量", "规章"}, None, "rules"),
        ({"说明"}, "first", None),
    ],
)
def test_a_word_table_belongs_where_most_of_its_labels_are(
    texts: set[str], section: str | None, owner: str | None
) -> None:
    assert find_owner(PRINTED, texts, section) == owner


def test_a_table_cut_in_two_has_both_parts_and_a_copy_is_none() -> None:
    tables = [Table((), Location("document.xml", f"/tbl[{at}]")) for at in range(3)]
    words = ({"规章", "数量"}, {"规章", "数量"}, {"规范性文件"})
    texts = {id(table): each for table, each in zip(tables, words, strict=True)}
    assert find_parts(PRINTED["rules"], tables, texts) == [tables[0], tables[2]]
    assert find_parts(PRINTED["rules"], [], texts) == []
