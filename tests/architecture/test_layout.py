"""Modules are small, stand in their rooms, and have tests in the same place."""

from __future__ import annotations

from . import survey

# Modules whose tests are still to be written.
PENDING = frozenset(
    {"docxlint.rules.kinds.deadline", "docxlint.rules.kinds.plans", "docxlint.rules.rule"}
)
DOORS = ["__init__.py", "__main__.py", "api.py", "plugin.py", "pytest_plugin.py"]
# These folders test the product as a whole, or what is outside src.
OTHER_TESTS = frozenset(
    [
        "architecture",
        "benchmarks",
        "docs",
        "accuracy",
        "equivalence",
        "examples",
        "samples",
        "shipped_packs",
        "validators",
    ]
)


def test_only_the_doors_are_at_the_top() -> None:
    assert sorted(path.name for path in survey.SOURCE.glob("*.py")) == DOORS


def test_there_are_at_most_thirteen_layers_and_no_exceptions() -> None:
    assert len(survey.layers()) <= 13
    assert survey.import_exceptions() == []


def test_no_module_is_long() -> None:
    sizes = {module: survey.lines(path) for module, path in survey.modules().items()}
    assert {name: size for name, size in sizes.items() if size > survey.LONGEST} == {}


def test_each_short_module_has_a_reason() -> None:
    short = {
        module for module, path in survey.modules().items() if survey.lines(path) < survey.SHORTEST
    }
    listed = survey.reasons(survey.LISTS / "short_modules.toml")
    assert short <= set(listed)
    assert set(listed) <= short, "no longer short or no longer there"
    assert all(listed.values())


def test_each_module_has_its_test_or_a_reason() -> None:
    missing = set(survey.modules_without_test())
    listed = survey.reasons(survey.TESTS / "without_own_test.toml")
    assert sorted(missing - set(listed) - PENDING) == []
    assert sorted(set(listed) - missing) == [], "has a test of its own, or is no longer there"
    assert list(listed) == sorted(listed)
    assert all(listed.values())


def test_tests_stand_in_the_folders_of_src() -> None:
    folders = {path.parent for path in survey.TESTS.rglob("test_*.py")}
    rooms = {folder.relative_to(survey.TESTS) for folder in folders}
    assert (
        sorted(
            room.as_posix()
            for room in rooms
            if not (room.parts and room.parts[0] in OTHER_TESTS)
            and not (survey.SOURCE / room).is_dir()
        )
        == []
    )
