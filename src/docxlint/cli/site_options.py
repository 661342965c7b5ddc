"""The site's own defaults, as a command takes them: its configuration, its language."""

from __future__ import annotations

from pathlib import Path

import click
import msgspec
from click.core import ParameterSource

from docxlint.cli.output.streams import Fault
from docxlint.cli.run_faults import plainly
from docxlint.core.finding import Severity
from docxlint.core.message import Message
from docxlint.site import SiteSettings, read, read_baseline, search

_BOTH = Message(
    zh="--config 和 --no-config 只能写一个", en="give one of --config and --no-config, not both"
)


class Asked(msgspec.Struct, frozen=True):
    """What a command line says of the rules: all that a process needs to make them ready."""

    packs: tuple[str, ...] = ()
    year: int | None = None
    config: str | None = None
    baseline: str | None = None
    plugins: bool = True
    tables: bool = False
    fail_on: Severity | None = None

    def site(self) -> SiteSettings:
        """The configuration, with what the command line says in its place. SiteFault."""
        site = SiteSettings() if self.config is None else read(Path(self.config))
        if self.baseline is not None:
            known = read_baseline(Path(self.baseline), self.baseline)
            site = msgspec.structs.replace(site, baseline=known)
        return msgspec.structs.replace(
            site,
            plugins=site.plugins and self.plugins,
            fail_on=self.fail_on or site.fail_on,
        )


def config_file(given: str | None, none: bool, lang: str) -> str | None:
    """The file of the configuration: the one given, or the one that holds here, if any."""
    if given is not None and none:
        raise Fault(_BOTH.text(lang))
    if given is not None or none:
        return given
    try:
        here = Path.cwd()
    except OSError:  # the folder that we are in has been deleted
        return None
    with plainly(lang):
        found = search(here)
    return None if found is None else str(found)


def language(ctx: click.Context, lang: str, site: SiteSettings) -> str:
    """The language that was asked for, else the site's."""
    if ctx.get_parameter_source("lang") is ParameterSource.DEFAULT and site.lang is not None:
        return site.lang
    return lang
