"""The report year as the places of a document state it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from docxlint.core.location import Location
from docxlint.form.bound import BoundForm
from docxlint.form.year_sources import Place, YearSource, settle_year, year_sources

Bind = Callable[..., BoundForm]
HERE = Location("word/document.xml", "/w:document")


def test_each_place_states_the_year_once(bound: Bind) -> None:
    sources = year_sources(bound())
    assert [(source.place, source.year) for source in sources] == [
        ("title", 2023),
        ("introduction", 2023),
        ("period", 2023),
        ("signature", 2023),
    ]


def test_the_name_of_another_document_states_nothing(bound: Bind) -> None:
    swaps = {
        "现公布云溪镇2023年政府": "按照《关于2022年政府信息公开工作年度报告编制的通知》，现公布政府"
    }
    assert "introduction" not in {source.place for source in year_sources(bound(swaps))}


def test_without_a_year_in_the_title_the_other_places_give_it(bound: Bind) -> None:
    assert bound({"# 2023年政府信息公开": "# 政府信息公开"}).year == 2023
    assert bound({"# 2023年政府信息公开": "# 2022年政府信息公开"}).year == 2023


@pytest.mark.parametrize(
    ("years", "year"),
    [
        ({}, None),
        ({"title": 2023}, 2023),
        ({"signature": 2023}, 2023),
        ({"title": 2023, "signature": 2022}, 2023),
        ({"title": 2023, "period": 2022}, None),
        ({"title": 2023, "period": 2022, "signature": 2023}, None),
        ({"title": 2023, "introduction": 2023, "period": 2022, "signature": 2023}, 2023),
        ({"title": 2022, "introduction": 2023, "period": 2023, "signature": 2023}, 2023),
        ({"title": 2022, "introduction": 2023, "period": 2023}, None),
    ],
)
def test_three_places_that_agree_are_right(years: dict[Place, int], year: int | None) -> None:
    sources = [YearSource(place, value, HERE) for place, value in years.items()]
    assert settle_year(sources) == year
