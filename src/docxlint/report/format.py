"""The interface of a report format: a class that draws one run, document by document."""

from __future__ import annotations

import abc
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from typing import ClassVar, TypeAlias

import msgspec

from docxlint.core.message import Message
from docxlint.report.report import Report

Render: TypeAlias = Callable[[Sequence[Report], str], str]
"""Draws all reports of a run in a language, "zh" or "en"."""


class Format(abc.ABC):
    """A report format. An instance draws one run in one language.

    docxlint calls `begin` once, `document` for each report in order, and `end` once. It writes
    each result at once and releases the report. Together, the results are the complete output and
    end with a line break. A format that needs all reports for its first line returns "" from
    `document`, keeps what it needs, and returns everything from `end`.

    `name` is the word after --format, `help` describes the format in a few words. Set
    `needs_tables` to get reports with a `snapshot` of the document's tables.
    """

    name: ClassVar[str]
    help: ClassVar[Message]
    needs_tables: ClassVar[bool] = False

    def __init__(self, lang: str) -> None:
        self.lang = lang

    def begin(self) -> str:
        """The text before the first document."""
        return ""

    @abc.abstractmethod
    def document(self, report: Report) -> str:
        """The text of one document."""

    def end(self) -> str:
        """The text after the last document."""
        return ""

    @classmethod
    def render(cls, reports: Iterable[Report], lang: str) -> str:
        """The complete output for `reports` in `lang`."""
        run = cls(lang)
        return "".join([run.begin(), *map(run.document, reports), run.end()])

    @staticmethod
    def from_render(
        name: str, render: Render, *, help: Message | None = None, needs_tables: bool = False
    ) -> type[Format]:
        """A format made of one function that draws all reports at once.

        The reports of the run stay in memory until the last one. `help` defaults to `name`.
        """

        class Rendered(Format):
            def __init__(self, lang: str) -> None:
                super().__init__(lang)
                self._reports: list[Report] = []

            def document(self, report: Report) -> str:
                self._reports.append(report)
                return ""

            def end(self) -> str:
                return render(self._reports, self.lang)

        if not callable(render):
            raise TypeError(f"the report format {name!r} has no function to render with")
        Rendered.name, Rendered.help = name, help or Message(zh=name, en=name)
        Rendered.needs_tables = needs_tables
        return Rendered


class LazyFormat(msgspec.Struct, frozen=True):
    """A format that is imported at first use: the class in `module` with that `name`."""

    name: str
    module: str

    def load(self) -> type[Format]:
        """The format's class. Raises LookupError where the module has none of that name."""
        for value in vars(import_module(self.module)).values():
            if isinstance(value, type) and issubclass(value, Format) and is_named(value, self.name):
                return value
        raise LookupError(f"{self.module} has no format named {self.name!r}")


def is_named(format_class: type[Format], name: str) -> bool:
    """Whether a class is the format `name`; the interface itself has no name."""
    return getattr(format_class, "name", None) == name
