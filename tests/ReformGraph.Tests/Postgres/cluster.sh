# Runs a private PostgreSQL in a folder of its own until its input ends, which it does however the caller ends; then deletes it.
# The first line of its output is the folder, in which the server's socket is.
set -eu
bin=$1
trap '' HUP INT TERM
place=$(mktemp -d /tmp/reformgraph-postgres.XXXXXX)
trap '"$bin/pg_ctl" stop -D "$place/data" -m immediate > /dev/null 2>&1 || true; rm -rf "$place"' EXIT
cd "$place"
# The tables are small: to start workers and to compile a query takes longer than to run it.
plain='-c max_parallel_workers_per_gather=0 -c jit=off'
# The database's own collation is not by code point, so that a text without one of its own shows in the answers.
"$bin/initdb" -D data -U postgres -A trust -E UTF8 --locale=C --locale-provider=icu --icu-locale=en-US --no-sync > log 2>&1 &&
  "$bin/pg_ctl" start -w -D data -l log -o "-k '$place' -c listen_addresses= -c fsync=off -c timezone=Asia/Shanghai $plain" > /dev/null ||
  { cat log >&2; exit 1; }
echo "$place"
cat > /dev/null
