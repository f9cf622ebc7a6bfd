# make site    check the content and build site/        (Python 3.11+, make, git)
# make test    every test, type check and linter        (Node 20+ as well)
# make help    everything else

SHELL := /bin/sh
.SUFFIXES:
.DEFAULT_GOAL := help

# Paths here are relative on purpose: the checkout may live under spaces or any script.
VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --disable-pip-version-check --no-input -q
SITE := $(VENV)/.site-ready
TEST := $(VENV)/.test-ready
BENCH := $(VENV)/.bench-ready
NODE := node_modules/.ready
CONTENT := content
# Material's notice about its end of life: known, see docs/decisions.md.
export NO_MKDOCS_2_WARNING := 1

ifneq (,$(filter 3.7% 3.80,$(MAKE_VERSION)))
$(error This make is $(MAKE_VERSION): install GNU make 3.81 or newer)
endif

.PHONY: help site serve check fmt zip test test-python test-browser test-engine lint types bench engine messages lock clean

help:
	@printf '%s\n' \
	  'make site      check the content and build site/ (open site/index.html)' \
	  'make serve     preview at http://127.0.0.1:8000, rebuilt when a file changes' \
	  'make check     say what is missing or wrong in the content' \
	  'make fmt       give new items their ids and lay pages out evenly' \
	  'make zip       the built site as one file that opens from a folder' \
	  'make test      every test, type check and linter' \
	  'make bench     measure search, normaliser and build beside others' \
	  'make engine    publish the search program after a change of its scripts' \
  'make messages  collect interface words for the translators' \
	  'make lock      renew the locked dependencies' \
	  'make clean     remove everything that was built or installed here'

# -- the site ---------------------------------------------------------------------------

site: $(SITE)
	@$(PY) -m playbook check $(CONTENT)
	@$(PY) -m mkdocs build --quiet --clean
	@printf 'Built. Open %s/site/index.html\n' "$$PWD"

serve: $(SITE)
	@$(PY) -m mkdocs serve --livereload -a 127.0.0.1:8000

check: $(SITE)
	@$(PY) -m playbook check $(CONTENT)

fmt: $(SITE)
	@$(PY) -m playbook fmt $(CONTENT)

zip: site
	@$(PY) -m mkdocs_playbook.archive site difficult-clients.zip

# -- tests ------------------------------------------------------------------------------

test: lint types test-python test-engine
	@printf 'All tests, type checks and linters passed.\n'

# The site is built once, for both workers.
test-python: $(TEST) $(NODE)
	@sh tests/browser.sh
	@$(PY) -m mkdocs build --quiet --clean -d build/test-site
	@PLAYBOOK_BUILT_SITE="$$PWD/build/test-site" $(PY) -m pytest -q -n 2 --dist loadfile

test-engine: $(TEST) $(NODE)
	@node --test $$(find tests -name '*.test.js' -o -name '*.test.mjs' | sort)

lint: $(TEST)
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check --quiet .

types: $(TEST) $(NODE)
	@$(PY) -m mypy
	@node_modules/.bin/tsc -p tsconfig.json

bench: $(BENCH) $(NODE)
	@sh tests/browser.sh
	@$(PY) -m bench

# Kept with its sources, so that a site is built without Node.
engine: $(NODE)
	@node tools/publish_engine.mjs

messages: $(TEST)
	@$(PY) -m mkdocs_playbook.catalogues update

# -- environment ------------------------------------------------------------------------

$(PY):
	@sh requirements/make-venv.sh $(VENV)

# setuptools comes from the locked file too, so that the build needs nothing else.
$(SITE): requirements/site.txt pyproject.toml | $(PY)
	@printf 'Installing what the site needs (once) …\n'
	@$(PIP) install --require-hashes -r requirements/site.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(TEST): requirements/test.txt $(SITE)
	@printf 'Installing what the tests need (once) …\n'
	@$(PIP) install --require-hashes -r requirements/test.txt
	@touch $@

# Pagefind comes as one program a platform: npm cannot lock those without addresses.
$(BENCH): requirements/bench.txt $(TEST) $(NODE)
	@printf 'Installing what the benchmarks need (once) …\n'
	@$(PIP) install --require-hashes -r requirements/bench.txt
	@npm install --silent --no-save --no-audit --no-fund --ignore-scripts pagefind@1.5
	@touch $@

$(NODE): package.json package-lock.json
	@sh requirements/need-node.sh
	@printf 'Installing npm development packages (once) …\n'
	@npm ci --silent --no-audit --no-fund --ignore-scripts
	@touch $@

lock: $(TEST)
	@$(PY) -m uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	  --extra site requirements/build.in pyproject.toml -o requirements/site.txt
	@$(PY) -m uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	  --extra site --extra dev requirements/build.in pyproject.toml -c requirements/site.txt -o requirements/test.txt
	@$(PY) -m uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	  --extra site --extra dev --extra bench requirements/build.in pyproject.toml -c requirements/test.txt -o requirements/bench.txt
	@npm install --silent --package-lock-only --no-audit --no-fund --ignore-scripts

clean:
	rm -rf $(VENV) node_modules site build .cache .mypy_cache .pytest_cache .ruff_cache .hypothesis *.egg-info difficult-clients.zip
