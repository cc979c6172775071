#!/usr/bin/env python3
"""Whether the pages for staff take longer among a million accounts than among a thousand.

Fills two databases of each kind with bulk SQL, starts a server on each, and sends both the same questions in turn: the newest
accounts, the hundredth page, the last page, and searches by the beginning of every identifier. Prints the medians and their ratio;
`docs/PERFORMANCE.md` promises at most 2.

    cargo build --release && bench/admin.py                some ten minutes and two gigabytes of room, which it gives back
    MANY=50000 ASKED=20 bench/admin.py                     only to see that it works
    BIN=target/debug/countersign bench/admin.py            another build
    BENCH_POSTGRES=postgres://me@127.0.0.1/bench           left out if psql does not reach it; what is in its schemas
                                                           `countersign_bench_few` and `…_many` is removed
"""
import http.client
import json
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

FEW, MANY = 1_000, int(os.environ.get("MANY", "1000000"))
ASKED = int(os.environ.get("ASKED", "200"))
BIN = os.environ.get("BIN", "target/release/countersign")
POSTGRES = os.environ.get("BENCH_POSTGRES", "postgres://postgres@127.0.0.1:5432/test")
PORT = int(os.environ.get("PORT", "18720"))
PASSWORD = "the bees sleep until noon"
# The newest account was made then, every other one a minute before the next, in milliseconds.
NEWEST, APART = 1_790_000_000_000, 60_000

SETTINGS = """
secret_keys = ["only for measuring, and long enough to be one: 4f81"]
[server]
bind = "127.0.0.1:{port}"
[database]
url = "{url}"
[phone]
default_region = "DE"
[tokens]
access_ttl = "1h"
[log]
level = "warn"
"""

COLUMNS = """id, username, username_canonical, username_skeleton, username_shown_skeleton, email, email_canonical,
  email_verified_at, phone, password, is_active, date_joined"""


def sqlite_rows(count):
    for n in range(count):
        at = NEWEST - n * APART
        key = bytes.fromhex(f"{at:012x}7000a000{n:012x}")
        when = time.strftime("%Y-%m-%dT%H:%M:%S.000000Z", time.gmtime(at / 1000))
        name, email = f"name{n}", f"name{n}@example.org"
        yield (key, name, name, name, name, email, email, when if n % 2 else None, f"+49151{n:08}", "!none", n % 10 > 0, when)


def fill_sqlite(path, count):
    database = sqlite3.connect(path)
    with database:
        places = ", ".join("?" * 12)
        database.executemany(f"INSERT INTO users ({COLUMNS}) VALUES ({places})", sqlite_rows(count))
    database.close()


def fill_postgres(schema, count):
    key = f"lpad(to_hex({NEWEST} - n * {APART}::bigint), 12, '0') || '7000a000' || lpad(to_hex(n), 12, '0')"
    when = f"to_timestamp(({NEWEST} - n * {APART}::bigint) / 1000)"
    psql(f"""SET search_path = {schema};
      INSERT INTO users ({COLUMNS})
      SELECT ({key})::uuid, 'name' || n, 'name' || n, 'name' || n, 'name' || n, 'name' || n || '@example.org',
        'name' || n || '@example.org', CASE WHEN n % 2 = 1 THEN {when} END, '+49151' || lpad(n::text, 8, '0'), '!none',
        n % 10 > 0, {when}
      FROM generate_series(0, {count - 1}) AS n;
      VACUUM ANALYZE users;""")


def psql(script):
    subprocess.run(["psql", "-q", "-v", "ON_ERROR_STOP=1", POSTGRES], input=script, text=True, check=True)


def there_is_postgres():
    if not shutil.which("psql"):
        return False
    return subprocess.run(["psql", "-q", POSTGRES, "-c", ""], capture_output=True).returncode == 0


class House:
    """A server on a database with so many accounts, and somebody who was let in to administer."""

    def __init__(self, directory, url, port, fill):
        self.port = port
        self.settings = os.path.join(directory, f"settings-{port}.toml")
        with open(self.settings, "w") as file:
            file.write(SETTINGS.format(port=port, url=url))
        self.run("migrate")
        self.run("createsuperuser", "--username", "admin", "--password-stdin", said=PASSWORD + "\n")
        fill()
        self.server = subprocess.Popen([BIN, "--settings", self.settings, "serve"], stdout=subprocess.DEVNULL)
        for _ in range(200):
            try:
                self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
                self.connection.request("GET", "/healthz")
                self.connection.getresponse().read()
                break
            except OSError:
                time.sleep(0.1)
        body = json.dumps({"username": "admin", "password": PASSWORD})
        self.connection.request("POST", "/api/v1/admin/login", body, {"Content-Type": "application/json"})
        self.token = json.loads(self.connection.getresponse().read())["access_token"]

    def run(self, *words, said=None):
        ran = [BIN, "--settings", self.settings, *words]
        subprocess.run(ran, input=said, text=True, check=True, stdout=subprocess.DEVNULL)

    def ask(self, path):
        """Seconds until this was answered, and where the next page is."""
        bearing = {"Authorization": f"Bearer {self.token}"}
        began = time.perf_counter()
        try:
            self.connection.request("GET", path, headers=bearing)
            reply = self.connection.getresponse()
        except http.client.RemoteDisconnected:
            # The server ends what lies idle for some seconds.
            self.connection.close()
            began = time.perf_counter()
            self.connection.request("GET", path, headers=bearing)
            reply = self.connection.getresponse()
        reply.read()
        took = time.perf_counter() - began
        if reply.status != 200:
            sys.exit(f"{path}: status {reply.status}")
        link = reply.headers.get("Link")
        return took, link and "/api/v1" + link.split(">")[0].split("/api/v1")[1]

    def nth_page(self, n, path):
        """Where the nth page is, by way of all before it."""
        for _ in range(n - 1):
            _, path = self.ask(path)
        return path

    def stop(self):
        self.server.terminate()
        self.server.wait()


