"""A document gives the same report however its Word file is written."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from docxlint.api import Linter

from . import blocks, inline, packages, tables, written
from .report_summary import Tolerance, misplaced, summarize, visible_lines
from .word import Word

STRICT = Tolerance()


@dataclass(frozen=True, slots=True)
class Variant:
    """A way to write the document, and the differences that its report may have."""

    write: Callable[[Word], None]
    tolerance: Tolerance = STRICT


TRACKED = Tolerance(also=frozenset({"unresolved-changes"}))
MOVED = Tolerance(moved=True)

# First those that change text, then those that wrap it, then those that pack it.
VARIANTS = (
    Variant(written.blanks_in_labels, Tolerance(folded=True)),
    Variant(written.labels_of_two_paragraphs, Tolerance(folded=True)),
    Variant(written.full_width_digits, Tolerance(also=frozenset({"cell-number"}), folded=True)),
    Variant(written.headings_numbered_directly),
    Variant(written.headings_numbered_by_style),
    Variant(blocks.halves_joined_by_deleted_marks, TRACKED),
    Variant(inline.hyphens_and_signs),
    Variant(inline.split_at_every_character),
    Variant(inline.readings_above),
    Variant(inline.alternatives_of_runs),
    Variant(inline.controls_round_runs),
    Variant(inline.insertions_beside_deletions, TRACKED),
    Variant(inline.hyperlinks_and_smart_tags),
    Variant(inline.custom_xml_round_runs),
    Variant(inline.results_of_fields),
    Variant(inline.marks_everywhere),
    Variant(inline.hidden_junk, Tolerance(also=frozenset({"invisible-text"}))),
    Variant(tables.old_horizontal_merges),
    Variant(tables.rows_set_in),
    Variant(tables.rows_out_of_line_by_a_hair),
    Variant(tables.split_by_page_breaks, MOVED),
    Variant(tables.split_within_merged_labels, MOVED),
    Variant(tables.split_with_headers_again, MOVED),
    Variant(tables.no_table_grids),
    Variant(tables.mirrored_tables),
    Variant(tables.figures_in_tables, MOVED),
    Variant(blocks.signature_in_a_text_box),
    Variant(blocks.sections, MOVED),
    Variant(blocks.deleted_blocks_between, TRACKED),
    Variant(blocks.alternatives_of_blocks),
    Variant(blocks.controls_round_blocks),
    Variant(blocks.custom_xml_round_blocks),
    Variant(tables.body_in_a_frame, MOVED),
    Variant(packages.stories_beside, Tolerance(also=frozenset({"running-header"}))),
    Variant(packages.noise),
    Variant(packages.macro_enabled),
    Variant(packages.template),
    Variant(packages.as_wps_office_writes),
    Variant(packages.other_prefixes),
    Variant(packages.strict),
)

# Both let Word number the headings, so they do not go together.
NUMBERED = {written.headings_numbered_directly, written.headings_numbered_by_style}
# An old merge that is stored from right to left begins at the wrong end.
MIRRORED = {tables.old_horizontal_merges, tables.mirrored_tables}
PAIRS = [
    pair
    for pair in itertools.combinations(VARIANTS, 2)
    if {variant.write for variant in pair} not in (NUMBERED, MIRRORED)
]
SOME_PAIRS = random.Random(20240118).sample(PAIRS, 60)  # noqa: S311 - not for secrets


def test_the_report_has_findings_of_many_rules(linter: Linter, faulty: bytes) -> None:
    report = linter.lint(faulty)
    assert len({finding.rule for finding in report.findings}) == 14
    assert list(misplaced(faulty, report)) == []


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda variant: variant.write.__name__)
def test_a_variant_gives_the_same_report(variant: Variant, linter: Linter, faulty: bytes) -> None:
    word = Word(faulty)
    variant.write(word)
    data = word.data()
    assert word.files != Word(faulty).files
    report = linter.lint(data)
    assert summarize(report, variant.tolerance) == summarize(linter.lint(faulty), variant.tolerance)
    assert list(misplaced(data, report)) == []


# These put the text into tables within tables, so the cells are others.
NESTED = {tables.figures_in_tables, tables.body_in_a_frame}


@pytest.mark.parametrize(
    "variant",
    [variant for variant in VARIANTS if variant.write not in NESTED],
    ids=lambda variant: variant.write.__name__,
)
def test_a_variant_shows_the_same_text_in_the_same_cells(variant: Variant, faulty: bytes) -> None:
    word = Word(faulty)
    variant.write(word)
    lines, expected = visible_lines(word.data()), visible_lines(faulty)
    if variant.write is tables.split_within_merged_labels:
        # The split gives two cells, and the second is empty.
        lines = [line[1:] for line in lines]
        expected = [line[1:] for line in expected]
    if variant.write is tables.split_with_headers_again:
        # The header rows appear twice.
        lines, expected = list(dict.fromkeys(lines)), list(dict.fromkeys(expected))
    assert lines == expected


def test_every_figure_with_full_width_digits_is_a_finding_and_is_summed(
    linter: Linter, faulty: bytes
) -> None:
    word = Word(faulty)
    written.full_width_digits(word)
    findings = linter.lint(word.data()).findings
    cell_findings = [f for f in findings if f.rule == "cell-number"]
    figures = 10 + 25 * 7 + 15 - 1
    assert len(cell_findings) == figures
    assert all(f.fix and f.fix.text == f.expected and f.expected.isascii() for f in cell_findings)
    assert {"row-total", "column-total", "review-total"} <= {f.rule for f in findings}


@pytest.mark.parametrize(
    "pair", SOME_PAIRS, ids=lambda pair: "-and-".join(variant.write.__name__ for variant in pair)
)
def test_two_variants_together_give_the_same_report(
    pair: tuple[Variant, Variant], linter: Linter, faulty: bytes
) -> None:
    word = Word(faulty)
    for variant in pair:
        variant.write(word)
    data = word.data()
    both = Tolerance(
        also=pair[0].tolerance.also | pair[1].tolerance.also,
        folded=any(variant.tolerance.folded for variant in pair),
        moved=any(variant.tolerance.moved for variant in pair),
    )
    report = linter.lint(data)
    assert summarize(report, both) == summarize(linter.lint(faulty), both)
    assert list(misplaced(data, report)) == []
