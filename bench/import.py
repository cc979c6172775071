#!/usr/bin/env python3
"""How fast accounts come in from Django, and how much memory that takes.

Writes a Django database of so many accounts, takes it in once for each database of ours, and prints the accounts a minute, the
most memory, and the same for a second run, which finds nothing to do. `docs/PERFORMANCE.md` promises 100,000 a minute.

    cargo build --release && bench/import.py               some two minutes
    MANY=10000 bench/import.py                             only to see that it works
    BIN=target/debug/countersign bench/import.py           another build
    BENCH_POSTGRES=postgres://me@127.0.0.1/bench           left out if psql does not reach it; what is in its schema
                                                           `countersign_bench_import` is removed
"""
import os
import sqlite3
import subprocess
import sys
import tempfile
import time

MANY = int(os.environ.get("MANY", "100000"))
BIN = os.path.abspath(os.environ.get("BIN", "target/release/countersign"))
POSTGRES = os.environ.get("BENCH_POSTGRES", "postgres://postgres@127.0.0.1:5432/test")
SCHEMA = "countersign_bench_import"
SETTINGS = """
secret_keys = ["only for measuring, and long enough to be one: 4f81"]
[database]
url = "{url}"
[log]
level = "warn"
"""
TABLE = """CREATE TABLE auth_user (id integer PRIMARY KEY AUTOINCREMENT, password varchar(128) NOT NULL, last_login datetime,
  is_superuser bool NOT NULL, username varchar(150) NOT NULL UNIQUE, last_name varchar(150) NOT NULL,
  email varchar(254) NOT NULL, is_staff bool NOT NULL, is_active bool NOT NULL, date_joined datetime NOT NULL,
  first_name varchar(150) NOT NULL)"""
HASH = "pbkdf2_sha256$1000000$0123456789abcdefghijkl$dGhpcyBpcyBubyBkaWdlc3Qgb2YgYW55IHBhc3N3b3JkISE="


def django(path):
    database = sqlite3.connect(path)
    with database:
        database.execute(TABLE)
        rows = ((HASH, f"name{n}", f"Name{n}.Of@Example.org", n % 10 > 0) for n in range(MANY))
        database.executemany("INSERT INTO auth_user (password, is_superuser, username, last_name, email, is_staff, is_active, "
                             "date_joined, first_name) VALUES (?, 0, ?, 'Of', ?, 0, ?, '2024-03-01 10:00:00', 'Name')", rows)
    database.close()


def run(directory, *arguments):
    """Seconds, and the most memory in MiB."""
    begun = time.monotonic()
    with open(f"{directory}/said", "w+", encoding="utf-8") as said:
        program = subprocess.Popen([BIN, *arguments], cwd=directory, stdout=said, stderr=said)
        _, status, usage = os.wait4(program.pid, 0)
        if status != 0:
            said.seek(0)
            sys.exit(said.read())
    return time.monotonic() - begun, usage.ru_maxrss / 1024


def measure(name, url):
    with tempfile.TemporaryDirectory() as directory:
        with open(f"{directory}/settings.toml", "w", encoding="utf-8") as settings:
            settings.write(SETTINGS.format(url=url.format(directory)))
        source = f"{directory}/django.sqlite3"
        django(source)
        run(directory, "migrate")
        for turn in ("first", "again"):
            seconds, memory = run(directory, "import", "django", f"sqlite://{source}")
            print(f"{name} {turn}: {MANY / seconds * 60:,.0f} accounts a minute, {seconds:.1f} s, {memory:.0f} MiB")


def psql(sql):
    return subprocess.run(["psql", "-q", POSTGRES, "-c", sql], capture_output=True, check=False).returncode == 0


measure("SQLite", "sqlite://{}/ours.db")
if psql(f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE") and psql(f"CREATE SCHEMA {SCHEMA}"):
    measure("PostgreSQL", f"{POSTGRES}?options=-csearch_path%3D{SCHEMA}")
    psql(f"DROP SCHEMA {SCHEMA} CASCADE")
else:
    print("PostgreSQL does not answer, so it is left out.")
