from __future__ import annotations

from collections.abc import Callable

from docxlint.author.markdown_parser import parse
from docxlint.author.unmatched_names import find_unmatched_names
from docxlint.form.bind import bind
from docxlint.rules.rule import Pack
from docxlint.word import read
from docxlint.word.make.write_document import docx_bytes

Toy = Callable[..., Pack]


def messages(pack: Pack, text: str) -> list[str]:
    bound = bind(read.read(docx_bytes(parse(text))), pack.form)
    return [message.zh for message in find_unmatched_names(bound)]


def test_every_name_of_the_form_is_found_in_a_good_document(toy: Toy, good_file: str) -> None:
    assert messages(toy(), good_file) == []


def test_a_missing_section_is_named(toy: Toy, good_file: str) -> None:
    text = good_file.replace("## 三、改进情况\n", "")
    assert messages(toy(), text) == ["范本里找不到 sections.third（“三、改进情况”）"]


def test_a_missing_section_with_its_table_gives_a_single_message(toy: Toy, good_file: str) -> None:
    kept = [line for line in good_file.splitlines() if not line.startswith(("|", "## 二"))]
    assert messages(toy(), "\n".join(kept)) == ["范本里找不到 sections.second（“二、收到的申请”）"]


def test_a_missing_row_is_named(toy: Toy, good_file: str) -> None:
    text = good_file.replace("| ^ | 结转 | 4 | 5 | 9 |\n", "")
    assert messages(toy(), text) == ["范本的表 sums 里找不到 old 这一行（“一、收到 › 结转”）"]


def test_a_missing_column_is_named(toy: Toy, good_file: str) -> None:
    text = good_file
    for old, new in (("| 企业 ", ""), ("| 2 | 3 ", "| 3 "), ("| 5 | 9 ", "| 9 "), ("| 7 ", "")):
        text = text.replace(old, new)
    assert messages(toy(), text) == ["范本的表 sums 里找不到 firms 这一列（“企业”）"]


def test_a_missing_title_is_reported(toy: Toy, good_file: str) -> None:
    text = good_file.replace("# 甲镇人民政府\n# 2023年年度报告\n", "")
    assert messages(toy(), text) == ["范本里没有标题"]
