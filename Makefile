# What one does with a dossier. `make` alone lists it.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# On a terminal pip shows what it fetches; elsewhere it says only what goes wrong.
PIP = quiet=-qq; [ ! -t 1 ] || quiet=; $(BIN)/pip install $$quiet
SITE_TESTS ?= site-tests
PYTEST = $(BIN)/python -m pytest -n auto --maxprocesses 4 --dist worksteal

export NO_MKDOCS_2_WARNING = 1
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.DEFAULT_GOAL := help
.PHONY: help build serve import new content words check test coverage mutation bench screenshots lock clean

help: ## Affiche cette liste
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

build: $(VENV)/built ## Construit le site dans build/site
	@$(BIN)/dossier build

serve: $(VENV)/built ## Montre le site pendant qu’on l’écrit, à l’adresse http://127.0.0.1:8000/
	@$(BIN)/dossier serve

import: $(VENV)/built ## Fait un brouillon d’article : make import FICHIER=texte.txt (un dossier, ou une page HTML)
	@[ -n "$(FICHIER)" ] || { echo "Dites quel texte : make import FICHIER=texte.txt" >&2; exit 1; }
	@$(BIN)/dossier import $(OPTIONS) -- "$(FICHIER)"

new: $(VENV)/built ## Commence une fiche : make new, ou make new SORTE=leader (place, event)
	@$(BIN)/dossier new $(SORTE)

content: $(VENV)/built ## Contrôle le contenu, sans rien écrire
	@$(BIN)/dossier check

words: $(VENV)/built ## Relève les mots du site dans le programme et refait leurs catalogues
	@mkdir -p build
	@$(BIN)/pybabel -q extract -F generator/locale/babel.cfg -k marked -k say -k plurals:1,2 -c Translators: \
		--no-location --sort-output -w 120 -o build/site.pot generator/render generator/search
	@$(BIN)/pybabel -q update -D site -d generator/locale -i build/site.pot --no-fuzzy-matching --ignore-obsolete \
		--ignore-pot-creation-date -w 120
	@$(BIN)/pybabel -q compile -D site -d generator/locale

check: $(VENV)/tested ## Contrôle le contenu, le programme et les guides, en quelques secondes
	@$(BIN)/dossier check
	@$(BIN)/ruff check -q
	@$(BIN)/ruff format -q --check
	@$(BIN)/mypy
	@$(BIN)/yamllint --strict .
	@$(BIN)/codespell
	@$(BIN)/djlint --lint --quiet overrides --extension html
	@$(BIN)/djlint --lint --quiet generator/render/templates --extension j2
	@$(BIN)/python -m pytest -q site-tests/test_guides.py

test: check ## Passe tous les contrôles et tous les tests
	@$(PYTEST) $(SITE_TESTS)

coverage: $(VENV)/tested ## Compte les lignes et les branches du programme que les tests parcourent
	@$(PYTEST) $(SITE_TESTS) --cov

mutation: $(VENV)/tested ## Change le programme en mille endroits et regarde si les tests le voient
	@$(BIN)/mutmut run; $(BIN)/mutmut results

bench: $(VENV)/tested ## Mesure le temps que prennent les choses, chaque mesure à côté d’une autre
	@cd $(SITE_TESTS) && ../$(BIN)/python -m bench

screenshots: $(VENV)/tested build ## Photographie chaque sorte de page, sur trois écrans et sur papier, dans build/screenshots
	@cd $(SITE_TESTS) && ../$(BIN)/python -m pictures && ../$(BIN)/python -m pictures readme

lock: ## Refait requirements.txt et requirements-dev.txt d’après pyproject.toml
	@$(PYTHON) -m venv build/lock && build/lock/bin/pip install -q uv
	@build/lock/bin/uv pip compile -q pyproject.toml --group build --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --no-header --no-annotate -o requirements.txt
	@build/lock/bin/uv pip compile -q pyproject.toml --group build --group test --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --no-header --no-annotate -o requirements-dev.txt

clean: ## Efface ce qu’un build a fait (build/) et l’environnement Python (.venv/)
	@rm -rf build $(VENV) .coverage* mutants .mypy_cache .pytest_cache .ruff_cache .hypothesis

$(VENV)/built: requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Il faut Python 3.11 ou plus récent (PYTHON=… make build en désigne un autre)." >&2; exit 1; }
	@echo "Installation de l’environnement Python (une à deux minutes la première fois)…"
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) --require-hashes -r requirements.txt
	@$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/tested: requirements-dev.txt $(VENV)/built
	@echo "Installation des outils de test…"
	@$(PIP) --require-hashes -r requirements-dev.txt
	@touch $@
