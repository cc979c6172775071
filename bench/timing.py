#!/usr/bin/env python3
"""Whether the time of a refused login tells why it was refused.

Sends wrong passwords for accounts that are unknown, known, inactive and without a usable password, interleaved in random
order, and prints how well the best guess from one time alone would tell each from the unknown ones: 0.5 is not at all, 1.0
is always. `docs/SECURITY.md` promises 0.45 to 0.55.

    bench/timing.py 8000 1000        a server on port 8000 of this machine, 1000 of each

The server must have accounts `known0@example.org`, `inactive0@example.org`, `absent0@example.org` and so on (the last ones
made with --no-password), and `limits.login_per_ip` out of the way.
"""
import bisect
import http.client
import json
import random
import statistics
import sys
import time


def refused(port, email):
    """Seconds until a wrong password for this account was refused."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    body = json.dumps({"identifier": email, "password": "the wasps wake before dawn"})
    began = time.perf_counter()
    connection.request("POST", "/api/v1/login", body, {"Content-Type": "application/json"})
    reply = connection.getresponse()
    reply.read()
    took = time.perf_counter() - began
    connection.close()
    if reply.status != 401:
        sys.exit(f"{email}: status {reply.status}, where 401 was expected")
    return took


def separation(some, others):
    """The area under the curve: how often one of `some` took longer than one of `others`."""
    others = sorted(others)
    below = sum(bisect.bisect_left(others, one) + bisect.bisect_right(others, one) for one in some)
    return below / (2 * len(some) * len(others))


def main():
    port, count = int(sys.argv[1]), int(sys.argv[2])
    kinds = ["unknown", "known", "inactive", "absent"]
    times = {kind: [] for kind in kinds}
    for number in range(count):
        for kind in random.sample(kinds, len(kinds)):
            times[kind].append(refused(port, f"{kind}{number}@example.org"))
    for kind in kinds:
        median = statistics.median(times[kind]) * 1000
        print(f"{kind:10} median {median:8.3f} ms   told from unknown {separation(times[kind], times['unknown']):.3f}")


main()
