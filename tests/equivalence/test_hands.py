"""The same report told by different hands reads the same."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from docxlint.api import Linter

from . import blocks, inline, packages, tables, written
from .told import Loosely, misplaced, shown, told
from .word import Word

STRICTLY = Loosely()


@dataclass(frozen=True, slots=True)
class Hand:
    """A way to write the report, and what may be said differently of it."""

    write: Callable[[Word], None]
    loosely: Loosely = STRICTLY


TRACKED = Loosely(also=frozenset({"unresolved-changes"}))
MOVED = Loosely(moved=True)

# What changes words comes first, then what wraps them, then what packs them.
HANDS = (
    Hand(written.blanks_in_labels, Loosely(folded=True)),
    Hand(written.labels_of_two_paragraphs, Loosely(folded=True)),
    Hand(written.full_width_digits, Loosely(also=frozenset({"cell-number"}), folded=True)),
    Hand(written.headings_numbered_directly),
    Hand(written.headings_numbered_by_style),
    Hand(blocks.halves_joined_by_deleted_marks, TRACKED),
    Hand(inline.hyphens_and_signs),
    Hand(inline.split_at_every_character),
    Hand(inline.readings_above),
    Hand(inline.alternatives_of_runs),
    Hand(inline.controls_round_runs),
    Hand(inline.insertions_beside_deletions, TRACKED),
    Hand(inline.hyperlinks_and_smart_tags),
    Hand(inline.custom_xml_round_runs),
    Hand(inline.results_of_fields),
    Hand(inline.marks_everywhere),
    Hand(inline.hidden_junk),
    Hand(tables.old_horizontal_merges),
    Hand(tables.rows_set_in),
    Hand(tables.rows_out_of_line_by_a_hair),
    Hand(tables.split_by_page_breaks, MOVED),
    Hand(tables.split_within_merged_labels, MOVED),
    Hand(tables.split_with_headers_again, MOVED),
    Hand(tables.no_table_grids),
    Hand(blocks.signature_in_a_text_box),
    Hand(blocks.sections, MOVED),
    Hand(blocks.deleted_blocks_between, TRACKED),
    Hand(blocks.alternatives_of_blocks),
    Hand(blocks.controls_round_blocks),
    Hand(blocks.custom_xml_round_blocks),
    Hand(packages.stories_beside),
    Hand(packages.noise),
    Hand(packages.macro_enabled),
    Hand(packages.template),
    Hand(packages.as_wps_office_writes),
    Hand(packages.other_prefixes),
    Hand(packages.strict),
)

# Both give the numbers of headings to Word, which then has none left to be given.
NUMBERED = {written.headings_numbered_directly, written.headings_numbered_by_style}
PAIRS = [
    pair for pair in itertools.combinations(HANDS, 2) if {hand.write for hand in pair} != NUMBERED
]
SOME_PAIRS = random.Random(20240118).sample(PAIRS, 60)  # noqa: S311 - not for secrets


def test_the_report_that_all_hands_tell_has_findings_of_many_rules(
    linter: Linter, faulty: bytes
) -> None:
    report = linter.lint(faulty)
    assert len({finding.rule for finding in report.findings}) == 14
    assert list(misplaced(faulty, report)) == []


@pytest.mark.parametrize("hand", HANDS, ids=lambda hand: hand.write.__name__)
def test_a_hand_tells_the_same_report(hand: Hand, linter: Linter, faulty: bytes) -> None:
    word = Word(faulty)
    hand.write(word)
    data = word.data()
    assert word.files != Word(faulty).files
    report = linter.lint(data)
    assert told(report, hand.loosely) == told(linter.lint(faulty), hand.loosely)
    assert list(misplaced(data, report)) == []


@pytest.mark.parametrize("hand", HANDS, ids=lambda hand: hand.write.__name__)
def test_a_hand_shows_the_same_words_in_the_same_slots(hand: Hand, faulty: bytes) -> None:
    word = Word(faulty)
    hand.write(word)
    told_here, told_there = shown(word.data()), shown(faulty)
    if hand.write is tables.split_within_merged_labels:
        # What was one cell is two, the second of them empty.
        told_here = [line[1:] for line in told_here]
        told_there = [line[1:] for line in told_there]
    if hand.write is tables.split_with_headers_again:
        # What the rows of headers show comes once more.
        told_here, told_there = list(dict.fromkeys(told_here)), list(dict.fromkeys(told_there))
    assert told_here == told_there


def test_every_figure_with_full_width_digits_is_told_and_added_up(
    linter: Linter, faulty: bytes
) -> None:
    word = Word(faulty)
    written.full_width_digits(word)
    findings = linter.lint(word.data()).findings
    told_each = [f for f in findings if f.rule == "cell-number"]
    figures = 10 + 25 * 7 + 15 - 1
    assert len(told_each) == figures
    assert all(f.fix and f.fix.text == f.expected and f.expected.isascii() for f in told_each)
    assert {"row-total", "column-total", "review-total"} <= {f.rule for f in findings}


@pytest.mark.parametrize(
    "pair", SOME_PAIRS, ids=lambda pair: "-and-".join(hand.write.__name__ for hand in pair)
)
def test_two_hands_together_tell_the_same_report(
    pair: tuple[Hand, Hand], linter: Linter, faulty: bytes
) -> None:
    word = Word(faulty)
    for hand in pair:
        hand.write(word)
    data = word.data()
    both = Loosely(
        also=pair[0].loosely.also | pair[1].loosely.also,
        folded=any(hand.loosely.folded for hand in pair),
        moved=any(hand.loosely.moved for hand in pair),
    )
    report = linter.lint(data)
    assert told(report, both) == told(linter.lint(faulty), both)
    assert list(misplaced(data, report)) == []
