#!/bin/sh
# Make the virtual environment that the other scripts use, from the lock files alone.
#
#   sh tools/setup.sh         what kg needs to run
#   sh tools/setup.sh dev     and what its tests and documentation need
#
# KG_VENV    where it goes (default: .venv in this folder)
# KG_PYTHON  the Python to make it with (default: the first of python3, python3.13, ... that is 3.11 or newer)
#
# A second run finds everything in place and is over at once. Each package is compared with its checksum in the lock.
set -eu
cd "$(dirname "$0")/.."

wanted=${1:-run}
venv=${KG_VENV:-.venv}
stamp=$venv/kg-installed

say() { printf '%s\n' "$*"; }
fail() { say "$@" >&2; exit 2; }

# --- Python -----------------------------------------------------------------------------------------------

find_python() {
    for python in ${KG_PYTHON:-python3 python3.13 python3.12 python3.11 python3.14}; do
        if "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
            return 0
        fi
    done
    return 1
}

# Run a command as root, with sudo where it asks for no password; fails where neither is possible.
as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

apt_install() {
    command -v apt-get >/dev/null 2>&1 && as_root true 2>/dev/null || return 1
    say "Installing $* with apt-get ..."
    as_root apt-get update -qq && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@" >/dev/null
}

need_python() {
    find_python && return 0
    if [ -n "${KG_PYTHON:-}" ]; then
        fail "KG_PYTHON is '$KG_PYTHON', which is not a Python 3.11 or newer."
    fi
    if apt_install python3 python3-venv && find_python; then
        return 0
    fi
    fail "kg needs Python 3.11 or newer, and there is none on this computer. Install one and run this again:
  Debian, Ubuntu    sudo apt-get install python3 python3-venv
  macOS             the installer from python.org, or: brew install python@3.13
Where it is not called python3, give its path: KG_PYTHON=/path/to/python sh tools/setup.sh"
}

# Debian and Ubuntu ship Python without the part that makes virtual environments.
need_venv() {
    "$python" -c 'import ensurepip, venv' >/dev/null 2>&1 && return 0
    package=$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    if apt_install "$package" && "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
        return 0
    fi
    fail "$python cannot make virtual environments. Run this once, then start again:
  sudo apt-get install $package"
}

# --- the environment --------------------------------------------------------------------------------------

# What the environment depends on: the locks, the metadata of kg, and where this folder is.
fingerprint() {
    { cat pyproject.toml requirements.lock requirements-build.lock requirements-dev.lock; pwd; } | cksum | tr ' ' '-'
}

is_ready() {
    [ -f "$stamp" ] && "$venv/bin/python" -c 'from kg import __version__' >/dev/null 2>&1 || return 1
    case "$(cat "$stamp")" in
        "run $(fingerprint)") [ "$wanted" = run ] ;;
        "dev $(fingerprint)") true ;;
        *) return 1 ;;
    esac
}

make_environment() {
    if [ -f "$stamp" ] && [ "$(cut -d ' ' -f 2 "$stamp")" != "$(fingerprint)" ]; then
        say "The locked packages have changed: making $venv anew."
        rm -rf "$venv"
    elif [ -e "$venv" ] && [ ! -f "$venv/pyvenv.cfg" ] && [ -n "$(ls -A "$venv" 2>/dev/null)" ]; then
        fail "$venv is not a virtual environment and not empty. Set KG_VENV to another folder."
    fi
    if ! "$venv/bin/python" -c 'import pip' >/dev/null 2>&1; then
        need_python
        need_venv
        "$python" -m venv "$venv"
    fi
}

install() {
    "$venv/bin/python" -m pip --disable-pip-version-check install --quiet "$@"
}

case $wanted in
    run) locks="-r requirements.lock -r requirements-build.lock" ;;
    dev) locks="-r requirements-dev.lock" ;;
    *) fail "usage: sh tools/setup.sh [dev]" ;;
esac

if ! is_ready; then
    make_environment
    say "Installing the locked packages into $venv; the first time takes a minute or two ..."
    # shellcheck disable=SC2086  # $locks is a list of words
    install --require-hashes --only-binary :all: $locks
    # Without isolation the build uses the locked hatchling; isolated, pip would fetch unlocked packages.
    install --no-deps --no-build-isolation --editable .
    say "$wanted $(fingerprint)" >"$stamp"
fi
say "kg is installed in $venv ($("$venv/bin/python" --version))"
