#!/usr/bin/env python3
"""A mail server of another make (aiosmtpd) that looks at what arrives with the eyes of Python's email package.

    python3 -m venv venv && venv/bin/pip install aiosmtpd
    venv/bin/python tests/smtp/receiver.py

Prints `port N` first, then a line of JSON for each message: whom it is for, what it is about, and every fault found. By
hand: start it, start countersign with `smtp_url = "smtp+insecure://127.0.0.1:N"`, register, and look. It ends when its
standard input does.
"""
import asyncio
import datetime
import email
import email.policy
import email.utils
import html.parser
import json
import re
import sys

from aiosmtpd.smtp import SMTP

ONCE = ["Message-ID", "Date", "From", "To", "Subject", "MIME-Version", "Content-Type", "X-Countersign-Message"]
WITH_CODE = {"verify_email", "reset_password", "login_code", "change_email"}
CODE = re.compile(r"^[BCDFGHJKLMNPQRSTVWXZ]{8}$", re.MULTILINE)


class Links(html.parser.HTMLParser):
    """The words and the links of a page."""

    def __init__(self):
        super().__init__()
        self.links, self.words = [], []

    def handle_starttag(self, tag, attrs):
        self.links += [value for name, value in attrs if tag == "a" and name == "href"]

    def handle_data(self, data):
        self.words.append(data)


def faults_of(envelope):
    """What a relay would have to mend, and what a reader would not understand."""
    raw = envelope.original_content
    if re.search(rb"[^\r]\n|\r[^\n]", raw) or not raw.endswith(b"\r\n"):
        yield "a line that does not end in CR LF"
    lines = raw.split(b"\r\n")
    if max(map(len, lines)) > 998:
        yield "a line longer than 998 bytes"
    if any(byte > 126 or (byte < 32 and byte not in b"\r\n\t") for byte in raw):
        yield "a byte that is not 7-bit text"
    if any(line.endswith((b" ", b"\t")) for line in lines[: lines.index(b"")]):
        yield "a header line with blanks at its end"
    message = email.message_from_bytes(raw, policy=email.policy.default)
    for header in ONCE:
        if len(message.get_all(header, [])) != 1:
            yield f"{header} is there {len(message.get_all(header, []))} times"
    for header in ["Bcc", "Return-Path", "Received", "DKIM-Signature"]:
        if header in message:
            yield f"{header} is not ours to write"
    for name, value in message.items():
        if getattr(value, "defects", ()):
            yield f"{name}: {value.defects}"
    if not re.fullmatch(r"<[A-Za-z0-9.-]+@[A-Za-z0-9.-]+>", message["Message-ID"]):
        yield f"Message-ID {message['Message-ID']}"
    if message["MIME-Version"] != "1.0":
        yield f"MIME-Version {message['MIME-Version']}"
    age = datetime.datetime.now(datetime.timezone.utc) - email.utils.parsedate_to_datetime(message["Date"])
    if not datetime.timedelta(seconds=-2) <= age < datetime.timedelta(minutes=10):
        yield f"Date is off by {age}"
    if email.utils.parseaddr(message["From"])[1] != envelope.mail_from:
        yield "From is not who sends it"
    if envelope.rcpt_tos != [email.utils.parseaddr(message["To"])[1]]:
        yield "To is not who receives it"
    if message.get_content_type() != "multipart/alternative":
        yield message.get_content_type()
        return
    parts = list(message.iter_parts())
    if [part.get_content_type() for part in parts] != ["text/plain", "text/html"]:
        yield f"the parts are {[part.get_content_type() for part in parts]}"
        return
    for part in [message, *parts]:
        if part.defects:
            yield f"{part.get_content_type()}: {part.defects}"
        if part.get("Content-Transfer-Encoding", "7bit").lower() not in ("7bit", "quoted-printable", "base64"):
            yield f"encoded as {part['Content-Transfer-Encoding']}"
    text, page = (part.get_content() for part in parts)
    looked = Links()
    looked.feed(page)
    if message["X-Countersign-Message"] in WITH_CODE:
        codes = [line for line in text.splitlines() if CODE.match(line)]
        if len(codes) != 1:
            yield f"{len(codes)} lines of the text are a code alone"
        elif not any(codes[0] in words for words in looked.words):
            yield "the code of the text is not in the HTML"
        links = [word for word in text.split() if word.startswith("http") and word.count("/") > 5]
        if len(links) != 1 or links[0] not in looked.links:
            yield f"the text has the links {links}, the HTML {looked.links}"
    if "{{" in text + page or "{%" in text + page:
        yield "a template that was not filled in"


class Handler:
    async def handle_DATA(self, server, session, envelope):
        message = email.message_from_bytes(envelope.original_content, policy=email.policy.default)
        seen = {
            "to": envelope.rcpt_tos,
            "kind": message["X-Countersign-Message"],
            "text": message.get_body(("plain",)).get_content(),
            "faults": list(faults_of(envelope)),
        }
        print(json.dumps(seen), flush=True)
        return "250 kept"


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(Handler(), hostname="localhost"), "127.0.0.1", 0)
    print("port", server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)


asyncio.run(main())
