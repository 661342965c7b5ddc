"""Which findings do not count, and which waivers no longer do anything."""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path

import msgspec

from docxlint.core.finding import Finding
from docxlint.core.message import Message
from docxlint.packs.yaml.faults import SourceFault
from docxlint.site.settings import SiteSettings, Waiver

BASELINE = Message(zh="基线", en="baseline")

_EXPIRED = Message(
    zh="这条豁免（规则 {rule}，文档“{document}”）{until} 已到期，不再起作用",
    en="this waiver (rule {rule}, document “{document}”) expired on {until} and waives nothing",
)
_UNUSED = Message(
    zh="这条豁免（规则 {rule}，文档“{document}”）这次什么也没有豁免",
    en="this waiver (rule {rule}, document “{document}”) waived nothing in this run",
)
_NO_RULE = Message(zh="没有名为“{rule}”的规则", en="there is no rule “{rule}”")


def waive(
    findings: tuple[Finding, ...],
    path: str,
    config: SiteSettings,
    today: datetime.date,
) -> tuple[Finding, ...]:
    """`findings` of the document at `path`, each that a waiver or the baseline covers marked so.

    The reason is that of the first waiver that covers it; the baseline comes last.
    """
    waivers = [one for one in config.waivers if not _over(one, today) and _for(one, path, config)]
    known = config.baseline.known(path) if config.baseline is not None else frozenset()
    if not waivers and not known:
        return findings
    return tuple(_waived(found, waivers, known) for found in findings)


def _waived(found: Finding, waivers: list[Waiver], known: frozenset[str]) -> Finding:
    for one in waivers:
        if one.rule.text == found.rule:
            reason = Message(zh=one.reason.text, en=one.reason.text)
            return msgspec.structs.replace(found, waived=reason)
    if found.fingerprint in known:
        return msgspec.structs.replace(found, waived=BASELINE)
    return found


def unused(
    waivers: Sequence[Waiver], path: str, findings: Sequence[Finding], config: SiteSettings
) -> list[Waiver]:
    """Those of `waivers` that no finding of the document at `path` matches."""
    return [waiver for waiver in waivers if not _used(waiver, path, findings, config)]


def notices(
    config: SiteSettings, unused: Collection[Waiver], today: datetime.date
) -> Iterator[SourceFault]:
    """Yield the waivers of `config` that have expired, and those that are `unused` by a run."""
    if config.source is None:
        return
    for one in config.waivers:
        said = {"rule": one.rule.text, "document": one.document.text}
        if one.until is not None and _over(one, today):
            message = _EXPIRED(until=one.until.date, **said)
        elif one in unused:
            message = _UNUSED(**said)
        else:
            continue
        yield config.source.fault(one.rule, message)


def unknown(config: SiteSettings, rules: Collection[str]) -> Iterator[SourceFault]:
    """Each place in `config` that names none of `rules`, all the rules that there are."""
    if config.source is None:
        return
    for name in config.rule_names():
        if name.text not in rules and name.text not in config.added:
            message = _NO_RULE(rule=name.text)
            yield config.source.fault(name, message, given=name.text, candidates=sorted(rules))


def _used(waiver: Waiver, path: str, findings: Sequence[Finding], config: SiteSettings) -> bool:
    return _for(waiver, path, config) and any(each.rule == waiver.rule.text for each in findings)


def _over(waiver: Waiver, today: datetime.date) -> bool:
    return waiver.until is not None and waiver.until.date < today


def _for(waiver: Waiver, path: str, config: SiteSettings) -> bool:
    """Whether a waiver is for the document at `path`.

    A pattern without "/" is held against the document's name; any other against its path, as it
    is given or from the configuration's folder. * is for any characters, "/" too.
    """
    pattern = _even(waiver.document.text)
    given = _even(path.replace("\\", "/"))
    if "/" not in pattern:
        return fnmatchcase(given.rpartition("/")[2], pattern)
    return any(
        fnmatchcase(one, pattern.removeprefix("./")) for one in (given, *_inside(path, config))
    )


def _inside(path: str, config: SiteSettings) -> Iterator[str]:
    """`path` from the configuration's folder, if it is in there."""
    try:
        inside = Path(path).resolve().relative_to(Path(config.folder).resolve())
    except (OSError, ValueError):
        return
    yield _even(inside.as_posix())


def _even(text: str) -> str:
    """`text` with its letters as one character each: macOS takes them apart in names."""
    return unicodedata.normalize("NFC", text)
