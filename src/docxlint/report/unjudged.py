"""What could not be judged, for a person: each reason once, with its rules and its places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docxlint.finding import Phrase, Unchecked
from docxlint.report.trail import section, several, within_section
from docxlint.report.visible import visible

_OPEN = Phrase(
    zh="未能判断（不等于没有问题，请人工核对）", en="Not judged (which is no pass: look yourself)"
)
_EXPLAINED = Phrase(
    zh="因上述问题未能判断（改正后再查）",
    en="Not judged because of the above (repair, then check again)",
)
_COLON = Phrase(zh="：", en=": ")


def unjudged(questions: Sequence[Unchecked], lang: str) -> Iterator[str]:
    """The lines that tell of `questions`, first those that no finding explains."""
    for explained, title in ((False, _OPEN), (True, _EXPLAINED)):
        chosen = [question for question in questions if question.explained is explained]
        if not chosen:
            continue
        yield ""
        yield "  " + title.said(lang)
        for reason, group in _grouped(chosen, lang):
            rules = list(dict.fromkeys(visible(question.rule) for question in group))
            yield f"    {reason}  [{', '.join(rules)}]"
            for place in _places(group, lang):
                yield f"      {place}"


def _grouped(questions: Sequence[Unchecked], lang: str) -> Iterator[tuple[str, list[Unchecked]]]:
    """`questions` by reason, in the order in which the reasons first come."""
    groups: dict[str, list[Unchecked]] = {}
    for question in questions:
        groups.setdefault(visible(question.reason.said(lang)), []).append(question)
    yield from groups.items()


def _places(questions: Sequence[Unchecked], lang: str) -> Iterator[str]:
    """One line for each section: the places in it, the first few by name."""
    sections: dict[str, list[str]] = {}
    for question in questions:
        places = sections.setdefault(section(question.location, lang), [])
        place = within_section(question.location, lang)
        if place:
            places.append(place)
    for heading, places in sections.items():
        yield f"{heading}{_COLON.said(lang)}{several(places, lang)}" if places else heading
