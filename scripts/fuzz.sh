#!/usr/bin/env bash
# Runs the fuzz targets of the import's doors one after another, FUZZ_SECONDS each (600 when not said), from the
# files that the tests read. `scripts/fuzz.sh csv xlsx` runs only these. A crash ends it and stands in
# fuzz/artifacts: put it into tests/data/formats/crashes, where a test reads it from then on.
set -euo pipefail
cd "$(dirname "$0")/.."

missing() {
  echo "make fuzz needs $1: $2" >&2
  exit 1
}
command -v cargo-fuzz > /dev/null || missing cargo-fuzz "cargo install cargo-fuzz --locked"
rustup toolchain list | grep -q nightly || missing "a nightly toolchain" "rustup toolchain install nightly"

seconds=${FUZZ_SECONDS:-600}
targets=("$@")
[ $# -gt 0 ] || targets=(csv vcard ics xlsx xls)

# The seeds: what a target puts before its input is left off, and what it takes first is put there.
for file in tests/data/formats/*; do
  case $file in
    *.csv | *.tsv | *.txt) target=csv before=1 ;;
    *.vcf) target=vcard before=13 ;;
    *.ics) target=ics before=17 ;;
    *.xlsx | *.ods) target=xlsx before=5 ;;
    *.xls) target=xls before=9 ;;
    *) continue ;;
  esac
  mkdir -p "fuzz/corpus/$target"
  seed=fuzz/corpus/$target/$(basename "$file")
  tail -c "+$before" "$file" > "$seed"
  [ $target != csv ] || { printf '\377' | cat - "$file" > "$seed"; }
done

for target in "${targets[@]}"; do
  mkdir -p "fuzz/corpus/$target"
  echo "== $target, $seconds seconds"
  cargo +nightly fuzz run "$target" -- -max_total_time="$seconds" -rss_limit_mb=2048 -timeout=10 -max_len=200000 -print_final_stats=1
done
