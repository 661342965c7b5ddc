"""Select the packs for a document, and bind the document to the form of each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

import msgspec

from docxlint.core.document import Document
from docxlint.form.bind import bind
from docxlint.form.bound import BoundForm
from docxlint.linting.catalog import PackCatalog
from docxlint.packs import PackFault
from docxlint.rules.rule import Applies, Pack

# A pack, and a document in its form.
Part: TypeAlias = tuple[BoundForm, Pack]


class Selection(msgspec.Struct, frozen=True):
    """The packs for one document; `parts` is empty if no pack applies.

    `closest` is the document in the form that fits it best: that of the first part; without
    parts, that of a pack for the same kind of document and other years, where `same_kind` is
    true, else that of any pack (None if there is none). `document_names` are the names of the
    documents that the tried packs are for, without repetition; with `same_kind`, only those of
    the packs for this kind of document. `faults` are the packs that could not be loaded on the
    way.
    """

    parts: tuple[Part, ...]
    closest: BoundForm | None = None
    same_kind: bool = False
    document_names: tuple[str, ...] = ()
    faults: tuple[PackFault, ...] = ()


class PackSelector(msgspec.Struct, frozen=True):
    """Selects packs: all of `named`, or, where none is named, the first of `catalog` that
    applies to the document.
    """

    named: tuple[Pack, ...] = ()
    catalog: PackCatalog | None = None

    @property
    def packs(self) -> Iterable[Pack]:
        """The packs to choose from. Raises PackFault for one that cannot be loaded."""
        return self.named or self.catalog or ()

    def select(self, document: Document, year: int | None = None) -> Selection:
        """The packs for `document`; `year` replaces the report year in its title."""
        if self.named:
            parts = self._bind_named(document, year)
            return Selection(parts, parts[0][0], same_kind=True)
        return self._first_in_catalog(document, year)

    def select_previous(self, document: Document) -> Selection:
        """The packs for last year's report.

        Last year's form may have been another one. So the named packs are used if they apply to
        the document, else the first of the catalog that does, else the named packs again.
        """
        parts = self._bind_named(document, None)
        if fitting := tuple(part for part in parts if _applies_to_previous(*part)):
            return Selection(fitting, fitting[0][0], same_kind=True)
        selection = self._first_in_catalog(document, None)
        if selection.parts or not parts:
            return selection
        return msgspec.structs.replace(selection, parts=parts)

    def _bind_named(self, document: Document, year: int | None) -> tuple[Part, ...]:
        return tuple((bind(document, pack.form, year), pack) for pack in self.named)

    def _first_in_catalog(self, document: Document, year: int | None) -> Selection:
        closest: BoundForm | None = None
        same_kind = False
        names: dict[str, bool] = {}
        faults: list[PackFault] = []
        for entry in self.catalog.entries() if self.catalog is not None else ():
            if isinstance(entry, PackFault):
                faults.append(entry)
                continue
            bound = bind(document, entry.form, year)
            matches = matches_kind(entry.applies, bound)
            if matches and covers_year(entry.applies, bound):
                return Selection(((bound, entry),), bound, True, faults=tuple(faults))
            if closest is None or (matches and not same_kind):
                closest = bound
            same_kind = same_kind or matches
            name = entry.form.title.name
            names[name] = names.get(name, False) or matches
        wanted = tuple(name for name, matches in names.items() if matches or not same_kind)
        return Selection((), closest, same_kind, wanted, tuple(faults))


def matches_kind(applies: Applies, bound: BoundForm) -> bool:
    """Whether the title or the headings of a document are those that `applies` asks for,
    whatever its year.
    """
    known = sum(section.form is not None for section in bound.sections)
    if applies.sections is not None and known >= applies.sections:
        return True
    title = bound.title.text if bound.title is not None else ""
    return any(pattern.matches(title) for pattern in applies.title)


def covers_year(applies: Applies, bound: BoundForm) -> bool:
    """Whether `applies` covers the report year of a document; true for one without a year."""
    year, since, until = bound.year, applies.since, applies.until
    return year is None or ((since is None or year >= since) and (until is None or year <= until))


def _applies_to_previous(bound: BoundForm, pack: Pack) -> bool:
    """Whether a named pack applies, by its own `applies` or that of the nearest base that has
    one; a pack without any applies to every document.
    """
    applies = next((each.applies for each in pack.lineage() if each.applies != Applies()), None)
    if applies is None:
        return True
    return matches_kind(applies, bound) and covers_year(applies, bound)
