// Loading in Chromium: a report and tables, as an editor does.
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { address, answerTo, axe, closed, fitsPhone, graphql, inTab, key, languages, phone, withLanguage } from './browser.mjs';
import { ownServer } from './server.mjs';

const sample = (name) => fileURLToPath(new URL(`../ReformGraph.Tests/${name}`, import.meta.url));
const table = (said) => ({ name: '台账.csv', mimeType: 'text/csv', buffer: Buffer.from(said) });
const unclear = '序号,乡镇,村名称,风险等级,是否销号,科室意见\n1,甲镇,东村,高风险,已清零,同意\n2,,西村,中,×,\n';

const choose = async (tab, file) => {
  await tab.locator('.drop').waitFor();
  await tab.locator('.drop input').setInputFiles(file);
};

const press = (tab, name) => tab.getByRole('button', { name, exact: true }).click();

const store = async (tab, reason) => {
  await tab.getByRole('textbox', { name: 'Reason' }).fill(reason);
  await press(tab, 'Store');
  await tab.getByText(/Stored as change \d+/).waitFor();
};

export default {
  async 'the page that loads files is in both languages, fits a phone, and passes axe'() {
    for (const language of languages) {
      await inTab(async (tab) => {
        await tab.goto(address + withLanguage('/load?county=county&register=risk-villages', language));
        await choose(tab, table(unclear));
        await press(tab, language === 'zh' ? '核对' : 'Check');
        await tab.locator('[aria-invalid="true"]').first().waitFor();
        await axe(tab, 'body');
        await fitsPhone(tab);
      }, { viewport: phone, colorScheme: language === 'zh' ? 'dark' : 'light', expected: (text) => text.includes('status of 422') });
    }
  },

  async 'an editor loads a county: its report with a new indicator, and a register in GB18030'() {
    const server = await ownServer();
    await inTab(async (tab) => {
      await tab.goto(`${server}/load?county=990101&register=risk-villages`);
      await choose(tab, sample('Extraction/Sample/report.docx'));
      await tab.getByRole('combobox', { name: 'Indicator: 12名 (1)' }).fill('领导小组成员');
      await tab.getByRole('combobox', { name: 'Indicator: 36名 (2)' }).fill('部门负责人');
      await tab.getByRole('textbox', { name: 'Name of the new county' }).fill('澄屏县');
      await press(tab, 'Check');
      await tab.getByText(/^81 quantities: \d+ new figures/).waitFor();
      assert.equal((await graphql('{ counties(where: { code: { eq: "990101" } }) { totalCount } }', server)).data.counties.totalCount, 0);
      await store(tab, '首次录入');
      const { data } = await graphql('{ reports(where: { county: { code: { eq: "990101" } } }) { nodes { county { nameZh } figures(where: { indicator: { nameZh: { eq: "领导小组成员" } } }) { nodes { value wording } } } } }', server);
      assert.deepEqual(data.reports.nodes, [{ county: { nameZh: '澄屏县' }, figures: { nodes: [{ value: 12, wording: '12名' }] } }]);

      await choose(tab, sample('Import/Sample/risk-villages.csv'));
      await press(tab, 'Check');
      await tab.getByText('32 rows: 0 unchanged, 0 changed, 32 added, 0 withdrawn, 0 refused').waitFor();
      assert.equal(await tab.getByRole('combobox', { name: '包联县领导' }).inputValue(), 'leadOfficial');
      await tab.getByText(/^Rows that are left out: \d+$/).waitFor();
      await tab.getByText('Effects on the checks').or(tab.getByText(/^New places: 42$/)).first().waitFor();
      await store(tab, '台账');
      const rows = await graphql('{ riskVillages(where: { county: { code: { eq: "990101" } } }) { totalCount } changes(last: 1) { nodes { reason } } }', server);
      assert.deepEqual(rows.data, { riskVillages: { totalCount: 32 }, changes: { nodes: [{ reason: '台账' }] } });
      await press(tab, 'Check again');
      await tab.getByText('32 rows: 32 unchanged, 0 changed').waitFor();
    }, { servers: [server] });
  },

  async 'what a table says and the server does not understand is chosen by the editor, and then stored'() {
    const server = await ownServer();
    await inTab(async (tab) => {
      await tab.goto(`${server}/load?county=county&register=risk-villages`);
      await choose(tab, table(unclear));
      await press(tab, 'Check');
      await tab.getByText('What must be corrected').waitFor();
      assert.equal(await tab.getByRole('button', { name: 'Store' }).count(), 0);
      assert.deepEqual(await tab.locator('section.errors tbody tr').evaluateAll((all) => all.map((row) => row.cells[1].innerText)), ['科室意见', '是否销号']);
      await tab.getByRole('combobox', { name: '科室意见' }).selectOption('');
      await tab.getByLabel('已清零').selectOption('RESOLVED');
      await press(tab, 'Check again');
      await tab.getByText('2 rows: 0 unchanged, 0 changed, 2 added').waitFor();
      await store(tab, 'Survey');
      const { data } = await graphql('{ riskVillages(where: { village: { nameZh: { eq: "东村" } } }) { nodes { status level } } }', server);
      assert.deepEqual(data.riskVillages.nodes, [{ status: 'RESOLVED', level: 'HIGH' }]);
    }, { servers: [server], expected: (text) => text.includes('status of 422') });
  },

  async 'a table without a column for the class of its rows gets the class that its title suggests'() {
    const server = await ownServer();
    await inTab(async (tab) => {
      await tab.goto(`${server}/load?county=county&register=asset-handovers`);
      await choose(tab, table('某县闲置校舍台账\n序号,资产名称,建筑面积\n1,东村小学,120\n'));
      await press(tab, 'Check');
      const asked = tab.getByRole('combobox', { name: 'Asset class' });
      assert.equal(await asked.getAttribute('aria-invalid'), 'true');
      await asked.selectOption({ label: '闲置校舍, as the title suggests' });
      await press(tab, 'Check again');
      await tab.getByText('1 row: 0 unchanged, 0 changed, 1 added').waitFor();
      await store(tab, 'Schools');
      const { data } = await graphql('{ assetHandovers(where: { nameZh: { eq: "东村小学" } }) { nodes { assetClass floorArea } } }', server);
      assert.deepEqual(data.assetHandovers.nodes, [{ assetClass: 'SCHOOL_BUILDINGS', floorArea: 120 }]);
    }, { servers: [server], expected: (text) => text.includes('status of 422') });
  },

  async 'a column whose empty cells have a default can still be given another meaning'() {
    const server = await ownServer();
    await inTab(async (tab) => {
      await tab.goto(`${server}/load?county=county&register=asset-handovers`);
      await choose(tab, table('某县闲置校舍台账\n序号,资产名称,甲列,建筑面积\n1,南村小学,闲置校舍,120\n2,北村小学,,80\n'));
      await press(tab, 'Check');
      await tab.getByRole('combobox', { name: 'Asset class' }).selectOption({ label: '闲置校舍, as the title suggests' });
      await tab.getByRole('combobox', { name: '甲列' }).selectOption('assetClass');
      await press(tab, 'Check again');
      await tab.getByText('2 rows: 0 unchanged, 0 changed, 2 added').waitFor();
      assert.equal(await tab.getByRole('combobox', { name: '甲列' }).inputValue(), 'assetClass');
    }, { servers: [server], expected: (text) => text.includes('status of 422') });
  },

  async 'every quantity of a long report is corrected in the page, page by page'() {
    const server = await ownServer();
    await inTab(async (tab) => {
      await tab.goto(`${server}/load?county=990102`);
      const said = Array.from({ length: 230 }, (_, index) => `全年第${index + 1}批办结事项${1000 + index}件。`).join('\n');
      await choose(tab, { name: '总结.txt', mimeType: 'text/plain', buffer: Buffer.from(`某县总结\n${said}\n`) });
      const next = tab.getByRole('button', { name: 'Next page' });
      await next.click();
      await next.click();
      await tab.getByText('201 to 230 of 230').waitFor();
      assert.ok(await next.isDisabled());
      await tab.getByRole('combobox', { name: 'Indicator: 1229件 (230)' }).fill('办结事项');
      await tab.getByRole('button', { name: 'Previous page' }).click();
      await tab.getByRole('combobox', { name: 'Indicator: 1100件 (101)' }).fill('受理事项');
      await tab.getByRole('textbox', { name: 'Name of the new county' }).fill('长报告县');
      await press(tab, 'Check');
      await tab.getByText(/^230 quantities: 2 new figures/).waitFor();
      await store(tab, '长报告');
      const where = '{ report: { county: { code: { eq: "990102" } } } }';
      const { data } = await graphql(`{ figures(where: ${where}) { nodes { wording indicator { nameZh } } } }`, server);
      const stored = data.figures.nodes.map(({ wording, indicator }) => `${wording} ${indicator.nameZh}`);
      assert.deepEqual(stored.sort(), ['1100件 受理事项', '1229件 办结事项']);
    }, { servers: [server] });
  },

  async 'a table that says the county itself needs none, and shows the effects on the checks'() {
    await inTab(async (tab) => {
      await tab.goto(`${address}/load?register=risk-villages`);
      await choose(tab, table('code,level\nRV-H-001,MEDIUM\n'));
      await press(tab, 'Check');
      await tab.getByText('1 row: 0 unchanged, 1 changed').waitFor();
      const check = tab.locator('tr', { has: tab.getByRole('link', { name: 'rows-high-risk-villages', exact: true }) });
      assert.equal(await check.innerText(), 'rows-high-risk-villages\tholds (13; expected 13)\tnot reconciled (12; expected 13)');
      assert.equal(await tab.getByText('What the columns mean').count(), 0);
    });
  },

  async 'a request that takes long is cancelled, and files that cannot be read are said where they are'() {
    await inTab(async (tab) => {
      let answer;
      const isAnswered = new Promise((resolve) => { answer = resolve; });
      await tab.route('**/import/**', async (route) => { await isAnswered; await route.abort().catch(() => {}); });
      await tab.goto(`${address}/load?county=county&register=risk-villages`);
      await choose(tab, table(unclear));
      await press(tab, 'Check');
      await tab.getByText('The server is reading the table').waitFor();
      await press(tab, 'Cancel');
      await tab.getByText('Cancelled. Nothing was stored.').waitFor();
      answer();
      await tab.unroute('**/import/**');
      await choose(tab, { name: 'broken.xlsx', mimeType: 'text/plain', buffer: Buffer.from('no workbook') });
      await press(tab, 'Check');
      await tab.locator('.errors code:text-is("IMPORT_FILE_DAMAGED")').waitFor();
      await choose(tab, { name: 'picture.png', mimeType: 'image/png', buffer: Buffer.from('x') });
      await tab.getByText('This is no format that can be loaded.').waitFor();
    }, { expected: (text) => text.includes('status of 4') });
  },

  async 'the request of a check can be sent from a terminal, and a reader is told who may load'() {
    await inTab(async (tab) => {
      await tab.goto(`${address}/load?county=county&register=risk-villages`);
      await choose(tab, sample('Import/Sample/risk-villages.csv'));
      await tab.locator('.query summary').click();
      await press(tab, 'Copy as curl');
      const command = await tab.evaluate(() => navigator.clipboard.readText());
      assert.equal(answerTo(command.replace('table=@', `table=@${sample('Import/Sample')}/`)).report.rows, 32);
      await tab.goto(`${address}/load?county=990101`);
      await choose(tab, sample('Extraction/Sample/report.docx'));
      await tab.getByRole('combobox', { name: 'Indicator: 12名 (1)' }).fill('领导小组“成员”"名"');
      await tab.getByRole('textbox', { name: 'Name of the new county' }).fill('@澄屏县');
      await tab.getByRole('textbox', { name: 'Title' }).fill('<总结>; type=text/html');
      await tab.getByRole('checkbox').first().uncheck();
      await press(tab, 'Check');
      const counts = await tab.getByText(/^81 quantities: \d+ new figures/).innerText();
      await tab.locator('.query summary').click();
      await press(tab, 'Copy as curl');
      const sent = await tab.evaluate(() => navigator.clipboard.readText());
      const { report } = answerTo(sent.replace('report=@', `report=@${sample('Extraction/Sample')}/`));
      const figures = `${report.figures.total} new figures, ${report.corrected.total} corrected`;
      const others = `${report.leftOut} without an indicator, ${report.unchanged} there already`;
      assert.equal(counts, `${report.rows} quantities: ${figures}, ${others}`);
      assert.ok(report.indicators.includes('领导小组“成员”"名"'), report.indicators.join());
      await tab.getByText(`New checks: ${report.newChecks.total}`).waitFor();
      await choose(tab, { name: 'report.txt', mimeType: 'text/plain', buffer: Buffer.from('某县总结\n摸排出隐患突出的村5个。\n') });
      await tab.getByRole('combobox', { name: 'Indicator: 5个 (1)' }).fill('high-risk-villages');
      await tab.getByRole('textbox', { name: 'Name of the new county' }).fill('澄屏县');
      await press(tab, 'Check');
      await press(tab, 'Add them to the proposed checks');
      await tab.getByRole('checkbox', { name: 'riskVillages(level: HIGH) = 5个' }).waitFor();
      await press(tab, 'Check again');
      await tab.getByText('New checks: 1').waitFor();
      await tab.goto(`${closed}/load`);
      await tab.getByLabel('API key').fill(key);
      await tab.getByLabel('API key').press('Enter');
      await tab.getByText('You may read, but not load data').waitFor();
    }, { expected: (text) => text.includes('status of 401') });
  },
};
