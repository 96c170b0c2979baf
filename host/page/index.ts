/** The demonstration page: a workbook of the embedded Excel on the left, the real task pane on the right. */

import './page.css';
import { isFileProblem } from '../files/problem';
import { readCsv } from '../files/readCsv';
import { readXlsx } from '../files/readXlsx';
import { writeXlsx } from '../files/writeXlsx';
import { createHost } from '../office/host';
import type { Host } from '../office/host';
import { connectFrame } from '../office/bridge';
import type { FrameConnection } from '../office/bridge';
import { SAMPLES } from '../../samples/catalogue';
import type { Workbook } from '../workbook/model';
import { openApp } from './app';
import type { App } from './app';
import { openRibbon } from './ribbon';
import { createSplitter } from './splitter';
import { createTheme } from './theme';

function part<T extends HTMLElement>(id: string, kind: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`the page lacks #${id}`);
  return found;
}

const parts = {
  sheet: part('sheet', HTMLElement),
  tabs: part('tabs', HTMLElement),
  addSheet: part('add-sheet', HTMLElement),
  names: part('names', HTMLElement),
  formula: part('formula', HTMLInputElement),
  nameBox: part('name-box', HTMLInputElement),
  sums: part('sums', HTMLElement),
};
const pane = part('pane', HTMLIFrameElement);
const message = part('message', HTMLElement);
const samples = part('samples', HTMLSelectElement);
const file = part('file', HTMLInputElement);

const tell = (text: string): void => {
  message.textContent = text;
};

let app: App | null = null;
let host: Host | null = null;
let connection: FrameConnection | null = null;

const openHost = (workbook: Workbook): Host =>
  createHost(workbook, { office: { isDarkTheme: theme.isDark, displayLanguage: navigator.language } });

/** Starts the pane anew over a workbook. @param query what a button of the ribbon opens it for. */
function startPane(workbook: Workbook, query = ''): void {
  connection?.close();
  host?.close();
  host = openHost(workbook);
  if (pane.contentWindow !== null) connection = connectFrame(host, pane.contentWindow, window);
  pane.src = `pane.html${query}`;
}

/** A second pane over the same workbook, as a second window of Excel has it: to be called by hand and by tests. */
function openPaneIn(frame: HTMLIFrameElement): void {
  if (host === null || frame.contentWindow === null) return;
  connectFrame(openHost(host.workbook), frame.contentWindow, window);
  frame.src = 'pane.html';
}
Object.assign(window, { openPaneIn });

const theme = createTheme(part('theme', HTMLSelectElement), () => {
  if (host !== null) startPane(host.workbook);
});

function show(workbook: Workbook): void {
  app?.close();
  tell('');
  app = openApp(workbook, parts, { tell, setEditing: (editing) => host?.setEditing(editing) });
  startPane(workbook);
}

async function openSample(name: string): Promise<void> {
  const response = await fetch(`samples/${name}`);
  if (!response.ok) {
    tell(`The sample ${name} could not be fetched (${String(response.status)}).`);
    return;
  }
  show(readXlsx(new Uint8Array(await response.arrayBuffer()), name).workbook);
}

async function openFiles(chosen: readonly File[]): Promise<void> {
  const files = await Promise.all(
    chosen.map(async (one) => ({ name: one.name, bytes: new Uint8Array(await one.arrayBuffer()) })),
  );
  const [first] = files;
  if (first === undefined) return;
  try {
    const csv = files.every(({ name }) => /\.csv$/i.test(name));
    show(csv ? readCsv(files) : readXlsx(first.bytes, first.name).workbook);
  } catch (error) {
    if (!isFileProblem(error)) throw error;
    tell(error.message);
  }
}

function save(): void {
  if (host === null) return;
  const { workbook } = host;
  const bytes = writeXlsx(workbook);
  const url = URL.createObjectURL(
    new Blob([bytes as BlobPart], { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = workbook.name.replace(/(\.\w+)?$/, '.xlsx');
  link.click();
  URL.revokeObjectURL(url);
}

/** Runs work that a person started; what it could not do is told, never lost. */
function start(work: Promise<void>): void {
  work.catch((error: unknown) => tell(error instanceof Error ? error.message : String(error)));
}

createSplitter(part('splitter', HTMLElement), pane);

/** F6 goes round the page's regions, as it does in a spreadsheet; Tab stays inside the grid. */
function goRound(event: KeyboardEvent): void {
  if (event.key !== 'F6') return;
  event.preventDefault();
  const regions: (() => void)[] = [
    () => app?.focus(),
    () => parts.tabs.querySelector<HTMLElement>('[aria-selected="true"]')?.focus(),
    () => pane.contentWindow?.focus(),
    () => samples.focus(),
  ];
  const at = document.activeElement;
  const current = parts.sheet.contains(at) ? 0 : parts.tabs.contains(at) ? 1 : at === pane ? 2 : 3;
  regions[(current + (event.shiftKey ? regions.length - 1 : 1)) % regions.length]?.();
}
document.addEventListener('keydown', goRound);
// Keys pressed in the pane are heard in the pane alone.
pane.addEventListener('load', () => pane.contentDocument?.addEventListener('keydown', goRound));

for (const { file: name, label } of SAMPLES) samples.append(new Option(label, name));
samples.addEventListener('change', () => start(openSample(samples.value)));
part('open', HTMLButtonElement).addEventListener('click', () => file.click());
file.addEventListener('change', () => start(openFiles([...(file.files ?? [])]).finally(() => (file.value = ''))));
part('save', HTMLButtonElement).addEventListener('click', save);
part('undo', HTMLButtonElement).addEventListener('click', () => app?.undo());
part('redo', HTMLButtonElement).addEventListener('click', () => app?.redo());
part('find', HTMLButtonElement).addEventListener('click', () => app?.find());
const openPane = (query: string): void => {
  if (host !== null) startPane(host.workbook, query);
};
start(openRibbon(part('ribbon', HTMLElement), { host: () => host, openPane, tell }));
start(openSample(SAMPLES[0].file));
