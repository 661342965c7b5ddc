"""The packs of a run: those that are named, or those to choose from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

import msgspec

from docxlint.packs import (
    NoSuchPack,
    PackFault,
    applies_cached,
    check_together,
    find,
    load_all,
    load_cached,
    names,
)
from docxlint.packs.pack_folders import NAME
from docxlint.plugins.available import require_plugins
from docxlint.plugins.hooks import Plugins
from docxlint.rules.rule import Applies, Pack
from docxlint.site import SiteFault, unknown
from docxlint.site.overrides import apply_overrides, apply_severities
from docxlint.site.settings import SiteSettings

Chosen: TypeAlias = str | Path | Sequence[str | Path]


class PackCatalog:
    """The offered packs that say which documents they apply to, sorted by name.

    Each is loaded once, when its turn comes; documents that the first one applies to need only
    that one. If a site overrides rules or words, all are loaded at once to check the overrides.
    Raises SiteFault.
    """

    def __init__(self, offered: Plugins, site: SiteSettings) -> None:
        # Not the formats: a linter that is sent to another process needs none.
        self._kinds = offered.kinds
        self._folders = offered.packs
        self._site = site
        self._names = names(offered.packs)
        self._read: list[Pack | PackFault] = []
        if site.has_overrides:
            self._override_all()

    def _override_all(self) -> None:
        entries = [*self.entries()]
        packs = [entry for entry in entries if isinstance(entry, Pack)]
        overridden = iter(apply_overrides(packs, self._site, self._kinds))
        self._read = [next(overridden) if isinstance(each, Pack) else each for each in entries]

    def entries(self) -> Iterator[Pack | PackFault]:
        """Yield the packs in order, with a PackFault in place of one that cannot be loaded."""
        index = 0
        while index < len(self._read) or self._next():
            yield self._read[index]
            index += 1

    def __iter__(self) -> Iterator[Pack]:
        """Yield the packs in order. Raises PackFault for one that cannot be loaded."""
        for entry in self.entries():
            if isinstance(entry, PackFault):
                raise entry
            yield entry

    def _next(self) -> bool:
        """Load the next pack; false if there is none."""
        for name in self._names:
            folder = find(name, self._folders)
            try:
                if applies_cached(folder) == Applies():
                    continue
                (pack,) = load_cached([folder], self._kinds, self._folders)
                self._read.append(apply_severities(pack, self._site))
            except PackFault as fault:
                self._read.append(fault)
            return True
        return False


def named_packs(packs: Sequence[str], site: SiteSettings, offered: Plugins) -> tuple[Pack, ...]:
    """The packs that are named, else those that the site names, with the site's overrides.

    A pack that another of them extends is left out. Raises NoSuchPack, PackFault (also for two
    packs that define the same rule), SiteFault.
    """
    folders = [find(name, offered.packs) for name in packs] or list(_site_packs(site, offered))
    if not folders:
        return ()
    loaded = load_cached(list(dict.fromkeys(folders)), offered.kinds, offered.packs)
    check_together(loaded)
    extended = {base.name for pack in loaded for base in pack.bases}
    used = [pack for pack in loaded if pack.name not in extended]
    return tuple(_without_repeated_rules(apply_overrides(used, site, offered.kinds)))


def _without_repeated_rules(packs: Iterable[Pack]) -> Iterator[Pack]:
    """The packs, each without the rules that a pack before it has."""
    names: set[str] = set()
    for pack in packs:
        rules = tuple(rule for rule in pack.rules if rule.name not in names)
        names.update(rule.name for rule in rules)
        yield msgspec.structs.replace(pack, rules=rules)


def _site_packs(site: SiteSettings, offered: Plugins) -> Iterator[Path]:
    """The folders of the packs that the site names; paths begin at the folder of its file."""
    here = Path(site.folder)
    for pack in site.packs:
        name = pack.text if NAME.fullmatch(pack.text) else str(here / pack.text)
        try:
            yield find(name, (*offered.packs, here))
        except NoSuchPack as error:
            if site.source is None:
                raise
            fault = site.source.fault(pack, error.message, hint=error.hint)
            raise SiteFault([fault]) from error


def check_names(site: SiteSettings, packs: Iterable[Pack], offered: Plugins) -> None:
    """Check the rules that the site names: `packs`, or any pack that is offered, must have them.

    Raises SiteFault.
    """
    if any(site.rule_names()):
        known = {rule.name for pack in packs for rule in pack.rules}
        known |= {name for pack in packs for name in pack.dropped}
        for folder in offered.packs:
            known.update(path.stem for path in folder.glob("*/rules/*.yaml"))
        if faults := list(unknown(site, known)):
            raise SiteFault(faults)


def listed(chosen: Chosen | None) -> list[str]:
    """The packs that `chosen` names, as text."""
    if chosen is None:
        return []
    return [str(chosen)] if isinstance(chosen, (str, Path)) else [str(each) for each in chosen]


def load_packs(
    chosen: Chosen | None = None,
    *,
    examples: bool = False,
    offered: Plugins | None = None,
    site: SiteSettings | None = None,
) -> tuple[Pack, ...]:
    """The packs that are named, else those that the site names, else all, with the site's
    overrides. Unlike for a linter, a pack is kept beside one that extends it.

    Raises PackFault, NoSuchPack, PluginFault, SiteFault.
    """
    site = SiteSettings() if site is None else site
    offered = require_plugins(installed=site.plugins) if offered is None else offered
    folders = [find(name, offered.packs) for name in listed(chosen)]
    folders = folders or list(_site_packs(site, offered))
    folders = folders or [find(name, offered.packs) for name in names(offered.packs)]
    packs = load_all(folders, offered.kinds, examples=examples, folders=offered.packs)
    check_names(site, packs, offered)
    return apply_overrides(packs, site, offered.kinds)
