"""Waivers: which findings they cover, and which of them are expired or unused."""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence

import msgspec

from docxlint.core.finding import Finding
from docxlint.core.message import Message
from docxlint.packs.yaml.source_faults import SourceFault
from docxlint.site.baseline import BASELINE
from docxlint.site.path_patterns import path_in, path_matches
from docxlint.site.settings import SiteSettings, Waiver

_EXPIRED = Message(
    zh="这条豁免（规则 {rule}，文档“{document}”）已于 {until} 到期，不再起作用",
    en="this waiver (rule {rule}, document “{document}”) expired on {until} and waives nothing",
)
_UNUSED = Message(
    zh="这条豁免（规则 {rule}，文档“{document}”）本次未用到",
    en="this waiver (rule {rule}, document “{document}”) waived nothing in this run",
)
_NO_RULE = Message(zh="没有名为“{rule}”的规则", en="there is no rule “{rule}”")


def waive(
    findings: tuple[Finding, ...],
    path: str,
    config: SiteSettings,
    today: datetime.date,
    *,
    organ: str | None = None,
    year: int | None = None,
) -> tuple[Finding, ...]:
    """Mark each finding of the document at `path` that a waiver or the baseline covers.

    `organ` and `year` are those of the document's title. The mark is the reason of the first
    waiver that covers the finding, else the baseline's.
    """
    waivers = [
        waiver
        for waiver in config.waivers
        if not _has_expired(waiver, today) and _covers(waiver, path, config)
    ]
    known: frozenset[str] = frozenset()
    if config.baseline is not None:
        known = config.baseline.fingerprints_of(path, organ, year)
    if not waivers and not known:
        return findings
    return tuple(_marked(finding, waivers, known) for finding in findings)


def _marked(finding: Finding, waivers: list[Waiver], known: frozenset[str]) -> Finding:
    for waiver in waivers:
        if _matches(waiver, finding):
            reason = Message(zh=waiver.reason.text, en=waiver.reason.text)
            return msgspec.structs.replace(finding, waived=reason)
    if finding.fingerprint in known:
        return msgspec.structs.replace(finding, waived=BASELINE)
    return finding


def uses(
    config: SiteSettings, path: str, findings: Sequence[Finding], judged: Collection[str]
) -> Iterator[tuple[Waiver, bool]]:
    """Yield the waivers for the document at `path`, each with whether a finding matches it.

    `judged` are the rules that were judged completely. A waiver without a match whose rule is not
    among them is left out: nobody knows whether it is of use.
    """
    for waiver in config.waivers:
        if _covers(waiver, path, config):
            matches = any(_matches(waiver, each) for each in findings)
            if matches or waiver.rule.text in judged:
                yield waiver, matches


def notices(
    config: SiteSettings, use: Mapping[Waiver, bool], today: datetime.date
) -> Iterator[SourceFault]:
    """Yield the waivers that have expired, and those that cover nothing.

    `use` has the waivers for the documents and rules of a run, with whether a finding matched
    them. Waivers for other documents or rules are not in it, and no notice mentions them.
    """
    if config.source is None:
        return
    for waiver in config.waivers:
        place = {"rule": waiver.rule.text, "document": waiver.document.text}
        if waiver not in use:
            continue
        if waiver.until is not None and _has_expired(waiver, today):
            message = _EXPIRED(until=waiver.until.date, **place)
        elif not use[waiver]:
            message = _UNUSED(**place)
        else:
            continue
        yield config.source.fault(waiver.rule, message)


def unknown(config: SiteSettings, rules: Collection[str]) -> Iterator[SourceFault]:
    """Yield a fault for each place in `config` that names a rule other than `rules`."""
    if config.source is None:
        return
    for name in config.rule_names():
        if name.text not in rules and name.text not in config.added:
            message = _NO_RULE(rule=name.text)
            yield config.source.fault(name, message, given=name.text, candidates=sorted(rules))


def _matches(waiver: Waiver, finding: Finding) -> bool:
    """Whether a waiver for the document of `finding` is for this finding."""
    place = finding.location
    texts = (finding.message.zh, finding.message.en, finding.found or "", place.text)
    words = None if waiver.words is None else _plain(waiver.words.text)
    return (
        waiver.rule.text == finding.rule
        and (waiver.finding is None or waiver.finding.text == finding.fingerprint)
        and (waiver.row is None or _plain(waiver.row.text) == _plain(place.row or ""))
        and (waiver.column is None or _plain(waiver.column.text) == _plain(place.column or ""))
        and (words is None or any(words in _plain(text) for text in texts))
    )


def _plain(text: str) -> str:
    """`text` without blanks and differences of width."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def _has_expired(waiver: Waiver, today: datetime.date) -> bool:
    return waiver.until is not None and waiver.until.date < today


def _covers(waiver: Waiver, path: str, config: SiteSettings) -> bool:
    """Whether a waiver covers the document at `path`, by its name, or by its path as given or
    relative to the folder of the site's file.
    """
    pattern = waiver.document.text
    given = path.replace("\\", "/")
    if path_matches(pattern, given):
        return True
    inside = path_in(config.folder, path) if "/" in pattern else None
    return inside is not None and path_matches(pattern, inside)
