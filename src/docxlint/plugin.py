"""Everything that a plugin of docxlint imports.

Other modules of docxlint may change at any time; these names stay. A plugin implements one or
more of the hooks `docxlint_kinds`, `docxlint_packs` and `docxlint_formats`, each decorated with
`hookimpl`, and is installed with an entry point in the group `docxlint`.

**Checks.** A `Kind` is a check that rules may use: a name, a msgspec.Struct class for its
options, a function `run(bound, options)`, and optionally `verify(options, form)`, which yields
an `OptionFault` for each wrong option before any document is read. `run` yields `Outcome`
values: a `Problem` (the document is wrong here; with a `Fix` if the repair is certain),
`Unchecked` (this could not be judged, and why) or `NotApplicable`. It yields nothing if all is
right. A `Message` is a sentence in Chinese and English.

**Options.** A field may have any type that msgspec knows, or: `SectionRef`, `TableRef`,
`RowRef`, `ColumnRef`, `FigureRef` (a name of the form; docxlint reports one that the form does
not have), or `Regex` (a regular expression in RE2 syntax). A type of your own needs a class
method `parse(text)` that raises `InvalidOption`.

**Documents.** `run` gets a `BoundForm`: a document under the names of its `Form`. Its `passages`
are `Passage` values, paragraphs with their section and role. Its tables hold a `BoundCell` for
each figure. Each of these has a `Location`. `read_figure` reads the number in the text of a
cell, as a `Figure`. `shorten` cuts a long text for a message.

**Reports.** A `Format` writes a `Report` for each document: its `Finding` values, each with a
`Severity`, and what could not be judged.

**Faults.** `PluginFault` is what docxlint reports for a plugin that fails.
"""

from __future__ import annotations

from docxlint.core.document import Passage
from docxlint.core.finding import Finding, Fix, NotApplicable, Problem, Severity, Unchecked
from docxlint.core.location import Location, shorten
from docxlint.core.message import Message
from docxlint.core.reference import ColumnRef, FigureRef, RowRef, SectionRef, TableRef
from docxlint.core.regex import InvalidOption, Regex
from docxlint.form.bound import BoundCell, BoundForm
from docxlint.form.schema import Form
from docxlint.plugins.checked_kind import PluginFault
from docxlint.plugins.hooks import hookimpl
from docxlint.report.format import Format
from docxlint.report.report import Report
from docxlint.rules.rule import Kind, OptionFault, Outcome
from docxlint.text.values import Figure

__all__ = [
    "BoundCell",
    "BoundForm",
    "ColumnRef",
    "Figure",
    "FigureRef",
    "Finding",
    "Fix",
    "Form",
    "Format",
    "InvalidOption",
    "Kind",
    "Location",
    "Message",
    "NotApplicable",
    "OptionFault",
    "Outcome",
    "Passage",
    "PluginFault",
    "Problem",
    "Regex",
    "Report",
    "RowRef",
    "SectionRef",
    "Severity",
    "TableRef",
    "Unchecked",
    "hookimpl",
    "read_figure",
    "shorten",
]


def read_figure(bound: BoundForm, text: str) -> Figure:
    """Return the number that a table cell with this text shows, read in the form's language.

    `value` is None if the text is blank or is not a number.
    """
    return bound.language.cells.figure(text)
