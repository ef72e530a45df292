#!/usr/bin/env bash
# Every check there is, cheapest first, stopping at the first that fails. The last lines are the test runner's own.
set -euo pipefail
cd "$(dirname "$0")/.."

# A failed test says what it waited for; the runtime's frames and the whole page below it say nothing more.
export RUST_LIB_BACKTRACE=0
export DEBUG_PRINT_LIMIT=1000

step() { printf '\n== %s (%dm%02ds)\n' "$1" $((SECONDS / 60)) $((SECONDS % 60)); shift; "$@"; }

step "format" cargo fmt --all --check
step "screens: lint" npm --prefix ui run lint --silent
step "screens: types" npm --prefix ui run types --silent
step "screens: component tests" npm --prefix ui run test --silent
# A make rule, so that an unchanged ui/dist is left alone and cargo does not link the shell again.
step "screens: build" make --no-print-directory ui/dist/index.html
step "lints" cargo clippy --workspace --all-targets --quiet -- -D warnings
# The tests drive the real binaries, so those are built first; --tests in the same call lets both share every crate.
step "build" cargo build --workspace --bins --tests

if command -v cargo-nextest >/dev/null; then
  step "tests" cargo nextest run --workspace "$@"
else
  echo "cargo-nextest is missing: running the same tests under cargo test, one package at a time." >&2
  step "tests" cargo test --workspace "$@"
fi
