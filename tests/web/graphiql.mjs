// GraphiQL.
import assert from 'node:assert/strict';
import { answerTo, axe, closed, faultyInGraphiQL, inTab, key, open, stored } from './browser.mjs';

export default {
  async 'GraphiQL runs a query, knows the schema, and takes an example, an instant and a key'() {
    await inTab(async (tab) => {
      await open(tab, '/graphql');
      await tab.locator('.graphiql-query-editor .view-line').first().waitFor();
      await tab.getByRole('button', { name: /Execute query/ }).click();
      await tab.locator('.graphiql-response .view-line', { hasText: 'totalCount' }).first().waitFor();
      await tab.getByLabel('Examples').selectOption({ label: 'Auditor: what changed' });
      await tab.getByLabel('As of').fill('1');
      await tab.getByRole('button', { name: /Execute query/ }).click();
      await tab.locator('.graphiql-response .view-line', { hasText: 'SEED' }).first().waitFor();
      await tab.getByRole('button', { name: 'Copy as curl' }).click();
      const command = await tab.evaluate(() => navigator.clipboard.readText());
      assert.match(command, /As-Of: 1/);
      assert.equal(answerTo(command).data.changes.nodes[0].kind, 'SEED');
      await tab.getByRole('button', { name: 'Show Documentation Explorer' }).click();
      await tab.locator('.graphiql-doc-explorer a', { hasText: 'Query' }).first().waitFor();
      await tab.getByRole('button', { name: 'Show GraphiQL Explorer' }).click();
      await tab.locator('.graphiql-explorer-root').getByText('riskVillages', { exact: true }).first().waitFor();
      await axe(tab, 'body', faultyInGraphiQL);
    }, { expected: (text) => text.startsWith('arg mismatch') }); // the explorer says so of a list that it shows all the same
    await inTab(async (tab) => {
      await open(tab, '/graphql', closed);
      await tab.getByText('This server requires a key.').waitFor();
      await tab.getByRole('textbox', { name: 'Key' }).fill(key);
      await tab.getByRole('button', { name: 'Use' }).click();
      await tab.getByRole('button', { name: /Execute query/ }).click();
      await tab.locator('.graphiql-response .view-line', { hasText: 'totalCount' }).first().waitFor();
      assert.ok(!(await stored(tab)).includes(key));
    }, { expected: (text) => text.includes('401') });
  },

  async 'GraphiQL reads the schema once, however the instant is typed'() {
    await inTab(async (tab) => {
      const instants = [];
      tab.on('request', (request) => request.postData()?.includes('IntrospectionQuery') && instants.push(request.headers()['as-of']));
      await open(tab, '/graphql');
      await tab.locator('.graphiql-query-editor .view-line').first().waitFor();
      await tab.getByLabel('As of').pressSequentially('2026-01-01T00:00:00Z');
      await tab.getByLabel('As of').press('Enter');
      await tab.getByRole('button', { name: /Execute query/ }).click();
      await tab.locator('.graphiql-response .view-line', { hasText: 'AS_OF' }).or(tab.locator('.graphiql-response .view-line', { hasText: 'data' })).first().waitFor();
      assert.deepEqual(instants, [undefined]);
    }, { expected: (text) => text.includes('status of 4') });
  },
};
