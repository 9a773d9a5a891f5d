# The one door, for people and for CI. `make` alone says what there is.
.DEFAULT_GOAL := help
.PHONY: help run test check fmt codegen golden e2e bench validate package

help: ## what there is
	@sed -n 's/^\([a-z0-9]*\):.*## \(.*\)/  make \1|\2/p' Makefile | awk -F '|' '{ printf "%-18s %s\n", $$1, $$2 }'

run: ## install what is missing, build, open the app (no display: write the demo case's report to out/)
	@scripts/run

test: ## install what the tests need, and run them all
	@scripts/test

check: ## format, lints, types, fences
	@scripts/setup test
	@scripts/ui build
	@scripts/check

fmt: ## format all sources
	@scripts/ui packages
	cargo fmt --all
	scripts/reader fmt
	npm --prefix ui run --silent format

codegen: ## write the generated files (bindings, docs/commands.md)
	@scripts/ui build
	@cargo build --workspace --all-targets
	target/debug/xtask codegen

golden: ## run the golden tests; UPDATE=1 make golden writes the golden files anew
	@scripts/ui build
	cargo test --workspace --test golden

e2e: ## the stories in the real window alone
	@scripts/setup test
	@scripts/ui build
	@cargo build --workspace --all-targets
	@scripts/reader build
	@scripts/e2e

bench: ## the benchmarks, in release, printed with the machine
	@scripts/setup window
	@scripts/ui build
	@scripts/bench

validate: ## VALIDATORS=DIR: independent validators over the demo case's report, in each format
	@scripts/setup window
	@scripts/ui build
	@cargo build --workspace --all-targets
	@node scripts/validate.mjs "$(VALIDATORS)"

package: ## a Debian package of window and terminal command, in out/
	@scripts/setup window
	@scripts/ui build
	@scripts/package
