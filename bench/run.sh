#!/bin/sh
# Measures countersign against what the same machine could do at best, in one run, so that the ratios mean something
# where the figures do not. Needs wrk (Debian, Ubuntu: apt-get install wrk; macOS: brew install wrk) and curl.
#
#   bench/run.sh                                        about five minutes; leave the machine alone meanwhile
#   SECONDS_EACH=2 ACCOUNTS=4 bench/run.sh              only to see that it works
#   BENCH_POSTGRES=postgres://me@127.0.0.1/bench        a database of its own for PostgreSQL; left out if it does not
#                                                       answer. What is in its schema `countersign_bench` is removed.
set -eu
cd "$(dirname "$0")/.."

SECONDS_EACH=${SECONDS_EACH:-15}
CONNECTIONS=${CONNECTIONS:-32}
export ACCOUNTS="${ACCOUNTS:-100}"
export BENCH_PASSWORD="the bees sleep until noon"
POSTGRES=${BENCH_POSTGRES:-postgres://postgres@127.0.0.1:5432/test}
CORES=$(getconf _NPROCESSORS_ONLN)
HASHERS=$((CORES > 1 ? CORES - 1 : 1))
PORT=${PORT:-18700}
HELLO_PORT=$((PORT + 1))
URL=http://127.0.0.1:$PORT
WORK=$(mktemp -d)
SERVER='' HELLO='' LOAD=''

stop() { # ends one process that was started here
  if [ -n "$1" ]; then kill "$1" 2>/dev/null || :; wait "$1" 2>/dev/null || :; fi
}
clean() {
  stop "$LOAD"; stop "$SERVER"; stop "$HELLO"
  rm -rf "$WORK"
}
trap clean EXIT
trap 'exit 130' INT TERM

for tool in wrk curl; do
  command -v "$tool" >/dev/null || { echo "bench: $tool is not there. Debian, Ubuntu: apt-get install $tool" >&2; exit 2; }
done

cargo build --release --bins --examples
BIN=${CARGO_TARGET_DIR:-target}/release

await() { # until this address answers
  tries=0
  until curl -fs -o /dev/null "$1"; do
    tries=$((tries + 1))
    if [ "$tries" -gt 100 ]; then echo "bench: $1 does not answer" >&2; cat "$WORK/log" >&2; exit 1; fi
    sleep 0.1
  done
}

drive() { # a wrk run; prints "requests/s p99"
  out=$1; shift
  wrk --latency --timeout 60s -d "${SECONDS_EACH}s" "$@" >"$out"
  awk '/Requests\/sec/ { rate = $2 } $1 == "99%" { p99 = $2 } END { print rate, p99 }' "$out"
}

refused() { # how many answers of a wrk run were no success
  awk '/Non-2xx/ { n = $NF } END { print n + 0 }' "$1"
}

all_good() { # a figure of refusals is no figure
  if [ "$(refused "$1")" != 0 ]; then echo "bench: $(refused "$1") answers were refusals" >&2; exit 1; fi
}

ratio() { awk -v a="$1" -v b="$2" 'BEGIN { if (b > 0) printf "%.2f", a / b; else printf "-" }'; }
row() { printf '%-11s %-44s %12s %10s %9s\n' "$@"; }

configure() { # writes the settings for this database
  cat >"$WORK/settings.toml" <<TOML
secret_keys = ["only for measuring: $(od -An -N24 -tx1 /dev/urandom | tr -d ' \n')"]
[server]
bind = "127.0.0.1:$PORT"
[database]
url = "$1"
[tokens]
access_ttl = "1h"
[limits]
login_per_ip = "1000000/s"
register_per_ip = "1000000/s"
[log]
level = "warn"
TOML
}

measure() { # NAME URL-OF-DATABASE
  name=$1
  configure "$2"
  program="$BIN/countersign --settings $WORK/settings.toml"
  if ! $program migrate >"$WORK/log" 2>&1; then
    echo "bench: $name does not answer, so it is left out" >&2
    return 0
  fi
  n=1
  while [ "$n" -le "$ACCOUNTS" ]; do
    printf '%s\n' "$BENCH_PASSWORD" | $program user create --username "bench$n" --password-stdin >/dev/null
    n=$((n + 1))
  done
  $program serve >>"$WORK/log" 2>&1 &
  SERVER=$!
  await "$URL/healthz"

  login="{\"username\":\"bench1\",\"password\":\"$BENCH_PASSWORD\"}"
  curl -fs -o /dev/null -c "$WORK/jar" -H 'Content-Type: application/json' -H "Origin: http://127.0.0.1:8000" \
    -d "$login" "$URL/api/v1/login?session=cookie"
  cookie=$(awk '$6 == "countersign" { print $6 "=" $7 }' "$WORK/jar")
  token=$(curl -fs -H 'Content-Type: application/json' -d "$login" "$URL/api/v1/login" |
    sed 's/.*"access_token":"\([^"]*\)".*/\1/')

  # shellcheck disable=SC2046
  set -- $(drive "$WORK/me" -t1 -c"$CONNECTIONS" -H "Cookie: $cookie" "$URL/api/v1/me")
  all_good "$WORK/me"
  row "$name" "GET /api/v1/me, cookie" "$1/s" "$2" "$(ratio "$1" "$HELLO_RATE")"
  # shellcheck disable=SC2046
  set -- $(drive "$WORK/me" -t1 -c"$CONNECTIONS" -H "Authorization: Bearer $token" "$URL/api/v1/me")
  all_good "$WORK/me"
  row "$name" "GET /api/v1/me, bearer token" "$1/s" "$2" "$(ratio "$1" "$HELLO_RATE")"

  # shellcheck disable=SC2046
  set -- $(drive "$WORK/logins" -t1 -c"$((HASHERS * 8))" -s bench/login.lua "$URL")
  all_good "$WORK/logins"
  row "$name" "logins, right password" "$1/s" "$2" "$(ratio "$1" "$HASH_RATE")"

  # shellcheck disable=SC2046
  set -- $(drive "$WORK/idle" -t1 -c4 "$URL/healthz")
  row "$name" "GET /healthz, idle" "$1/s" "$2" "-"
  wrk -t1 -c500 --timeout 60s -d "$((SECONDS_EACH + 4))s" -s bench/login.lua "$URL" >"$WORK/flood" &
  LOAD=$!
  sleep 2
  # shellcheck disable=SC2046
  set -- $(drive "$WORK/busy" -t1 -c4 "$URL/healthz")
  all_good "$WORK/busy"
  wait "$LOAD"; LOAD=''
  row "$name" "GET /healthz, 500 logins at once" "$1/s" "$2" "-"
  row "$name" "  of those logins, answered 503" "$(refused "$WORK/flood")" "-" "-"

  stop "$SERVER"; SERVER=''
}

"$BIN/examples/hello" "$HELLO_PORT" "$CORES" &
HELLO=$!
await "http://127.0.0.1:$HELLO_PORT/hello"

echo
echo "$(uname -sm), $CORES cores, $SECONDS_EACH s each; ratio: of a bare Actix handler, or of what bcrypt allows"
row database what rate p99 ratio
# shellcheck disable=SC2046
set -- $(drive "$WORK/hello" -t1 -c"$CONNECTIONS" "http://127.0.0.1:$HELLO_PORT/hello")
HELLO_RATE=$1
row - "GET /hello, bare Actix" "$1/s" "$2" 1.00
stop "$HELLO"; HELLO=''
HASH_RATE=$("$BIN/examples/bcrypt_limit" "$HASHERS" 12 "$SECONDS_EACH")
row - "bcrypt, cost 12, $HASHERS threads" "$HASH_RATE/s" - 1.00

measure SQLite "sqlite://$WORK/bench.db"

# A schema of its own, if there is a client to make one with.
if command -v psql >/dev/null && psql -q "$POSTGRES" -c 'DROP SCHEMA IF EXISTS countersign_bench CASCADE' \
  -c 'CREATE SCHEMA countersign_bench' >/dev/null 2>&1; then
  case $POSTGRES in *\?*) joint='&' ;; *) joint='?' ;; esac
  measure PostgreSQL "$POSTGRES${joint}options=-csearch_path%3Dcountersign_bench"
  psql -q "$POSTGRES" -c 'DROP SCHEMA countersign_bench CASCADE' >/dev/null 2>&1
else
  echo "bench: PostgreSQL does not answer at \$BENCH_POSTGRES, or psql is not there: left out" >&2
fi
