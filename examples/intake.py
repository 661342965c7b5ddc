"""Takes an e-mail on standard input and answers it: what is wrong with its attachments."""

import sys
from email import message_from_binary_file, policy
from email.message import EmailMessage

import docxlint
from docxlint.report.formats.text import render

letter = message_from_binary_file(sys.stdin.buffer, policy=policy.default)
linter = docxlint.linter()
reports = [
    linter.lint(part.get_payload(decode=True) or b"", name=part.get_filename())
    for part in letter.walk()
    if (part.get_filename() or "").lower().endswith(".docx")
]
# A header of ours is one line, whatever stands in theirs.
answer = EmailMessage()
answer["To"] = " ".join(str(letter["Reply-To"] or letter["From"] or "").split())
answer["Subject"] = " ".join(f"Re: {letter['Subject'] or ''}".split())
answer["Auto-Submitted"] = "auto-replied"
answer.set_content(render(reports, "zh") if reports else "来信没有 .docx 附件。\n")
sys.stdout.buffer.write(answer.as_bytes())
