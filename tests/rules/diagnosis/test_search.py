"""The search finds all smallest sets, as an exhaustive search does."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import combinations, product

import pytest

from docxlint.rules.diagnosis.equations import Equation
from docxlint.rules.diagnosis.linear_system import System
from docxlint.rules.diagnosis.search import Bounds, find_smallest

Table = Callable[..., list[Equation]]


def smallest_sets(equations: list[Equation], bounds: Bounds | None = None) -> list[dict[str, int]]:
    """The smallest sets, with the names of the figures."""
    system = System.of(equations)
    failing = system.failing(system.residuals())
    sets = find_smallest(system, failing, bounds or Bounds()).sets
    return [{system.entries[f].name: value for f, value in one.items()} for one in sets]


def exhaustive_sets(equations: list[Equation], most: int) -> list[dict[str, int]]:
    """The smallest sets of at most two figures, by trying every value up to `most`."""
    system = System.of(equations)
    figures = range(len(system.entries))
    for size in (1, 2):
        sets = []
        for chosen in combinations(figures, size):
            for values in product(range(most + 1), repeat=size):
                if any(system.values[f] == v for f, v in zip(chosen, values, strict=True)):
                    continue
                after = system.changed(dict(zip(chosen, values, strict=True)))
                if not after.residuals():
                    names = (system.entries[f].name for f in chosen)
                    sets.append(dict(zip(names, values, strict=True)))
        if sets:
            return sets
    return []


@pytest.mark.parametrize("seed", range(40))
def test_all_smallest_sets_are_found_and_no_others(seed: int, table: Table) -> None:
    dice = random.Random(seed)  # noqa: S311 - the same tables every time
    inner = [[dice.choice((0, 0, 1, 2, 3)) for _ in range(2)] for _ in range(2)]
    rows = [[*row, sum(row)] for row in inner]
    rows.append([sum(column) for column in zip(*rows, strict=True)])
    for row, column in dice.sample(list(product(range(3), repeat=2)), dice.choice((1, 2, 2))):
        rows[row][column] += dice.randint(1, 4)
    expected = exhaustive_sets(table(rows), 20)
    assert len(smallest_sets(table(rows))) == len(expected) > 0
    assert all(one in expected for one in smallest_sets(table(rows)))


def test_right_sums_give_no_result(table: Table) -> None:
    system = System.of(table([[1, 2, 3], [4, 5, 9], [5, 7, 12]]))
    assert system.failing(system.residuals()) == []


def test_no_figure_becomes_negative(lone: Callable[..., Equation]) -> None:
    assert smallest_sets([lone(1, 5, 2)]) == [{"lone.0.2": 6}, {"lone.0.1": 1}]


def test_a_whole_number_stays_whole(lone: Callable[..., Equation]) -> None:
    assert smallest_sets([lone(1, 2, "3.5")]) == [{"lone.0.2": 30}], "scaled by ten"
    assert {"lone.0.0": 15} in smallest_sets([lone(1, 2, "3.5", places=1)])


def test_an_equation_with_a_blank_is_left_out(table: Table) -> None:
    wrong = table([[1, 2, 3], [4, 6, 9], [None, 7, 12]])
    assert smallest_sets(wrong) == [{"t.1.1": 5}]


def test_a_difference_within_rounding_is_no_fault(lone: Callable[..., Equation]) -> None:
    fine = System.of([lone("1.01", "2.01", "3.03", places=2, tolerance="0.01")])
    assert fine.failing(fine.residuals()) == []
    assert {"lone.0.2": 302} in smallest_sets(
        [lone("1.01", "2.01", "3.2", places=2, tolerance="0.01")]
    )


def test_a_wrong_figure_explains_equations_of_several_tables(
    lone: Callable[..., Equation],
) -> None:
    first, second = lone(3, 4, 9), lone(3, 4, 7, grid="other")
    shared = Equation(addends=(first.addends[0], *second.addends[1:]), location=second.location)
    assert smallest_sets([first, second, shared]) == [{"lone.0.2": 7}]


def test_a_search_beyond_its_bounds_is_incomplete(table: Table) -> None:
    rows = [[11, 2, 4, 7], [1, 12, 3, 6], [1, 1, 14, 5], [3, 5, 10, 18]]
    system = System.of(table(rows))
    failing = system.failing(system.residuals())
    assert len(find_smallest(system, failing, Bounds()).sets) == 1
    assert find_smallest(system, failing, Bounds(figures=2)).sets == ()
    few = find_smallest(system, failing, Bounds(steps=1))
    assert (few.sets, few.complete) == ((), False)


def test_unconnected_tables_are_separate_systems(table: Table) -> None:
    wrong = [[1, 2, 4], [4, 5, 9], [5, 7, 12]]
    system = System.of([*table(wrong, grid="a"), *table(wrong, grid="b")])
    failing = system.failing(system.residuals())
    grids = [{system.equations[e].location.path[1] for e in part} for part in system.parts(failing)]
    assert grids == [{"a"}, {"b"}]
