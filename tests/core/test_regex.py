import pickle

import pytest

from docxlint.core.regex import InvalidOption, Regex


def test_spans_are_characters_of_the_text_and_the_first_group_where_there_is_one() -> None:
    text = "新收申请12件，办结3件"
    assert [text[a:b] for a, b in Regex.parse("[0-9]+件").spans(text)] == ["12件", "3件"]
    assert [text[a:b] for a, b in Regex.parse("([0-9]+)件").spans(text)] == ["12", "3"]


@pytest.mark.parametrize("source", ["(", "[", "(?=a)", r"(a)\1", "(?<!a)b", "*"])
def test_what_is_not_linear_or_not_syntax_is_malformed_with_a_reason(source: str) -> None:
    with pytest.raises(InvalidOption) as caught:
        Regex.parse(source)
    assert "b'" not in caught.value.message.en
    assert len(caught.value.message.en) > len("not a regular expression (RE2 syntax): ")


@pytest.mark.parametrize("source", ["(a+)+$", "(a|aa)+$", "(.*a){20}$", "(?:a?){50}a{50}$"])
def test_a_pattern_that_would_hang_a_backtracking_engine_does_not_hang(source: str) -> None:
    # With backtracking each of these needs longer than the age of the universe.
    assert not Regex.parse(source).covers("a" * 20_000 + "b")


@pytest.mark.parametrize(
    ("source", "lines", "ruled_out"),
    [
        ("乙", "甲\n丙", True),
        ("乙", "甲\n乙", False),
        ("^乙$", "甲\n乙\n丙", False),
        ("^乙$", "甲乙\n丙", True),
        ("(?i)b", "a\nB", False),
        (r"\A乙\z", "甲\n乙", False),
        (r"\A乙\z", "甲", False),
    ],
)
def test_a_pattern_is_ruled_out_only_where_no_line_has_it(
    source: str, lines: str, ruled_out: bool
) -> None:
    pattern = Regex.parse(source)
    assert pattern.rules_out(lines) is ruled_out
    if ruled_out:
        assert not any(pattern.matches(line) for line in lines.split("\n"))


def test_patterns_are_equal_by_source_and_can_be_sent_to_another_process() -> None:
    pattern = Regex.parse("甲+")
    again = pickle.loads(pickle.dumps(pattern))  # noqa: S301 - our own bytes
    assert again == pattern
    assert hash(again) == hash(pattern)
    assert again.matches("甲甲")
    assert pattern != Regex.parse("乙+")
