"""The report as one page for a browser or a printer: nothing in it is fetched, nothing is run."""

from __future__ import annotations

from collections.abc import Sequence

import jinja2

from docxlint.core.version import __version__
from docxlint.report.formats.html.document_view import shown
from docxlint.report.formats.html.labels import WORDS
from docxlint.report.formats.html.overview import SIGNS, overview
from docxlint.report.report import Report
from docxlint.report.verdict import summary


def render(reports: Sequence[Report], lang: str) -> str:
    """`reports` as HTML in `lang`. Whatever comes from a document, a path or a pack is escaped."""
    rooms = jinja2.Environment(
        loader=jinja2.PackageLoader("docxlint.report.formats.html", "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return rooms.get_template("page.html").render(
        lang="zh-CN" if lang == "zh" else "en",
        # What a document says is Chinese, whatever the language of the page.
        theirs="" if lang == "zh" else ' lang="zh"',
        say={name: message.text(lang) for name, message in WORDS.items()},
        signs=SIGNS,
        version=__version__,
        summary=summary(reports, lang),
        overview=overview(reports, lang) if len(reports) > 1 else None,
        documents=[shown(report, turn, lang) for turn, report in enumerate(reports, start=1)],
    )
