"""The packs of a run: those that were asked for, or those to choose from."""

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
from docxlint.site.overrides import in_force
from docxlint.site.settings import SiteSettings

Chosen: TypeAlias = str | Path | Sequence[str | Path]


class PackCatalog:
    """Those of the offered packs that say to which documents they apply, by name.

    Each is read once, and none before its turn; a run on documents that the first is for reads
    only that one.
    """

    def __init__(self, offered: Plugins, config: SiteSettings) -> None:
        # Not the formats: a linter that is sent to another process needs none.
        self._kinds = offered.kinds
        self._folders = offered.packs
        self._config = config
        self._names = names(offered.packs)
        self._read: list[Pack | PackFault] = []

    def entries(self) -> Iterator[Pack | PackFault]:
        """The packs in their order, and in place of one that cannot be used what is wrong."""
        index = 0
        while index < len(self._read) or self._next():
            yield self._read[index]
            index += 1

    def __iter__(self) -> Iterator[Pack]:
        """The packs in their order; raises PackFault where one cannot be used."""
        for entry in self.entries():
            if isinstance(entry, PackFault):
                raise entry
            yield entry

    def _next(self) -> bool:
        """Reads one pack more; false if there is none."""
        for name in self._names:
            folder = find(name, self._folders)
            try:
                if applies_cached(folder) == Applies():
                    continue
                (pack,) = load_cached([folder], self._kinds, self._folders)
                self._read.append(in_force(pack, self._config))
            except PackFault as fault:
                self._read.append(fault)
            return True
        return False


def asked_for(packs: Sequence[str], config: SiteSettings, offered: Plugins) -> tuple[Pack, ...]:
    """The packs that are named, else those that `config` names, as they are in force there.

    Of two packs of which one extends the other only that one is used. Raises NoSuchPack,
    PackFault (also for two packs that define the same rule), SiteFault.
    """
    folders = [find(name, offered.packs) for name in packs] or list(_laid_down(config, offered))
    if not folders:
        return ()
    loaded = load_cached(list(dict.fromkeys(folders)), offered.kinds, offered.packs)
    check_together(loaded)
    extended = {base.name for one in loaded for base in one.bases}
    seen: set[str] = set()
    used: list[Pack] = []
    for one in loaded:
        if one.name not in extended:
            own = tuple(rule for rule in one.rules if rule.name not in seen)
            seen.update(rule.name for rule in own)
            used.append(in_force(msgspec.structs.replace(one, rules=own), config))
    return tuple(used)


def _laid_down(config: SiteSettings, offered: Plugins) -> Iterator[Path]:
    """The folders of the packs that `config` names; paths in it begin at its own folder."""
    here = Path(config.folder)
    for wanted in config.packs:
        name = wanted.text if NAME.fullmatch(wanted.text) else str(here / wanted.text)
        try:
            yield find(name, (*offered.packs, here))
        except NoSuchPack as error:
            if config.source is None:
                raise
            fault = config.source.fault(wanted, error.message, hint=error.hint)
            raise SiteFault([fault]) from error


def check_names(config: SiteSettings, packs: Iterable[Pack], offered: Plugins) -> None:
    """SiteFault for each rule that `config` names and that neither `packs` have nor any pack
    that is offered.
    """
    if config.severities or config.waivers:
        known = {rule.name for one in packs for rule in one.rules}
        for folder in offered.packs:
            known.update(path.stem for path in folder.glob("*/rules/*.yaml"))
        if faults := list(unknown(config, known)):
            raise SiteFault(faults)


def listed(chosen: Chosen | None) -> list[str]:
    """The packs that `chosen` names, as text."""
    if chosen is None:
        return []
    return [str(chosen)] if isinstance(chosen, (str, Path)) else [str(each) for each in chosen]


def load_packs(
    chosen: Chosen | None = None, *, examples: bool = False, offered: Plugins | None = None
) -> tuple[Pack, ...]:
    """The packs that are named, or all there are, as they stand in their files.

    Raises PackFault, NoSuchPack, PluginFault.
    """
    offered = require_plugins() if offered is None else offered
    folders = [find(name, offered.packs) for name in listed(chosen) or names(offered.packs)]
    return load_all(folders, offered.kinds, examples=examples, folders=offered.packs)
