"""The settings of a run: the options of a command, completed by the site's file."""

from __future__ import annotations

from pathlib import Path

import msgspec

from docxlint.cli.output.streams import Fault
from docxlint.cli.rule_choice import rule_names
from docxlint.cli.run_faults import report_faults
from docxlint.core.finding import Severity
from docxlint.core.message import Message
from docxlint.linting.catalog import load_packs
from docxlint.linting.linter import Linter, make_linter
from docxlint.plugins.available import require_plugins
from docxlint.plugins.hooks import Plugins
from docxlint.rules.rule import Pack
from docxlint.site import Baseline, SiteSettings, read, read_baseline, search

_BOTH = Message(
    zh="--config 和 --no-config 只能写一个", en="use only one of --config and --no-config"
)


class SiteOptions(msgspec.Struct, frozen=True):
    """The options of a command that come before what a site's file says."""

    plugins: bool = True
    fail_on: Severity | None = None
    baseline: Baseline | None = None
    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()

    def apply(self, site: SiteSettings) -> SiteSettings:
        """`site` with these options in place of what it says."""
        return msgspec.structs.replace(
            site,
            plugins=site.plugins and self.plugins,
            fail_on=self.fail_on or site.fail_on,
            baseline=self.baseline or site.baseline,
            select=self.select,
            ignore=self.ignore,
        )


class RunSettings(msgspec.Struct, frozen=True):
    """The settings of a run.

    `site` is the site's file for the run, with the `options` of the command in place of what it
    says; `lang` is "zh" or "en". `exclude` has patterns of the command, for paths in the folders
    that it names. With `searches`, the nearest site's file holds for each document.
    """

    lang: str
    site: SiteSettings = SiteSettings()
    options: SiteOptions = SiteOptions()
    packs: tuple[str, ...] = ()
    year: int | None = None
    exclude: tuple[str, ...] = ()
    searches: bool = False

    def require_plugins(self) -> Plugins:
        """Return what docxlint and its plugins offer. Raises PluginFault for a faulty plugin."""
        return require_plugins(installed=self.site.plugins)

    def make_linter(self, site: SiteSettings, offered: Plugins, *, tables: bool = False) -> Linter:
        """Return the linter for documents of `site`; `tables` is for formats that show a
        document's tables.

        Raises PackFault, NoSuchPack, SiteFault, PluginFault.
        """
        return make_linter(
            self.packs or None, year=self.year, config=site, offered=offered, tables=tables
        )

    def load_packs(self, *, examples: bool = False) -> tuple[Pack, ...]:
        """Return the packs of this run, as the site's file changes them; all if none is named.

        Raises PackFault, NoSuchPack, SiteFault, PluginFault.
        """
        offered = self.require_plugins()
        return load_packs(self.packs, examples=examples, offered=offered, site=self.site)


def read_settings(
    lang: str,
    *,
    config: str | None = None,
    no_config: bool = False,
    plugins: bool = True,
    packs: tuple[str, ...] = (),
    year: int | None = None,
    fail_on: str | None = None,
    baseline: str | None = None,
    select: tuple[str, ...] = (),
    ignore: tuple[str, ...] = (),
    exclude: tuple[str, ...] = (),
) -> RunSettings:
    """Return the settings for these options and the site's file. Raises Fault."""
    if config is not None and no_config:
        raise Fault(_BOTH.text(lang))
    with report_faults(lang):
        file = config if config is not None or no_config else _search()
        site = SiteSettings() if file is None else read(Path(file))
        known = None if baseline is None else read_baseline(Path(baseline), baseline)
    options = SiteOptions(
        plugins=plugins,
        fail_on=None if fail_on is None else Severity(fail_on),
        baseline=known,
        select=rule_names(select),
        ignore=rule_names(ignore),
    )
    searches = config is None and not no_config
    return RunSettings(lang, options.apply(site), options, packs, year, exclude, searches)


def _search() -> str | None:
    """The path of the site's file that applies in the current folder, if there is one."""
    try:
        folder = Path.cwd()
    except OSError:  # the current folder has been deleted
        return None
    file = search(folder)
    return None if file is None else str(file)
