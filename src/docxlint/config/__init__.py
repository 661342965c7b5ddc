"""A desk's own defaults: docxlint.yaml, or [tool.docxlint] in pyproject.toml; and the baseline."""

from docxlint.config.baseline import Baseline, read_baseline
from docxlint.config.fault import ConfigFault
from docxlint.config.file import read
from docxlint.config.search import search
from docxlint.config.settings import Config, Day, Waiver
from docxlint.config.waivers import notices, unknown, waive

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
    "waive",
]
