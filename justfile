# What developers do often. `just` lists it.

default:
    @just --list

# Serve on http://127.0.0.1:8000 with a database in this directory.
serve:
    cargo run

# Everything a change must pass.
ci:
    .ci/run

# The tests; PostgreSQL and the browser take part when they answer.
test *WHICH:
    cargo test {{ WHICH }}

# Formats, then lints.
lint:
    cargo fmt --all
    cargo clippy --all-targets -- -D warnings

# Takes the pictures of the README anew, in a real browser.
screenshots:
    COUNTERSIGN_TEST_ALL=1 cargo test --test it browser::
    cp target/screenshots/{login-light,login-dark,register-light,account-small,inbox-light}.png docs/images/

# Measures; needs wrk and a quiet machine.
bench:
    bench/run.sh

# Shows the documents as a book; needs mdBook.
book:
    mdbook serve --open
