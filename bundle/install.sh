#!/bin/sh
# 安装 sheetlint，不联网。用法：sh install.sh [装到哪个文件夹]
# Installs sheetlint without network.  Usage: sh install.sh [FOLDER]
set -eu
target=${1:-$HOME/sheetlint}
case $target in /*) ;; *) target=$PWD/$target ;; esac
cd "$(dirname "$0")"

python=
for name in python3.13 python3.12 python3.11 python3; do
  if "$name" -c 'import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null; then
    python=$name
    break
  fi
done
if [ -z "$python" ]; then
  echo "没有找到 Python 3.11、3.12 或 3.13（含 venv 模块），请先安装其中之一。" >&2
  echo "Python 3.11, 3.12 or 3.13 with its venv module was not found: install one of them first." >&2
  exit 1
fi
if [ -e "$target" ] && [ ! -e "$target/pyvenv.cfg" ]; then
  echo "$target 已经存在，而且不是本程序的安装文件夹，没有改动；请另选一个文件夹：sh install.sh 文件夹" >&2
  echo "$target is there and no installation of this program; name another folder: sh install.sh FOLDER" >&2
  exit 1
fi

"$python" -m venv --clear "$target"
"$target/bin/python" -m pip install --isolated --disable-pip-version-check --quiet \
  --no-index --find-links wheels --no-deps --require-hashes -r requirements.txt
echo "已安装 / installed: $("$target/bin/sheetlint" --version)"
echo "检查一张表 / to check a sheet: $target/bin/sheetlint check 自评表.xlsx"
