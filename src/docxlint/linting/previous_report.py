"""Find last year's report for a document, and bind it to the form of its year."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from docxlint.core.finding import PreviousReport
from docxlint.core.message import Message
from docxlint.core.reference import TITLE, Reference
from docxlint.form.bound import BoundForm, BoundPrevious
from docxlint.linting.pack_selection import PackSelector, Part
from docxlint.linting.previous_archive import Archive, Entry, organ_of, same_organ
from docxlint.linting.unreadable_text import unreadable_message
from docxlint.packs import PackFault
from docxlint.rules.rule import Pack
from docxlint.word import read
from docxlint.word.source import Source, display_name, read_bytes

_UNREAD = Message(
    zh="上年报告{name}无法读取：{why}", en="last year's report{name} cannot be read: {why}"
)
_ITSELF = Message(
    zh="给出的上年报告{name}就是这份文档", en="last year's report{name} is this document itself"
)
_NO_KIND = Message(
    zh="给出的上年报告{name}不是同一类文档",
    en="last year's report{name} is not a document of the same kind",
)
_ORGAN = Message(
    zh="给出的上年报告{name}是“{other}”的，不是“{organ}”的",
    en="last year's report{name} is by “{other}”, not by “{organ}”",
)
_YEAR = Message(
    zh="给出的上年报告{name}是{other}年的，不是{year}年的",
    en="last year's report{name} is for {other}, not for {year}",
)
_NAMED = Message(zh="（{name}）", en=" ({name})")


class Comparison(msgspec.Struct, frozen=True):
    """The parts of a document, each with last year's report in its form; `report` describes that
    report (None if there is none), `faults` are packs that could not be loaded for it.
    """

    parts: tuple[Part, ...]
    report: PreviousReport | None = None
    faults: tuple[PackFault, ...] = ()


def read_archive(paths: Iterable[str | Path], selector: PackSelector) -> Archive:
    """Index the documents at `paths` as last year's reports.

    A document that no pack applies to is left out; one that cannot be read is listed in `unread`.
    """
    entries: list[Entry] = []
    unread: dict[str, Message] = {}
    for path in map(str, paths):
        try:
            data = read_bytes(path)
            parts = selector.select_previous(read.read(data)).parts
        except read.Unreadable as fault:
            unread[path] = unreadable_message(fault)
            continue
        if parts:
            bound, _ = parts[0]
            kinds = tuple(dict.fromkeys(kind_of(pack) for _, pack in parts))
            digest = hashlib.sha256(data).hexdigest()
            entries.append(Entry(path, digest, organ_of(bound), bound.year, kinds))
    return Archive(tuple(entries), unread)


def kind_of(pack: Pack) -> str:
    """The kind of document that a pack is for: the name of the last pack that it extends."""
    return [*pack.lineage()][-1].name


def compare(
    parts: Sequence[Part], source: Source | Archive, selector: PackSelector, digest: str
) -> Comparison:
    """Attach last year's report to the parts of a document, of which there is at least one.

    `source` is that report, or an archive to look it up in. `digest` is the SHA-256 of the
    document, so that it is not compared with itself.
    """
    bound, pack = parts[0]
    if isinstance(source, Archive):
        partner = source.partner(organ_of(bound), bound.year, kind_of(pack))
        if partner is None:
            return Comparison(tuple(parts))
        if isinstance(partner, Message):
            causes = () if organ_of(bound) else (TITLE,)
            report = PreviousReport(path="", error=partner)
            return Comparison(_without(parts, partner, causes), report)
        source = partner.path
    path = display_name(source)
    name = "" if path == "-" else Path(path).name
    label = _NAMED(name=name) if name else Message("", "")
    sha256 = ""
    try:
        data = read_bytes(source)
        sha256 = hashlib.sha256(data).hexdigest()
        selection = selector.select_previous(read.read(data))
    except read.Unreadable as error:
        fault = _UNREAD(name=label, why=unreadable_message(error))
        report = PreviousReport(path=path, sha256=sha256, error=fault)
        return Comparison(_without(parts, fault), report)
    compared: list[Part] = []
    mismatches: list[Message] = []
    for bound, pack in parts:
        last = _same_form(pack, selection.parts)
        mismatch = _ITSELF(name=label) if sha256 == digest else _mismatch(bound, last, label)
        mismatches += () if mismatch is None else (mismatch,)
        previous = BoundPrevious(name, last if mismatch is None else None, mismatch)
        compared.append((msgspec.structs.replace(bound, previous=previous), pack))
    report = PreviousReport(
        path=path,
        sha256=sha256,
        year=selection.parts[0][0].year if selection.parts else None,
        error=mismatches[0] if mismatches else None,
    )
    return Comparison(tuple(compared), report, selection.faults)


def _without(
    parts: Sequence[Part], fault: Message, causes: tuple[Reference, ...] = ()
) -> tuple[Part, ...]:
    previous = BoundPrevious(fault=fault, causes=causes)
    return tuple((msgspec.structs.replace(bound, previous=previous), pack) for bound, pack in parts)


def _same_form(pack: Pack, parts: Sequence[Part]) -> BoundForm | None:
    """Last year's report in the form of `pack`, else in a form for the same kind of document."""
    same_pack = [bound for bound, other in parts if other.name == pack.name]
    same_kind = [bound for bound, other in parts if kind_of(other) == kind_of(pack)]
    return next(iter([*same_pack, *same_kind]), None)


def _mismatch(bound: BoundForm, last: BoundForm | None, name: Message) -> Message | None:
    """Why `last` is not the report of the same organ for the year before; None if neither title
    contradicts it.
    """
    if last is None:
        return _NO_KIND(name=name)
    organ, other = organ_of(bound), organ_of(last)
    if organ and other and not same_organ(organ, other):
        return _ORGAN(name=name, other=other, organ=organ)
    if bound.year is not None and last.year is not None and last.year != bound.year - 1:
        return _YEAR(name=name, other=last.year, year=bound.year - 1)
    return None
