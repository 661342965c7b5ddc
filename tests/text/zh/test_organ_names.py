"""Names of authorities: the same one under other names, and another one."""

from __future__ import annotations

import pytest

from docxlint.text.zh.organ_names import is_other, named_before

NAME = "政府信息公开工作年度报告"


@pytest.mark.parametrize(
    ("name", "organ"),
    [
        ("云溪镇人民政府", "青石县云溪镇人民政府"),
        ("云溪镇", "青石县云溪镇人民政府"),
        ("镇政府", "青石县云溪镇人民政府"),
        ("青石县人民政府", "青石县云溪镇人民政府"),
        ("青石县云溪镇党政综合办公室", "青石县云溪镇人民政府"),
        ("青石县人民政府办公室", "青石县人民政府"),
        ("县教育局", "青石县教育局"),
        ("青石县教体局", "青石县教育和体育局"),
        ("青石市（区）财政局", "青石市(区)财政局"),
        ("城关街道办事处", "青石县城关街道"),
    ],
)
def test_other_names_of_one_organ_agree(name: str, organ: str) -> None:
    assert not is_other(name, organ)
    assert not is_other(organ, name)


@pytest.mark.parametrize(
    ("name", "organ"),
    [
        ("青石县黑石镇人民政府", "青石县云溪镇人民政府"),
        ("黑石镇", "云溪镇人民政府"),
        ("青石县卫生健康局", "青石县教育局"),
        ("白石县教育局", "青石县教育局"),
        ("青石县财政局", "青石县云溪镇人民政府"),
    ],
)
def test_another_organ_is_other(name: str, organ: str) -> None:
    assert is_other(name, organ)
    assert is_other(organ, name)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (f"现公布云溪镇2023年{NAME}。", ["云溪镇"]),
        (f"特此公布《青石县教育局2023年度{NAME}》。", ["青石县教育局"]),
        (f"现公布2023年{NAME}。", []),
        (f"现公布我们这里2023年{NAME}。", []),
        ("现公布云溪镇2023年工作要点。", []),
    ],
)
def test_the_organ_before_the_year_is_named(text: str, names: list[str]) -> None:
    assert [text[start:end] for start, end in named_before(text, NAME)] == names
