"""The baseline: fingerprints of findings that are known and accepted."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import msgspec

from docxlint.core.message import Message
from docxlint.packs.yaml.source_faults import SiteFault, SourceFault

MAX_BYTES = 256 << 20

_UNREADABLE = Message(zh="基线文件无法读取：{why}", en="the baseline cannot be read: {why}")
_LARGE = Message(
    zh=f"基线超过{MAX_BYTES >> 20} MiB", en=f"the baseline is larger than {MAX_BYTES >> 20} MiB"
)
_NO_BASELINE = Message(
    zh="这不是基线文件：应为 docxlint check --format json 的输出，或指纹的列表（{why}）",
    en="this is not a baseline: it should be what docxlint check --format json writes, or a list"
    " of fingerprints ({why})",
)


class Baseline(msgspec.Struct, frozen=True):
    """Fingerprints of known findings: `anywhere` in any document, `documents` by path."""

    anywhere: frozenset[str] = frozenset()
    documents: tuple[tuple[str, frozenset[str]], ...] = ()

    def fingerprints_of(self, path: str) -> frozenset[str]:
        """The known fingerprints of the document at `path`.

        Two paths mean one document if one of them ends in the other, so that the baseline works
        wherever the command runs; 甲县/报告.docx and 乙县/报告.docx are two documents.
        """
        here = _steps(path)
        sets = (prints for name, prints in self.documents if _same_end(here, _steps(name)))
        return self.anywhere.union(*sets)


class _Finding(msgspec.Struct, frozen=True):
    fingerprint: str


class _Document(msgspec.Struct, frozen=True):
    path: str
    findings: tuple[_Finding, ...]


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
            (document.path, frozenset(finding.fingerprint for finding in document.findings))
            for document in read.documents
        )
    )


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
