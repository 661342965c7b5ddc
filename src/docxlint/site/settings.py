"""The settings of a site, as frozen data."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

import msgspec

from docxlint.core.finding import Severity
from docxlint.core.message import Message
from docxlint.core.regex import InvalidOption
from docxlint.packs.yaml.nodes import Mapping, Scalar
from docxlint.packs.yaml.source_file import Source
from docxlint.site.baseline import Baseline

_NO_DAY = Message(
    zh="“{text}”不是日期（写法：2024-06-30）", en="“{text}” is not a date (write 2024-06-30)"
)
_NO_FINGERPRINT = Message(
    zh="“{text}”不是指纹（应为16位十六进制数，见 JSON 里的 fingerprint）",
    en="“{text}” is not a fingerprint (16 hexadecimal digits, as in the JSON)",
)
_FINGERPRINT = re.compile("[0-9A-Fa-f]{16}")
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Day(msgspec.Struct, frozen=True):
    """A day, written 2024-06-30."""

    date: datetime.date

    @classmethod
    def parse(cls, text: str) -> Day:
        """The day that `text` writes. Raises InvalidOption."""
        try:
            if _DAY.fullmatch(text):
                return cls(datetime.date.fromisoformat(text))
        except ValueError:
            pass
        raise InvalidOption(_NO_DAY(text=text))


class Fingerprint(msgspec.Struct, frozen=True):
    """The fingerprint of a finding, as JSON has it: 16 hexadecimal digits."""

    text: str

    @classmethod
    def parse(cls, text: str) -> Fingerprint:
        """The fingerprint that `text` writes. Raises InvalidOption."""
        if not _FINGERPRINT.fullmatch(text):
            raise InvalidOption(_NO_FINGERPRINT(text=text))
        return cls(text.lower())


class Waiver(msgspec.Struct, frozen=True):
    """Findings of `rule` in documents with the name or path `document` (a pattern with * ? [])
    do not count, for `reason`; up to and including the day `until`, if there is one.

    A waiver may be for some of these findings only: the one with the fingerprint `finding`; those
    in the row `row` or the column `column`, by their labels; those with `words` in their message
    or in the text at their place. A finding must fit all that the waiver names.
    """

    rule: Scalar
    document: Scalar
    reason: Scalar
    until: Day | None = None
    finding: Fingerprint | None = None
    row: Scalar | None = None
    column: Scalar | None = None
    words: Scalar | None = None


class SiteSettings(msgspec.Struct, frozen=True, kw_only=True):
    """The settings of a site; what is not set is empty or None.

    Documents are judged by `packs`, in this order. `severities` replace those of rules; a rule with
    None does not run. Of all rules, only those in `select` run if it is not empty, and none in
    `ignore`. `exclude` has patterns, relative to `folder`, for
    files that are no submissions. `add`,
    `change`, `drop` and `reword` override the packs, as a pack does that extends another one.
    `file` is the site's file as messages name it, `folder` its folder; both are "" if there is
    none.
    """

    packs: tuple[Scalar, ...] = ()
    severities: tuple[tuple[Scalar, Severity | None], ...] = ()
    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    exclude: tuple[str, ...] = ()
    fail_on: Severity | None = None
    add: Mapping | None = None
    change: Mapping | None = None
    drop: Mapping | None = None
    reword: Mapping | None = None
    waivers: tuple[Waiver, ...] = ()
    baseline: Baseline | None = None
    lang: str | None = None
    plugins: bool = True
    file: str = ""
    folder: str = ""
    source: Source | None = None

    @property
    def off(self) -> tuple[str, ...]:
        """The names of the rules that the site's file switches off or drops, sorted."""
        off = {name.text for name, severity in self.severities if severity is None}
        dropped = {key.text for key, _ in self.drop.entries} if self.drop is not None else set()
        return tuple(sorted(off | dropped))

    @property
    def has_overrides(self) -> bool:
        """Whether the site overrides anything but severities in its packs."""
        return any(node is not None for node in (self.add, self.change, self.drop, self.reword))

    @property
    def added(self) -> tuple[str, ...]:
        """The names of the site's own rules."""
        return tuple(key.text for key, _ in self.add.entries) if self.add is not None else ()

    def rule_names(self) -> Iterator[Scalar]:
        """Each place where the site names a rule of a pack, or one of its own in a waiver."""
        yield from (name for name, _ in self.severities)
        yield from (waiver.rule for waiver in self.waivers)
        for node in (self.change, self.drop):
            yield from (key for key, _ in node.entries) if node is not None else ()
