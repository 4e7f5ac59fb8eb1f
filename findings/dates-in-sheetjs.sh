#!/usr/bin/env bash
# SheetJS 0.18.5 (npm xlsx) on Node 20, in the time zone of China.
#
# Guessed:   with cellDates the cell of a day, which has no time and no zone, is read as midnight of that day, in UTC or where the program runs.
# Seen:      in Asia/Shanghai it is 43 seconds before midnight, so that the day, the month or the year is the one before: 2026-02-03 is 2 February,
#            23:59:17. The offset is that of local mean time, which was kept there until 1901. In UTC and New York it is midnight.
# Therefore: days are taken as numbers (the default) or as they are shown (raw: false), and not with cellDates.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-fund --no-audit xlsx@0.18.5 > npm.log 2>&1 || { cat npm.log; exit 1; }
cat > days.cjs <<'END'
const xlsx = require('xlsx');
const sheet = { '!ref': 'A1', A1: { t: 'n', v: 46056, z: 'yyyy-mm-dd' } };
const file = xlsx.write({ SheetNames: ['days'], Sheets: { days: sheet } }, { type: 'buffer', bookType: 'xlsx' });
const cell = (options, shown) => xlsx.utils.sheet_to_json(xlsx.read(file, { type: 'buffer', ...options }).Sheets.days, { header: 1, raw: !shown, dateNF: 'yyyy-mm-dd' })[0][0];
const date = cell({ cellDates: true });
console.log(`${process.env.TZ}: ${date.toLocaleString('sv-SE')}, as a number ${cell({})}, as shown ${cell({}, true)}`);
END
seen=$(for zone in Asia/Shanghai UTC America/New_York; do TZ=$zone node days.cjs; done)
echo "$seen"
[ "$seen" = 'Asia/Shanghai: 2026-02-02 23:59:17, as a number 46056, as shown 2026-02-03
UTC: 2026-02-03 00:00:00, as a number 46056, as shown 2026-02-03
America/New_York: 2026-02-03 00:00:00, as a number 46056, as shown 2026-02-03' ]
