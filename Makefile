# Touchline's front door. Every door is one line here; the work stands in scripts/ and in the manifests.
# Rules keep to what make 3.81 knows, because that is the one macOS ships.
SHELL := bash
.DEFAULT_GOAL := help
.PHONY: help setup ui build run test check-ui pictures bench bench-window generate fmt clean

# `make run` and `make test` share the dev profile: one cold build (5 minutes on 2 cores) serves both, where a
# release build would add 7 more before the first window. Dependencies are optimised in dev too, so the window is
# quick. `make run PROFILE=release` opens the window that users get.
PROFILE ?= dev
export TOUCHLINE_TARGET := $(or $(CARGO_TARGET_DIR),target)/$(if $(filter dev,$(PROFILE)),debug,$(PROFILE))

UI_SOURCES := $(shell find ui -mindepth 1 -name node_modules -prune -o -name 'dist*' -prune -o -name '*.tsbuildinfo' -prune -o -print 2>/dev/null)

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

setup: ## install what is missing: system packages, npm packages, test runner
	@scripts/setup.sh

run: build ## open the app on the sample workspace; without a display, walk it and leave pictures in out/tour/
	@scripts/run.sh

test: setup ## everything: format, lints, types, unit, property, contract, component, end to end
	@scripts/test.sh

pictures: build ## every page in two sizes, two languages, light and dark, to out/pictures/
	@$(TOUCHLINE_TARGET)/pictures

bench: setup ## timed targets on the generated workspace (release build)
	cargo bench --quiet --package touchline-tests --bench workspace

bench-window: setup ui/dist/index.html ## the generated workspace in the real window: slow frames while typing, scrolling, opening
	cargo build --workspace --bins --release
	@cargo bench --quiet --package touchline-tests --bench window

fuzz: ## hostile files against the import's doors, ten minutes each (FUZZ_SECONDS=60: shorter); needs nightly and cargo-fuzz
	@scripts/fuzz.sh

generate: setup ## write the generated files again: IPC contract, schema.sql, zh-Hant words
	@scripts/generate.sh

fmt: ## format the Rust code
	cargo fmt --all

clean: ## remove what was built or drawn; installed packages stay
	cargo clean
	rm -rf ui/dist out

ui: setup ui/dist/index.html

# The window serves the embedded ui/dist, so it stands before cargo builds the shell.
ui/dist/index.html: $(UI_SOURCES)
	npm --prefix ui run build

build: setup
	@$(MAKE) --no-print-directory ui/dist/index.html
	cargo build --workspace --bins --profile $(PROFILE)
