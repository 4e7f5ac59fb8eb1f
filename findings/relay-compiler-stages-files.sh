#!/usr/bin/env bash
# Relay compiler 21.0.1 (npm relay-compiler), in a git repository.
#
# Guessed:   a compiler writes its artifacts and leaves the index of git alone, as other generators do.
# Seen:      it runs `git add` on every artifact that it creates, and says nothing of it, unless the artifact is ignored.
# Therefore: a build that runs it in a checkout puts `__generated__` into .gitignore, or finds files in the next commit that nobody added.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-fund --no-audit relay-compiler@21.0.1 > npm.log 2>&1 || { cat npm.log; exit 1; }
mkdir project
cd project
git init --quiet
cat > schema.graphql <<'END'
type Query { total: Int }
END
cat > total.ts <<'END'
import { graphql } from "relay-runtime";
export const total = graphql`query totalQuery { total }`;
END
cat > relay.config.json <<'END'
{ "src": ".", "schema": "schema.graphql", "language": "typescript" }
END

compile() { rm -rf __generated__; ../node_modules/.bin/relay-compiler relay.config.json > ../compile.log 2>&1 || { cat ../compile.log; exit 1; }; }
compile
seen="not ignored: staged $(git diff --cached --name-only)"
git rm --quiet --cached -r .
echo __generated__/ > .gitignore
compile
seen="$seen
ignored: staged $(git diff --cached --name-only)"
echo "$seen"
[ "$seen" = 'not ignored: staged __generated__/totalQuery.graphql.ts
ignored: staged ' ]
