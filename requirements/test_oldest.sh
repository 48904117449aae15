#!/usr/bin/env bash
# Some tests with the oldest versions of the libraries that pyproject.toml allows, in an environment
# that is thrown away.  Where the package client reaches nothing it is skipped, and says so.
set -euo pipefail
cd "$(dirname "$0")/.."
python=${1:-python3}

where=$(mktemp -d)
trap 'rm -rf "$where"' EXIT
"$python" -m venv "$where"
if ! "$where/bin/python" -m pip --disable-pip-version-check --no-input install --quiet uv; then
  echo "skipped: the package client reaches no uv, so the oldest libraries cannot be tried" >&2
  exit 0
fi
install() { "$where/bin/uv" pip install --quiet --python "$where/bin/python" "$@"; }
install --resolution lowest-direct ".[all,dask]"
install pytest
"$where/bin/uv" pip list --python "$where/bin/python"
PYTHONPATH=$PWD:$PWD/checks "$where/bin/python" -m pytest -p no:cacheprovider \
  tests/test_oldest_libraries.py tests/gate/test_dask_cluster.py tests/intake/test_remote.py
