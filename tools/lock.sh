#!/bin/sh
# For maintainers: work out the three lock files again from pyproject.toml. Needs uv on the path.
# The settings (a week's wait for new releases, one version for every Python) stand in pyproject.toml, [tool.uv.pip].
set -eu
cd "$(dirname "$0")/.."

lock() {
    target=$1
    shift
    uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-strip-extras --no-emit-index-url \
        --custom-compile-command "sh tools/lock.sh" --output-file "$target" "$@"
    echo "$target: $(grep -c '==' "$target") packages"
}

lock requirements.lock pyproject.toml
sed -n 's/^requires = \["\(hatchling==.*\)"\]$/\1/p' pyproject.toml | lock requirements-build.lock -
lock requirements-dev.lock pyproject.toml --extra test --extra docs \
    --constraint requirements.lock --constraint requirements-build.lock
