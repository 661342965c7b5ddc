"""The site's files of a run: the nearest docxlint.yaml holds for each document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from docxlint.cli.document_paths import STDIN
from docxlint.cli.run_settings import RunSettings
from docxlint.core.message import Message
from docxlint.report.visible_text import path_text
from docxlint.site import Exclusion, SiteSettings, file_in, read

_IN_USE = Message(
    zh="{file}：它所在文件夹里的文档按它检查", en="{file}: holds for the documents in its folder"
)


class SiteFiles:
    """The settings for the documents of a run.

    Those of a document are in the nearest docxlint.yaml, in its folder or above. The settings of
    the run hold where there is none, where the command names a file, and for standard input.
    Each file is read once.
    """

    def __init__(self, settings: RunSettings) -> None:
        self._settings = settings
        self._by_folder: dict[Path, SiteSettings] = {}

    def of(self, path: str) -> SiteSettings:
        """The settings for the document or the folder at `path`. Raises SiteFault."""
        return self.in_folder(path) if Path(path).is_dir() else self.of_document(path)

    def of_document(self, path: str) -> SiteSettings:
        """The settings for the document at `path`. Raises SiteFault."""
        return self._settings.site if path == STDIN else self.in_folder(str(Path(path).parent))

    def in_folder(self, folder: str) -> SiteSettings:
        """The settings for the documents in `folder`. Raises SiteFault."""
        if not self._settings.searches:
            return self._settings.site
        try:
            place = Path(folder).resolve()
        except (OSError, RuntimeError):  # no current folder, or a circle of links
            return self._settings.site
        return self._nearest(place)

    def _nearest(self, folder: Path) -> SiteSettings:
        if folder not in self._by_folder:
            self._by_folder[folder] = self._own(folder) or (
                self._settings.site if folder == folder.parent else self._nearest(folder.parent)
            )
        return self._by_folder[folder]

    def _own(self, folder: Path) -> SiteSettings | None:
        """The settings in the site's file of this folder."""
        file = file_in(folder)
        site = self._settings.site
        if file is None or (site.file and Path(site.folder).resolve() == folder):
            return None if file is None else site
        return self._settings.options.apply(read(file))

    def exclusions(self, here: str, given: str) -> tuple[Exclusion, ...]:
        """What is left out of the folder `here`, inside the folder `given` of the command."""
        site = self.in_folder(here)
        return (
            Exclusion(given, self._settings.exclude),
            Exclusion(site.folder, site.exclude),
        )

    def notes(self, names: Iterable[str]) -> Iterator[Message]:
        """The files that hold for the documents `names`, beside that of the run."""
        files = {self.of_document(name).file for name in names} - {self._settings.site.file, ""}
        for file in sorted(files):
            yield _IN_USE(file=path_text(file))
