"""The linters of a run: one for the documents of each site's file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from docxlint.cli.previous_reports import open_previous
from docxlint.cli.rule_choice import check_rule_names
from docxlint.cli.run_settings import RunSettings
from docxlint.cli.site_files import SiteFiles
from docxlint.linting.catalog import load_packs
from docxlint.linting.linter import Linter
from docxlint.linting.previous_archive import Archive
from docxlint.plugins.available import require_plugins
from docxlint.plugins.hooks import Plugins
from docxlint.site import SiteSettings


class SiteLinter(msgspec.Struct, frozen=True):
    """A linter, and what its documents are compared with: last year's report or an archive."""

    linter: Linter
    previous: str | Archive | None = None


class SiteLinters(msgspec.Struct, frozen=True):
    """The linter for each document of a run, by the path that the command names."""

    by_path: dict[str, SiteLinter]

    def of(self, path: str) -> SiteLinter:
        """The linter for the document at `path`."""
        return self.by_path[path]

    def distinct(self) -> tuple[SiteLinter, ...]:
        """Each linter once."""
        return tuple({id(each): each for each in self.by_path.values()}.values())


def make_site_linters(
    settings: RunSettings,
    sites: SiteFiles,
    names: Iterable[str],
    offered: Plugins,
    *,
    tables: bool = False,
    last: Sequence[str] = (),
    last_folder: str | None = None,
) -> SiteLinters:
    """Make the linters for the documents `names`; `last` are the paths of last year's reports.

    Raises Fault for a rule of --select or --ignore that no site has; also PackFault, NoSuchPack,
    SiteFault, PluginFault.
    """
    linters: dict[int, SiteLinter] = {}
    used: list[tuple[SiteSettings, Plugins]] = []
    by_path: dict[str, SiteLinter] = {}
    for name in names:
        site = sites.of_document(name)
        if id(site) not in linters:
            same = site.plugins == settings.site.plugins
            plugins = offered if same else require_plugins(installed=site.plugins)
            linter = settings.make_linter(site, plugins, tables=tables)
            linters[id(site)] = SiteLinter(linter, open_previous(linter, last, last_folder))
            used.append((site, plugins))
        by_path[name] = linters[id(site)]
    _check_choice(settings, used)
    return SiteLinters(by_path)


def _check_choice(settings: RunSettings, used: Iterable[tuple[SiteSettings, Plugins]]) -> None:
    """Raise Fault for a rule of --select or --ignore that no site in use has."""
    choice = settings.options.select | settings.options.ignore
    if choice:
        packs = [
            pack
            for site, offered in used
            for pack in load_packs(
                settings.packs,
                offered=offered,
                site=msgspec.structs.replace(site, select=frozenset(), ignore=frozenset()),
            )
        ]
        check_rule_names(choice, packs, settings.lang)
