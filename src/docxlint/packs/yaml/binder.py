"""Bind nodes to typed values; each fault is reported once, at its place."""

from __future__ import annotations

import enum
from collections.abc import Callable
from collections.abc import Mapping as Map
from typing import Annotated, Any, Final, get_args, get_origin

import msgspec

from docxlint.core.message import Message
from docxlint.core.regex import InvalidOption
from docxlint.packs.yaml.nodes import Mapping, Node, Refused, Scalar, Sequence
from docxlint.packs.yaml.source_faults import SourceFault, nearest
from docxlint.packs.yaml.source_file import Source
from docxlint.packs.yaml.typed import (
    describe,
    fields_of,
    is_union,
    members,
    number,
    parses,
    shape,
    wanted,
    words,
)


class _Failed(enum.Enum):
    FAILED = enum.auto()


# The result of binding where a fault was reported.
FAILED: Final = _Failed.FAILED

_EXPECTED = Message(zh="此处应为{wanted}，而不是{actual}", en="expected {wanted}, not {actual}")
_UNKNOWN = Message(zh="没有“{key}”这个键", en="there is no key “{key}” here")
_MISSING = Message(zh="缺少键“{key}”", en="the key “{key}” is missing")
_EMPTY_TEXT = Message(zh='空文字请写成 ""', en='write "" for empty text')
_FELL_OVER = Message(
    zh="{type} 有缺陷：读取这个值时出错（{error}）",
    en="{type} is at fault: it failed over this value ({error})",
)
_WRONG = Message(zh="值不对：{why}", en="not a value for this: {why}")


