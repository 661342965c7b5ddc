"""Answer an e-mail with the problems in its Word attachments.

Reads the e-mail from standard input and writes the answer to standard output. Writes no answer
where it could start a loop between two programs or go to a mailing list (RFC 3834).
"""

import re
import sys
from email import message_from_binary_file, policy
from email.message import EmailMessage
from email.utils import getaddresses

import docxlint

WORD_NAMES = (".docx", ".docm", ".dotx", ".dotm", ".doc", ".wps")
ADDRESS = re.compile(r"[\w.!#$%&'*+/=^`{|}~-]+@[\w.-]+", re.ASCII)
PROGRAMS = re.compile(
    r"(mailer-daemon|postmaster|not?[-_.]?reply|bounce)[^@]*@|^owner-|-request@", re.IGNORECASE
)


class ChineseHeaders(policy.EmailPolicy):
    """Header bytes that are not ASCII are read as UTF-8, or else as GB 18030."""

    def header_fetch_parse(self, name: str, value: str) -> str:
        """Decode one header."""
        raw = value.encode("utf-8", "surrogateescape")
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError:
            text = raw.decode("gb18030", "replace")
        return super().header_fetch_parse(name, text)


def one_line(text: object) -> str:
    """Text without line breaks and other control characters, so that it cannot add a header."""
    return " ".join("".join(c if c.isprintable() else " " for c in str(text or "")).split())


def answer_address(mail: EmailMessage) -> str | None:
    """Where an answer may go, or None for mail from a program, from a list or from nobody."""
    headers = {name.lower(): str(value).strip() for name, value in mail.raw_items()}
    if (
        headers.get("auto-submitted", "no").split(";")[0].strip().lower() != "no"
        or headers.get("precedence", "").lower() in ("bulk", "list", "junk")
        or headers.get("return-path") == "<>"
        or re.search("all|autoreply", headers.get("x-auto-response-suppress", "").lower())
        or any(name.startswith("list-") for name in headers)
        or mail.get_content_type() == "multipart/report"
    ):
        return None
    senders = getaddresses([headers[name] for name in ("reply-to", "from") if name in headers])
    addresses = [address for _, address in senders if ADDRESS.fullmatch(address)]
    if any(PROGRAMS.search(address) for address in addresses):
        return None
    return addresses[0] if addresses else None


def attachments(mail: EmailMessage) -> list[tuple[str, bytes]]:
    """The name and content of each attachment; the text of the mail is none."""
    parts = [part for part in mail.walk() if not part.is_multipart()]
    files = [part for part in parts if part.get_filename() or part.get_content_maintype() != "text"]
    return [
        (
            one_line(part.get_filename()) or f"附件{number}（无文件名）",
            part.get_payload(decode=True) or b"",
        )
        for number, part in enumerate(files, 1)
    ]


def is_word(name: str, data: bytes) -> bool:
    """By name or by content: a .docx is a zip archive with an entry word/document….xml."""
    return name.lower().endswith(WORD_NAMES) or (
        data.startswith(b"PK") and b"word/document" in data
    )


def main() -> None:
    """Answer the e-mail on standard input."""
    mail = message_from_binary_file(sys.stdin.buffer, policy=ChineseHeaders())
    address = answer_address(mail)
    if address is None:
        return
    files = attachments(mail)
    linter = docxlint.linter()
    reports = [linter.lint(data, name=name) for name, data in files if is_word(name, data)]
    unread = [name for name, data in files if not is_word(name, data)]
    text = docxlint.render(reports) if reports else "来信没有 Word 附件。\n"
    if unread:
        text += f"\n以下附件不是 Word 文档，没有检查：{'、'.join(unread)}\n"

    answer = EmailMessage(policy=policy.default.clone(max_line_length=900))
    answer["To"] = address
    answer["Subject"] = one_line(f"Re: {mail['Subject'] or ''}")
    answer["Auto-Submitted"] = "auto-replied"
    threads = re.findall(r"<[!-~]+?>", f"{mail['References'] or ''} {mail['Message-ID'] or ''}")
    if mail["Message-ID"] and threads:
        answer["In-Reply-To"] = threads[-1]
        answer["References"] = " ".join(threads[-20:])
    answer.set_content(text)
    sys.stdout.buffer.write(answer.as_bytes())


if __name__ == "__main__":
    main()
