#!/bin/sh
# Asks the tests about one mutant. One that they have killed stays killed while the sources are the same, because tests are only
# added: it is remembered, so that a run that was stopped goes on where it was. Time is counted on the processor, not on the wall,
# so that a busy machine kills nothing.
killed="node_modules/.cache/killed-mutants/$(cat test/conformance/.mutation.sources)"
mkdir -p "$killed"
if [ -n "$__STRYKER_ACTIVE_MUTANT__" ] && [ -e "$killed/$__STRYKER_ACTIVE_MUTANT__" ]; then exit 1; fi
ulimit -t 20
if node test/conformance/.mutation.mjs; then exit 0; fi
if [ -n "$__STRYKER_ACTIVE_MUTANT__" ]; then : > "$killed/$__STRYKER_ACTIVE_MUTANT__"; fi
exit 1
