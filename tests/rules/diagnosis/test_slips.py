"""The slips that turn a right number into a wrong one."""

import pytest

from docxlint.rules.diagnosis.slips import certain_slip, likeliest_slip


@pytest.mark.parametrize(
    ("right", "wrong", "kind"),
    [
        ("25", "52", "transposed"),
        ("2250.35", "2205.35", "transposed"),
        ("1234", "124", "dropped"),
        ("1234", "12234", "doubled"),
        ("1234", "12934", "extra"),
        ("120", "12", "zero-dropped"),
        ("12", "120", "zero-added"),
        ("1.26", "12.6", "point"),
        ("1234", "1934", "digit"),
        ("7", "8", "step"),
        ("135", "0", "omitted"),
        ("135", "972", "other"),
        ("0", "7", "other"),
    ],
)
def test_each_slip_is_recognised(right: str, wrong: str, kind: str) -> None:
    assert likeliest_slip(right, wrong).kind == kind


def test_a_slip_is_likelier_than_a_random_number_and_more_so_if_longer() -> None:
    assert likeliest_slip("25", "52").bits < likeliest_slip("25", "71").bits
    gain = likeliest_slip("2534", "7911").bits - likeliest_slip("2534", "5234").bits
    assert gain > likeliest_slip("25", "79").bits - likeliest_slip("25", "52").bits


@pytest.mark.parametrize(
    ("right", "wrong", "how"),
    [("25", "52", "transposed"), ("12", "1", None), ("8", "7", None), ("135", "972", None)],
)
def test_only_slips_that_are_hardly_chance_are_certain(
    right: str, wrong: str, how: str | None
) -> None:
    assert certain_slip(right, wrong) == how
