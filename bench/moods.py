#!/usr/bin/env python3
"""Whether a registration takes longer when the mail server is in a bad mood, and whether its message arrives afterwards.

Starts one countersign for each mood, each with a database and a mail server of its own, and registers accounts at them in
turn, in random order, so that whatever else the machine does meanwhile falls on all alike. Prints the median of each and its
ratio to that of the well server; then every server becomes well, and it is counted what arrives.

    cargo build --release
    bench/moods.py target/release/countersign 100       100 registrations at each; leave the machine alone meanwhile

Needs openssl for the certificate of the server that speaks STARTTLS.
"""
import http.client
import json
import os
import random
import re
import signal
import socket
import ssl
import statistics
import subprocess
import sys
import tempfile
import threading
import time

HANGS = ["connect", "greeting", "EHLO", "STARTTLS", "AUTH", "MAIL", "RCPT", "DATA", "dot", "QUIT"]
MOODS = ["well", "refuses", *HANGS, "450", "550"]
PATIENCE = 240


class Mail:
    """A mail server in one mood, until it is told to be well."""

    def __init__(self, mood, context):
        self.mood, self.context = mood, context
        self.well = threading.Event()
        self.arrived, self.lock = {}, threading.Lock()
        self.socket = socket.socket()
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.socket.bind(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]
        self.fillers = []
        if mood == "connect":
            # A queue of one, and somebody in it: whoever comes next gets no answer at all.
            self.socket.listen(0)
            for _ in range(2):
                filler = socket.socket()
                filler.setblocking(False)
                filler.connect_ex(("127.0.0.1", self.port))
                self.fillers.append(filler)
        elif mood != "refuses":
            self.open()
        if mood == "well":
            self.well.set()

    def open(self):
        self.socket.listen(128)
        threading.Thread(target=self.accept, daemon=True).start()

    def mend(self):
        self.well.set()
        for filler in self.fillers:
            filler.close()
        if self.mood in ("connect", "refuses"):
            self.open()

    def accept(self):
        while True:
            connection, _ = self.socket.accept()
            threading.Thread(target=self.talk, args=(connection,), daemon=True).start()

    def at(self, phase, friendly):
        """The answer at this phase."""
        if self.mood == phase:
            self.well.wait()
        if phase == "RCPT" and self.mood.isdigit() and not self.well.is_set():
            return f"{self.mood} 4.2.1 not now".encode() if self.mood < "500" else b"550 5.1.1 never"
        return friendly

    def talk(self, connection):
        try:
            self.converse(connection)
        except OSError:
            pass
        finally:
            connection.close()

    def converse(self, connection):
        say = lambda line: connection.sendall(line + b"\r\n")
        lines = connection.makefile("rb")
        say(self.at("greeting", b"220 mail.example ESMTP"))
        while line := lines.readline():
            verb = re.split(rb"[ :\r]", line)[0].decode().upper()
            if verb == "EHLO":
                offers = b"250-STARTTLS\r\n" if self.mood == "STARTTLS" else b""
                say(b"250-mail.example\r\n" + offers + self.at("EHLO", b"250 AUTH PLAIN"))
            elif verb == "STARTTLS":
                say(self.at("STARTTLS", b"220 go ahead"))
                connection = self.context.wrap_socket(connection, server_side=True)
                lines = connection.makefile("rb")
            elif verb == "AUTH":
                say(self.at("AUTH", b"235 welcome"))
            elif verb == "DATA":
                say(self.at("DATA", b"354 go on"))
                message = b""
                while (line := lines.readline()) != b".\r\n":
                    if not line:
                        return
                    message += line
                answer = self.at("dot", b"250 kept")
                say(answer)
                to = re.search(rb"^To: (.*)\r$", message, re.M)[1].decode()
                with self.lock:
                    self.arrived[to] = self.arrived.get(to, 0) + 1
            elif verb in ("NOOP", "QUIT"):
                say(self.at("QUIT", b"250 ok"))
                if verb == "QUIT":
                    return
            else:
                say(self.at(verb, b"250 ok"))


