"""A site's own settings in docxlint.yaml, its waivers and its baseline."""

from docxlint.packs.yaml.source_faults import SiteFault
from docxlint.site.baseline import Baseline, read_baseline
from docxlint.site.discovery import file_in, search
from docxlint.site.path_patterns import Exclusion
from docxlint.site.settings import Day, SiteSettings, Waiver
from docxlint.site.site_file import read
from docxlint.site.waivers import notices, unknown, uses, waive

__all__ = [
    "Baseline",
    "Day",
    "Exclusion",
    "SiteFault",
    "SiteSettings",
    "Waiver",
    "file_in",
    "notices",
    "read",
    "read_baseline",
    "search",
    "unknown",
    "uses",
    "waive",
]
