import {
  alikeOf,
  NOTHING_MADE,
  openChoices,
  progressOf,
  stillOpen,
  withMade,
  withoutLast,
  withSkipped,
} from '../../src/taskpane/reviewing';
import type { Made } from '../../src/taskpane/reviewing';
import { PLAN } from './support/workbook';

const { review } = PLAN;

const made = (...keys: string[]): Made => ({ keys, label: keys.join(), verdict: 'confirmed', before: [], added: null });

const waiting = (reviewing = NOTHING_MADE): string[] => stillOpen(review, reviewing, 'suggested').map(({ key }) => key);

test('what was decided no longer waits, and does again once it is undone', () => {
  const one = withMade(NOTHING_MADE, made('m1'), 'm2');
  expect(waiting(one)).toEqual(['m2', 'm3', 'm4']);
  expect(one).toMatchObject({ at: 'm2', turn: 1 });
  const two = withMade(one, made('m3', 'm4'), null);
  expect(waiting(two)).toEqual(['m2']);
  const back = withoutLast(two);
  expect(waiting(back)).toEqual(['m2', 'm3', 'm4']);
  expect(back).toMatchObject({ at: 'm3', turn: 3, told: { what: 'undone', label: 'm3,m4' } });
  expect(withoutLast(NOTHING_MADE)).toBe(NOTHING_MADE);
});

test('a choice is settled by any of its candidates', () => {
  expect(openChoices(review, NOTHING_MADE)).toHaveLength(1);
  expect(openChoices(review, withMade(NOTHING_MADE, made('c3'), null))).toHaveLength(0);
});

test('alike are those of the kind and pass that are at least as sure and not yet decided', () => {
  const [m1, m2, , m4] = stillOpen(review, NOTHING_MADE, 'suggested');
  const alike = (match: typeof m1, reviewing = NOTHING_MADE) =>
    match === undefined ? undefined : alikeOf(match, review.alike, reviewing);
  expect(alike(m1)).toBeNull();
  expect(alike(m2)).toMatchObject({ keys: ['m1', 'm2'], amounts: [{ minor: 169500, currency: 'EUR' }] });
  expect(alike(m4, withMade(NOTHING_MADE, made('m2'), null))).toMatchObject({ keys: ['m1', 'm4'], least: 0.6 });
});

test('what is put off comes back at the end, in the order it was put off', () => {
  const once = withSkipped(NOTHING_MADE, 'm1', 'm2');
  expect(waiting(once)).toEqual(['m2', 'm3', 'm4', 'm1']);
  expect(once).toMatchObject({ at: 'm2', turn: 1 });
  expect(waiting(withSkipped(withSkipped(once, 'm2', 'm3'), 'm1', 'm3'))).toEqual(['m3', 'm4', 'm2', 'm1']);
  expect(waiting(withMade(once, made('m2'), 'm3'))).toEqual(['m3', 'm4', 'm1']);
});

test('progress counts what was decided, and adds up what still waits', () => {
  const before = progressOf(review, NOTHING_MADE);
  const after = progressOf(review, withMade(NOTHING_MADE, made('m1'), 'm2'));
  expect([before.done, before.of, after.done]).toEqual([0, 4, 1]);
  expect(after.amounts).not.toEqual(before.amounts);
});
