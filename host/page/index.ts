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
import type { Workbook } from '../workbook/model';
import { openApp } from './app';
import type { App } from './app';

const SAMPLES = [
  { file: 'story.xlsx', label: 'Story: a small company’s half-year' },
  { file: 'large.xlsx', label: 'Large: a year with 2,000 deals' },
] as const;

function part<T extends HTMLElement>(id: string, kind: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`the page lacks #${id}`);
  return found;
}

const parts = {
  sheet: part('sheet', HTMLElement),
  tabs: part('tabs', HTMLElement),
  formula: part('formula', HTMLInputElement),
  nameBox: part('name-box', HTMLInputElement),
  sums: part('sums', HTMLElement),
};
const pane = part('pane', HTMLIFrameElement);
const message = part('message', HTMLElement);
const samples = part('samples', HTMLSelectElement);
const dark = window.matchMedia('(prefers-color-scheme: dark)');
const file = part('file', HTMLInputElement);

const tell = (text: string): void => {
  message.textContent = text;
};

let app: App | null = null;
let host: Host | null = null;
let connection: FrameConnection | null = null;

/** Shows a workbook and starts the pane anew over it. */
function show(workbook: Workbook): void {
  app?.close();
  connection?.close();
  host?.close();
  host = createHost(workbook, { office: { isDarkTheme: dark.matches, displayLanguage: navigator.language } });
  const opened = host;
  tell('');
  app = openApp(workbook, parts, { tell, setEditing: (editing) => opened.setEditing(editing) });
  if (pane.contentWindow !== null) connection = connectFrame(host, pane.contentWindow, window);
  pane.src = 'pane.html';
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

const PANE_WIDTHS = { least: 280, most: 800 };

function setPaneWidth(width: number): void {
  const kept = Math.round(Math.max(PANE_WIDTHS.least, Math.min(PANE_WIDTHS.most, width)));
  pane.style.width = `${String(kept)}px`;
  splitter.setAttribute('aria-valuenow', String(kept));
}

const splitter = part('splitter', HTMLElement);
splitter.addEventListener('pointerdown', (event) => {
  splitter.setPointerCapture(event.pointerId);
  const drag = (moved: PointerEvent): void => setPaneWidth(window.innerWidth - moved.clientX - splitter.offsetWidth / 2);
  splitter.addEventListener('pointermove', drag);
  splitter.addEventListener('pointerup', () => splitter.removeEventListener('pointermove', drag), { once: true });
});
splitter.addEventListener('keydown', (event) => {
  const by = event.key === 'ArrowLeft' ? 20 : event.key === 'ArrowRight' ? -20 : 0;
  if (by !== 0) setPaneWidth(pane.offsetWidth + by);
});

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
start(openSample(SAMPLES[0].file));
