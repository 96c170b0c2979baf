/** Reads what office.js says of its own classes: members with their wire names, and the requirement set of each. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export interface OfficeClass {
  readonly name: string;
  readonly scalars: readonly { readonly wire: string; readonly isSettable: boolean }[];
  readonly navigations: readonly string[];
  readonly methods: readonly string[];
  /** Requirement set by wire name, where it is not ExcelApi 1.1. */
  readonly since: ReadonlyMap<string, { readonly set: string; readonly version: string }>;
}

const source = (): string =>
  readFileSync(
    createRequire(`${process.cwd()}/package.json`).resolve('@microsoft/office-js/dist/excel-web-16.00.debug.js'),
    'utf8',
  ).replaceAll('\r\n', '\n');

const CLASS = /\n {4}var (\w+) = \(function \(_super\) \{\n([\s\S]*?)\n {4}\}\(OfficeExtension\.ClientObject\)\);/g;
const METHOD = /\n {8}\w+\.prototype\.(\w+) = function \([^)]*\) \{([\s\S]*?)\n {8}\};/g;
const CALL =
  /_(createMethodObject|createAndInstantiateMethodObject|invokeMethod|createIndexerObject)\((?:[\w.]+, )?this(?:, "(\w+)")?/;
const SINCE = /_throwIfApiNotSupported\("\w+\.(\w+)", (\w+|"\w+"), "([\d.]+)"/g;

const listOf = (body: string, name: string): unknown[] => {
  const found = new RegExp(`"_${name}", \\{\\s+get: function \\(\\) \\{\\s+return (\\[.*\\]);`).exec(body)?.[1];
  return found === undefined ? [] : (JSON.parse(found) as unknown[]);
};

const upper = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

const readClass = (name: string, body: string): OfficeClass => {
  const names = listOf(body, 'scalarPropertyNames').map(String);
  const wires = listOf(body, 'scalarPropertyOriginalNames').map(String);
  const updateable = listOf(body, 'scalarPropertyUpdateable');
  const navigations = [...body.matchAll(/_createPropertyObject\([\w.]+, this, "(\w+)"/g)].map(([, wire = '']) => wire);
  const wireOf = new Map<string, string>(names.map((own, index) => [own, wires[index] ?? upper(own)]));
  const methods: string[] = [];
  for (const [, own = '', code = ''] of body.matchAll(METHOD)) {
    const call = CALL.exec(code);
    if (!call || own === 'setMockData' || own === 'ensureUnchanged') continue;
    const wire = call[2] ?? 'GetItem';
    wireOf.set(own, wire);
    if (!methods.includes(wire)) methods.push(wire);
  }
  const since = [...body.matchAll(SINCE)].map(
    ([, own = '', set = '', version = '']): [string, { set: string; version: string }] => [
      wireOf.get(own) ?? upper(own),
      { set: set.startsWith('"') ? set.slice(1, -1) : 'ExcelApi', version },
    ],
  );
  return {
    name,
    scalars: wires.map((wire, index) => ({ wire, isSettable: updateable[index] === true })),
    navigations,
    methods,
    since: new Map(since),
  };
};

/** All classes of `Excel`. */
export const officeClasses = (): OfficeClass[] => {
  const text = source();
  const excel = text.slice(text.indexOf('var _typeRuntime = "Runtime"'));
  return [...excel.matchAll(CLASS)].map(([, name = '', body = '']) => readClass(name, body));
};
