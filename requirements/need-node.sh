#!/bin/sh
# Say in one line what to install when Node is missing or too old.
set -eu
if ! command -v node >/dev/null 2>&1 || ! command -v npm >/dev/null 2>&1; then
  echo "Node 20 or newer with npm is needed for the tests and was not found: install it." >&2
  exit 1
fi
major=$(node -p 'process.versions.node.split(".")[0]')
if [ "$major" -lt 20 ]; then
  echo "Node $(node --version) is too old for the tests: install Node 20 or newer." >&2
  exit 1
fi
