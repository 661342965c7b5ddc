"""What a rule is: a sentence that should be true, its source, and the check that decides it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import msgspec

from docxlint.finding import NotApplicable, Phrase, Problem, Severity, Unjudged
from docxlint.form.filled import Filled
from docxlint.form.words import Form
from docxlint.scalar import Pattern

Outcome: TypeAlias = Problem | Unjudged | NotApplicable


class OptionFault(msgspec.Struct, frozen=True):
    """An option that does not fit the form.

    `path` leads to the option from the check's own options (("holds", 0)); `offset` counts
    characters from the start of its scalar. `given` and `candidates` serve a hint: the nearest
    of the candidates to what was given.
    """

    path: tuple[str | int, ...]
    message: Phrase
    offset: int = 0
    given: str | None = None
    candidates: tuple[str, ...] = ()


def _no_faults(_options: Any, _form: Form) -> Iterator[OptionFault]:
    return iter(())


class Kind(msgspec.Struct, frozen=True):
    """A kind of check: one kind of question, asked with typed options.

    `options` is a msgspec.Struct class. `run` yields what is wrong and what cannot be judged;
    yielding nothing means that it looked and all was right. `verify` yields what is wrong with
    the options given the form, before any document is seen.
    """

    name: str
    options: type[msgspec.Struct]
    run: Callable[[Filled, Any], Iterator[Outcome]]
    verify: Callable[[Any, Form], Iterator[OptionFault]] = _no_faults


class Place(msgspec.Struct, frozen=True):
    """Beside what an example puts something: the block that holds the words, or the section."""

    after: str | None = None
    before: str | None = None


class Insertion(msgspec.Struct, frozen=True):
    """Markdown that an example puts beside the block that holds the words."""

    text: str
    after: str | None = None
    before: str | None = None


class Example(msgspec.Struct, frozen=True, kw_only=True):
    """A change of the pack's good document and what this rule says of the result.

    The changes are made in this order. `swap` replaces every occurrence of words in the
    document's Markdown; `set` gives a figure (table.row.column) another text; `drop` takes out
    sections.NAME, tables.NAME or tables.NAME.ROW; `move` puts a section (its name) elsewhere,
    beside another; `insert` puts paragraphs or tables in. `finds` are the messages, in Chinese
    and in order, that the rule must yield, `unjudged` the reasons for what it cannot judge:
    nothing more, nothing less.
    """

    finds: tuple[str, ...]
    unjudged: tuple[str, ...] = ()
    swap: dict[str, str] = {}
    set: dict[str, str] = {}
    drop: tuple[str, ...] = ()
    move: dict[str, Place] = {}
    insert: tuple[Insertion, ...] = ()
    year: int | None = None
    why: str | None = None


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """A rule of a pack: `title` is the sentence that should be true, `source` where it is laid
    down, `note` what else its reader should know; `options` belong to `kind`. `examples` are
    there only where the pack was loaded with them.
    """

    name: str
    title: Phrase
    severity: Severity
    source: str
    kind: Kind
    options: Any
    note: str | None = None
    examples: tuple[Example, ...] = ()


class Applies(msgspec.Struct, frozen=True):
    """Which documents a pack is for: the title matches one of `title`, or at least `sections` of
    the form's headings are there; and the report year lies between `since` and `until`.
    """

    title: tuple[Pattern, ...] = ()
    sections: int | None = None
    since: int | None = None
    until: int | None = None


class Pack(msgspec.Struct, frozen=True, kw_only=True):
    """A folder of rules and a form, with a version. `folder` is where it was read from."""

    name: str
    version: str
    title: Phrase
    form: Form
    rules: tuple[Rule, ...]
    applies: Applies = Applies()
    folder: str = ""
