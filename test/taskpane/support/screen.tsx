/** The pane on a page, and a person's eyes and hands: everything is found by its role and its words. */

import './dom';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import { App } from '../../../src/taskpane/App';
import { createSession } from '../../../src/taskpane/session';
import type { SetUps } from '../../../src/taskpane/ports';
import { createSetUps } from '../../../src/taskpane/setUps';
import { FakePreferences, FakeReconciler, FakeWorkbook, SURROUNDINGS } from './fakes';

let root: Root | null = null;

const forgetful = () => ({ get: () => null, set: () => undefined, clear: () => undefined });

export interface Desk {
  readonly workbook: FakeWorkbook;
  readonly reconciler: FakeReconciler;
  readonly preferences: FakePreferences;
  readonly setUps: SetUps;
}

/** Opens the pane over fakes that a test may change beforehand. */
export async function openPane(prepare: (desk: Desk) => void = () => undefined): Promise<Desk> {
  const desk: Desk = {
    workbook: new FakeWorkbook(),
    reconciler: new FakeReconciler(),
    preferences: new FakePreferences(),
    setUps: createSetUps(forgetful()),
  };
  prepare(desk);
  const container = document.createElement('div');
  document.body.replaceChildren(container);
  const session = createSession(desk.workbook, desk.reconciler, SURROUNDINGS.today, desk.setUps);
  root = createRoot(container);
  await act(async () => {
    root?.render(<App session={session} surroundings={SURROUNDINGS} preferences={desk.preferences} />);
    await settled();
  });
  return desk;
}

export async function closePane(): Promise<void> {
  await act(async () => {
    root?.unmount();
    await settled();
  });
  root = null;
}

/** Promises of the fakes and of React have run. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

const words = (element: Element): string => (element.getAttribute('aria-label') ?? element.textContent).trim();

export function buttons(): HTMLButtonElement[] {
  return [...document.querySelectorAll('button')];
}

export function button(name: string): HTMLButtonElement {
  const found = buttons().filter((candidate) => words(candidate) === name);
  const [first] = found;
  if (first === undefined) throw new Error(`no button “${name}”; there are ${buttons().map(words).join(', ')}`);
  return first;
}

/** @returns whether the button took the click. */
export async function click(name: string): Promise<void> {
  await act(async () => {
    button(name).click();
    await settled();
  });
}

/** Takes an item of the menu. */
export async function pick(item: string): Promise<void> {
  await click('More');
  const found = [...document.querySelectorAll<HTMLElement>('[role="menuitem"]')].find(({ textContent }) => textContent === item);
  if (found === undefined) throw new Error(`no item “${item}” in the menu`);
  await then(() => found.click());
}

export async function press(element: Element, key: string): Promise<void> {
  await act(async () => {
    element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    await settled();
  });
}

/** The first control that a label names, or that says its name itself. */
export function control(label: string): HTMLInputElement | HTMLSelectElement {
  const found =
    [...document.querySelectorAll('label')].find((candidate) => candidate.textContent === label)?.control ??
    [...document.querySelectorAll('select')].find((candidate) => candidate.getAttribute('aria-label') === label);
  if (found instanceof HTMLInputElement || found instanceof HTMLSelectElement) return found;
  throw new Error(`no control is labelled “${label}”`);
}

export async function choose(element: Element, value: string): Promise<void> {
  await type(element, value, 'change');
}

/** Sets the value as a person's typing would, past React's own bookkeeping. */
export async function type(element: Element, value: string, event: 'input' | 'change' = 'input'): Promise<void> {
  await act(async () => {
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element) as object, 'value')?.set?.call(element, value);
    element.dispatchEvent(new Event(event, { bubbles: true }));
    await settled();
  });
}

export async function leave(element: HTMLElement): Promise<void> {
  await act(async () => {
    element.focus();
    element.blur();
    await settled();
  });
}

/** Lets what the test holds back go on. */
export async function then(happen: () => void): Promise<void> {
  await act(async () => {
    happen();
    await settled();
  });
}

export function heading(): string {
  return document.querySelector('main h2#step-heading')?.textContent ?? '';
}

export function text(): string {
  return document.querySelector('main')?.textContent ?? '';
}

/** What a screen reader is told. */
export function spoken(): string {
  return document.querySelector('[role="status"]')?.textContent ?? '';
}
