"""Rules, kinds of check, and packs of rules, as data."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any, Generic, TypeAlias, TypeVar

import msgspec

from docxlint.core.finding import Broken, NotApplicable, PackId, Problem, Severity, Unchecked
from docxlint.core.message import Message
from docxlint.core.reference import FigureRef
from docxlint.core.regex import Regex
from docxlint.form.bound import BoundForm
from docxlint.form.schema import Form
from docxlint.rules.diagnosis.equations import Equation

Outcome: TypeAlias = Problem | Unchecked | NotApplicable
OptionsT = TypeVar("OptionsT", bound=msgspec.Struct)


class OptionFault(msgspec.Struct, frozen=True):
    """An option that does not fit the form.

    `path` leads from the options of the rule to the option (("holds", 0)). `offset` is the
    position of the fault in the option's text, in characters. `given` is the name in the option;
    the hint suggests the one of `candidates` that is most similar to it.
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
    when a pack is loaded. `verify` yields all other faults of the options, before a document
    is read. `run` yields the problems of a document and the places that it could not check; if
    it yields nothing, the rule has passed. `equations` yields the sums that a rule states, so
    that wrong figures can be found from all sums together. It leaves their `rule` empty.
    `stated_figures` yields figures of the tables with the values that the text states for them:
    they tell which of several possible figures is likely to be wrong.
    `judges_tables` is true for a kind that judges each table by itself, so that a table or a row
    that a document has twice is judged both times.
    """

    name: str
    options: type[OptionsT]
    run: Callable[[BoundForm, OptionsT], Iterator[Outcome]]
    verify: Callable[[OptionsT, Form], Iterator[OptionFault]] = _no_faults
    equations: Callable[[BoundForm, OptionsT], Iterator[Equation]] | None = None
    stated_figures: Callable[[BoundForm, OptionsT], Iterator[tuple[FigureRef, Decimal]]] | None = (
        None
    )
    judges_tables: bool = False


class Place(msgspec.Struct, frozen=True):
    """Where an example puts something: after or before a section, or the block with some words."""

    after: str | None = None
    before: str | None = None


class Insertion(msgspec.Struct, frozen=True):
    """Markdown that an example adds after or before the block with some words."""

    text: str
    after: str | None = None
    before: str | None = None


class Changes(msgspec.Struct, frozen=True, kw_only=True):
    """Changes of the pack's good document. They are made in the order of these fields.

    `swap` replaces every occurrence of words in the document's Markdown. `set` changes the text
    of a figure (table.row.column). `drop` removes sections.NAME, tables.NAME or tables.NAME.ROW.
    `move` moves a section, by its name, next to another. `insert` adds paragraphs or tables.
    """

    swap: dict[str, str] = {}
    set: dict[str, str] = {}
    drop: tuple[str, ...] = ()
    move: dict[str, Place] = {}
    insert: tuple[Insertion, ...] = ()


class Example(Changes, frozen=True, kw_only=True):
    """Changes of the pack's good document, and what the rule must yield for the result.

    The changes are made in this order. `swap` replaces every occurrence of words in the
    document's Markdown. `set` changes the text of a figure (table.row.column). `drop` removes
    sections.NAME, tables.NAME or tables.NAME.ROW. `move` moves a section, by its name, next to
    another. `insert` adds paragraphs or tables. `header` becomes the text of the page header.
    `xml` replaces every occurrence of words in the XML of the written file, for what Markdown
    cannot say. `previous` has the changes of the good document that make last year's report;
    without it there is none.

    `finds` has the messages of the rule's problems, in Chinese and in order. `unjudged` has the
    reasons why it could not check something. The rule must yield exactly these.
    """

    finds: tuple[str, ...]
    unjudged: tuple[str, ...] = ()
    header: str = ""
    xml: dict[str, str] = {}
    previous: Changes | None = None
    year: int | None = None
    why: str | None = None


class SourceLine(msgspec.Struct, frozen=True):
    """A line of a pack's file: the name of the file in messages, the number from 1, the text."""

    file: str = ""
    number: int = 0
    text: str = ""


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """A rule of a pack.

    `title` is the sentence that should be true. `source` says which regulation requires it, and
    `note` what else a reader should know. `options` are the options of `kind`. `examples` is
    empty unless the pack was loaded with examples.

    `pack` is the name of the pack that the rule comes from. `changed_by` has the packs that
    changed it, in the order of their changes. `location` is the first line of the rule's file
    ("my-pack/rules/balance.yaml"). `example_locations` has the first line of each example, in
    that file or in the pack.yaml that changes the examples.
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
    """Which documents a pack is for.

    The title matches one of `title`, or the document has at least `sections` of the form's
    headings. The report year is from `since` to `until`, both included.
    """

    title: tuple[Regex, ...] = ()
    sections: int | None = None
    since: int | None = None
    until: int | None = None


class Pack(msgspec.Struct, frozen=True, kw_only=True):
    """A form and rules with a version, read from a folder.

    `folder` is the path of that folder, `location` the first line of its pack.yaml.

    A pack may extend another, its `base`. Then `rules` and `form` include those of the base, with
    the pack's changes. `dropped` maps rules that the pack or a base removes to the reasons.
    `good_file` is the file of the pack's good document, "" if it uses that of its base; `good`
    has its changes of that document, None if there are none. `inputs` has the files and folders
    that the pack was read from, without those of the base; some of them need not exist.
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

    def lineage(self) -> Iterator[Pack]:
        """Yield the pack, its base, the base of that, and so on."""
        pack: Pack | None = self
        while pack is not None:
            yield pack
            pack = pack.base

    @property
    def bases(self) -> tuple[PackId, ...]:
        """The packs that this one extends, its own base first."""
        return tuple(PackId(pack.name, pack.version) for pack in self.lineage() if pack is not self)

    @property
    def good_changes(self) -> tuple[Example, ...]:
        """The changes that lead to this pack's good document, in order.

        They start from the document of the first pack in `lineage` that has a `good_file`.
        """
        changes: list[Example] = []
        for pack in self.lineage():
            if pack.good_file:
                break
            if pack.good is not None:
                changes.insert(0, pack.good)
        return tuple(changes)


def broken_rule(rule: Rule, error: BaseException, origins: Mapping[str, str]) -> Broken:
    """Return the fault of a rule whose check failed; `origins` maps kinds to their plugins."""
    plugin = origins.get(rule.kind.name)
    check = rule.kind.name if plugin is None else f"{rule.kind.name}, {plugin}"
    return Broken(subject=f"{rule.name} ({check})", reason=f"{type(error).__name__}: {error}")
