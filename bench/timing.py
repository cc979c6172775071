#!/usr/bin/env python3
"""Whether the time of an answer tells whether there is such an account, and in which state.

Sends the same request about accounts of each kind, interleaved in random order, and prints how well the best guess from one
time alone would tell each kind from the unknown ones: 0.5 is not at all, 1.0 is always. `docs/SECURITY.md` promises 0.45 to
0.55. `bench/timing.sh` makes the accounts and runs all of it.

    bench/timing.py 8000 1000 login     a server on port 8000 of this machine, 1000 of each

Doors: `login` with a wrong password, `reset` and `resend` (a code is asked for), `confirm` (a wrong code, after `reset`). The
server must have the accounts `known0@example.org` and so on; for `login` also `inactive0@example.org` and
`absent0@example.org` (made with --no-password); and every rate for client addresses out of the way.
"""
import bisect
import http.client
import json
import os
import random
import statistics
import sys
import time


PASSWORD = "the wasps wake before dawn"
DOORS = {
    "login": ("login", lambda email: {"identifier": email, "password": PASSWORD}, 401),
    "reset": ("password/reset", lambda email: {"identifier": email}, 202),
    "resend": ("verify/email/resend", lambda email: {"email": email}, 202),
    "confirm": (
        "password/reset/confirm",
        lambda email: {"identifier": email, "code": "BCDFGHJK", "new_password": PASSWORD},
        422,
    ),
}


def asked(port, door, email):
    """Seconds until this door answered."""
    path, members, status = DOORS[door]
    connection = http.client.HTTPConnection("127.0.0.1", port)
    body = json.dumps(members(email))
    began = time.perf_counter()
    connection.request("POST", f"/api/v1/{path}", body, {"Content-Type": "application/json"})
    reply = connection.getresponse()
    reply.read()
    took = time.perf_counter() - began
    connection.close()
    if reply.status != status:
        sys.exit(f"{email}: status {reply.status}, where {status} was expected")
    # Who measures one answer has time: what the server does after it must not be in the next.
    time.sleep(float(os.environ.get("PAUSE", "0")))
    return took


def separation(some, others):
    """The area under the curve: how often one of `some` took longer than one of `others`."""
    others = sorted(others)
    below = sum(bisect.bisect_left(others, one) + bisect.bisect_right(others, one) for one in some)
    return below / (2 * len(some) * len(others))


def main():
    port, count = int(sys.argv[1]), int(sys.argv[2])
    door = sys.argv[3] if len(sys.argv) > 3 else "login"
    kinds = ["unknown", "known", *(["inactive", "absent"] if door == "login" else [])]
    times = {kind: [] for kind in kinds}
    for number in range(count):
        for kind in random.sample(kinds, len(kinds)):
            times[kind].append(asked(port, door, f"{kind}{number}@example.org"))
    for kind in kinds:
        median = statistics.median(times[kind]) * 1000
        print(f"{door:8} {kind:10} median {median:8.3f} ms   told from unknown {separation(times[kind], times['unknown']):.3f}")


main()
