"""Find the site's file for a folder."""

from __future__ import annotations

from pathlib import Path

from docxlint.core.message import Message
from docxlint.packs.yaml.source_faults import SiteFault, SourceFault

YAML = "docxlint.yaml"

_SUFFIX = Message(
    zh=f"配置文件应叫 {YAML}，现名为 docxlint.yml，不会被读取",
    en=f"the configuration should be called {YAML}; as docxlint.yml it would not be read",
)


def search(start: Path) -> Path | None:
    """The site's file for the folder `start`: the nearest docxlint.yaml in it or above; None if
    there is none.

    Raises SiteFault for a docxlint.yml, which would otherwise be ignored.
    """
    files = map(file_in, (start, *start.parents))
    return next((file for file in files if file is not None), None)


def file_in(folder: Path) -> Path | None:
    """The site's file in `folder`, None if there is none. Raises SiteFault for a docxlint.yml."""
    if _is_file(folder / YAML):
        return folder / YAML
    if _is_file(folder / "docxlint.yml"):
        raise SiteFault([SourceFault(str(folder / "docxlint.yml"), 1, 1, _SUFFIX)])
    return None


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # the folder may not be read
        return False
