"""Names in src are nouns and verbs, and each base name stands for one thing."""

from __future__ import annotations

import pytest

from . import survey


def test_no_name_is_a_participle() -> None:
    assert survey.files_with_participles() == {}


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("said = 1", ["said"]),
        ("def find_made(): pass", ["find_made"]),
        ("class ToldLine: pass", ["ToldLine"]),
        ("def f(asked): pass", ["asked"]),
        ("import a.shown as b, c.shown", ["shown"]),
        ("x.called", ["called"]),
        ("for found in x: pass", ["found"]),
        ("not_found = 1", ["not_found"]),
        ("class A:\n    found: str", []),
        ("A(found=x.found)", []),
        ("def f(found): return found", []),
        ("raise FileNotFoundError", []),
        ("remade = madeira = 1", []),
    ],
)
def test_participles_are_recognised(code: str, names: list[str]) -> None:
    assert survey.participles(code) == names


def test_each_base_name_that_is_used_twice_has_a_reason() -> None:
    listed = survey.reasons(survey.LISTS / "shared_names.toml")
    assert sorted(listed) == sorted(survey.shared_base_names())
    assert all(listed.values())
