import type { Definitions } from '../../src/settings/definitions';
import { button, buttons, choose, click, closePane, control, openPane, text } from './support/screen';
import type { Desk } from './support/screen';
import { KEPT, source, SOURCES } from './support/workbook';

afterEach(closePane);

const DEALS = source(SOURCES[0], 0).mapping;
const chose =
  (definitions: Definitions, change: (desk: Desk) => void = () => undefined) =>
  (desk: Desk): void => {
    desk.setUps.keep([], definitions);
    change(desk);
  };

describe('how layouts are read', () => {
  test('what a person settles is kept once the result is written, what was guessed is not', async () => {
    const { setUps } = await openPane();
    await choose(control('Used as'), 'deals');
    await click('Next: definitions');
    expect(setUps.layouts()).toEqual([]);
    await click('Reconcile');
    expect(setUps.layouts().map(({ fingerprint }) => fingerprint)).toEqual(['Deals']);
  });

  test('the next workbook is read so, says it, and can be read anew', async () => {
    const { reconciler, setUps } = await openPane(({ setUps: kept }) => kept.keep([DEALS], {}));
    expect(reconciler.looks).toEqual([[{ ...DEALS, sheet: '' }]]);
    expect(text()).toContain('Read as you settled it in an earlier workbook.');
    await click('Read it anew');
    expect(reconciler.looks.at(-1)).toEqual([]);
    expect(setUps.layouts()).toEqual([]);
    expect(text()).not.toContain('Read as you settled it');
  });

  test('what the workbook itself keeps comes first, and nothing is said of others', async () => {
    const own = { ...DEALS, decimal: ',' as const };
    const { reconciler } = await openPane(({ setUps, workbook }) => {
      setUps.keep([DEALS], {});
      workbook.kept = { ...KEPT, mappings: [own] };
    });
    expect(reconciler.looks).toEqual([[own, { ...DEALS, sheet: '' }]]);
    expect(text()).not.toContain('Read as you settled it');
  });
});

describe('definitions that were chosen', () => {
  test('are offered to a workbook without its own, with their names and values, and used at a click', async () => {
    const { reconciler } = await openPane(chose({ renewals: 'uplift only' }));
    await click('Next: definitions');
    expect(text()).toContain('You chose otherwise in an earlier workbook');
    expect(reconciler.defined.at(-1)?.definitions).toEqual({});
    await click('Use these here');
    expect(reconciler.defined.at(-1)?.definitions).toEqual({ renewals: 'uplift only' });
    expect(text()).not.toContain('You chose otherwise');
  });

  test('are forgotten at a click', async () => {
    const { setUps } = await openPane(chose({ renewals: 'uplift only' }));
    await click('Next: definitions');
    await click('Forget them');
    expect(setUps.definitions()).toEqual({});
    expect(text()).not.toContain('You chose otherwise');
  });

  test('are not offered where they say nothing else, nor to a workbook with definitions of its own', async () => {
    await openPane(chose({ renewals: 'full' }));
    await click('Next: definitions');
    expect(buttons().map(({ textContent }) => textContent)).not.toContain('Use these here');
    await closePane();
    await openPane(
      chose({ renewals: 'uplift only' }, ({ workbook }) => (workbook.kept = { ...KEPT, definitions: { asOf: 'auto' } })),
    );
    await click('Next: definitions');
    expect(buttons().map(({ textContent }) => textContent)).not.toContain('Use these here');
    expect(button('Reconcile')).toBeDefined();
  });
});
