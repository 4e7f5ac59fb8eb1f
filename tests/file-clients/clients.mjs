// Reads the files of a running server by libraries that others wrote, cell by cell: node clients.mjs http://localhost:5080/graphql
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { readSheet } from 'read-excel-file/node';

const require = createRequire(import.meta.url);
const ExcelJS = require('exceljs');
const Papa = require('papaparse');
const SheetJS = require('xlsx');
const { Dataset } = require('frictionless.js');
const { Package } = require('datapackage');
const { ParquetReader } = require('@dsnp/parquetjs');

const address = process.argv[2];
if (!address) {
  console.error('usage: node clients.mjs URL');
  process.exit(2);
}

const urlOf = (path) => new URL(path, address).href;
const ok = async (response) => (response.ok ? response : assert.fail(`${response.url}: ${response.status} ${await response.text()}`));
const bytes = async (path) => (await ok(await fetch(urlOf(path)))).arrayBuffer();
const textOf = async (path) => (await ok(await fetch(urlOf(path)))).text();

const package_ = JSON.parse(await textOf('/catalog/datapackage.json'));
const typesOf = (resource) => resource.schema.fields.map((field) => field.type);

// What tells whether signs that mean something to one format or another come through.
const texts = ['=1+1', "'=1", "'", '一\r\n二', '_x0041_ _X0041_', '" , ;\t|', ' 😀 ', '001', 'TRUE', '1e5', 'NULL'];

async function graphql(query) {
  const response = await fetch(address, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ query }) });
  return Object.values((await response.json()).data)[0];
}

async function update(type, code, values) {
  const { version } = await graphql(`{ ${type[0].toLowerCase()}${type.slice(1)}ByCode(code: "${code}") { version } }`);
  const change = 'change: { kind: CORRECTION, reason: "What files must hold." }';
  const { errors } = await graphql(`mutation { update${type}(input: { ${change}, code: "${code}", version: ${version}, ${values} }) { errors { ... on Error { message } } } }`);
  assert.equal(errors, null, code);
}

async function write() {
  for (const [number, text] of texts.entries()) {
    await update('RiskVillage', `RV-H-${String(number + 1).padStart(3, '0')}`, `riskFactors: ${JSON.stringify(text)}, assessedOn: "${number === 0 ? '1900-02-28' : '2026-02-03'}"`);
  }

  for (const [number, value] of ['123456789012.5', '900000000000', '123456789012.3456'].entries()) {
    await update('AssetHandover', `AH-G-00${number + 1}`, `bookValue: ${value}`);
  }
}

// A value of the JSON export as a sheet shows it: days and instants by their text, instants to the millisecond, lines ended by a line feed.
const shown = (value, type) =>
  value === null ? ''
  : type === 'datetime' ? new Date(value).toISOString()
  : String(value).replace(/\r\n?/g, '\n');

const digits = (value) => String(value).replace(/^-|\./g, '').replace(/^0+|0+$/g, '').length;

// A cell as a library gives it. What is a number, a truth or a day must be one of these and no text.
function read(cell, value, type, place) {
  if (value === null) {
    return cell ?? '';
  }

  const kind = type === 'boolean' ? 'boolean'
    : (type === 'number' || type === 'integer') && digits(value) <= 15 ? 'number'
    : (type === 'date' || type === 'datetime') && value >= '1900-03-01' ? 'object' : null;
  assert.ok(kind === null || typeof cell === kind, `${place}: ${cell} is a ${typeof cell}`);
  // An instant between two milliseconds may be cut or rounded.
  return !(cell instanceof Date) ? String(cell)
    : type === 'date' ? cell.toISOString().slice(0, 10)
    : Math.abs(cell - new Date(value)) <= 1 ? shown(value, type) : cell.toISOString();
}

// Every collection as a workbook, its rows as a library gives them, against those of the JSON export.
async function compareSheets(parameters, rowsOf) {
  for (const resource of package_.resources) {
    const [expected, types] = [JSON.parse(await textOf(`/export/${resource.name}.json${parameters}`)), typesOf(resource)];
    const [header, ...rows] = await rowsOf(Buffer.from(await bytes(`/export/${resource.name}.xlsx${parameters}`)));
    const names = expected.length === 0 ? header : Object.keys(expected[0]);
    assert.deepEqual(header, names, resource.name);
    assert.equal(rows.length, expected.length, resource.name);
    expected.forEach((row, number) => {
      const values = Object.values(row);
      const place = (column) => `${resource.name} ${names[column]} ${number + 2}`;
      assert.deepEqual(values.map((value, column) => read(rows[number][column], value, types[column], place(column))), values.map((value, column) => shown(value, types[column])), place(0));
    });
  }
}

async function compareParquet(compression, rowsOf, valueOf, isRead = () => true) {
  for (const resource of package_.resources) {
    const expected = JSON.parse(await textOf(`/export/${resource.name}.json`));
    const fields = resource.schema.fields.filter(isRead);
    const rows = await rowsOf(await bytes(`/export/${resource.name}.parquet?compression=${compression}&select=${fields.map((field) => field.name)}`));
    assert.equal(rows.length, expected.length, resource.name);
    expected.forEach((row, number) => assert.deepEqual(
      fields.map(({ name, type }) => valueOf(rows[number][name], type)),
      fields.map(({ name, type }) => (row[name] === null ? '' : type === 'datetime' ? new Date(row[name]).toISOString() : String(row[name]))),
      `${resource.name} ${number}`,
    ));
  }
}

