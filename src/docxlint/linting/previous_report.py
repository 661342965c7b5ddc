"""Last year's reports: which belongs to which document, and what it is in the form of its year."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TypeAlias

import msgspec

from docxlint.core.document import Document
from docxlint.core.finding import PreviousReport
from docxlint.core.message import Message
from docxlint.form.bind import bind
from docxlint.form.bound import BoundForm, Previous
from docxlint.linting.catalog import PackCatalog, is_alike, is_in_time
from docxlint.linting.previous_archive import Archive, Entry, organ_of, same_organ
from docxlint.packs import PackFault
from docxlint.rules.rule import Applies, Pack
from docxlint.word import read
from docxlint.word.source import Source, display_name, read_bytes

# A document in the form of a pack, and the pack.
Part: TypeAlias = tuple[BoundForm, Pack]

_UNREAD = Message(
    zh="上年的报告{name}读不出来：{why}", en="last year's report{name} cannot be read: {why}"
)
_ITSELF = Message(
    zh="给出的上年报告{name}就是这份文档", en="last year's report{name} is this very document"
)
_NO_KIND = Message(
    zh="给出的上年报告{name}不是这一类文档", en="last year's report{name} is no report of this kind"
)
_ORGAN = Message(
    zh="给出的上年报告{name}是“{found}”的，不是“{organ}”的",
    en="last year's report{name} is by “{found}”, not by “{organ}”",
)
_YEAR = Message(
    zh="给出的上年报告{name}是 {found} 年的，不是 {year} 年的",
    en="last year's report{name} is for {found}, not for {year}",
)
_NAMED = Message(zh="（{name}）", en=" ({name})")


class Forms(msgspec.Struct):
    """Where the form of a document is found: among `packs`, which with `whatever` are used for
    every document, else on `shelf`. `faults` gathers what is wrong with packs on the way.
    """

    packs: tuple[Pack, ...]
    shelf: PackCatalog | None
    whatever: bool
    faults: list[PackFault] = []

    def of(self, document: Document) -> list[Part]:
        """`document` in the form of each pack that is for it."""
        asked = [(bind(document, pack.form), pack) for pack in self.packs]
        fitting = [(bound, pack) for bound, pack in asked if self._is_for(pack, bound)]
        if fitting:
            return fitting
        for entry in self.shelf.entries() if self.shelf is not None else ():
            if isinstance(entry, PackFault):
                if entry not in self.faults:
                    self.faults.append(entry)
                continue
            bound = bind(document, entry.form)
            if is_alike(entry.applies, bound) and is_in_time(entry.applies, bound):
                return [(bound, entry)]
        return asked if self.whatever else []

    def _is_for(self, pack: Pack, bound: BoundForm) -> bool:
        """What the pack says itself of the documents that it is for, or else the nearest that it
        extends.
        """
        said = next((one.applies for one in pack.line() if one.applies != Applies()), None)
        if said is None:
            return self.whatever
        return is_alike(said, bound) and is_in_time(said, bound)


def archive(paths: Iterable[str | Path], forms: Forms) -> Archive:
    """What the documents at `paths` are reports of; those for which there is no pack are left
    out, those that cannot be read are said.
    """
    entries: list[Entry] = []
    unread: dict[str, Message] = {}
    for path in map(str, paths):
        try:
            data = read_bytes(path)
            parts = forms.of(read.read(data))
        except read.Unreadable as fault:
            unread[path] = fault.message
            continue
        if parts:
            bound, _ = parts[0]
            kinds = tuple(dict.fromkeys(kind_of(pack) for _, pack in parts))
            digest = hashlib.sha256(data).hexdigest()
            entries.append(Entry(path, digest, organ_of(bound), bound.year, kinds))
    return Archive(tuple(entries), unread)


def kind_of(pack: Pack) -> str:
    """What packs of reports of one kind have in common: the name of the last that they extend."""
    return [*pack.line()][-1].name


def compare(
    parts: Sequence[Part], source: Source | Archive, forms: Forms, digest: str
) -> tuple[list[Part], PreviousReport | None]:
    """`parts`, at least one, of a document of that SHA-256 digest, with last year's report: the
    document at `source`, or the one that it has for the organ; and what it is, None if none.
    """
    bound, pack = parts[0]
    causes: tuple[str, ...] = ()
    if isinstance(source, Archive):
        found = source.partner(organ_of(bound), bound.year, kind_of(pack))
        if found is None:
            return list(parts), None
        if isinstance(found, Message):
            causes = () if organ_of(bound) else ("title",)
            return _without(parts, found, causes), PreviousReport(path="", error=found)
        source = found.path
    path = display_name(source)
    name = "" if path == "-" else Path(path).name
    shown = _NAMED(name=name) if name else Message("", "")
    sha256 = ""
    try:
        data = read_bytes(source)
        sha256 = hashlib.sha256(data).hexdigest()
        lasts = forms.of(read.read(data))
    except read.Unreadable as error:
        fault = _UNREAD(name=shown, why=error.message)
        return _without(parts, fault), PreviousReport(path=path, sha256=sha256, error=fault)
    compared: list[Part] = []
    faults: list[Message] = []
    for bound, pack in parts:
        last = _like(pack, lasts)
        unfit = _ITSELF(name=shown) if sha256 == digest else _unfit(bound, last, shown)
        faults += () if unfit is None else (unfit,)
        previous = Previous(name, last if unfit is None else None, unfit)
        compared.append((msgspec.structs.replace(bound, previous=previous), pack))
    year = lasts[0][0].year if lasts else None
    first = faults[0] if faults else None
    return compared, PreviousReport(path=path, sha256=sha256, year=year, error=first)


def _without(parts: Sequence[Part], fault: Message, causes: tuple[str, ...] = ()) -> list[Part]:
    previous = Previous(fault=fault, causes=causes)
    return [(msgspec.structs.replace(one, previous=previous), pack) for one, pack in parts]


def _like(pack: Pack, lasts: Sequence[Part]) -> BoundForm | None:
    """The one of `lasts` that is in the form of `pack`, else in one of the same kind."""
    same = [one for one, other in lasts if other.name == pack.name]
    kin = [one for one, other in lasts if kind_of(other) == kind_of(pack)]
    return next(iter([*same, *kin]), None)


def _unfit(bound: BoundForm, last: BoundForm | None, name: Message) -> Message | None:
    """Why `last` is not the report of the same organ for the year before; None where nothing
    that either title says tells against it.
    """
    if last is None:
        return _NO_KIND(name=name)
    organ, found = organ_of(bound), organ_of(last)
    if organ and found and not same_organ(organ, found):
        return _ORGAN(name=name, found=found, organ=organ)
    if bound.year is not None and last.year is not None and last.year != bound.year - 1:
        return _YEAR(name=name, found=last.year, year=bound.year - 1)
    return None
