/** What Excel and its store ask of manifest.xml, checked on the file itself. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { createCommands } from '../../src/commands/commands';
import type { Desk } from '../../src/commands/commands';
import { taskOf } from '../../src/taskpane/task';

const root = join(__dirname, '../..');
const text = readFileSync(join(root, 'manifest.xml'), 'utf8');
const manifest = new JSDOM(text, { contentType: 'text/xml' }).window.document;

const all = (name: string): Element[] => [...manifest.getElementsByTagName(name)];
/** The one element of the manifest itself; its overrides have names of their own. */
const only = (name: string): Element => {
  const [first, second] = [...manifest.documentElement.children].filter(({ localName }) => localName === name);
  if (first === undefined || second !== undefined) throw new Error(`expected one ${name}`);
  return first;
};
const valueOf = (element: Element): string => element.getAttribute('DefaultValue') ?? '';

/** Width and height from a PNG's header. */
function sizeOf(path: string): readonly [number, number] {
  const bytes = readFileSync(path);
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

test('has an id, a version and the parts in the order that Office reads them', () => {
  expect(only('Id').textContent).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(only('Version').textContent).toMatch(/^\d+(\.\d+){3}$/);
  expect([...manifest.documentElement.children].map(({ localName }) => localName)).toEqual([
    'Id',
    'Version',
    'ProviderName',
    'DefaultLocale',
    'DisplayName',
    'Description',
    'IconUrl',
    'HighResolutionIconUrl',
    'SupportUrl',
    'Hosts',
    'Requirements',
    'DefaultSettings',
    'Permissions',
    'VersionOverrides',
  ]);
});

test('stays within the lengths that Office allows', () => {
  expect(valueOf(only('DisplayName')).length).toBeLessThanOrEqual(125);
  expect(valueOf(only('Description')).length).toBeLessThanOrEqual(250);
  for (const string of all('bt:String')) expect(valueOf(string).length).toBeLessThanOrEqual(125);
  for (const id of [...all('Group'), ...all('Control')]) expect(id.getAttribute('id')?.length).toBeLessThanOrEqual(125);
});

test('asks for Excel with ExcelApi 1.10 and for no more than the document', () => {
  expect(only('Requirements').getElementsByTagName('Set')[0]?.getAttribute('Name')).toBe('ExcelApi');
  expect(only('Requirements').getElementsByTagName('Set')[0]?.getAttribute('MinVersion')).toBe('1.10');
  expect(all('Host').map((host) => host.getAttribute('Name') ?? host.getAttribute('xsi:type'))).toEqual(['Workbook', 'Workbook']);
  expect(only('Permissions').textContent).toBe('ReadWriteDocument');
});

test('names one origin only, over https, and files that the build has', () => {
  const urls = [...text.matchAll(/"(https?:\/\/(?!schemas\.microsoft|www\.w3)[^"]+)"/g)].map((match) => new URL(match[1] ?? ''));
  expect(new Set(urls.map(({ origin }) => origin))).toEqual(new Set(['https://localhost:3000']));
  const pages: Readonly<Record<string, string>> = {
    '/taskpane.html': 'src/taskpane/taskpane.html',
    '/support.html': 'src/taskpane/support.html',
    '/commands.html': 'src/commands/commands.html',
  };
  for (const { pathname } of urls) expect(existsSync(join(root, pages[pathname] ?? pathname))).toBe(true);
});

test('has icons of the sizes it states', () => {
  for (const image of all('bt:Image').filter((element) => element.hasAttribute('size'))) {
    const size = Number(image.getAttribute('size'));
    const resource = all('bt:Image').find((element) => element.getAttribute('id') === image.getAttribute('resid'));
    const path = new URL(resource === undefined ? '' : valueOf(resource)).pathname;
    expect(sizeOf(join(root, path))).toEqual([size, size]);
  }
  expect(sizeOf(join(root, new URL(valueOf(only('IconUrl'))).pathname))).toEqual([32, 32]);
  expect(sizeOf(join(root, new URL(valueOf(only('HighResolutionIconUrl'))).pathname))).toEqual([64, 64]);
});

test('every control has its words, its icons in the sizes that Excel asks for, and one thing that it does', () => {
  const controls = all('Control');
  expect(new Set(controls.map((control) => control.getAttribute('id'))).size).toBe(controls.length);
  for (const control of controls) {
    expect([...control.children].map(({ localName }) => localName)).toEqual(['Label', 'Supertip', 'Icon', 'Action']);
    const sizes = [...control.getElementsByTagName('bt:Image')].map((image) => image.getAttribute('size'));
    expect(sizes).toEqual(expect.arrayContaining(['16', '32', '80']));
  }
});

test('the ribbon has what a month-end needs, the menu of a cell what explains it', () => {
  const labels = (parent: string): string[] =>
    all('Control')
      .filter((control) => control.closest(parent) !== null)
      .map((control) => control.getElementsByTagName('Label')[0]?.getAttribute('resid') ?? '');
  expect(labels('OfficeTab')).toEqual(['Open.Label', 'Run.Label', 'Previous.Label', 'Next.Label', 'Remove.Label']);
  expect(labels('OfficeMenu')).toEqual(['Explain.Label', 'Next.Label']);
  expect(all('OfficeMenu').map((menu) => menu.getAttribute('id'))).toEqual(['ContextMenuCell']);
});

test('functions that the manifest names are those of the function file, and need no shared runtime', () => {
  const desk = {} as Desk;
  expect(new Set(all('FunctionName').map(({ textContent }) => textContent))).toEqual(new Set(Object.keys(createCommands(desk))));
  expect(all('DesktopFormFactor').map(({ children }) => [...children].map(({ localName }) => localName))).toEqual([
    ['FunctionFile', 'ExtensionPoint', 'ExtensionPoint'],
  ]);
  expect(all('Runtimes')).toEqual([]);
});

test('tasks that the manifest opens the pane for are known to the pane', () => {
  const tasks = all('bt:Url').flatMap((url) => new URL(valueOf(url)).searchParams.get('task') ?? []);
  expect(tasks.map(taskOf)).toEqual(['remove', 'explain']);
});

test('every resource that is named is there, and every one that is there is named', () => {
  const named = [...text.matchAll(/resid="([^"]+)"/g)].map((match) => match[1]);
  const there = [...all('bt:Image'), ...all('bt:Url'), ...all('bt:String')].flatMap(
    (element) => element.getAttribute('id') ?? [],
  );
  expect(new Set(named)).toEqual(new Set(there));
});
