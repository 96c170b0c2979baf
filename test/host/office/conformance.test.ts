import { createHost } from '../../../host/office/host';
import { writtenKinds } from '../../../host/office/schema';
import { since } from '../../../host/office/since';
import { NOT_YET } from './notYet';
import { officeClasses, type OfficeClass } from './officeJs';

const classes = officeClasses();
const kinds = writtenKinds();

const membersOf = (name: string, sort: 'scalars' | 'settable' | 'navigations' | 'methods'): Set<string> =>
  new Set(kinds.filter((kind) => kind.name === name).flatMap((kind) => kind[sort]));

/** Answers a name, also as `…OrNullObject`. */
const has = (members: ReadonlySet<string>, wire: string): boolean =>
  members.has(wire) || members.has(wire.replace(/OrNullObject$/, ''));

const written = classes.filter(({ name }) => kinds.some((kind) => kind.name === name));

const missingIn = ({ name, scalars, navigations, methods }: OfficeClass): string[] => [
  ...scalars.filter(({ wire }) => !membersOf(name, 'scalars').has(wire)).map(({ wire }) => wire),
  ...scalars
    .filter(
      ({ wire, isSettable }) => isSettable && membersOf(name, 'scalars').has(wire) && !membersOf(name, 'settable').has(wire),
    )
    .map(({ wire }) => `${wire}=`),
  ...navigations.filter((wire) => !has(membersOf(name, 'navigations'), wire)),
  ...methods.filter((wire) => !has(membersOf(name, 'methods'), wire) && wire !== '_KeepReference'),
];

test('the host is there to be compared', () => {
  expect(createHost).toBeDefined();
  expect(classes.length).toBeGreaterThan(150);
  expect(written.length).toBeGreaterThan(60);
});

test.each(written.map((one): [string, OfficeClass] => [one.name, one]))(
  '%s answers every member that is not on the list of those to come',
  (name, one) => {
    expect(missingIn(one).sort()).toEqual([...(NOT_YET[name] ?? [])].sort());
  },
);

test('no class is on the list that is not written at all, and every class written is one of office.js', () => {
  const names = new Set(classes.map(({ name }) => name));
  expect(Object.keys(NOT_YET).filter((name) => !written.some((one) => one.name === name))).toEqual([]);
  expect(kinds.map(({ name }) => name).filter((name) => !names.has(name))).toEqual([]);
});

test('every member written belongs to the requirement set that office.js says', () => {
  const wrong = written.flatMap(({ name, since: told }) => {
    const own = ['scalars', 'navigations', 'methods'].flatMap((sort) => [
      ...membersOf(name, sort as 'scalars' | 'navigations' | 'methods'),
    ]);
    return own.flatMap((member) => {
      const expected = told.get(member) ?? { set: 'ExcelApi', version: '1.1' };
      const ours = since(name, member);
      return ours.set === expected.set && ours.version === expected.version
        ? []
        : [`${name}.${member}: ${ours.set} ${ours.version}, office.js ${expected.set} ${expected.version}`];
    });
  });
  expect(wrong).toEqual([]);
});

test('how much of each class answers', () => {
  const lines = written.map((one) => {
    const all = one.scalars.length + one.navigations.length + one.methods.length;
    const missing = missingIn(one).filter((member) => !member.endsWith('=')).length;
    return `${one.name} ${all - missing}/${all}`;
  });
  expect(lines.join('\n')).toMatchSnapshot();
});
