"""Explain one rule as text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docxlint.author import rule_text
from docxlint.author.descriptions import describe
from docxlint.author.option_text import to_plain, to_yaml
from docxlint.core.message import Message
from docxlint.report.finding_text import MARKS
from docxlint.report.visible_text import visible
from docxlint.rules.rule import Example, Pack, Rule

_SOURCE = Message(zh="依据", en="source")
_KIND = Message(zh="检查", en="check")
_OPTIONS = Message(zh="选项", en="options")
_NOTE = Message(zh="说明", en="note")
_PACK = Message(zh="规则包", en="pack")
_ORIGIN = Message(zh="来自", en="from")
_CHANGED = Message(zh="{pack} 修改：{what}", en="{pack} changes it: {what}")
_DROPPED = Message(zh="{pack} 去掉了这条规则：{reason}", en="{pack} drops it: {reason}")
_UNCHANGED_IN = Message(zh="沿用这条规则的", en="unchanged in")
_AND = {"zh": "；", "en": "; "}
_COLON = {"zh": "：", "en": ": "}


def explain(packs: Sequence[Pack], name: str, lang: str) -> str:
    """Explain the rule `name`: once for each of `packs` that defines it, or for a single pack.

    The text says how the other packs change the rule, and has the examples if these are loaded.
    It is "" if no pack has the rule.
    """
    texts = []
    for pack in packs:
        rule = rule_text.find_rule(pack, name)
        if rule is None and name in pack.dropped:
            rule = next(
                r for each in pack.lineage() if (r := rule_text.find_rule(each, name)) is not None
            )
        if rule is None or (len(packs) > 1 and rule.pack != pack.name and _is_in(rule, packs)):
            continue
        texts.append("\n".join(_page(pack, rule, packs, lang)) + "\n")
    return "\n".join(texts)


def _is_in(rule: Rule, packs: Sequence[Pack]) -> bool:
    """Whether the pack that defines the rule is in `packs`."""
    return any(pack.name == rule.pack for pack in packs)


def _page(pack: Pack, rule: Rule, packs: Sequence[Pack], lang: str) -> Iterator[str]:
    yield visible(f"{rule.name}  {MARKS[rule.severity].text(lang)}")
    yield "  " + visible(rule.title.text(lang))
    yield ""
    yield _line(_SOURCE, rule.source, lang)
    yield _line(_KIND, f"{rule.kind.name}{_kind_summary(rule, lang)}", lang)
    yield _line(_PACK, f"{pack.name} {pack.version}", lang)
    origin = next((each for each in pack.lineage() if each.name == rule.pack), pack)
    if origin is not pack:
        yield _line(_ORIGIN, f"{origin.name} {origin.version}", lang)
    yield from _changes_by_pack(pack, rule, packs, lang)
    if rule.note is not None:
        yield _line(_NOTE, rule.note, lang)
    for heading, chosen in rule_text.group_examples(rule):
        yield ""
        yield f"  {heading.text(lang)}{_COLON[lang].rstrip()}"
        for example in chosen:
            yield from _example(example, lang)
    yield from _options(rule, lang)


def _options(rule: Rule, lang: str) -> Iterator[str]:
    """Yield the options that the rule sets as YAML, each below a comment that describes it."""
    options = to_plain(rule.options)
    if not options:
        return
    yield ""
    yield f"  {_OPTIONS.text(lang)}{_COLON[lang].rstrip()}"
    known = describe(rule.kind.options)
    for key, value in options.items():
        if about := known.of_option(key).text(lang):
            yield f"    # {visible(about)}"
        yield from (f"    {visible(line)}" for line in to_yaml({key: value}).split("\n"))


def _line(name: Message, text: str, lang: str) -> str:
    return f"  {name.text(lang)}{_COLON[lang]}{visible(' '.join(text.split()))}"


def _kind_summary(rule: Rule, lang: str) -> str:
    """Return the Chinese description of the check, to follow its name; "" in English."""
    known = describe(rule.kind.options)
    return f"（{known.summary.rstrip('。')}）" if lang == "zh" and known.summary else ""


def _changes_by_pack(pack: Pack, rule: Rule, packs: Sequence[Pack], lang: str) -> Iterator[str]:
    """Yield how the pack, the packs that it extends, and the other packs change the rule."""
    others = [p for p in packs if p is not pack and any(e.name == rule.pack for e in p.lineage())]
    for each in (*reversed([*pack.lineage()]), *others):
        if (message := describe_change(each, rule)) is not None:
            yield "  " + visible(message.text(lang))
    if unchanged := [f"{p.name} {p.version}" for p in others if describe_change(p, rule) is None]:
        yield _line(_UNCHANGED_IN, {"zh": "、", "en": ", "}[lang].join(unchanged), lang)


def describe_change(pack: Pack, rule: Rule, *, brief: bool = False) -> Message | None:
    """Return how `pack` changes an inherited rule, or why it drops it; None if it does neither."""
    pack_name = f"{pack.name} {pack.version}"
    old, new = rule_text.find_rule(pack.base, rule.name), rule_text.find_rule(pack, rule.name)
    if old is None:
        return None
    if new is None:
        return _DROPPED(pack=pack_name, reason=pack.dropped.get(rule.name, ""))
    if pack.name not in new.changed_by:
        return None
    messages = list(rule_text.describe_differences(old, new, brief=brief))
    what = Message(
        zh=_AND["zh"].join(p.zh for p in messages), en=_AND["en"].join(p.en for p in messages)
    )
    return _CHANGED(pack=pack_name, what=what)


def _example(example: Example, lang: str) -> Iterator[str]:
    for number, change in enumerate(rule_text.change_steps(example)):
        yield ("    - " if number == 0 else "      ") + visible(change.text(lang))
    if example.why:
        yield f"      ({visible(' '.join(example.why.split()))})"
    for message in (*example.finds, *example.unjudged):
        yield f"      => {visible(message)}"
