"""Where the configuration of a folder is: in it, or in the nearest folder above that has one."""

from __future__ import annotations

import re
from pathlib import Path

from docxlint.core.message import Message
from docxlint.packs.yaml.fault import Fault
from docxlint.site.site_fault import ConfigFault

YAML = "docxlint.yaml"
TOML = "pyproject.toml"

# What a project file that has a table for us has somewhere; most have not, and are not parsed.
_OURS = re.compile(
    rb"tool[\"']?\s*\.\s*[\"']?docxlint|^\s*\[\s*tool\s*\]|^\s*tool\s*=", re.MULTILINE
)
_SUFFIX = Message(
    zh=f"配置文件应叫 {YAML}，现名为 docxlint.yml，不会被读取",
    en=f"the configuration should be called {YAML}; as docxlint.yml it would not be read",
)


def search(start: Path) -> Path | None:
    """The configuration file for the folder `start`; None if there is none up to the root.

    In one folder docxlint.yaml goes before [tool.docxlint] in pyproject.toml.
    """
    for folder in (start, *start.parents):
        if _is_file(folder / YAML):
            return folder / YAML
        if _is_file(folder / "docxlint.yml"):
            raise ConfigFault([Fault(str(folder / "docxlint.yml"), 1, 1, _SUFFIX)])
        if _is_file(folder / TOML) and _has_table(folder / TOML):
            return folder / TOML
    return None


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # nobody lets us look there
        return False


def _has_table(path: Path) -> bool:
    """Whether a project file speaks of us; so does one that cannot be understood but names us."""
    try:
        data = path.read_bytes()
    except OSError:
        return False
    if _OURS.search(data) is None:
        return False
    import tomllib  # only who has such a table pays for it

    try:
        return "docxlint" in tomllib.loads(data.decode()).get("tool", {})
    except ValueError:
        return True
