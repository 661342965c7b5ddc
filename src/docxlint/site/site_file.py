"""Read a site's file, with every fault at its place."""

from __future__ import annotations

import enum
import os
from pathlib import Path
from typing import Literal

import msgspec

from docxlint.core.finding import Severity
from docxlint.core.message import Message
from docxlint.packs.yaml import nodes, source_file
from docxlint.packs.yaml.binder import FAILED, Binder
from docxlint.packs.yaml.nodes import Mapping, Scalar
from docxlint.packs.yaml.source_faults import SiteFault, SourceFault
from docxlint.site.baseline import read_baseline
from docxlint.site.settings import SiteSettings, Waiver

_EMPTY = Message(zh="{what}不能为空", en="{what} must not be empty")
_REASON = Message(zh="豁免的理由", en="the reason of a waiver")
_NAME = Message(zh="文档的名称", en="the name of the document")
_ROW = Message(zh="行名", en="the row")
_COLUMN = Message(zh="列名", en="the column")
_WORDS = Message(zh="文字", en="the words")


class SiteSeverity(enum.StrEnum):
    """A severity that a site gives a rule; with "off" the rule does not run."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    OFF = "off"


class SiteFile(msgspec.Struct, frozen=True, kw_only=True):
    """The settings of a site in docxlint.yaml.

    `change`, `drop` (with the reason) and `reword` override the packs that are used; `add` has
    rules of the site's own. `exclude` has patterns (* ? []) for the names of files in a folder that
    are no submissions, or, with a "/", for their paths from the folder of this file.
    """

    packs: Scalar | tuple[Scalar, ...] = ()
    severities: dict[str, SiteSeverity] = {}
    fail_on: Severity | None = msgspec.field(default=None, name="fail-on")
    add: Mapping | None = None
    change: Mapping | None = None
    drop: Mapping | None = None
    reword: Mapping | None = None
    waivers: tuple[Waiver, ...] = ()
    baseline: Scalar | None = None
    exclude: tuple[Scalar, ...] = ()
    lang: Literal["zh", "en"] | None = None
    plugins: bool = True


def read(path: Path) -> SiteSettings:
    """The settings in the file `path`. Raises SiteFault with all its faults."""
    faults: list[SourceFault] = []
    file = _display_path(path)
    text = source_file.read(path, file, faults)
    node = nodes.parse(text, faults) if text is not None else None
    if text is None or node is None:
        raise SiteFault(faults)
    binder = Binder(text, faults)
    bound = binder.bind(node, SiteFile)
    if bound is FAILED or not isinstance(node, Mapping):
        raise SiteFault(faults)
    for waiver in bound.waivers:
        narrowing = ((waiver.row, _ROW), (waiver.column, _COLUMN), (waiver.words, _WORDS))
        for given, what in ((waiver.reason, _REASON), (waiver.document, _NAME), *narrowing):
            if given is not None and not given.text.strip():
                binder.report(given, _EMPTY(what=what))
    if faults:
        raise SiteFault(faults)
    severities = node.get("severities")
    keys = [key for key, _ in severities.entries] if isinstance(severities, Mapping) else []
    baseline = None
    if bound.baseline is not None:
        known = path.parent / bound.baseline.text
        baseline = read_baseline(known, _display_path(known))
    return SiteSettings(
        packs=bound.packs if isinstance(bound.packs, tuple) else (bound.packs,),
        severities=tuple(
            (key, None if weight is SiteSeverity.OFF else Severity(weight))
            for key in keys
            for weight in (bound.severities[key.text],)
        ),
        exclude=tuple(pattern.text for pattern in bound.exclude),
        fail_on=bound.fail_on,
        add=bound.add,
        change=bound.change,
        drop=bound.drop,
        reword=bound.reword,
        waivers=bound.waivers,
        baseline=baseline,
        lang=bound.lang,
        plugins=bound.plugins,
        file=file,
        folder=str(path.parent),
        source=text,
    )


def _display_path(path: Path) -> str:
    """`path` relative to the working folder, where that is shorter."""
    try:
        return min(os.path.relpath(path), str(path), key=len)
    except (OSError, ValueError):  # no working folder, or another drive
        return str(path)
