# SPDX-FileCopyrightText: Foresell contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by packaging/run and packaging/test: names each step and says how long it took.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
bin=$root/build/release/bin
started=$SECONDS

step() { # step WHAT COMMAND...
  local what=$1 begin=$SECONDS
  shift
  echo "==> $what"
  "$@"
  echo "    $what: $((SECONDS - begin)) s"
}

build() {
  cmake --preset release -DFORESELL_TESTS="$1" >build/configure.log 2>&1 || { cat build/configure.log; return 1; }
  cmake --build --preset release
}
