import { readFileSync } from 'node:fs';
import { askAll, type Answers } from '../../../host/conformance/ask';
import { documentedClasses } from '../../../host/conformance/documented';
import { COUNTED, OUT_OF_REACH } from '../../../host/conformance/scope';
import { conformanceText, outOfReachText, readSection, shareOf } from '../../../host/conformance/table';
import { writtenKinds } from '../../../host/office/schema';
import { since } from '../../../host/office/since';
import { officeClasses } from './officeJs';

const documented = documentedClasses();
let answers: readonly Answers[] = [];

beforeAll(async () => {
  answers = await askAll(documented.filter(({ name }) => COUNTED.has(name)));
}, 60_000);

test('the typings are read: classes and members with their requirement sets', () => {
  const range = documented.find(({ name }) => name === 'Range');
  expect(documented.length).toBeGreaterThan(150);
  expect(range?.members).toEqual(
    expect.arrayContaining([
      { name: 'values', sort: 'property', isReadOnly: false },
      { name: 'address', sort: 'property', isReadOnly: true },
      { name: 'getCell', sort: 'method', isReadOnly: false },
    ]),
  );
  // Of ExcelApi 1.13 and 1.12: outside the table.
  expect(range?.members.map(({ name }) => name)).not.toEqual(expect.arrayContaining(['getExtendedRange']));
  expect(range?.members.map(({ name }) => name)).not.toEqual(expect.arrayContaining(['getDirectPrecedents']));
});

test('every class is either counted or said to be out of reach', () => {
  const outside = documented.filter(({ name }) => !COUNTED.has(name)).map(({ name }) => name);
  expect(outside.filter((name) => !OUT_OF_REACH.some(([, pattern]) => pattern.test(name)))).toEqual([]);
  expect([...COUNTED].filter((name) => !documented.some((one) => one.name === name))).toEqual([]);
});

test('the tables in host/README.md are what the host answers now', () => {
  const page = readFileSync('host/README.md', 'utf8');
  expect(readSection('conformance', page)).toBe(conformanceText(answers));
  expect(readSection('out of reach', page)).toBe(outOfReachText(documented));
});

test('at least four of five documented members are answered, and none with a fault of the host', () => {
  const { answered, documented: all } = shareOf(answers);
  expect(answered / all).toBeGreaterThanOrEqual(0.8);
  const faults = answers.flatMap(({ name, members }) =>
    members.filter(({ outcome }) => outcome === 'fault').map(({ member }) => `${name}.${member}`),
  );
  expect(faults).toEqual([]);
});

test('what is not written down is missing, and says so by its name', () => {
  const of = (name: string): Answers['members'] => answers.find((one) => one.name === name)?.members ?? [];
  expect(of('Range')).toContainEqual({ member: 'showCard', outcome: 'missing', code: 'ApiNotFound' });
  expect(of('Range').find(({ member }) => member === 'values')?.outcome).toBe('answered');
});

test('every class written is one of office.js, and its members belong to the requirement set that office.js says', () => {
  const classes = new Map(officeClasses().map((one) => [one.name, one]));
  const wrong = writtenKinds().flatMap(({ name, scalars, navigations, methods }) => {
    const told = classes.get(name);
    if (!told) return [name];
    return [...scalars, ...navigations, ...methods].flatMap((member) => {
      const expected = told.since.get(member) ?? { set: 'ExcelApi', version: '1.1' };
      const ours = since(name, member);
      return ours.set === expected.set && ours.version === expected.version
        ? []
        : [`${name}.${member}: ${ours.set} ${ours.version}, office.js ${expected.set} ${expected.version}`];
    });
  });
  expect(wrong).toEqual([]);
});