class Binder:
    """Binds the nodes of one source to types, and gathers what does not fit in `faults`.

    Types: str, int, Decimal, bool, Literal, StrEnum, any class with a classmethod `parse(text)`
    that raises InvalidOption, tuple[T, ...], frozenset[T], dict[str, T], msgspec.Struct, Annotated
    with msgspec.Meta, unions of these, and Scalar, Sequence or Mapping for the node itself.
    """

    def __init__(self, source: Source, faults: list[SourceFault]) -> None:
        self.source = source
        self.faults = faults

    def report(self, node: Node, message: Message, **place: Any) -> None:
        """Add a fault of `node`; `place` is passed on to Source.fault."""
        self.faults.append(self.source.fault(node, message, **place))

    def bind(self, node: Node, kind: Any) -> Any:
        """The value of the type `kind` at `node`; FAILED, with a fault, if there is none.

        Raises Unsupported for a type that is not listed above.
        """
        if isinstance(node, Refused):
            return FAILED
        if is_union(kind):
            return self._union(node, members(kind))
        expected = shape(kind)
        if not isinstance(node, expected) or (isinstance(node, Scalar) and node.nothing):
            return self._unlike(node, (kind,))
        if get_origin(kind) is Annotated:
            return self._annotated(node, kind)
        if kind is expected:
            return node
        if isinstance(node, Scalar):
            return self._scalar(node, kind)
        if isinstance(node, Sequence):
            return self._sequence(node, kind)
        if get_origin(kind) is dict:
            return self._dict(node, get_args(kind)[1])
        return self._struct(node, kind)

    def _unlike(self, node: Scalar | Sequence | Mapping, kinds: tuple[Any, ...]) -> Any:
        choices = [word for kind in kinds for word in words(kind) or ()]
        given = node.text if isinstance(node, Scalar) else None
        hint = None
        if isinstance(node, Scalar) and node.nothing and str in kinds:
            hint = _EMPTY_TEXT
        message = _EXPECTED(wanted=wanted(kinds), actual=describe(node))
        self.report(node, message, given=given, candidates=choices, hint=hint)
        return FAILED

    def _scalar(self, node: Scalar, kind: Any) -> Any:
        if kind is str:
            return node.text
        if parses(kind):
            return self._construct(node, kind, lambda: kind.parse(node.text))
        closed = words(kind)
        value = closed.get(node.text) if closed is not None else number(kind, node.text)
        return self._unlike(node, (kind,)) if value is None else value

    def _sequence(self, node: Sequence, kind: Any) -> Any:
        item = get_args(kind)[0]
        values = [self.bind(each, item) for each in node.items]
        if any(value is FAILED for value in values):
            return FAILED
        return frozenset(values) if get_origin(kind) is frozenset else tuple(values)

    def _dict(self, node: Mapping, kind: Any) -> Any:
        values = {key.text: self.bind(value, kind) for key, value in node.entries}
        return FAILED if any(value is FAILED for value in values.values()) else values

    def _struct(self, node: Mapping, kind: type[msgspec.Struct]) -> Any:
        known = fields_of(kind)
        values, strange = self._given(node, known)
        left = [name for name in known if name not in values]
        meant = self._strange(strange, left)
        missing = [name for name in left if known[name].required and name not in meant]
        for name in missing:
            self.report(node, _MISSING(key=name))
        if strange or missing or any(value is FAILED for value in values.values()):
            return FAILED
        given = {known[name].name: value for name, value in values.items()}
        return self._construct(node, kind, lambda: kind(**given))

    def replace(self, node: Mapping, old: msgspec.Struct) -> Any:
        """`old` with the fields that `node` gives; FAILED, with faults, if one of them fails."""
        known = fields_of(type(old))
        values, strange = self._given(node, known)
        self._strange(strange, [name for name in known if name not in values])
        if strange or any(value is FAILED for value in values.values()):
            return FAILED
        new = {known[name].name: value for name, value in values.items()}
        values_by_name = {field.name: getattr(old, field.name) for field in known.values()} | new
        return self._construct(node, type(old), lambda: type(old)(**values_by_name))

    def _given(
        self, node: Mapping, known: Map[str, msgspec.structs.FieldInfo]
    ) -> tuple[dict[str, Any], list[Scalar]]:
        """The values of the known keys, and the other keys."""
        values = {
            key.text: self.bind(value, known[key.text].type)
            for key, value in node.entries
            if key.text in known
        }
        return values, [key for key, _ in node.entries if key.text not in known]

    def _strange(self, strange: list[Scalar], left: list[str]) -> set[str | None]:
        """Report each unknown key; return the keys that were probably meant."""
        for key in strange:
            self.report(key, _UNKNOWN(key=key.text), given=key.text, candidates=left)
        return {nearest(key.text, left) for key in strange}

    def _annotated(self, node: Scalar | Sequence | Mapping, kind: Any) -> Any:
        plain = get_args(kind)[0]
        value = self.bind(node, plain)
        if value is FAILED:
            return value
        return self._construct(node, plain, lambda: msgspec.convert(value, kind))

    def _construct(self, node: Node, kind: type, make: Callable[[], Any]) -> Any:
        """The result of `make`. A ValueError (InvalidOption, a Struct's own check) is a fault of
        the value; any other error is a fault of `kind`, which may come from a plugin.
        """
        try:
            return make()
        except InvalidOption as error:
            self.report(node, error.message, offset=error.offset)
        except ValueError as error:
            self.report(node, _WRONG(why=error))
        except (Exception, SystemExit) as error:  # noqa: BLE001 - the fault names the class
            described = f"{type(error).__name__}: {error}"
            named = f"{kind.__module__}.{kind.__qualname__}"
            self.report(node, _FELL_OVER(type=named, error=described))
        return FAILED

    def _union(self, node: Scalar | Sequence | Mapping, kinds: tuple[Any, ...]) -> Any:
        fitting = tuple(kind for kind in kinds if isinstance(node, shape(kind)))
        if not fitting:
            return self._unlike(node, kinds)
        if len(fitting) == 1 and not isinstance(node, Scalar):
            return self.bind(node, fitting[0])
        trials: list[list[SourceFault]] = []
        for kind in fitting:
            faults: list[SourceFault] = []
            value = Binder(self.source, faults).bind(node, kind)
            if value is not FAILED:
                return value
            trials.append(faults)
        if not isinstance(node, Scalar):
            fewest: list[SourceFault] = min(trials, key=len)
            self.faults += fewest
            return FAILED
        of_parsers = [faults for kind, faults in zip(fitting, trials, strict=True) if parses(kind)]
        if node.nothing or not of_parsers:
            return self._unlike(node, kinds)
        self.faults += of_parsers[-1]
        return FAILED
