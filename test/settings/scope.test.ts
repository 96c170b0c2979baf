/** Entities and types of deals that count, and what becomes of the others. */

import type { Reconciliation } from '../../src/domain/reconciliation';
import { planReport } from '../../src/report/planReport';
import { ties } from '../../src/report/summary/tieOutTable';
import { describeItem } from '../../src/variance/describe';
import { expectOutcome, run } from '../edgeCases/support/outcome';
import { rowsOf, tableOf } from '../report/support/sheets';

const setting = (result: Reconciliation, key: string): unknown[] => {
  const used = result.settingsUsed.find((each) => each.key === key);
  return [used?.value, used?.used, used?.why];
};

const TWO_ENTITIES = `
    deal     D-1  Acme / Alice   1,000  2026-03-05  entity=UK
    deal     D-2  Birch / Bob    400    2026-03-06  entity=DE
    invoice  I-1  Acme           1,000  2026-03-20  deal=D-1  entity=UK
    invoice  I-2  Birch          400    2026-03-21  deal=D-2  entity=DE`;

test('all entities count unless some are named', () => {
  const result = run(TWO_ENTITIES, '2026-03-31');
  expect(result.entities).toEqual(['DE', 'UK']);
  expect(setting(result, 'entities')).toEqual(['all', 'DE; UK', 'all: entities of the sheets']);
});

test('one entity: the other’s records are left out by its name, and every source still ties', () => {
  const result = run(TWO_ENTITIES, '2026-03-31', { definitions: { entities: 'uk' } });
  expectOutcome(
    result,
    `
    BI  Mar +0 = none
    left out  D-2  entity  400
    left out  I-2  entity  400
    link  D-1 > I-1  1,000  stated`,
  );
  expect(result.entities).toEqual(['UK']);
  expect(result.tieOut.every((row) => ties(row, result.tieOut))).toBe(true);
  const plan = planReport(result);
  expect(rowsOf(tableOf(plan, 'tblTieOut'), 'Source', 'Cause', 'Rows', 'Amount')).toContainEqual([
    'Deals',
    'another entity: DE',
    1,
    400,
  ]);
  expect(rowsOf(tableOf(plan, 'tblLeftOut'), 'Record', 'Cause')).toContainEqual(['I-2', 'another entity: DE']);
});

test('defaults are found from the entities that count', () => {
  const result = run(TWO_ENTITIES, '2026-03-31', { definitions: { entities: 'DE' } });
  expect(setting(result, 'materiality')[0]).toBe(2);
});

test('a deal of this entity billed by another is out of scope there, not missed', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice   1,000  2026-01-05  entity=UK
    invoice  I-1  Acme           1,000  2026-03-20  deal=D-1  entity=DE`,
    '2026-03-31',
    { definitions: { entities: 'UK' } },
  );
  expectOutcome(
    result,
    `
    BI  Jan +1,000 = D8° +1,000
    reason  BI  D8  Definition  Expected  stated
    left out  I-1  entity  1,000`,
  );
  const [item] = result.items;
  if (item === undefined) throw new Error('no item');
  const wording = { amount: String, record: (key: string) => result.records.get(key), customer: String };
  expect(describeItem(item, wording)).toContain('I-1 is out of scope (DE)');
});

test('two entities with one invoice number: the other’s money does not explain ours', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice   1,000  2026-01-05  entity=UK
    invoice  I-1  Acme           1,000  2026-01-20  deal=D-1  entity=UK  due=2026-02-20
    invoice  I-1  Birch          300    2026-01-20  entity=DE  due=2026-02-20
    receipt  R-1  Birch          300    2026-02-20  invoice=I-1  entity=DE`,
    '2026-03-31',
    { definitions: { entities: 'UK' } },
  );
  expect(result.items.map(({ gap, code }) => `${gap} ${code}`)).toEqual(['IC T7']);
});

