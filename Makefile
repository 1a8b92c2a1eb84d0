# make demo   predict six crystals from the shipped weights and write demo/report.html
# make test   everything that a change must pass
# make help   the rest
TORCH ?= torch==2.13.0
PYTHON ?= python3
export TORCH PYTHON
bin := .venv/bin

.PHONY: help env dev demo test docs-check refresh corpus
.DEFAULT_GOAL := help

help: ## show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

env: .venv/.env ## make .venv and install the package into it
dev: .venv/.dev ## the same with what a developer needs
.venv/.env: settings.ini setup.py .ci/env
	bash .ci/env && touch $@
.venv/.dev: settings.ini setup.py .ci/env
	bash .ci/env dev && touch $@ .venv/.env

demo: env ## predict, plot and train a little; writes demo/report.html
	$(bin)/dostransformer demo --out demo/report.html

test: ## the test command (the same as: bash .ci/run)
	bash .ci/run

docs-check: dev ## process the pages as far as Quarto and check them
	$(bin)/python .ci/check_readme.py && . $(bin)/activate && python .ci/check_pages.py

refresh: dev ## run notebooks and store their outputs: make refresh NB=nbs/2_spectra/grid.ipynb
	. $(bin)/activate && OMP_NUM_THREADS=1 python .ci/refresh_outputs.py $(NB)

corpus: ## compute more crystals of the corpus; may be killed at any moment, and goes on when called again
	bash data_generation/corpus.sh
