"""What is wrong with a configuration, each fault in its place."""

from __future__ import annotations

from collections.abc import Sequence

from docxlint.packs.yaml.fault import Fault


class ConfigFault(Exception):
    """A configuration that cannot be used. `faults` are all its faults, in the order of lines."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(tuple(faults))
        self.faults = tuple(sorted(faults, key=lambda fault: (fault.line, fault.column)))

    def __str__(self) -> str:
        return "\n".join(fault.text("en") for fault in self.faults)
