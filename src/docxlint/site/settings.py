"""What a site lays down for itself, as frozen data."""

from __future__ import annotations

import datetime
import re

import msgspec

from docxlint.core.finding import Severity
from docxlint.core.message import Message
from docxlint.core.option_types import InvalidOption
from docxlint.packs.yaml.nodes import Scalar
from docxlint.packs.yaml.source_file import Source
from docxlint.rules.kinds.deadline import Window
from docxlint.site.baseline import Baseline

_NO_DAY = Message(
    zh="“{text}”不是日期（写法：2024-06-30）", en="“{text}” is no date (write 2024-06-30)"
)
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Day(msgspec.Struct, frozen=True):
    """A day, written 2024-06-30."""

    date: datetime.date

    @classmethod
    def parse(cls, text: str) -> Day:
        """The day that `text` writes; InvalidOption where there is none."""
        try:
            if _DAY.fullmatch(text):
                return cls(datetime.date.fromisoformat(text))
        except ValueError:
            pass
        raise InvalidOption(_NO_DAY(text=text))


class Waiver(msgspec.Struct, frozen=True):
    """What `rule` finds in documents of the name or path `document` (a pattern with * ? [])
    does not count, for `reason`; up to and including the day `until`, if there is one.
    """

    rule: Scalar
    document: Scalar
    reason: Scalar
    until: Day | None = None


class SiteSettings(msgspec.Struct, frozen=True, kw_only=True):
    """A site's own defaults; what is not laid down is empty or None.

    `packs` are judged by in this order; `severities` and `window` (when a document may be
    closed) replace what the rules say. `file` is where all this stands, as messages call it, in
    the folder `folder`; both are "" where there is no configuration.
    """

    packs: tuple[Scalar, ...] = ()
    severities: tuple[tuple[Scalar, Severity], ...] = ()
    fail_on: Severity | None = None
    window: tuple[Window, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    baseline: Baseline | None = None
    lang: str | None = None
    plugins: bool = True
    file: str = ""
    folder: str = ""
    source: Source | None = None

    def severity(self, rule: str) -> Severity | None:
        """What a rule weighs at this site, None where that is left to the rule."""
        return next((weight for name, weight in self.severities if name.text == rule), None)
