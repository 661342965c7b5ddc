"""The e-mail intake script of the README, run on e-mails."""

from __future__ import annotations

import base64
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
OCTETS = b"application/octet-stream"


def run(mail: bytes) -> bytes:
    done = subprocess.run(
        [sys.executable, str(SCRIPT)], input=mail, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


def answer_to(mail: bytes) -> EmailMessage:
    answer = message_from_bytes(run(mail), policy=policy.default)
    assert isinstance(answer, EmailMessage)
    return answer


def email(headers: dict[str, str] | None = None, **attachments: bytes) -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = "云溪镇 <yunxi@example.org>"
    mail["Subject"] = "2023年年度报告"
    for name, value in (headers or {}).items():
        del mail[name]
        mail[name] = value
    mail.set_content("请查收。")
    for name, data in attachments.items():
        mail.add_attachment(data, maintype="application", subtype=WORD, filename=name)
    return mail


def raw_email(disposition: bytes, data: bytes, kind: bytes = OCTETS, head: bytes = b"") -> bytes:
    """An e-mail with one attachment whose headers are exactly these bytes."""
    lines = [
        *(b"From: yunxi@example.org", *head.splitlines()),
        *(b"MIME-Version: 1.0", b"Content-Type: multipart/mixed; boundary=B", b""),
        *(b"--B", b"Content-Type: text/plain", b"", b"x"),
        *(b"--B", b"Content-Type: " + kind, *disposition.splitlines()),
        *(b"Content-Transfer-Encoding: base64", b"", base64.encodebytes(data), b"--B--", b""),
    ]
    return b"\r\n".join(lines)


@pytest.fixture
def faulty(good: str) -> bytes:
    text = good.replace("## 五、存在的主要问题及改进情况", "## 五、存在的主要问题")
    assert text != good
    return write_document.docx_bytes(markdown_parser.parse(text))


def test_the_script_stays_short() -> None:
    lines = [line.strip() for line in SCRIPT.read_text(encoding="utf-8").splitlines()]
    assert len([line for line in lines if line and not line.startswith("#")]) <= 90


def test_the_answer_lists_the_problems_of_the_report(faulty: bytes) -> None:
    mail = email({"Message-ID": "<2@x>", "References": "<1@x>"}, **{"年度 报告.docx": faulty})
    answer = answer_to(mail.as_bytes())
    assert answer["To"] == "yunxi@example.org"
    assert answer["Subject"] == "Re: 2023年年度报告"
    assert answer["Auto-Submitted"] == "auto-replied"
    assert answer["In-Reply-To"] == "<2@x>"
    assert answer["References"] == "<1@x> <2@x>"
    text = answer.get_content()
    assert text.startswith("年度 报告.docx\n  错误1处")
    assert "五、存在的主要问题及改进情况" in text
    assert "[section-title]" in text


def test_a_long_message_id_is_not_broken(faulty: bytes) -> None:
    identity = f"<{'x' * 200}@example.org>"
    answer = run(raw_email(b"", faulty, head=b"Message-ID: " + identity.encode()))
    assert f"In-Reply-To: {identity}\n".encode() in answer


def test_a_fault_of_a_file_is_in_the_answer() -> None:
    text = answer_to(email(None, **{"坏.DOCX": b"no zip"}).as_bytes()).get_content()
    assert "坏.DOCX\n  无法读取：" in text


def test_an_email_without_attachments_gets_one_sentence() -> None:
    assert answer_to(email().as_bytes()).get_content() == "来信没有 Word 附件。\n"


@pytest.mark.parametrize(
    "headers",
    [
        {"Auto-Submitted": "auto-generated"},
        {"Auto-Submitted": "auto-replied; owner-email=a@example.org"},
        {"Precedence": "bulk"},
        {"Precedence": "List"},
        {"Precedence": "junk"},
        {"List-Id": "<news.example.org>"},
        {"List-Unsubscribe": "<https://example.org/>"},
        {"Return-Path": "<>"},
        {"X-Auto-Response-Suppress": "All"},
        {"From": "MAILER-DAEMON@example.org"},
        {"From": "Postmaster <postmaster@example.org>"},
        {"From": "no-reply@example.org"},
        {"From": "noreply-77@example.org"},
        {"From": "do_not_reply@example.org"},
        {"From": "owner-news@example.org"},
        {"From": "news-request@example.org"},
        {"From": "a@example.org", "Reply-To": "no.reply@example.org"},
        {"From": "no-reply@example.org", "Reply-To": "a@example.org"},
        {"From": ""},
        {"From": "云溪镇"},
    ],
    ids=lambda headers: ", ".join(f"{name}: {value}" for name, value in headers.items()),
)
def test_no_answer_goes_to_a_program_a_list_or_nobody(headers: dict[str, str]) -> None:
    assert run(email(headers).as_bytes()) == b""


@pytest.mark.parametrize("headers", [{"Auto-Submitted": "no"}, {"Return-Path": "<a@example.org>"}])
def test_mail_from_a_person_is_answered(headers: dict[str, str]) -> None:
    assert answer_to(email(headers).as_bytes())["To"] == "yunxi@example.org"


def test_reply_to_goes_before_from() -> None:
    mail = email({"Reply-To": "李 <li@example.org>"})
    assert answer_to(mail.as_bytes())["To"] == "li@example.org"


def test_no_answer_goes_to_a_bounce_or_to_an_empty_input() -> None:
    report = b"Content-Type: multipart/report; boundary=B\r\n\r\n--B--\r\n"
    assert run(b"From: yunxi@example.org\r\n" + report) == b""
    assert run(b"") == b""


@pytest.mark.parametrize(
    ("disposition", "name"),
    [
        (b'Content-Disposition: attachment; filename="a.docx"', "a.docx"),
        (b'Content-Disposition: attachment; filename="a.dat"', "a.dat"),
        (b"", "附件1（无文件名）"),
        (
            b"Content-Disposition: attachment;\r\n filename*0*=gbk''%B1%A8;\r\n"
            b" filename*1*=%B8%E6.docx",
            "报告.docx",
        ),
        (
            b'Content-Disposition: attachment; filename="=?gbk?B?'
            + base64.b64encode("报告.docx".encode("gbk"))
            + b'?="',
            "报告.docx",
        ),
        (
            'Content-Disposition: attachment; filename="报告.docx"'.encode("gbk"),
            "报告.docx",
        ),
        ('Content-Disposition: attachment; filename="报告.docx"'.encode(), "报告.docx"),
    ],
)
def test_a_document_is_recognised_whatever_its_name(
    faulty: bytes, disposition: bytes, name: str
) -> None:
    text = answer_to(raw_email(disposition, faulty)).get_content()
    assert text.startswith(f"{name}\n  错误1处")


def test_a_raw_gbk_name_in_the_content_type_is_read(faulty: bytes) -> None:
    kind = 'application/octet-stream; name="报告.docx"'.encode("gbk")
    assert answer_to(raw_email(b"", faulty, kind)).get_content().startswith("报告.docx\n")


@pytest.mark.parametrize(
    ("disposition", "name"),
    [
        (b"Content-Disposition: attachment; filename*=utf-8''%E6%8A%A5.pdf", "报.pdf"),
        (b'Content-Disposition: attachment; filename="=?utf-8?Q?=E6=8A=A5.pdf?="', "报.pdf"),
        ('Content-Disposition: attachment; filename="报.pdf"'.encode("gbk"), "报.pdf"),
        (b"", "附件1（无文件名）"),
    ],
)
def test_attachments_that_were_not_read_are_named(disposition: bytes, name: str) -> None:
    text = answer_to(raw_email(disposition, b"%PDF-1.7")).get_content()
    assert "来信没有 Word 附件。" in text
    assert f"以下附件不是 Word 文档，没有检查：{name}\n" in text


def test_both_kinds_of_attachments_are_in_one_answer(faulty: bytes) -> None:
    mail = email(None, **{"报告.docx": faulty, "说明.txt": b"x", "扫描件.jpg": b"x"})
    text = answer_to(mail.as_bytes()).get_content()
    assert text.startswith("报告.docx\n")
    assert text.endswith("以下附件不是 Word 文档，没有检查：说明.txt、扫描件.jpg\n")


def test_the_email_cannot_add_a_header_to_the_answer(faulty: bytes) -> None:
    subject = b"Subject: =?utf-8?q?b=0ABcc=3A_victim=40example=2Eorg?="
    answer = answer_to(raw_email(b"", faulty, head=subject))
    assert answer["Bcc"] is None
    assert answer["Subject"] == "Re: b Bcc: victim@example.org"
    sender = b"From: =?utf-8?q?a=0D=0ABcc=3A_victim=40example=2Eorg?= <a@example.org>\r\n\r\n"
    assert answer_to(sender)["Bcc"] is None
    assert run(b"From: =?utf-8?q?a=0D=0ABcc=3A_v=40example=2Eorg?=@example.org\r\n\r\n") == b""


def test_a_hostile_name_is_escaped(faulty: bytes) -> None:
    hostile = b'Content-Disposition: attachment; filename="../\\\\..//\x1b[31m\xe2\x80\xaex%s"'
    for data, end in ((faulty, b".docx"), (b"%PDF", b".pdf")):
        text = answer_to(raw_email(hostile % end, data)).get_content()
        assert "\x1b" not in text
        assert "\u202e" not in text
        assert end.decode() in text
