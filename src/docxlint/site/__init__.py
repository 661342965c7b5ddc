"""A desk's own defaults: docxlint.yaml, or [tool.docxlint] in pyproject.toml; and the baseline."""

from docxlint.site.baseline import Baseline, read_baseline
from docxlint.site.discovery import search
from docxlint.site.settings import Config, Day, Waiver
from docxlint.site.site_fault import ConfigFault
from docxlint.site.site_file import read
from docxlint.site.waivers import notices, unknown, unused, waive

__all__ = [
    "Baseline",
    "Config",
    "ConfigFault",
    "Day",
    "Waiver",
    "notices",
    "read",
    "read_baseline",
    "search",
    "unknown",
    "unused",
    "waive",
]
