"""What a plugin imports: kinds of check, report formats, and the types that they use."""

from __future__ import annotations

from docxlint.core.finding import Finding, Fix, NotApplicable, Problem, Unchecked
from docxlint.core.location import Location
from docxlint.core.message import Message
from docxlint.core.reference import ColumnRef, FigureRef, RowRef, SectionRef, TableRef
from docxlint.form.bound import BoundForm
from docxlint.plugins.hooks import hookimpl
from docxlint.report.format import Format
from docxlint.report.report import Report
from docxlint.rules.rule import Kind, OptionFault

__all__ = [
    "BoundForm",
    "ColumnRef",
    "FigureRef",
    "Finding",
    "Fix",
    "Format",
    "Kind",
    "Location",
    "Message",
    "NotApplicable",
    "OptionFault",
    "Problem",
    "Report",
    "RowRef",
    "SectionRef",
    "TableRef",
    "Unchecked",
    "hookimpl",
]
