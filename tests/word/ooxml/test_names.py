"""Names in Clark notation and as steps of paths."""

from __future__ import annotations

from docxlint.word.ooxml.names import STEP, local_name, mc, w


def test_names_are_written_with_their_namespaces() -> None:
    assert w("p") == "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"
    assert mc("Choice") == "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
    assert local_name(w("tbl")) == "tbl"
    assert local_name("plain") == "plain"


def test_a_step_has_the_usual_prefix() -> None:
    assert STEP[w("tc")] == "w:tc"
    assert STEP[mc("Fallback")] == "mc:Fallback"


def test_a_step_without_a_prefix_names_its_namespace() -> None:
    assert STEP["{urn:x}y"] == "*[local-name()='y' and namespace-uri()='urn:x']"
    assert STEP["{urn:o'x}y"] == "*[local-name()='y' and namespace-uri()=\"urn:o'x\"]"
    assert STEP["y"] == "*[local-name()='y' and namespace-uri()='']"
