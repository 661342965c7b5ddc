"""A rule file: one rule, with the options of its check typed and checked against the form."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from collections.abc import Mapping as Map
from typing import Any

import msgspec

from docxlint.core.finding import Severity
from docxlint.core.message import Message
from docxlint.form.schema import Form
from docxlint.packs.yaml.binder import FAILED, Binder
from docxlint.packs.yaml.nodes import Mapping, Node, Scalar, Sequence
from docxlint.packs.yaml.typed import Unsupported, fields_of
from docxlint.rules.references import reference_faults
from docxlint.rules.rule import Changes, Example, Kind, OptionFault, Rule, SourceLine

_UNKNOWN_KIND = Message(zh="没有名为“{kind}”的检查", en="there is no check “{kind}”")
_NO_KIND = Message(zh="expect 下缺少检查", en="a check is missing under expect")
_MANY_KINDS = Message(
    zh="一条规则只用一个检查：“{kind}”是多出来的", en="a rule has one check: “{kind}” is one more"
)
_UNSUPPORTED = Message(
    zh="检查“{kind}”有缺陷：规则包写不出类型为 {type} 的选项",
    en="the check “{kind}” is at fault: no pack can write an option of the type {type}",
)
_FELL_OVER = Message(
    zh="检查“{kind}”有缺陷：核对选项时出错（{error}）",
    en="the check “{kind}” is at fault: it failed while it verified its options ({error})",
)
_ONE_PLACE = Message(
    zh="after 和 before 要写一个，且只写一个", en="one of after and before is wanted, and only one"
)


class RuleDefinition(msgspec.Struct, frozen=True):
    """A rule; `expect` names one check and gives its options."""

    title: str
    severity: Severity
    source: str
    expect: Mapping
    english: str | None = None
    note: str | None = None


class RuleFile(RuleDefinition, frozen=True):
    """A rule file; `expect` names one check and gives its options, `examples` prove the rule."""

    examples: Sequence | None = None


def bind_rule(
    name: str,
    pack: str,
    node: Node,
    binder: Binder,
    kinds: Map[str, Kind[Any]],
    form: Form | None,
    *,
    written_as: type[RuleDefinition] = RuleFile,
    examples: bool = False,
) -> Rule | None:
    """The rule of `pack` that `node` defines; None, with the reasons among the binder's faults,
    if it is not one.

    The options are checked against the form, unless there is none. Examples are read only if
    `examples`.
    """
    before = len(binder.faults)
    file = binder.bind(node, written_as)
    expect = node.get("expect") if isinstance(node, Mapping) else None
    check = _bind_check(expect, binder, kinds, form) if isinstance(expect, Mapping) else None
    written = node.get("examples") if examples and isinstance(node, Mapping) else None
    bound = bind_examples(written, binder) if isinstance(written, Sequence) else ()
    if file is FAILED or check is None or len(binder.faults) > before:
        return None
    kind, options = check
    return Rule(
        name=name,
        title=Message(zh=file.title, en=file.title if file.english is None else file.english),
        severity=file.severity,
        source=file.source,
        kind=kind,
        options=options,
        note=file.note,
        examples=bound,
        pack=pack,
        location=binder.source.line(1),
        example_locations=locations(written, binder) if isinstance(written, Sequence) else (),
    )


def _bind_check(
    expect: Mapping, binder: Binder, kinds: Map[str, Kind[Any]], form: Form | None
) -> tuple[Kind[Any], Any] | None:
    if not expect.entries:
        binder.report(expect, _NO_KIND)
        return None
    for key, _ in expect.entries[1:]:
        binder.report(key, _MANY_KINDS(kind=key.text))
    key, node = expect.entries[0]
    kind = kinds.get(key.text)
    if kind is None:
        message = _UNKNOWN_KIND(kind=key.text)
        binder.report(key, message, given=key.text, candidates=sorted(kinds))
        return None
    try:
        options = binder.bind(node, kind.options)
    except Unsupported as error:
        binder.report(key, _UNSUPPORTED(kind=key.text, type=error))
        return None
    if options is FAILED:
        return None
    if form is not None:
        verify(kind, options, form, key, node, binder)
    return kind, options


def verify(
    kind: Kind[Any],
    options: Any,
    form: Form,
    key: Scalar,
    node: Node,
    binder: Binder,
    elsewhere: Callable[[Message], Message] | None = None,
) -> None:
    """Check options against the form, and report each fault where `node` gives the option.

    A fault of an option that `node` does not give is reported at `key`, with its message passed
    through `elsewhere`.
    """
    try:
        faults = [*reference_faults(options, form), *kind.verify(options, form)]
    except Exception as error:  # noqa: BLE001 - it is anybody's code; the fault names the check
        described = f"{type(error).__name__}: {error}"
        binder.report(key, _FELL_OVER(kind=kind.name, error=described))
        return
    for fault in faults:
        at = _at(fault, options, key, node)
        if at is key and elsewhere is not None:
            binder.report(key, elsewhere(fault.message))
            continue
        part = fault.offset > 0 or fault.given not in (None, getattr(at, "text", None))
        binder.report(
            at,
            fault.message,
            offset=fault.offset if part and at is not key else None,
            given=fault.given,
            candidates=fault.candidates,
        )


def _at(fault: OptionFault, options: Any, key: Scalar, node: Node) -> Node:
    """The node at the path of a fault, as far as the file has the path.

    That is the check's name for an option that the file leaves out, and the key or list item
    itself for a fault of a key or item.
    """
    at: Node = key
    value, here = options, node
    for step in fault.path:
        if isinstance(here, Mapping):
            spelled = _spelled(value, str(step))
            entry = next((e for e in here.entries if e[0].text == spelled), None)
            if entry is None:
                return at
            value = _step(value, step)
            at = here = entry[1]
            if fault.given == step and not (isinstance(at, Scalar) and at.text == step):
                at = entry[0]
        elif isinstance(here, Sequence) and isinstance(step, int) and step < len(here.items):
            value = _step(value, step)
            at = here = here.items[step]
        else:
            break
    if isinstance(at, Sequence):
        items = (i for i in at.items if isinstance(i, Scalar) and i.text == fault.given)
        return next(items, at)
    return at


def _spelled(value: Any, name: str) -> str:
    if not isinstance(value, msgspec.Struct):
        return name
    known = fields_of(type(value)).values()
    return next((field.encode_name for field in known if field.name == name), name)


def _step(value: Any, step: str | int) -> Any:
    if isinstance(value, msgspec.Struct):
        return getattr(value, str(step), None)
    if isinstance(value, dict):
        return value.get(step)
    if isinstance(value, tuple) and isinstance(step, int) and step < len(value):
        return value[step]
    return None


def locations(node: Sequence, binder: Binder) -> tuple[SourceLine, ...]:
    """The line on which each item of a list begins."""
    return tuple(binder.source.line(item.line) for item in node.items)


def bind_examples(node: Sequence, binder: Binder) -> tuple[Example, ...]:
    """The examples that `node` defines; those with faults are left out."""
    bound = [binder.bind(item, Example) for item in node.items]
    for item, example in zip(node.items, bound, strict=True):
        if example is not FAILED:
            check_places(item, example, binder)
    return tuple(example for example in bound if example is not FAILED)


def check_places(node: Node, example: Changes, binder: Binder) -> None:
    """Report where an example moves or inserts something next to two things, or to nowhere."""
    for place in _places(node, example):
        binder.report(place, _ONE_PLACE)


def _places(node: Node, example: Changes) -> Iterator[Node]:
    if not isinstance(node, Mapping):
        return
    before = node.get("previous")
    if isinstance(example, Example) and example.previous is not None and before is not None:
        yield from _places(before, example.previous)
    moves, insertions = node.get("move"), node.get("insert")
    if isinstance(moves, Mapping):
        for key, at in moves.entries:
            place = example.move[key.text]
            if (place.after is None) == (place.before is None):
                yield at
    if isinstance(insertions, Sequence):
        for at, insertion in zip(insertions.items, example.insert, strict=True):
            if insertion.after is not None and insertion.before is not None:
                yield at
