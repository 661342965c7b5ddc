"""The content types that a package declares for its parts (Part 2, 7.2.3)."""

from __future__ import annotations

from urllib.parse import unquote

from lxml import etree

_PACKAGE_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_DEFAULT, _OVERRIDE = f"{_PACKAGE_TYPES}Default", f"{_PACKAGE_TYPES}Override"


class ContentTypes:
    """The content types in a `[Content_Types].xml`: of single parts, and of file extensions."""

    def __init__(self, root: etree._Element) -> None:
        self._of_parts: dict[str, str] = {}
        self._of_extensions: dict[str, str] = {}
        for element in root.iterchildren(_DEFAULT, _OVERRIDE):
            content_type = (element.get("ContentType") or "").strip()
            if element.tag == _DEFAULT:
                extension = (element.get("Extension") or "").lower()
                self._of_extensions.setdefault(extension, content_type)
            else:
                part = unquote(element.get("PartName") or "").lstrip("/").lower()
                self._of_parts.setdefault(part, content_type)

    def type_of(self, part: str) -> str | None:
        """The content type of the part named `part`, or None. Names are compared without case."""
        name = part.lower()
        own = self._of_parts.get(name)
        if own is not None:
            return own
        _, dot, extension = name.rpartition("/")[2].rpartition(".")
        return self._of_extensions.get(extension) if dot else None
