"""What could not be judged, for a person: each reason once, with its rules and its places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from docxlint.core.finding import UncheckedRule
from docxlint.core.message import Message
from docxlint.report.location_text import section, several, within_section
from docxlint.report.visible_text import visible

_OPEN = Message(
    zh="未能判断（不等于没有问题，请人工核对）", en="Not judged (which is no pass: look yourself)"
)
_EXPLAINED = Message(
    zh="因上述问题未能判断（改正后再查）",
    en="Not judged because of the above (repair, then check again)",
)
_COLON = Message(zh="：", en=": ")


class Reason(NamedTuple):
    """Why something could not be judged: the rules that could not, and the places, a section
    each; all made visible.
    """

    text: str
    rules: list[str]
    places: list[str]


def reasons(questions: Sequence[UncheckedRule], lang: str) -> Iterator[tuple[str, list[Reason]]]:
    """A title, and what stands under it: first what no finding explains, then the rest."""
    for explained, title in ((False, _OPEN), (True, _EXPLAINED)):
        chosen = [question for question in questions if question.explained is explained]
        if chosen:
            yield title.text(lang), [_reason(*group, lang) for group in _grouped(chosen, lang)]


def unjudged(questions: Sequence[UncheckedRule], lang: str) -> Iterator[str]:
    """The lines that tell of `questions`, first those that no finding explains."""
    for title, group in reasons(questions, lang):
        yield ""
        yield "  " + title
        for reason in group:
            yield f"    {reason.text}  [{', '.join(reason.rules)}]"
            for place in reason.places:
                yield f"      {place}"


def _reason(text: str, group: Sequence[UncheckedRule], lang: str) -> Reason:
    rules = list(dict.fromkeys(visible(question.rule) for question in group))
    return Reason(text, rules, list(_places(group, lang)))


def _grouped(
    questions: Sequence[UncheckedRule], lang: str
) -> Iterator[tuple[str, list[UncheckedRule]]]:
    """`questions` by reason, in the order in which the reasons first come."""
    groups: dict[str, list[UncheckedRule]] = {}
    for question in questions:
        groups.setdefault(visible(question.reason.text(lang)), []).append(question)
    yield from groups.items()


def _places(questions: Sequence[UncheckedRule], lang: str) -> Iterator[str]:
    """One line for each section: the places in it, the first few by name."""
    sections: dict[str, list[str]] = {}
    for question in questions:
        places = sections.setdefault(section(question.location, lang), [])
        place = within_section(question.location, lang)
        if place:
            places.append(place)
    for heading, places in sections.items():
        yield f"{heading}{_COLON.text(lang)}{several(places, lang)}" if places else heading
