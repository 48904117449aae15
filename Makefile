# Two commands do everything on a fresh machine with Python 3.11+ and make:
#   make demo   an environment of its own in .venv, the tool in it, the check of examples/sheets
#   make test   the same with the development tools, then lint, types, layers and tests
# Both install what the locks in requirements/ name, held to its hashes, and are quick from then on.

VENV := .venv
BIN := $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input
LOCKED := $(PIP) install --quiet --require-hashes --no-deps
UV ?= uv
COMPILE := $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock"

.PHONY: demo test oldest lint bench bundle docs generated new-check lock clean

demo: $(VENV)/.installed
	@$(BIN)/sheetlint --version
	@$(BIN)/sheetlint check examples/sheets || { status=$$?; [ $$status -eq 1 ] || exit $$status; }
	@echo
	@echo "Some of the example sheets hold mistakes, so the check ended with status 1: that is what they are for."
	@echo "部分示例表有意写错，所以检查以状态 1 结束，属正常现象。"
	@echo "Your own sheets / 检查自己的表：$(BIN)/sheetlint check FILE-OR-FOLDER"

test: lint
	$(BIN)/python -m pytest -n auto --dist loadgroup

# Some tests with the oldest libraries that pyproject.toml allows.
oldest: $(VENV)/pyvenv.cfg
	requirements/test_oldest.sh $(BIN)/python

lint: $(VENV)/.developing
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# The libraries that others read such files with are installed for this alone.
bench: $(VENV)/.benchmarking
	$(BIN)/python benchmarks/startup.py
	$(BIN)/python benchmarks/reading.py
	$(BIN)/python benchmarks/batch.py
	$(BIN)/python benchmarks/gate.py

# Packages for machines without network, in dist/: all wheels, a script that installs them, the manual.
bundle: $(VENV)/.installed
	$(BIN)/python bundle/build.py

# The documentation as a searchable site in build/site, with its links checked.
docs: $(VENV)/.developing
	$(BIN)/python docs/site/build.py

# The tables of checks, commands and parameters, and the reports that are shown, come from the tool.
generated: $(VENV)/.developing
	$(BIN)/python docs/generate.py

# Starts a check of the rule pack: module, cases, its place in the lists and in the tables of docs/.
#   make new-check CODE=FD015 NAME=rate-unrounded ZH=执行率没有取位 EN="Rate is not rounded"
new-check: $(VENV)/.developing
	$(BIN)/python checks/new_check.py "$(CODE)" "$(NAME)" --zh "$(ZH)" --en "$(EN)" \
		--severity "$(or $(SEVERITY),warning)"
	$(BIN)/python docs/generate.py

# The locks are made anew from the ranges in pyproject.toml.
lock:
	$(COMPILE) --upgrade pyproject.toml --extra all --output-file requirements/runtime.txt
	$(COMPILE) --upgrade --group build --output-file requirements/build.txt
	$(COMPILE) --upgrade pyproject.toml --extra all --group build --group dev \
		--constraint requirements/runtime.txt --constraint requirements/build.txt \
		--output-file requirements/dev.txt
	$(COMPILE) --upgrade --group bench --constraint requirements/dev.txt \
		--output-file requirements/bench.txt

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(VENV)/pyvenv.cfg:
	@for python in $(PYTHON) python3 python3.14 python3.13 python3.12 python3.11 python; do \
		if "$$python" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
			echo "$$python -m venv $(VENV)"; exec "$$python" -m venv $(VENV); \
		fi; \
	done; \
	echo "sheetlint needs Python 3.11 or newer with its venv module, and none was found." >&2; \
	echo "Install one, or name it: make demo PYTHON=/path/to/python3.11" >&2; \
	echo "没有找到 Python 3.11 以上版本（含 venv 模块）；请先安装，或用 PYTHON= 指明路径。" >&2; \
	exit 1

# The checkout is installed in place: what is changed in it is what runs.
$(VENV)/.installed: $(VENV)/pyvenv.cfg pyproject.toml requirements/runtime.txt requirements/build.txt
	$(LOCKED) -r requirements/runtime.txt -r requirements/build.txt
	$(PIP) install --quiet --no-index --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.developing: $(VENV)/.installed requirements/dev.txt
	$(LOCKED) -r requirements/dev.txt
	@touch $@

$(VENV)/.benchmarking: $(VENV)/.developing requirements/bench.txt
	$(LOCKED) -r requirements/bench.txt
	@touch $@
