"""Somebody signed in for every request that schemathesis makes: somebody new each time, so that whoever signs out, changes
the password or ends sessions disturbs no other request."""

import itertools
import os

import requests
import schemathesis

SITE = os.environ["COUNTERSIGN_SITE"]
COUNT = itertools.count()


@schemathesis.auth(refresh_interval=None)
class Member:
    def get(self, case, context):
        member = {"email": f"member{next(COUNT)}@example.org", "terms": True, "password": "the bees sleep until noon"}
        reply = requests.post(f"{SITE}/api/v1/register", json=member, timeout=30)
        return reply.json()["access_token"]

    def set(self, case, data, context):
        case.headers = {**(case.headers or {}), "Authorization": f"Bearer {data}"}
