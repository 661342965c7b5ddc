"""Check kinds of plugins, with their results checked against the declared types.

A frozen class does not check its fields, and nobody has type-checked a plugin against this
version. Encoding a result and decoding it again checks every field.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from docxlint.core.finding import NotApplicable, Problem, Unchecked
from docxlint.form.bound import BoundForm
from docxlint.form.schema import Form
from docxlint.rules.rule import Kind, OptionFault, Outcome

_ENCODER = msgspec.json.Encoder()
_FAULT = msgspec.json.Decoder(OptionFault)
_OUTCOMES: dict[type, msgspec.json.Decoder[Any]] = {
    outcome: msgspec.json.Decoder(outcome) for outcome in (Problem, Unchecked, NotApplicable)
}


class PluginFault(Exception):
    """A plugin offers something that cannot be used."""


class _CheckedVerify(msgspec.Struct, frozen=True):
    """The `verify` of a plugin's kind; an error in it names the plugin."""

    kind: str
    verify: Callable[[Any, Form], Iterator[OptionFault]]
    plugin: str

    def __reduce__(self) -> tuple[object, tuple[str, str]]:
        return _part_of_kind, (self.kind, "verify")

    def __call__(self, options: Any, form: Form) -> Iterator[OptionFault]:
        try:
            for fault in self.verify(options, form):
                yield _FAULT.decode(_ENCODER.encode(fault))
        except (Exception, SystemExit) as error:
            raise PluginFault(f"{self.plugin}: {type(error).__name__}: {error}") from error


class _CheckedRun(msgspec.Struct, frozen=True):
    """The `run` of a plugin's kind; it raises an error for an outcome with a wrong field."""

    kind: str
    run: Callable[[BoundForm, Any], Iterator[Outcome]]

    def __reduce__(self) -> tuple[object, tuple[str, str]]:
        return _part_of_kind, (self.kind, "run")

    def __call__(self, bound: BoundForm, options: Any) -> Iterator[Outcome]:
        for outcome in self.run(bound, options):
            decoder = _OUTCOMES.get(type(outcome))
            # The engine rejects anything that is not an outcome.
            yield outcome if decoder is None else decoder.decode(_ENCODER.encode(outcome))


def checked_kind(kind: Kind[Any], plugin: str) -> Kind[Any]:
    """Return `kind` of `plugin` (its name and version) with its results checked.

    The results for equal kinds are equal, so a pack that was loaded with one can be used again.
    """
    return msgspec.structs.replace(
        kind,
        run=_CheckedRun(kind.name, kind.run),
        verify=_CheckedVerify(kind.name, kind.verify, plugin),
    )


def _part_of_kind(kind: str, part: str) -> Any:
    """Find a function of a plugin's kind by name, in the process that unpickles it.

    The plugin may have it as a lambda or an inner function, which cannot be pickled.
    """
    from docxlint.plugins.available import available_plugins  # it imports this module

    return getattr(available_plugins().kinds[kind], part)
