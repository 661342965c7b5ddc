"""Chinese as the documents of authorities in China write it."""

from docxlint.text.language import Language
from docxlint.text.zh import (
    cell_figures,
    date_parser,
    document_numbers,
    folding,
    half_width,
    heading_numbers,
    organ_names,
    quantities,
    sentences,
    signature_grammar,
    title_grammar,
    years,
)

LANGUAGE = Language(
    code="zh",
    folding=folding,
    cells=cell_figures,
    quantities=quantities,
    dates=date_parser,
    years=years,
    headings=heading_numbers,
    sentences=sentences,
    titles=title_grammar,
    signatures=signature_grammar,
    organs=organ_names,
    punctuation=half_width,
    document_numbers=document_numbers,
)
