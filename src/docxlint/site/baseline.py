"""The baseline: fingerprints of findings that are known and accepted."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path, PurePosixPath

import msgspec

from docxlint.core.message import Message
from docxlint.packs.yaml.source_faults import SiteFault, SourceFault

MAX_BYTES = 256 << 20
BASELINE = Message(zh="以前已登记的问题，不再计入", en="baseline")
"""The reason why a known finding does not count."""

_UNREADABLE = Message(zh="基线文件无法读取：{why}", en="the baseline cannot be read: {why}")
_LARGE = Message(
    zh=f"基线超过{MAX_BYTES >> 20} MiB", en=f"the baseline is larger than {MAX_BYTES >> 20} MiB"
)
_NO_BASELINE = Message(
    zh="这不是基线文件：应为 docxlint check --format json 的输出，或指纹的列表（{why}）",
    en="this is not a baseline: it should be what docxlint check --format json writes, or a list"
    " of fingerprints ({why})",
)


class KnownDocument(msgspec.Struct, frozen=True):
    """A document of the baseline: its path, the fingerprints of its findings, and the organ and
    the year of its title.
    """

    path: str
    fingerprints: frozenset[str]
    organ: str | None = None
    year: int | None = None


class Baseline(msgspec.Struct, frozen=True):
    """Fingerprints of known findings: `anywhere` in any document, and those of `documents`."""

    anywhere: frozenset[str] = frozenset()
    documents: tuple[KnownDocument, ...] = ()

    def fingerprints_of(
        self, path: str, organ: str | None = None, year: int | None = None
    ) -> frozenset[str]:
        """The known fingerprints of the document at `path`, a report of `organ` for `year`.

        Two paths mean one document if one of them ends in the other, so that the baseline works
        wherever the command runs; 甲县/报告.docx and 乙县/报告.docx are two documents. A report
        of another organ or year is another document, whatever its path. A report of the same
        organ for the same year is a resubmission under another name; if several documents could
        be the first submission, only what is known of all of them counts.
        """
        here = KnownDocument(path, frozenset(), _plain(organ), year)
        steps = _steps(path)
        same_path = [
            known.fingerprints
            for known in self.documents
            if _same_end(steps, _steps(known.path)) and _may_be_one(here, known)
        ]
        if same_path:
            return self.anywhere.union(*same_path)
        resubmitted = [known.fingerprints for known in self.documents if _are_one(here, known)]
        if resubmitted:
            return self.anywhere | frozenset.intersection(*resubmitted)
        return self.anywhere


class _Finding(msgspec.Struct, frozen=True):
    fingerprint: str
    waived: str | None = None

    @property
    def is_known(self) -> bool:
        """Whether it was accepted for good. A waiver that covered it may end."""
        return self.waived in (None, BASELINE.zh, BASELINE.en)


class _Document(msgspec.Struct, frozen=True):
    path: str
    findings: tuple[_Finding, ...]
    organ: str | None = None
    year: int | None = None


class _Run(msgspec.Struct, frozen=True):
    documents: tuple[_Document, ...]


def read_baseline(path: Path, file: str) -> Baseline:
    """Read the baseline at `path`: the JSON of a run, or a JSON list of fingerprints.

    `file` is its name in faults. Raises SiteFault if it is neither.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise SiteFault([SourceFault(file, 1, 1, _UNREADABLE(why=error.strerror))]) from error
    if len(data) > MAX_BYTES:
        raise SiteFault([SourceFault(file, 1, 1, _LARGE)])
    try:
        read = msgspec.json.decode(data, type=_Run | tuple[str, ...])
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise SiteFault([SourceFault(file, 1, 1, _NO_BASELINE(why=error))]) from error
    if isinstance(read, tuple):
        return Baseline(anywhere=frozenset(read))
    return Baseline(
        documents=tuple(
            KnownDocument(
                document.path,
                frozenset(each.fingerprint for each in document.findings if each.is_known),
                _plain(document.organ),
                document.year,
            )
            for document in read.documents
        )
    )


def _plain(organ: str | None) -> str | None:
    """The name of an organ without blanks; None where there is no name."""
    return "".join((organ or "").split()) or None


def _are_one(one: KnownDocument, other: KnownDocument) -> bool:
    """Whether both are known to be reports of one organ for one year."""
    has_both = one.organ is not None and one.year is not None
    return has_both and (one.organ, one.year) == (other.organ, other.year)


def _may_be_one(one: KnownDocument, other: KnownDocument) -> bool:
    """Whether two documents with one path can be one, by what is known of both. The name of an
    organ may be longer in one of them.
    """
    if one.year is not None and other.year is not None and one.year != other.year:
        return False
    if one.organ is None or other.organ is None:
        return True
    return one.organ in other.organ or other.organ in one.organ


@lru_cache(maxsize=1 << 16)
def _steps(path: str) -> tuple[str, ...]:
    """The parts of a path from the outermost one on; ".." removes the part before it."""
    steps: list[str] = []
    for step in PurePosixPath(path.replace("\\", "/")).parts:
        if step == ".." and steps:
            steps.pop()
        elif step not in ("..", "/"):
            steps.append(step)
    return tuple(steps)


def _same_end(path: tuple[str, ...], other: tuple[str, ...]) -> bool:
    length = min(len(path), len(other))
    return length > 0 and path[-length:] == other[-length:]
