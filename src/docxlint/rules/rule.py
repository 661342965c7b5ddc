"""What a rule is: a sentence that should be true, its source, and the check that decides it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Generic, TypeAlias, TypeVar

import msgspec

from docxlint.core.finding import Broken, NotApplicable, PackId, Problem, Severity, Unchecked
from docxlint.core.message import Message
from docxlint.core.option_types import Regex
from docxlint.form.bound import BoundForm
from docxlint.form.schema import Form
from docxlint.rules.diagnosis.equations import Equation

Outcome: TypeAlias = Problem | Unchecked | NotApplicable
OptionsT = TypeVar("OptionsT", bound=msgspec.Struct)


class OptionFault(msgspec.Struct, frozen=True):
    """An option that does not fit the form.

    `path` leads to the option from the check's own options (("holds", 0)); `offset` counts
    characters from the start of its scalar. `given` and `candidates` serve a hint: the nearest
    of the candidates to what was given.
    """

    path: tuple[str | int, ...]
    message: Message
    offset: int = 0
    given: str | None = None
    candidates: tuple[str, ...] = ()


def _no_faults(_options: Any, _form: Form) -> Iterator[OptionFault]:
    return iter(())


class Kind(msgspec.Struct, Generic[OptionsT], frozen=True):
    """A kind of check with typed options.

    `options` is a msgspec.Struct class. Options that name parts of the form have the types
    SectionRef, TableRef, RowRef, ColumnRef and FigureRef; these are checked against the form
    when a pack is loaded. `verify` yields any other fault of the options, before any document
    is read. `run` yields the problems of a document and what could not be checked; a run that
    yields nothing has passed. `equations` yields the sums that a rule states, so that wrong
    figures can be found from all sums together; it leaves their `rule` empty.
    """

    name: str
    options: type[OptionsT]
    run: Callable[[BoundForm, OptionsT], Iterator[Outcome]]
    verify: Callable[[OptionsT, Form], Iterator[OptionFault]] = _no_faults
    equations: Callable[[BoundForm, OptionsT], Iterator[Equation]] | None = None


class Place(msgspec.Struct, frozen=True):
    """Beside what an example puts something: the block that holds the words, or the section."""

    after: str | None = None
    before: str | None = None


class Insertion(msgspec.Struct, frozen=True):
    """Markdown that an example puts beside the block that holds the words."""

    text: str
    after: str | None = None
    before: str | None = None


class Changes(msgspec.Struct, frozen=True, kw_only=True):
    """Changes of the pack's good document, made in this order.

    `swap` replaces every occurrence of words in the document's Markdown; `set` gives a figure
    (table.row.column) another text; `drop` takes out sections.NAME, tables.NAME or
    tables.NAME.ROW; `move` puts a section (its name) elsewhere, beside another; `insert` puts
    paragraphs or tables in.
    """

    swap: dict[str, str] = {}
    set: dict[str, str] = {}
    drop: tuple[str, ...] = ()
    move: dict[str, Place] = {}
    insert: tuple[Insertion, ...] = ()


class Example(Changes, frozen=True, kw_only=True):
    """A change of the pack's good document and what this rule says of the result.

    The changes are made in this order. `swap` replaces every occurrence of words in the
    document's Markdown; `set` gives a figure (table.row.column) another text; `drop` takes out
    sections.NAME, tables.NAME or tables.NAME.ROW; `move` puts a section (its name) elsewhere,
    beside another; `insert` puts paragraphs or tables in. `previous` are changes of the good
    document that make last year's report; without it there is none. `finds` are the messages,
    in Chinese and in order, that the rule must yield, `unjudged` the reasons for what it cannot
    judge: nothing more, nothing less.
    """

    finds: tuple[str, ...]
    unjudged: tuple[str, ...] = ()
    previous: Changes | None = None
    year: int | None = None
    why: str | None = None


class SourceLine(msgspec.Struct, frozen=True):
    """A line of a pack's file: the file as faults name it, the number from 1, and the text."""

    file: str = ""
    number: int = 0
    text: str = ""


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """A rule of a pack: `title` is the sentence that should be true, `source` where it is laid
    down, `note` what else its reader should know; `options` belong to `kind`. `examples` are
    there only where the pack was loaded with them.

    `pack` is the name of the pack that it comes from, `changed_by` the packs that changed it on
    the way, the last of them last. `location` is the first line of its own file ("my-pack/
    rules/balance.yaml"), `example_locations` the line on which each example begins: in that file,
    or in the pack.yaml that changes the examples.
    """

    name: str
    title: Message
    severity: Severity
    source: str
    kind: Kind[Any]
    options: Any
    note: str | None = None
    examples: tuple[Example, ...] = ()
    pack: str = ""
    changed_by: tuple[str, ...] = ()
    location: SourceLine = SourceLine()
    example_locations: tuple[SourceLine, ...] = ()


class Applies(msgspec.Struct, frozen=True):
    """Which documents a pack is for: the title matches one of `title`, or at least `sections` of
    the form's headings are there; and the report year lies between `since` and `until`.
    """

    title: tuple[Regex, ...] = ()
    sections: int | None = None
    since: int | None = None
    until: int | None = None


class Pack(msgspec.Struct, frozen=True, kw_only=True):
    """A folder of rules and a form, with a version. `folder` is where it was read from,
    `location` the first line of its pack.yaml.

    A pack that extends another, its `base`, has the base's rules among its own, and the base's
    form with its own changes. `dropped` are the rules that it, or a base, leaves out, with the
    reasons. `good_file` is the file of its own good document, "" where it has its base's; `good`
    is how it changes that one, None where it does not. `inputs` are the files and folders on which
    all this depends, those of the base aside; some of them need not exist.
    """

    name: str
    version: str
    title: Message
    form: Form
    rules: tuple[Rule, ...]
    applies: Applies = Applies()
    folder: str = ""
    location: SourceLine = SourceLine()
    base: Pack | None = None
    dropped: dict[str, str] = {}
    good: Example | None = None
    good_file: str = ""
    inputs: tuple[str, ...] = ()

    def line(self) -> Iterator[Pack]:
        """The pack, its base, the base's base, and so on."""
        pack: Pack | None = self
        while pack is not None:
            yield pack
            pack = pack.base

    @property
    def bases(self) -> tuple[PackId, ...]:
        """The packs that this one extends, the nearest first."""
        return tuple(PackId(pack.name, pack.version) for pack in self.line() if pack is not self)

    @property
    def good_changes(self) -> tuple[Example, ...]:
        """How the good document of the nearest pack that has its own comes to be this pack's:
        changes to be made one after the other.
        """
        changes: list[Example] = []
        for pack in self.line():
            if pack.good_file:
                break
            if pack.good is not None:
                changes.insert(0, pack.good)
        return tuple(changes)


def broken_rule(rule: Rule, error: BaseException, origins: Mapping[str, str]) -> Broken:
    """That the check of `rule` failed; `origins` says which plugin brought a kind of check."""
    brought = origins.get(rule.kind.name)
    check = rule.kind.name if brought is None else f"{rule.kind.name}, {brought}"
    return Broken(subject=f"{rule.name} ({check})", reason=f"{type(error).__name__}: {error}")
