/**
 * Draws the pictures of the README: the page after the two clicks; what Summary says by quarter, and the differences of one
 * quarter behind it, filtered as a reader would. Needs LibreOffice and Poppler. Run `npx tsx assets/make-pictures.ts`.
 */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readXlsx } from '../host/files/readXlsx';
import { writeXlsx } from '../host/files/writeXlsx';
import { openOffice } from '../host/node';
import { createHost } from '../host/office/host';
import type { Workbook } from '../host/workbook/model';
import startPage from '../test/browser/globalSetup';
import stopPage from '../test/browser/globalTeardown';
import { launchBrowser, openSheet, openSite, reconcile } from '../test/browser/site';
import { writePicture } from './screenshot';

/** Where each picture is cut from its page, pixels. */
const PICTURES = [
  { picture: 'by-quarter', begins: 'By quarter and year', width: 750, height: 332 },
  { picture: 'quarter-variances', begins: 'Variances: every difference', width: 850, height: 140 },
] as const;
const QUARTER = ['2026-04', '2026-05', '2026-06'];
const RESOLUTION = '75';
/** The page's window, wide enough for the charts and drawn smaller. */
const WINDOW = { viewport: { width: 1960, height: 1080 }, deviceScaleFactor: 0.7 };

const folder = mkdtempSync(path.join(tmpdir(), 'tieout-pictures-'));
try {
  const out = path.join(folder, 'story.xlsx');
  execFileSync(process.execPath, ['--import', 'tsx', 'host/cli.ts', 'samples/story.xlsx', '--out', out], { stdio: 'ignore' });
  const { workbook } = readXlsx(new Uint8Array(readFileSync(out)), 'story.xlsx');
  await arrange(workbook);
  writeFileSync(out, writeXlsx(workbook));
  execFileSync('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', folder, out], { stdio: 'ignore' });
  const pdf = path.join(folder, 'story.pdf');
  const pages = execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8' }).split('\f');
  for (const { picture, begins, width, height } of PICTURES) {
    const page = String(pages.findIndex((text) => text.startsWith(begins)) + 1);
    const cut = ['-x', '0', '-y', '0', '-W', String(width), '-H', String(height)];
    execFileSync('pdftoppm', [
      '-r',
      RESOLUTION,
      '-f',
      page,
      '-l',
      page,
      ...cut,
      '-png',
      '-singlefile',
      pdf,
      path.join('assets', picture),
    ]);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

await startPage();
try {
  await drawPage(path.join('assets', 'summary.png'));
} finally {
  await stopPage();
}

/** Summary beside the pane's results, as the two clicks leave them. */
async function drawPage(picture: string): Promise<void> {
  const browser = await launchBrowser();
  try {
    const site = await openSite(browser, 'story.xlsx', WINDOW);
    await reconcile(site);
    await openSheet(site.page, 'Summary');
    await writePicture(browser, await site.page.screenshot(), picture);
  } finally {
    await browser.close();
  }
}

/** The two filters, and of Summary only what the picture shows. */
async function arrange(workbook: Workbook): Promise<void> {
  const host = createHost(workbook);
  const office = openOffice(host);
  await Excel.run(async (context) => {
    const { columns } = context.workbook.tables.getItem('tblVariances');
    columns.getItem('Gap').filter.applyValuesFilter(['BI']);
    columns.getItem('Month').filter.applyValuesFilter(QUARTER);
    const summary = context.workbook.worksheets.getItem('Summary');
    const [first, after] = ['By quarter and year', 'Tie-out'].map((text) => summary.getRange('A:A').find(text, {}));
    first?.load('rowIndex');
    after?.load('rowIndex');
    await context.sync();
    summary.pageLayout.setPrintArea(`A${(first?.rowIndex ?? 0) + 1}:D${after?.rowIndex ?? 1}`);
    await context.sync();
  });
  host.close();
  office.close();
}
