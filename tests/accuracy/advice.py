"""Follows the advice of a report to the letter: every right value is written at its place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from tests.equivalence.word import Word, select

from docxlint.core.location import Location
from docxlint.report.report import Report
from docxlint.word.ooxml.names import w


def follow_advice(data: bytes, report: Report) -> bytes:
    """The document with each right value that the report gives."""
    word = Word(data)
    for place, value in _advice(report):
        (element,) = select(word.tree(place.part), place.path)
        _write(element, place, value)
    return word.data()


def has_advice(report: Report) -> bool:
    """Whether the report gives a right value for every finding, or says that it follows."""
    explained = {each for d in report.diagnoses if d.certain for each in d.explains}
    return all(
        (finding.expected is not None and finding.found is not None)
        or finding.fingerprint in explained
        for finding in report.findings
    )


def _advice(report: Report) -> Iterator[tuple[Location, str]]:
    """The places with their right values, the last place first, so that spans keep their ends."""
    advice = {
        (place.part, place.path, place.start or 0): (place, value)
        for place, value in (
            *(
                (suspect.location, suspect.expected)
                for diagnosis in report.diagnoses
                if diagnosis.certain
                for suspect in diagnosis.suspects
                if suspect.location is not None
            ),
            *(
                (finding.location, finding.expected)
                for finding in report.findings
                if finding.expected is not None and finding.found is not None
            ),
        )
    }
    yield from (advice[key] for key in sorted(advice, reverse=True))


def _write(element: etree._Element, place: Location, value: str) -> None:
    texts = list(element.iter(w("t")))
    old = "".join(text.text or "" for text in texts)
    start = 0 if place.start is None else place.start
    end = len(old) if place.end is None else place.end
    if not texts:
        paragraph = element if element.tag == w("p") else next(element.iter(w("p")))
        texts = [etree.SubElement(etree.SubElement(paragraph, w("r")), w("t"))]
    words = old[start:end]
    numbers = list(re.finditer(r"\d+", words))
    if place.table is None and value.isdecimal() and numbers:  # the figure within the words
        value = words[: numbers[-1].start()] + value + words[numbers[-1].end() :]
    texts[0].text = old[:start] + value + old[end:]
    for text in texts[1:]:
        text.text = ""