test('names that no sheet has are told, and where none is there all count', () => {
  expect(setting(run(TWO_ENTITIES, '2026-03-31', { definitions: { entities: 'UK; FR' } }), 'entities')).toEqual([
    'UK; FR',
    'UK; FR',
    'as set; without effect: no sheet has “FR”',
  ]);
  const none = run(TWO_ENTITIES, '2026-03-31', { definitions: { entities: 'FR' } });
  expect(none.leftOut).toEqual([]);
  expect(setting(none, 'entities')[2]).toBe('as set; without effect: no sheet has “FR”, so all count');
});

const TYPES = `
    deal     D-1  Acme / Alice   1,000  2026-03-05  Deal Type=New Business
    deal     D-2  Birch / Bob    400    2026-03-06  Deal Type=Renewal
    invoice  I-1  Acme           1,000  2026-03-20  deal=D-1
    invoice  I-2  Birch          400    2026-03-21  deal=D-2`;

test('types of deals that count: a renewal is not booked, and its invoice says so', () => {
  const result = run(TYPES, '2026-03-31', { definitions: { dealTypes: 'new; expansion' } });
  expectOutcome(
    result,
    `
    BI  Mar +0 = none
    BI  Mar/Birch -400 = D8° -400
    reason  BI  D8  Definition  Expected  stated
    left out  D-2  deal-type  400
    link  D-1 > I-1  1,000  stated`,
  );
  expect(result.tieOut.every((row) => ties(row, result.tieOut))).toBe(true);
  expect(setting(result, 'dealTypes')[2]).toBe('as set; without effect: no sheet has “expansion”');
  expect(setting(run(TYPES, '2026-03-31'), 'dealTypes')[1]).toBe('New Business; Renewal');
});

test('sales to an entity stay the group’s own where that entity does not count', () => {
  const result = run(
    `
    deal     D-1  DE GmbH / Alice  1,000  2026-03-05  entity=UK Ltd
    invoice  I-1  DE GmbH          1,000  2026-03-20  deal=D-1  entity=UK Ltd
    invoice  I-2  Acme             400    2026-03-21  entity=DE GmbH`,
    '2026-03-31',
    { definitions: { entities: 'UK Ltd' } },
  );
  expect(setting(result, 'internalCustomers')[0]).toBe('DE GmbH');
  expect(result.leftOut.map(({ record, cause }) => `${record} ${cause}`)).toEqual(['D-1 internal', 'I-1 internal', 'I-2 entity']);
});

test('a record out of scope explains no more than it holds', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice   1,500  2026-01-05  entity=UK
    invoice  I-1  Acme           500    2026-01-20  deal=D-1  entity=UK  due=2026-01-31
    invoice  I-2  Acme           200    2026-01-21  deal=D-1  entity=DE
    receipt  R-1  Acme           100    2026-02-20  invoice=I-1  entity=DE`,
    '2026-04-30',
    { definitions: { entities: 'UK' } },
  );
  expectOutcome(
    result,
    `
    BI  Jan +1,000 = D8° +200, Q1° +800
    IC  Jan +500 = D8° +100, T7° +400`,
    'link',
    'reason',
    'settle',
    'left out',
  );
});

test('another entity’s invoice of the same deal does not explain ours', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice   1,000  2026-01-05  entity=UK
    invoice  I-1  Acme           1,000  2026-01-20  deal=D-1  entity=UK
    invoice  I-2  Acme           300    2026-01-21  deal=D-1  entity=UK
    invoice  I-3  Acme           300    2026-01-22  deal=D-1  entity=DE`,
    '2026-04-30',
    { definitions: { entities: 'UK' } },
  );
  expect(result.items.map(({ gap, code, amount }) => `${gap} ${code} ${amount}`)).toEqual(['BI Q11 -30000']);
});

test('an invoice of two deals exceeds the one that counts by the other, whose type does not', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice   1,000  2026-03-05  Deal Type=Renewal
    deal     D-2  Acme / Alice   500    2026-03-05  Deal Type=New Business
    invoice  I-1  Acme           1,600  2026-03-10  deal=D-1; D-2`,
    '2026-04-30',
    { definitions: { dealTypes: 'new' } },
  );
  expectOutcome(
    result,
    `
    BI  Mar -1,100 = D8° -1,000, Q11° -100`,
    'link',
    'reason',
    'settle',
    'left out',
  );
});
