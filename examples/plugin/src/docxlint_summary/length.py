"""Whether a section says enough, and not too much: its length in characters."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from docxlint.plugin import (
    BoundForm,
    Form,
    Kind,
    Message,
    OptionFault,
    Outcome,
    Problem,
    SectionRef,
    Unchecked,
)

_SHORT = Message(
    zh="“{heading}”只有 {found} 个字，应不少于 {least} 个字",
    en="“{heading}” has {found} characters; it should have at least {least}",
)
_LONG = Message(
    zh="“{heading}”有 {found} 个字，应不超过 {most} 个字",
    en="“{heading}” has {found} characters; it should have at most {most}",
)
_ABSENT = Message(zh="缺少“{heading}”这一部分", en="the section “{heading}” is missing")
_NO_LIMIT = Message(zh="least、most 至少写一个", en="least or most is wanted, or both")


class Options(msgspec.Struct, frozen=True):
    """The running text of `section` has at least `least` characters and at most `most`; blanks,
    headings and tables do not count.
    """

    section: SectionRef
    least: int | None = None
    most: int | None = None


def run(bound: BoundForm, options: Options) -> Iterator[Outcome]:
    """One problem where the section is too short or too long; nothing where all is right."""
    heading = bound.form.section(options.section.name).heading
    subject = options.section
    section = bound.section(options.section.name)
    if section is None:
        # Neither right nor wrong. The report shows it, unless a finding has told of it already.
        yield Unchecked(
            reason=_ABSENT(heading=heading), location=bound.document.location, causes=(subject,)
        )
        return
    texts = (p.text for p in bound.passages if (p.section, p.role) == (subject.name, "text"))
    found = sum(len("".join(text.split())) for text in texts)
    message = None
    if options.least is not None and found < options.least:
        message = _SHORT(heading=heading, found=found, least=options.least)
    elif options.most is not None and found > options.most:
        message = _LONG(heading=heading, found=found, most=options.most)
    if message is not None:
        yield Problem(
            message=message, location=section.location, found=str(found), subjects=(subject,)
        )


def verify(options: Options, _form: Form) -> Iterator[OptionFault]:
    """What is wrong with the options, before any document is seen.

    The section is a SectionRef: docxlint checks that the form has it.
    """
    if options.least is None and options.most is None:
        yield OptionFault((), _NO_LIMIT)


KIND = Kind("length", Options, run, verify)
