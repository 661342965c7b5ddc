"""The manual has every rule with its source and examples, and all its links have targets."""

from __future__ import annotations

import re
from functools import cache

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from docxlint.author.manual import manual
from docxlint.author.markdown_escape import code_block, escape, escape_docstring, inline_code
from docxlint.linting.catalog import load_packs
from docxlint.plugins.available import require_plugins
from docxlint.rules.rule import Pack

OFFERED = require_plugins(installed=False)
PACKS = load_packs(examples=True, offered=OFFERED)
PAGES = manual(PACKS, OFFERED.kinds)


@cache
def tokens(page: str) -> list[Token]:
    return MarkdownIt("commonmark").enable("table").parse(PAGES[page])


def headings(page: str) -> list[str]:
    here = tokens(page)
    return [
        here[number + 1].content
        for number, token in enumerate(here)
        if token.type == "heading_open" and token.tag == "h2"
    ]


@pytest.mark.parametrize("page", PAGES)
def test_every_link_has_a_page_and_a_heading(page: str) -> None:
    links = [
        str(child.attrs["href"])
        for token in tokens(page)
        for child in token.children or ()
        if child.type == "link_open"
    ]
    assert links
    for link in links:
        name, _, anchor = link.partition("#")
        assert (name or page) in PAGES, link
        assert not anchor or anchor in headings(name or page), link


def test_every_pack_has_a_page_and_every_kind_a_heading() -> None:
    assert set(PAGES) == {f"{pack.name}.md" for pack in PACKS} | {"README.md", "checks.md"}
    assert headings("checks.md") == sorted(OFFERED.kinds)


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.name)
def test_a_page_has_every_rule_of_its_pack_with_all_its_examples(pack: Pack) -> None:
    page = f"{pack.name}.md"
    own = [r for r in pack.rules if r.pack == pack.name or pack.name in r.changed_by]
    assert headings(page)[1:] == [rule.name for rule in own]
    blocks = [token for token in tokens(page) if token.type == "fence"]
    results = [token.content for token in blocks if token.info == "text"]
    assert len(results) == sum(len(rule.examples) for rule in own)
    for rule in own:
        for example in rule.examples:
            ends = "".join(f"→ {line}\n" for line in (*example.finds, *example.unjudged))
            assert any(text.endswith(ends) for text in results), (rule.name, ends)
    inline = "\n".join(token.content for token in tokens(page) if token.type == "inline")
    for rule in own:
        assert escape(rule.source) in inline
        assert escape(rule.title.en) in inline
    for reason in pack.dropped.values():
        assert escape(reason) in inline


def plain(markdown: str) -> str:
    (_, inline, _) = MarkdownIt("commonmark").parse(markdown)
    return "".join(child.content for child in inline.children or ())


@pytest.mark.parametrize(
    "text", ["a_b_ *c* `d` <e> [f](g) | ~h~ &amp; \\i", "## 一、", "**粗**", "http://a/b_c"]
)
def test_text_of_a_pack_is_never_markdown(text: str) -> None:
    assert plain(escape(text)) == text
    assert plain("x" + inline_code(text)) == "x" + text
    (block,) = MarkdownIt("commonmark").parse(code_block(f"{text}\n```\n{text}", "text"))
    assert block.content == f"{text}\n```\n{text}\n"


def test_code_in_a_docstring_stays_code() -> None:
    assert escape_docstring("`a_b` and [c]") == "`a_b` and \\[c\\]"


def test_a_control_character_is_an_escape() -> None:
    assert re.search(r"\\\\x1b", escape("a\x1bb"))
