#!/usr/bin/env bash
# exceljs 4.4.0 on Node 20.
#
# Guessed:   a text is the same whether a workbook holds it among its shared strings or in its cell: in both _x000D_ stands for a carriage return
#            (ECMA-376, ST_Xstring).
# Seen:      the shared one is decoded, and the one in the cell stays as it is written.
# Therefore: signs that XML cannot hold do not survive where it reads files of inline strings, which all that stream them write.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-fund --no-audit exceljs@4.4.0 jszip@3.10.1 > npm.log 2>&1 || { cat npm.log; exit 1; }
cat > strings.cjs <<'EOF'
const ExcelJS = require('exceljs');
const JSZip = require('jszip');
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const rels = list => `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.map(([name, target], at) => `<Relationship Id="rId${at + 1}" Type="${type}/${name}" Target="${target}"/>`).join('')}</Relationships>`;
const part = (name, kind) => `<Override PartName="${name}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
const zip = new JSZip();
zip.file('[Content_Types].xml', `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${part('/xl/workbook.xml', 'sheet.main')}${part('/xl/worksheets/sheet1.xml', 'worksheet')}${part('/xl/sharedStrings.xml', 'sharedStrings')}</Types>`);
zip.file('_rels/.rels', rels([['officeDocument', 'xl/workbook.xml']]));
zip.file('xl/workbook.xml', `<workbook ${main} xmlns:r="${type}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`);
zip.file('xl/_rels/workbook.xml.rels', rels([['worksheet', 'worksheets/sheet1.xml'], ['sharedStrings', 'sharedStrings.xml']]));
zip.file('xl/sharedStrings.xml', `<sst ${main}><si><t>a_x000D_b</t></si></sst>`);
zip.file('xl/worksheets/sheet1.xml', `<worksheet ${main}><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>a_x000D_b</t></is></c></row></sheetData></worksheet>`);
zip.generateAsync({ type: 'nodebuffer' }).then(async file => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(file);
  const shown = cell => JSON.stringify(book.worksheets[0].getCell(cell).text);
  console.log(`shared ${shown('A1')}, in the cell ${shown('B1')}`);
});
EOF
seen=$(node strings.cjs)
echo "$seen"
[ "$seen" = 'shared "a\rb", in the cell "a_x000D_b"' ]
