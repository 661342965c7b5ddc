"""The report as one page for a browser or a printer: it loads nothing and runs nothing."""

from __future__ import annotations

from functools import cached_property

import jinja2
import msgspec

from docxlint.core.message import Message
from docxlint.core.version import __version__
from docxlint.report.format import Format
from docxlint.report.formats.html.document_view import document_view
from docxlint.report.formats.html.labels import WORDS
from docxlint.report.formats.html.overview import SIGNS, Overview
from docxlint.report.report import Report
from docxlint.report.verdict import Tally


class Article(msgspec.Struct, frozen=True):
    """A document on the page: its number in the run, whether it has findings, its HTML."""

    turn: int
    has_findings: bool
    html: str


class Html(Format):
    """One page. Text from a document, a path or a pack is escaped.

    The page begins with the totals, so nothing is written before the last document.
    """

    name = "html"
    help = Message(
        zh="网页，成批时先有总览，各张表格标出错格；可在手机上看，可打印",
        en="one page with an overview and each table, wrong cells marked; for screen and paper",
    )
    needs_tables = True

    def __init__(self, lang: str) -> None:
        super().__init__(lang)
        self._tally = Tally()
        self._overview = Overview()
        self._articles: list[Article] = []

    def document(self, report: Report) -> str:
        """Nothing yet; the HTML of the document is kept."""
        self._tally.add(report)
        self._overview.add(report, self.lang)
        turn = self._tally.documents
        view = document_view(report, turn, self.lang)
        html = self._draw("document.html", one=view)
        self._articles.append(Article(turn, bool(report.findings), html))
        return ""

    def end(self) -> str:
        """The page."""
        several = len(self._articles) > 1
        return self._draw(
            "page.html",
            lang="zh-CN" if self.lang == "zh" else "en",
            version=__version__,
            summary=self._tally.message().text(self.lang),
            overview=self._overview.view(self.lang) if several else None,
            articles=self._articles,
        )

    def _draw(self, template: str, **values: object) -> str:
        return self._templates.get_template(template).render(
            # The text of a document is Chinese, whatever the language of the page.
            theirs="" if self.lang == "zh" else ' lang="zh"',
            say={name: message.text(self.lang) for name, message in WORDS.items()},
            signs=SIGNS,
            **values,
        )

    @cached_property
    def _templates(self) -> jinja2.Environment:
        return jinja2.Environment(
            loader=jinja2.PackageLoader("docxlint.report.formats.html", "templates"),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
