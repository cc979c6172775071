#!/bin/sh
# Whether the time of an answer to a reset, a resend or a wrong code tells a known address from an unknown one, on SQLite
# and PostgreSQL: makes the accounts, starts the server on a port of its own, and runs bench/timing.py at each door.
#
#   bench/timing.sh 1000                      leave the machine alone meanwhile
#   PAUSE=0.01 bench/timing.sh 1000           with a pause after each answer
#   BENCH_POSTGRES=postgres://me@127.0.0.1/bench      as for bench/run.sh
set -eu
cd "$(dirname "$0")/.."
COUNT=${1:-1000}
POSTGRES=${BENCH_POSTGRES:-postgres://postgres@127.0.0.1:5432/test}
PORT=${PORT:-18710}
BIN=${BIN:-${CARGO_TARGET_DIR:-target}/release/countersign}
WORK=$(mktemp -d)
SERVER=''
stop() { if [ -n "$SERVER" ]; then kill "$SERVER" 2>/dev/null || :; wait "$SERVER" 2>/dev/null || :; SERVER=''; fi; }
trap 'stop; rm -rf "$WORK"' EXIT
trap 'exit 130' INT TERM
KEY="only for measuring: $(od -An -N24 -tx1 /dev/urandom | tr -d ' \n')"

start() { # URL-OF-DATABASE VERIFICATION
  cat >"$WORK/settings.toml" <<TOML
secret_keys = ["$KEY"]
[server]
bind = "127.0.0.1:$PORT"
[database]
url = "$1"
[passwords]
bcrypt_cost = 4
[limits]
login_per_ip = "1000000/s"
register_per_ip = "1000000/s"
reset_per_ip = "1000000/s"
code_per_ip = "1000000/s"
[otp]
resend_interval = "1s"
[verification]
email = "$2"
[email]
transport = "memory"
[log]
level = "warn"
TOML
  "$BIN" --settings "$WORK/settings.toml" serve >"$WORK/log" 2>&1 &
  SERVER=$!
  tries=0
  until curl -fs -o /dev/null "http://127.0.0.1:$PORT/healthz"; do
    tries=$((tries + 1))
    if [ "$tries" -gt 200 ]; then cat "$WORK/log" >&2; exit 1; fi
    sleep 0.1
  done
}

measure() { # NAME URL-OF-DATABASE
  start "$2" none
  python3 - "$PORT" "$COUNT" <<'PY'
import http.client, json, sys
for number in range(int(sys.argv[2])):
    connection = http.client.HTTPConnection("127.0.0.1", int(sys.argv[1]))
    body = json.dumps({"email": f"known{number}@example.org", "password": "the bees sleep until noon"})
    connection.request("POST", "/api/v1/register", body, {"Content-Type": "application/json"})
    assert connection.getresponse().status == 201
PY
  stop
  start "$2" optional
  for door in reset confirm resend; do
    python3 bench/timing.py "$PORT" "$COUNT" "$door" | sed "s/^/$1 /"
  done
  stop
}

measure SQLite "sqlite://$WORK/bench.db"
if command -v psql >/dev/null && psql -q "$POSTGRES" -c 'DROP SCHEMA IF EXISTS countersign_timing CASCADE' \
  -c 'CREATE SCHEMA countersign_timing' >/dev/null 2>&1; then
  case $POSTGRES in *\?*) joint='&' ;; *) joint='?' ;; esac
  measure PostgreSQL "$POSTGRES${joint}options=-csearch_path%3Dcountersign_timing"
  psql -q "$POSTGRES" -c 'DROP SCHEMA countersign_timing CASCADE' >/dev/null 2>&1
else
  echo "timing: PostgreSQL does not answer at \$BENCH_POSTGRES, or psql is not there: left out" >&2
fi
