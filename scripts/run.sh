#!/usr/bin/env bash
# Opens the built app on the sample workspace. Without a display the same app is walked through in a virtual one:
# Today, log a call, record, board, journey; one picture of each stays in out/tour/.
set -euo pipefail
cd "$(dirname "$0")/.."
target=${TOUCHLINE_TARGET:-target/debug}

if [ "$(uname -s)" = Linux ] && [ -z "${DISPLAY:-}" ] && [ -z "${WAYLAND_DISPLAY:-}" ]; then
  echo "No display here: walking the sample workspace in a virtual one."
  exec "$target/tour"
fi
exec "$target/touchline-desktop" --workspace out/sample --sample
