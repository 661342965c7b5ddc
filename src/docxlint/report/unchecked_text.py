"""The words for unchecked rules: each reason once, with its rules and its places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docxlint.core.finding import UncheckedRule
from docxlint.core.message import Message
from docxlint.report.finding_text import labelled
from docxlint.report.location_text import list_places, section_heading, text_in_section
from docxlint.report.tree import UncheckedGroup, UncheckedReason
from docxlint.report.visible_text import visible, visible_message

_UNEXPLAINED = Message(
    zh="无法核对（不等于没有问题，请人工核对）", en="Not checked (this is no pass: check by hand)"
)
_EXPLAINED = Message(
    zh="因上述问题无法核对（改正后再检查）",
    en="Not checked because of the above (repair it, then check again)",
)


def unchecked_groups(rules: Sequence[UncheckedRule]) -> Iterator[UncheckedGroup]:
    """First what no finding explains, then the rest."""
    for explained, title in ((False, _UNEXPLAINED), (True, _EXPLAINED)):
        by_reason: dict[Message, list[UncheckedRule]] = {}
        for each in rules:
            if each.explained is explained:
                by_reason.setdefault(visible_message(each.reason), []).append(each)
        if by_reason:
            yield UncheckedGroup(title, tuple(_reason(*item) for item in by_reason.items()))


def _reason(text: Message, rules: Sequence[UncheckedRule]) -> UncheckedReason:
    names = tuple(dict.fromkeys(visible(each.rule) for each in rules))
    return UncheckedReason(text, names, tuple(_places(rules)))


def _places(rules: Sequence[UncheckedRule]) -> Iterator[Message]:
    """One line for each section: its heading and the places in it."""
    sections: dict[str | None, list[Message]] = {}
    for each in rules:
        places = sections.setdefault(each.location.section, [])
        place = text_in_section(each.location, short=True)
        if place.zh:
            places.append(place)
    for section, places in sections.items():
        heading = section_heading(section)
        yield labelled(heading, list_places(places)) if places else heading