const plain = (value, type) =>
  value === null || value === undefined ? ''
  : value instanceof Date ? (type === 'date' ? value.toISOString().slice(0, 10) : value.toISOString())
  : String(value);

// exceljs leaves the escapes of texts that stand in their cells.
const decoded = (cell) => (typeof cell === 'string' ? cell.replace(/_x([0-9A-F]{4})_/g, (_, code) => String.fromCharCode(parseInt(code, 16))) : cell);

const cases = {
  async 'exceljs reads every workbook'() {
    await compareSheets('', async (file) => {
      const book = new ExcelJS.Workbook();
      await book.xlsx.load(file);
      assert.deepEqual(book.worksheets.map((sheet) => sheet.name)[1], 'about');
      const rows = [];
      book.worksheets[0].eachRow({ includeEmpty: true }, (row) => rows.push(row.values.slice(1).map(decoded)));
      return rows;
    });
  },

  async 'read-excel-file reads every workbook'() {
    await compareSheets('?headers=zh', async (file) => (await readSheet(file, 1, { trim: false })));
  },

  async 'SheetJS reads every workbook'() {
    await compareSheets('?headers=en', (file) => {
      const book = SheetJS.read(file, { cellNF: true });
      const sheet = book.Sheets[book.SheetNames[0]];
      return SheetJS.utils.sheet_to_json(sheet, { header: 1, raw: true, defval: null, blankrows: true }).map((row, number) => row.map((value, column) => {
        const cell = sheet[SheetJS.utils.encode_cell({ r: number, c: column })];
        return cell?.t === 'n' && SheetJS.SSF.is_date(cell.z) ? new Date(Math.round((value - 25569) * 86400000)) : value;
      }));
    });
  },

  async 'Papa Parse reads every CSV file, of which what is guarded comes back'() {
    for (const resource of package_.resources) {
      const expected = JSON.parse(await textOf(`/export/${resource.name}.json`)).map((row) => Object.values(row).map((value) => (value === null ? '' : String(value))));
      for (const [parameter, restored] of [['', (cell) => cell.replace(/^'(?=['=+\-@\t\r])/, '')], ['?guard=false', (cell) => cell]]) {
        const { data, errors } = Papa.parse((await textOf(`/export/${resource.name}.csv${parameter}`)).replace(/\r\n$/, ''), { delimiter: ',', newline: '\r\n' });
        assert.deepEqual(errors, [], resource.name);
        assert.deepEqual(data.slice(1).map((row) => row.map(restored)), expected, resource.name);
      }
    }
  },

  async 'hyparquet reads every Parquet file that is snappy, without its extra package'() {
    await compareParquet('snappy', (file) => parquetReadObjects({ file }), plain);
  },

  async 'hyparquet reads every Parquet file, with its extra package'() {
    await compareParquet('zstd', (file) => parquetReadObjects({ file, compressors }), plain);
  },

  async 'parquetjs reads every Parquet file that is not compressed, but for decimals'() {
    await compareParquet('none', async (file) => {
      const rows = [];
      const cursor = (await ParquetReader.openBuffer(Buffer.from(file))).getCursor();
      for (let row = await cursor.next(); row; row = await cursor.next()) {
        rows.push(row);
      }

      return rows;
    }, plain, (field) => field.type !== 'number');
  },

  async 'datapackage casts every cell of the Data Package to the type of its column and finds every foreign key'() {
    const data = await Package.load(urlOf('/catalog/datapackage.json'));
    assert.deepEqual([data.valid, data.errors], [true, []]);
    for (const resource of data.resources) {
      const rows = await resource.read({ keyed: true }).catch((error) => assert.fail(`${resource.name}: ${[error, ...(error.errors ?? [])].map((one) => one.message).join('; ')}`));
      assert.equal(rows.length, resource.descriptor.rows, resource.name);
      assert.ok(await resource.checkRelations(), resource.name);
    }
  },

  async 'frictionless.js loads every resource of the Data Package'() {
    const data = await Dataset.load(urlOf('/catalog/datapackage.json'));
    for (const file of data.resources) {
      let count = 0;
      for await (const row of await file.rows({ keyed: true })) {
        count += Object.keys(row).length === file.descriptor.schema.fields.length ? 1 : NaN;
      }

      assert.equal(count, file.descriptor.rows, file.descriptor.name);
    }
  },
};

let failed = 0;
await write();
package_.resources = JSON.parse(await textOf('/catalog/datapackage.json')).resources; // with the rows that there are now
for (const [name, check] of Object.entries(cases)) {
  try {
    await check();
  } catch (error) {
    failed += 1;
    console.log(`failed: ${name}: ${error.message}`);
  }
}

console.log(`${Object.keys(cases).length - failed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
