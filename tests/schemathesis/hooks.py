"""Somebody signed in for every request that schemathesis makes: somebody new each time, so that whoever signs out, changes
the password or ends sessions disturbs no other request. Where there is a superuser, that one, in a new session each time."""

import itertools
import os

import requests
import schemathesis

SITE = os.environ["COUNTERSIGN_SITE"]
ROOT = os.environ.get("COUNTERSIGN_ROOT")
COUNT = itertools.count()


@schemathesis.auth(refresh_interval=None)
class Member:
    def get(self, case, context):
        if ROOT:
            root = {"identifier": "root", "password": ROOT}
            return requests.post(f"{SITE}/api/v1/admin/login", json=root, timeout=30).json()["access_token"]
        member = {"email": f"member{next(COUNT)}@example.org", "terms": True, "password": "the bees sleep until noon"}
        reply = requests.post(f"{SITE}/api/v1/register", json=member, timeout=30)
        return reply.json()["access_token"]

    def set(self, case, data, context):
        case.headers = {**(case.headers or {}), "Authorization": f"Bearer {data}"}
