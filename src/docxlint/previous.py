"""Last year's reports: which belongs to which document, and what it is in the form of its year."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TypeAlias

import msgspec

from docxlint import reader
from docxlint.archive import Archive, Entry, organ_of, same_organ
from docxlint.finding import Compared, Phrase
from docxlint.form.fill import fill
from docxlint.form.filled import Filled, Previous
from docxlint.model import Document
from docxlint.pack import PackFault
from docxlint.rule import Applies, Pack
from docxlint.shelf import Shelf, is_alike, is_in_time
from docxlint.source import Source, bytes_of, called

# A document in the form of a pack, and the pack.
Part: TypeAlias = tuple[Filled, Pack]

_UNREAD = Phrase(
    zh="上年的报告{name}读不出来：{why}", en="last year's report{name} cannot be read: {why}"
)
_ITSELF = Phrase(
    zh="给出的上年报告{name}就是这份文档", en="last year's report{name} is this very document"
)
_NO_KIND = Phrase(
    zh="给出的上年报告{name}不是这一类文档", en="last year's report{name} is no report of this kind"
)
_ORGAN = Phrase(
    zh="给出的上年报告{name}是“{found}”的，不是“{organ}”的",
    en="last year's report{name} is by “{found}”, not by “{organ}”",
)
_YEAR = Phrase(
    zh="给出的上年报告{name}是 {found} 年的，不是 {year} 年的",
    en="last year's report{name} is for {found}, not for {year}",
)
_NAMED = Phrase(zh="（{name}）", en=" ({name})")


class Forms(msgspec.Struct):
    """Where the form of a document is found: among `packs`, which with `whatever` are used for
    every document, else on `shelf`. `faults` gathers what is wrong with packs on the way.
    """

    packs: tuple[Pack, ...]
    shelf: Shelf | None
    whatever: bool
    faults: list[PackFault] = []

    def of(self, document: Document) -> list[Part]:
        """`document` in the form of each pack that is for it."""
        asked = [(fill(document, pack.form), pack) for pack in self.packs]
        fitting = [(filled, pack) for filled, pack in asked if self._is_for(pack, filled)]
        if fitting:
            return fitting
        for entry in self.shelf.entries() if self.shelf is not None else ():
            if isinstance(entry, PackFault):
                if entry not in self.faults:
                    self.faults.append(entry)
                continue
            filled = fill(document, entry.form)
            if is_alike(entry.applies, filled) and is_in_time(entry.applies, filled):
                return [(filled, entry)]
        return asked if self.whatever else []

    def _is_for(self, pack: Pack, filled: Filled) -> bool:
        """What the pack says itself of the documents that it is for, or else the nearest that it
        extends.
        """
        said = next((one.applies for one in pack.line() if one.applies != Applies()), None)
        if said is None:
            return self.whatever
        return is_alike(said, filled) and is_in_time(said, filled)


def archive(paths: Iterable[str | Path], forms: Forms) -> Archive:
    """What the documents at `paths` are reports of; those for which there is no pack are left
    out, those that cannot be read are said.
    """
    entries: list[Entry] = []
    unread: dict[str, Phrase] = {}
    for path in map(str, paths):
        try:
            data = bytes_of(path)
            parts = forms.of(reader.read(data))
        except reader.Unreadable as fault:
            unread[path] = fault.phrase
            continue
        if parts:
            filled, _ = parts[0]
            kinds = tuple(dict.fromkeys(kind_of(pack) for _, pack in parts))
            digest = hashlib.sha256(data).hexdigest()
            entries.append(Entry(path, digest, organ_of(filled), filled.year, kinds))
    return Archive(tuple(entries), unread)


def kind_of(pack: Pack) -> str:
    """What packs of reports of one kind have in common: the name of the last that they extend."""
    return [*pack.line()][-1].name


def compare(
    parts: Sequence[Part], source: Source | Archive, forms: Forms, digest: str
) -> tuple[list[Part], Compared | None]:
    """`parts`, at least one, of a document of that SHA-256 digest, with last year's report: the
    document at `source`, or the one that it has for the organ; and what it is, None if none.
    """
    filled, pack = parts[0]
    causes: tuple[str, ...] = ()
    if isinstance(source, Archive):
        found = source.partner(organ_of(filled), filled.year, kind_of(pack))
        if found is None:
            return list(parts), None
        if isinstance(found, Phrase):
            causes = () if organ_of(filled) else ("title",)
            return _without(parts, found, causes), Compared(path="", error=found)
        source = found.path
    path = called(source)
    name = "" if path == "-" else Path(path).name
    shown = _NAMED(name=name) if name else Phrase("", "")
    sha256 = ""
    try:
        data = bytes_of(source)
        sha256 = hashlib.sha256(data).hexdigest()
        lasts = forms.of(reader.read(data))
    except reader.Unreadable as error:
        fault = _UNREAD(name=shown, why=error.phrase)
        return _without(parts, fault), Compared(path=path, sha256=sha256, error=fault)
    compared: list[Part] = []
    faults: list[Phrase] = []
    for filled, pack in parts:
        last = _like(pack, lasts)
        unfit = _ITSELF(name=shown) if sha256 == digest else _unfit(filled, last, shown)
        faults += () if unfit is None else (unfit,)
        previous = Previous(name, last if unfit is None else None, unfit)
        compared.append((msgspec.structs.replace(filled, previous=previous), pack))
    year = lasts[0][0].year if lasts else None
    first = faults[0] if faults else None
    return compared, Compared(path=path, sha256=sha256, year=year, error=first)


def _without(parts: Sequence[Part], fault: Phrase, causes: tuple[str, ...] = ()) -> list[Part]:
    previous = Previous(fault=fault, causes=causes)
    return [(msgspec.structs.replace(one, previous=previous), pack) for one, pack in parts]


def _like(pack: Pack, lasts: Sequence[Part]) -> Filled | None:
    """The one of `lasts` that is in the form of `pack`, else in one of the same kind."""
    same = [one for one, other in lasts if other.name == pack.name]
    kin = [one for one, other in lasts if kind_of(other) == kind_of(pack)]
    return next(iter([*same, *kin]), None)


def _unfit(filled: Filled, last: Filled | None, name: Phrase) -> Phrase | None:
    """Why `last` is not the report of the same organ for the year before; None where nothing
    that either title says tells against it.
    """
    if last is None:
        return _NO_KIND(name=name)
    organ, found = organ_of(filled), organ_of(last)
    if organ and found and not same_organ(organ, found):
        return _ORGAN(name=name, found=found, organ=organ)
    if filled.year is not None and last.year is not None and last.year != filled.year - 1:
        return _YEAR(name=name, found=last.year, year=filled.year - 1)
    return None
