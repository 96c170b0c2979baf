import { compare, comparing } from '../../../src/matching/names/compare';
import { COMPARISONS } from '../../../src/matching/names/levels';
import { nameTable } from '../../../src/matching/names/nameTable';
import { normaliseName } from '../../../src/matching/names/normalise';
import { cosineOf } from '../../../src/matching/names/ranking';

/** The levels of two names, by comparison. */
function levels(a: string, b: string): Readonly<Record<string, string>> {
  const table = nameTable([a, b].map(normaliseName));
  const [nameA, nameB] = [table.nameOf[0] ?? 0, table.nameOf[1] ?? 0];
  const state = comparing(table, Uint32Array.of(nameA), Uint32Array.of(nameB));
  compare(state, nameA, nameB, cosineOf(table, nameA, nameB));
  return Object.fromEntries(COMPARISONS.map(({ name, levels: labels }, c) => [name, labels[state.levels[c] ?? 0] ?? '']));
}

describe('levels of two names', () => {
  test.each([
    ['Halden Software', 'HALDEN SOFTWARE', 'same words'],
    ['Halden Software', 'Software Halden', 'same words in another order or spacing'],
    ['Data Dredgers', 'DataDredgers', 'same words in another order or spacing'],
    ['Eato nVance', 'Eaton Vance', 'same words in another order or spacing'],
    ['Oakmere Energy', 'Oakmere Enrgy', 'same words but for one slip'],
    ['Oakmere Energy', 'Oakmere Enrg', 'same words, some shortened'],
    ['Quillfeather Analytics', 'Quilfeather Anlytics', 'same words but for some slips'],
    ['Oakmere Dental Clinic', 'Oakmere Dental', 'words left out, the rest the same'],
    ['Oakmere Dental Clinic', 'Oakmeer Dental', 'words left out, the rest alike'],
    ['Federal Bureau Inquiry', 'FBI', 'initials'],
    ['Oakmere Dental Group', 'Oakmere Dental Trust', 'some words exchanged'],
    ['Oakmere Dental', 'Zellweger Pumpen', 'little agrees'],
    ['Xyro', 'Xyra', 'little agrees'],
    ['桜井', '桜木', 'little agrees'],
    ['桜井商店', '桜井商店', 'same words'],
  ])('%s, %s: %s', (a, b, expected) => {
    expect(levels(a, b)['name']).toBe(expected);
    expect(levels(b, a)['name']).toBe(expected);
  });

  test.each([
    ['Oakmere Fund II', 'Oakmere Fund III', 'different'],
    ['Oakmere Fund II', 'Oakmere Fund 2', 'same'],
    ['Oakmere Fund II', 'Oakmere Fund', 'in one only'],
    ['Oakmere Trust 2004-1', 'Oakmere Trust 2004-2', 'different'],
    ['Oakmere', 'Oakmere', 'none'],
  ])('numbers of %s and %s: %s', (a, b, expected) => {
    expect(levels(a, b)['numbers']).toBe(expected);
  });

  test.each([
    ['legal form', 'Halden Ltd', 'Halden Limited', 'same'],
    ['legal form', 'Halden Ltd', 'Halden GmbH', 'conflict'],
    ['legal form', 'Halden Inc', 'Halden Corp', 'near'],
    ['branch', 'Halden Pumpen (Schweiz) AG', 'Halden Pumpen (Austria) AG', 'conflict'],
    ['security', 'Halden Inc Class A Common Stock', 'Halden Inc Class B Common Stock', 'conflict'],
    ['first word', 'Haldon Software', 'Halden Software', 'alike'],
    ['writing', 'Halden Ltd', 'Halden GmbH', 'same but for legal form'],
  ])('%s of %s and %s: %s', (comparison, a, b, expected) => {
    expect(levels(a, b)[comparison]).toBe(expected);
  });

  test('one missing says nothing where one side never writes it', () => {
    const table = nameTable(['Halden Ltd', 'Oakmere Ltd', 'Brockley plc', 'Halden', 'Oakmere', 'Brockley'].map(normaliseName));
    const state = comparing(table, Uint32Array.of(0, 1, 2), Uint32Array.of(3, 4, 5));
    compare(state, 0, 3, 1);
    const form = COMPARISONS.findIndex(({ name }) => name === 'legal form');
    expect(COMPARISONS[form]?.levels[state.levels[form] ?? 0]).toBe('neither');
  });
});
