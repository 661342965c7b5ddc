"""The settings of a site."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest

from docxlint.core.regex import InvalidOption
from docxlint.site import Day, SiteSettings

Site = Callable[..., SiteSettings]


def test_a_day_is_written_in_one_way() -> None:
    assert Day.parse("2024-06-30").date == datetime.date(2024, 6, 30)


@pytest.mark.parametrize("text", ["2024-6-30", "20240630", "2024-02-30", "", "2024-06-30 "])
def test_anything_else_is_not_a_day(text: str) -> None:
    with pytest.raises(InvalidOption):
        Day.parse(text)


def test_without_a_file_nothing_is_set() -> None:
    settings = SiteSettings()
    assert not settings.has_overrides
    assert (settings.added, list(settings.rule_names())) == ((), [])


@pytest.mark.parametrize("verb", ["add", "change", "drop", "reword"])
def test_each_verb_overrides_the_packs(site: Site, verb: str) -> None:
    assert site(f"{verb}: {{a: b}}\n").has_overrides
    assert not site("severities: {a: info}\n").has_overrides


def test_every_rule_that_is_named_is_known_by_its_place(site: Site) -> None:
    settings = site(
        "severities: {a: info}\nwaivers:\n  - {rule: b, document: x, reason: y}\n"
        "change: {c: {}}\ndrop: {d: 理由}\nadd: {e: {}}\n"
    )
    assert [(name.text, name.line) for name in settings.rule_names()] == [
        ("a", 1),
        ("b", 3),
        ("c", 4),
        ("d", 5),
    ]
    assert settings.added == ("e",)
