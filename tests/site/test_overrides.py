"""A site's rules and words, applied to the packs that it uses."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from docxlint.core.finding import Severity
from docxlint.form.schema import Form
from docxlint.rules.rule import Kind, Pack
from docxlint.site import SiteFault, SiteSettings
from docxlint.site.overrides import apply_overrides, apply_severities

Site = Callable[..., SiteSettings]
Kinds = dict[str, Kind[Any]]

ADDED = """\
add:
  fees-again:
    title: 写明收费
    severity: info
    source: 县里的要求
    expect: {must-be-zero: {table: %s, row: regulations, organ: 镇}}
"""


@pytest.fixture
def faults(site: Site, national: Pack, kinds: Kinds) -> Callable[..., list[tuple[int, int, str]]]:
    """The faults of a site's file with the national pack: line, column, English message."""

    def faults(text: str, *packs: Pack) -> list[tuple[int, int, str]]:
        with pytest.raises(SiteFault) as caught:
            apply_overrides(packs or (national,), site(text), kinds)
        return [(each.line, each.column, each.message.en) for each in caught.value.faults]

    return faults


@pytest.fixture
def other(national: Pack) -> Pack:
    """A pack with another form and without rules."""
    form: Form = msgspec.structs.replace(national.form, sections=(), tables=())
    return msgspec.structs.replace(national, name="other", form=form, rules=())


def test_without_settings_the_packs_stay_as_they_are(national: Pack, kinds: Kinds) -> None:
    assert apply_overrides([national], SiteSettings(), kinds) == (national,)
    assert apply_severities(national, SiteSettings()) is national


def test_severities_are_those_of_the_site(site: Site, national: Pack, kinds: Kinds) -> None:
    (pack,) = apply_overrides([national], site("severities: {title: info}\n"), kinds)
    weights = {rule.name: rule.severity for rule in pack.rules}
    assert weights["title"] is Severity.INFO
    assert weights["balance"] is Severity.ERROR


def test_a_changed_rule_has_the_options_of_the_site(
    site: Site, national: Pack, kinds: Kinds
) -> None:
    change = "change: {title: {severity: warning, note: 县里统一}}\n"
    (pack,) = apply_overrides([national], site(change), kinds)
    (rule,) = [rule for rule in pack.rules if rule.name == "title"]
    assert (rule.severity, rule.note, rule.changed_by) == (
        "warning",
        "县里统一",
        ("docxlint.yaml",),
    )
    assert len(pack.rules) == len(national.rules)


def test_a_dropped_rule_is_kept_with_its_reason(site: Site, national: Pack, kinds: Kinds) -> None:
    (pack,) = apply_overrides([national], site("drop: {title: 另行规定}\n"), kinds)
    assert "title" not in {rule.name for rule in pack.rules}
    assert pack.dropped == {"title": "另行规定"}
    assert (pack.name, pack.version) == (national.name, national.version)


def test_reworded_words_are_those_of_the_form(site: Site, national: Pack, kinds: Kinds) -> None:
    heading = national.form.sections[0].heading
    (pack,) = apply_overrides([national], site(f"reword: {{{heading}: 一、概况}}\n"), kinds)
    assert pack.form.sections[0].heading == "一、概况"


def test_an_added_rule_is_among_those_of_the_pack(site: Site, national: Pack, kinds: Kinds) -> None:
    (pack,) = apply_overrides([national], site(ADDED % "proactive"), kinds)
    (rule,) = [rule for rule in pack.rules if rule.name == "fees-again"]
    assert (rule.pack, rule.severity) == ("docxlint.yaml", "info")
    assert [rule.name for rule in pack.rules] == sorted(rule.name for rule in pack.rules)


def test_overrides_count_in_the_packs_that_they_fit(
    site: Site, national: Pack, other: Pack, kinds: Kinds
) -> None:
    heading = national.form.sections[0].heading
    text = (
        ADDED % "proactive"
        + "drop: {title: 另行规定}\nchange: {balance: {severity: info}}\n"
        + f"reword: {{{heading}: 一、概况}}\n"
    )
    first, second = apply_overrides([national, other], site(text), kinds)
    assert len(first.rules) == len(national.rules)
    assert (second.rules, second.form) == ((), other.form)


def test_faults_are_placed_in_the_file(faults: Callable[..., list[tuple[int, int, str]]]) -> None:
    assert faults("change: {title: {severty: info}}\n") == [
        (1, 18, "there is no key “severty” here")
    ]
    assert faults('drop: {title: ""}\n') == [(1, 15, "a rule is dropped with a reason")]
    assert faults("reword: {没有的字: 字}\n") == [
        (1, 10, "the inherited form does not print “没有的字”")
    ]
    assert faults(ADDED.replace("fees-again", "title") % "x") == [
        (2, 3, "the rule “title” is already in “annual-report”; use change")
    ]
    ((line, column, _),) = faults(ADDED.replace("fees-again", "Fees_Again") % "x")
    assert (line, column) == (2, 3)


def test_a_rule_of_a_site_takes_no_examples(
    faults: Callable[..., list[tuple[int, int, str]]],
) -> None:
    assert faults("change: {title: {note: 注, examples: []}}\n") == [
        (1, 27, "there is no key “examples” here")
    ]


def test_an_added_rule_that_fits_no_form_is_a_fault_once(
    faults: Callable[..., list[tuple[int, int, str]]], national: Pack, other: Pack
) -> None:
    ((line, _, message),) = faults(ADDED % "nowhere", national, other)
    assert (line, message) == (6, "the form has no table “nowhere”")
