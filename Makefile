# Waymark: `make run` and `make test` are all a newcomer needs.
.DEFAULT_GOAL := help
export WAYMARK_TEST_POSTGRES
.PHONY: help packages build run test bench lint core

# TRAITS=Postgres builds what serves from PostgreSQL, too.
TRAITS :=
WITH := $(if $(TRAITS),--traits $(TRAITS))
NEEDED := libcurl4-openssl-dev libsqlite3-dev $(if $(TRAITS),libpq-dev)
MISSING = $(shell for package in $(NEEDED); do dpkg -s $$package >/dev/null 2>&1 || echo $$package; done)

help: ## Show what can be made.
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

packages: ## Install the system packages that are missing (Debian, Ubuntu).
	@missing="$(MISSING)"; \
	if [ -z "$$missing" ]; then exit 0; fi; \
	if [ "$$(id -u)" = 0 ]; then \
		echo "Installing $$missing"; \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $$missing; \
	else \
		echo "Waymark needs these packages: $$missing"; \
		echo "Install them with: sudo apt-get install -y $$missing"; \
		exit 1; \
	fi

# Swift's own libraries go into the program: it runs where Swift is not installed, and what a turn calls most is a twentieth
# faster.
build: packages ## Build the release program at .build/release/waymark.
	swift build -c release --static-swift-stdlib --product waymark $(WITH)

run: build ## Serve the China pack on 127.0.0.1:8080; nothing else is needed to try it.
	WAYMARK_PHONE_CLOCK=on .build/release/waymark serve

# Three runs, so that what computes for long does not keep from the processor what waits for an answer. Nearly each test of
# the last one has a gateway of its own: two at a time are as many as a small machine serves in the time that phones wait.
# Where there is a PostgreSQL server, a fourth run asks of it what the third asked of SQLite, but for what opens no database,
# pages in a browser and what is on PostgreSQL anyhow.
NO_STORE := (Advice|Check|Directory|Documented|Entitle|Eval|Graph|New|Provider|Rule|Schema|Talk|Test|Text|Translate)CommandTests
NO_STORE := $(NO_STORE)|(NewProvider|ProviderGuide|WrongUse|Fuzz|Torture|ScaleDocument|SecurityDocument|PhoneBrowser|TwoGateways|HarmedDatabase|TorturedDatabase)Tests|ClickTests|ClickThrough
test: packages ## Run all tests and check all content.
	swift build --build-tests $(WITH)
	swift test --skip-build --disable-xctest $(WITH) --filter 'ContentFilesTests|PicturesTests'
	swift test --skip-build --disable-xctest $(WITH) --skip 'ContentFilesTests|PicturesTests|HTTPClientTests|EndToEndTests|Postgres'
	SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=2 swift test --skip-build --disable-xctest $(WITH) --filter 'HTTPClientTests|EndToEndTests|Postgres'
ifneq ($(and $(TRAITS),$(WAYMARK_TEST_POSTGRES)),)
	WAYMARK_TEST_STORE=postgres SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=2 swift test --skip-build --disable-xctest $(WITH) --filter 'EndToEndTests' --skip '$(NO_STORE)'
endif
	.build/debug/waymark check
	.build/debug/waymark test
ifeq ($(and $(TRAITS),$(WAYMARK_TEST_POSTGRES)),)
	@echo "Skipped: the tests on PostgreSQL. They need a server: make test TRAITS=Postgres WAYMARK_TEST_POSTGRES='host=... dbname=...'"
else
	@echo "Run, too: the tests on PostgreSQL."
endif

core: ## Test only the pure targets; fetches nothing.
	CORE=1 swift test --scratch-path .build-core --disable-xctest

bench: build ## Measure the engine, the content, the rules, the directory, webhooks, the outbox, the whole gateway and the console on this machine.
	.build/release/waymark bench engine
	.build/release/waymark bench content
	.build/release/waymark bench inquiry
	.build/release/waymark bench directory
	.build/release/waymark bench webhook
	.build/release/waymark bench outbox
	.build/release/waymark bench gateway
	.build/release/waymark bench console

lint: ## Check formatting.
	swift format lint --strict --recursive --parallel Package.swift Sources Tests