def questions(house):
    """What is asked, and where, in this house."""
    list_of = "/api/v1/admin/accounts"
    # What comes after the second oldest account is the oldest.
    count = MANY if house.many else FEW
    second = f"{NEWEST - (count - 2) * APART:012x}7000a000{count - 2:012x}"
    second = "-".join([second[:8], second[8:12], second[12:16], second[16:20], second[20:]])
    found = {
        "the newest": "?limit=10",
        "the 100th page": house.nth_page(100, f"{list_of}?limit=10").removeprefix(list_of),
        "the last page": f"?limit=10&cursor={second}",
        "username, a common beginning": "?limit=10&q=name",
        "the 100th page of these": house.nth_page(100, f"{list_of}?limit=10&q=name").removeprefix(list_of),
        "username, a rare beginning": "?limit=10&q=NAME99",
        "email address": "?limit=10&q=name99%40EXA",
        "phone number": "?limit=10&q=%2B49+151+0000",
        "phone number, as dialled at home": "?limit=10&q=0151+0000",
        "username, inactive only": "?limit=10&q=name&active=false",
        "inactive, newest": "?limit=10&active=false",
        "active and unverified": "?limit=10&active=true&verified=false",
    }
    calls = {what: list_of + query for what, query in found.items()}
    page = found["the 100th page"]
    return calls, {"the 100th page, HTML": "/admin/accounts" + page, "username, HTML": "/admin/accounts?limit=10&q=name99"}


def measure(kind, few, many):
    (calls, pages), (many_calls, many_pages) = questions(few), questions(many)
    worst = 0
    for what in [*calls, *pages]:
        path, many_path = {**calls, **pages}[what], {**many_calls, **many_pages}[what]
        times = ([], [])
        for _ in range(ASKED):
            times[0].append(few.ask(path)[0])
            times[1].append(many.ask(many_path)[0])
        one, other = (statistics.median(some) * 1000 for some in times)
        worst = max(worst, other / one)
        print(f"| {kind} | {what} | {one:.2f} ms | {other:.2f} ms | {other / one:.2f} |", flush=True)
    return worst


def main():
    if not os.access(BIN, os.X_OK):
        sys.exit(f"{BIN} is not there: cargo build --release")
    kinds = ["SQLite"] + ["PostgreSQL"] * there_is_postgres()
    schemas = ["countersign_bench_few", "countersign_bench_many"]
    print(f"| database | what | {FEW:,} accounts | {MANY:,} accounts | ratio |\n|---|---|---|---|---|", flush=True)
    worst = 0
    for kind in kinds:
        directory, houses = tempfile.mkdtemp(), []
        try:
            for at, count in enumerate([FEW, MANY]):
                if kind == "SQLite":
                    path = os.path.join(directory, f"{count}.db")
                    url, fill = f"sqlite://{path}", lambda: fill_sqlite(path, count)
                else:
                    psql(f"DROP SCHEMA IF EXISTS {schemas[at]} CASCADE; CREATE SCHEMA {schemas[at]};")
                    joint = "&" if "?" in POSTGRES else "?"
                    url = f"{POSTGRES}{joint}options=-csearch_path%3D{schemas[at]}"
                    fill = lambda: fill_postgres(schemas[at], count)
                house = House(directory, url, PORT + at, fill)
                house.many = at == 1
                houses.append(house)
            worst = max(worst, measure(kind, *houses))
        finally:
            for house in houses:
                house.stop()
            shutil.rmtree(directory)
            if kind == "PostgreSQL":
                psql(f"DROP SCHEMA IF EXISTS {schemas[0]} CASCADE; DROP SCHEMA IF EXISTS {schemas[1]} CASCADE;")
    print(f"\nthe worst ratio: {worst:.2f}")
    sys.exit(worst > 2)


if __name__ == "__main__":
    main()
