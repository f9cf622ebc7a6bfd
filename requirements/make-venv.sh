#!/bin/sh
# Make a virtual environment with a Python that is new enough, or say in one line what to install.
set -eu
target=$1
new_enough='import sys; sys.exit(sys.version_info < (3, 11))'
for python in ${PYTHON:-} python3 python python3.14 python3.13 python3.12 python3.11; do
  if command -v "$python" >/dev/null 2>&1 && "$python" -c "$new_enough" >/dev/null 2>&1; then
    if "$python" -m venv "$target" >/dev/null 2>&1; then
      exit 0
    fi
    rm -rf "$target"
    echo "$python has no venv module: install it (on Debian: apt-get install python3-venv)." >&2
    exit 1
  fi
done
echo "Python 3.11 or newer is needed and was not found: install it, or name it with make PYTHON=/path/to/python3." >&2
exit 1
