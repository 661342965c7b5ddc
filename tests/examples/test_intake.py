"""The e-mail intake script of the README, run on letters."""

from __future__ import annotations

import subprocess
import sys
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest

from docxlint.author import markdown_parser
from docxlint.word.make import write_document

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "examples" / "intake.py"
WORD = "vnd.openxmlformats-officedocument.wordprocessingml.document"


def answered(letter: bytes) -> EmailMessage:
    done = subprocess.run(
        [sys.executable, str(SCRIPT)], input=letter, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    answer = message_from_bytes(done.stdout, policy=policy.default)
    assert isinstance(answer, EmailMessage)
    return answer


def letter(**attachments: bytes) -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = "云溪镇 <yunxi@example.org>"
    mail["Subject"] = "2023年年度报告"
    mail.set_content("请查收。")
    for name, data in attachments.items():
        mail.add_attachment(data, maintype="application", subtype=WORD, filename=name)
    return mail


@pytest.fixture
def faulty(good: str) -> bytes:
    text = good.replace("## 五、存在的主要问题及改进情况", "## 五、存在的主要问题")
    assert text != good
    return write_document.docx_bytes(markdown_parser.parse(text))


def test_the_script_is_at_most_twenty_lines() -> None:
    lines = [line.strip() for line in SCRIPT.read_text(encoding="utf-8").splitlines()]
    assert len([line for line in lines if line and not line.startswith("#")]) <= 20


def test_a_letter_is_answered_with_what_is_wrong_with_its_report(faulty: bytes) -> None:
    answer = answered(letter(**{"年度 报告.docx": faulty, "无关.txt": b"x"}).as_bytes())
    assert answer["To"] == "云溪镇 <yunxi@example.org>"
    assert answer["Subject"] == "Re: 2023年年度报告"
    text = answer.get_content()
    assert text.startswith("年度 报告.docx\n  错误 1 处")
    assert "五、存在的主要问题及改进情况" in text
    assert "[section-title]" in text
    assert "无关" not in text


def test_what_is_no_word_document_is_answered_in_one_sentence() -> None:
    text = answered(letter(**{"坏.DOCX": b"no zip"}).as_bytes()).get_content()
    assert "坏.DOCX\n  无法读取：" in text


def test_a_letter_without_a_report_is_told_so() -> None:
    assert answered(letter().as_bytes()).get_content() == "来信没有 .docx 附件。\n"
    assert answered(b"").get_content() == "来信没有 .docx 附件。\n"


def test_no_header_of_the_answer_is_made_by_the_letter(faulty: bytes) -> None:
    mail = letter(**{"x.docx": faulty}).as_bytes()
    _, _, rest = mail.partition(b"MIME-Version")
    hostile = (
        b"From: a@example.org\r\n"
        b"Subject: =?utf-8?q?b=0ABcc=3A_victim=40example=2Eorg?=\r\n"
        b"MIME-Version" + rest
    )
    answer = answered(hostile)
    assert answer["Bcc"] is None
    assert answer["Subject"] == "Re: b Bcc: victim@example.org"


def test_a_sender_who_forges_headers_is_not_answered() -> None:
    forged = b"From: =?utf-8?q?a=0D=0ABcc=3A_victim=40example=2Eorg?= <a@example.org>\r\n\r\n"
    done = subprocess.run(
        [sys.executable, str(SCRIPT)], input=forged, capture_output=True, check=False
    )
    assert done.returncode != 0
    assert done.stdout == b""


def test_a_hostile_name_is_shown_escaped(faulty: bytes) -> None:
    mail = letter(**{"NAME.docx": faulty}).as_bytes()
    hostile = b'"../\\\\..//\x1b[31m\xe2\x80\xaex.docx"'
    answer = answered(mail.replace(b'"NAME.docx"', hostile))
    text = answer.get_content()
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "错误 1 处" in text