class Site:
    """A countersign with a mail server in this mood."""

    def __init__(self, program, mood, directory, context, authorities):
        self.mood, self.mail, self.times = mood, Mail(mood, context), []
        self.sent, self.directory = 0, os.path.join(directory, mood)
        os.mkdir(self.directory)
        port = self.mail.port
        url = f"smtp://localhost:{port}" if mood == "STARTTLS" else f"smtp+insecure://127.0.0.1:{port}"
        if mood == "AUTH":
            url = f"smtp+insecure://me:secret@127.0.0.1:{port}"
        settings = os.path.join(self.directory, "settings.toml")
        with open(settings, "w", encoding="utf-8") as file:
            file.write(f'''secret_keys = ["only for measuring: {os.urandom(24).hex()}"]
[server]
bind = "127.0.0.1:0"
workers = 1
[passwords]
bcrypt_cost = 4
[limits]
register_per_ip = "1000000/s"
[email]
transport = "smtp"
smtp_url = "{url}"
from = "Club <noreply@example.org>"
''')
        log = open(os.path.join(self.directory, "log"), "w+", encoding="utf-8")
        environment = {**os.environ, "SSL_CERT_FILE": authorities}
        command = [os.path.abspath(program), "--settings", settings]
        self.process = subprocess.Popen(command, stdout=log, stderr=log, env=environment)
        for _ in range(600):
            with open(log.name, encoding="utf-8") as file:
                if found := re.search(r"ready.*address=\S*?:(\d+)", file.read()):
                    self.port = int(found[1])
                    return
            time.sleep(0.05)
        sys.exit(f"{mood}: it did not start, see {log.name}")

    def register(self, number):
        body = json.dumps({"email": f"user{number}@example.org", "password": "the bees sleep until noon"})
        connection = http.client.HTTPConnection("127.0.0.1", self.port)
        began = time.perf_counter()
        connection.request("POST", "/api/v1/register", body, {"Content-Type": "application/json"})
        reply = connection.getresponse()
        reply.read()
        took = time.perf_counter() - began
        connection.close()
        if reply.status != 201:
            sys.exit(f"{self.mood}: a registration was answered {reply.status}")
        return took


def certificate(directory):
    """A key and certificate for localhost, and the authority that vouches for it."""
    paths = [os.path.join(directory, name) for name in ("ca.key", "ca.pem", "key", "request", "pem", "names")]
    ca_key, ca, key, request, pem, names = paths
    with open(names, "w", encoding="utf-8") as file:
        file.write("subjectAltName=DNS:localhost\nbasicConstraints=CA:FALSE\n")
    new = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    for command in (
        ["req", "-x509", *new, "-keyout", ca_key, "-out", ca, "-subj", "/CN=bench", "-days", "2"],
        ["req", *new, "-keyout", key, "-out", request, "-subj", "/CN=localhost"],
        ["x509", "-req", "-in", request, "-CA", ca, "-CAkey", ca_key, "-out", pem, "-days", "1", "-extfile", names,
         "-CAcreateserial"],
    ):
        subprocess.run(["openssl", *command], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem, key)
    return context, ca


def main():
    program, count = sys.argv[1], int(sys.argv[2])
    with tempfile.TemporaryDirectory() as directory:
        context, authorities = certificate(directory)
        sites = [Site(program, mood, directory, context, authorities) for mood in MOODS]
        try:
            for number in range(-5, count):
                for site in random.sample(sites, len(sites)):
                    took = site.register(number + 5)
                    if number >= 0:
                        site.times.append(took)
            mended = time.monotonic()
            for site in sites:
                site.mail.mend()
            well = statistics.median(sites[0].times)
            expected = count + 5
            while time.monotonic() - mended < PATIENCE:
                if all(len(site.mail.arrived) == expected for site in sites if site.mood != "550"):
                    break
                time.sleep(0.2)
            took = time.monotonic() - mended
            print("| mail server | median | ratio | arrived | twice |\n|---|---|---|---|---|")
            worst = 0
            for site in sites:
                median, arrived = statistics.median(site.times), site.mail.arrived
                worst = max(worst, median / well)
                twice = sum(times - 1 for times in arrived.values())
                name = f"hangs at {site.mood}" if site.mood in HANGS else site.mood
                print(f"| {name} | {median * 1000:.2f} ms | {median / well:.2f} | {len(arrived)} of {expected} | {twice} |")
            print(f"\nworst ratio {worst:.2f}; everything that was to arrive had, or time was up, {took:.0f} s after all were well")
        finally:
            for site in sites:
                site.process.send_signal(signal.SIGKILL)
                site.process.wait()


main()
