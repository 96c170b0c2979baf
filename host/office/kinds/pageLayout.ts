/** PageLayout and its headers and footers. */

import { WHOLE_SHEET } from '../../workbook/area';
import type { PageLayout, Sheet } from '../../workbook/model';
import { isRecord, readChoice, readFlag, readInteger, readNumber, readRecord, readText } from '../args';
import { Cells } from '../cells';
import { refuse } from '../errors';
import { defineKind, type Node, type Property, type Kind } from '../schema';
import { areasKind } from './rangeAreas';
import { readRange } from './geometry';
import { keptOf } from './kept';
import { rangeKind } from './range';

const POINTS_PER_INCH = 72;

const touched = (sheet: Sheet): void => sheet.touch({ kind: 'layout', sheet: sheet.id, trigger: 'addin' });

const flag = (name: 'centerHorizontally' | 'centerVertically' | 'printGridlines' | 'printHeadings'): Property<Sheet> => ({
  get: (sheet) => sheet.pageLayout[name],
  set: (sheet, value) => {
    sheet.pageLayout[name] = readFlag(value);
    touched(sheet);
  },
});

const margin = (name: keyof PageLayout['margins']): Property<Sheet> => ({
  get: (sheet) => sheet.pageLayout.margins[name] * POINTS_PER_INCH,
  set: (sheet, value) => {
    const points = readNumber(value);
    if (points < 0) throw refuse('InvalidArgument');
    sheet.pageLayout.margins[name] = points / POINTS_PER_INCH;
    touched(sheet);
  },
});

/** Paper by its number in a file. */
const PAPERS: readonly (readonly [number, string])[] = [
  [1, 'Letter'], [2, 'LetterSmall'], [3, 'Tabloid'], [4, 'Ledger'], [5, 'Legal'], [6, 'Statement'], [7, 'Executive'], [8, 'A3'], [9, 'A4'],
  [10, 'A4Small'], [11, 'A5'], [12, 'B4'], [13, 'B5'], [14, 'Folio'], [15, 'Quatro'], [16, 'Paper10x14'], [17, 'Paper11x17'], [18, 'Note'],
]; // prettier-ignore

const count = (value: unknown): number | null => {
  if (value === null || value === undefined) return null;
  const number = readInteger(value);
  if (number < 0 || number > 32_767) throw refuse('InvalidArgument');
  return number;
};

const readZoom = (value: unknown): PageLayout['zoom'] => {
  const given = readRecord(value);
  const [wide, tall, scale] = [count(given['horizontalFitToPages']), count(given['verticalFitToPages']), count(given['scale'])];
  if (scale !== null) {
    if (scale < 10 || scale > 400) throw refuse('InvalidArgument');
    return { scale };
  }
  if (wide === null && tall === null) throw refuse('InvalidArgument');
  return { fitWide: wide ?? 0, fitTall: tall ?? 0 };
};

const wireZoom = (zoom: PageLayout['zoom']): object =>
  'scale' in zoom
    ? { scale: zoom.scale }
    : {
        ...(zoom.fitWide === 0 ? {} : { horizontalFitToPages: zoom.fitWide }),
        ...(zoom.fitTall === 0 ? {} : { verticalFitToPages: zoom.fitTall }),
      };

/** Members that Excel keeps and the host's files do not: they are as Excel makes them, and only that can be set. */
const fixed = (word: unknown): Property<Sheet> => ({
  get: () => word,
  set: (_sheet, value) => {
    if (value !== word) throw refuse('ApiNotFound', `PageLayout with ${JSON.stringify(value)} here is not part of this host.`);
  },
});

const UNITS = { Points: 1 / POINTS_PER_INCH, Inches: 1, Centimeters: 1 / 2.54 } as const;
const MARGINS = ['left', 'right', 'top', 'bottom', 'header', 'footer'] as const;

const titleRows = (sheet: Sheet): Node | null => {
  const rows = sheet.pageLayout.titleRows;
  return rows && rangeKind(new Cells(sheet, { top: rows.top, bottom: rows.bottom, left: 0, right: WHOLE_SHEET.right }));
};

const titleColumns = (sheet: Sheet): Node | null => {
  const columns = sheet.pageLayout.titleColumns;
  return columns && rangeKind(new Cells(sheet, { top: 0, bottom: WHOLE_SHEET.bottom, left: columns.left, right: columns.right }));
};

const kept = keptOf<Sheet>((sheet) => sheet);
const STATES = ['Default', 'FirstAndDefault', 'OddAndEven', 'FirstOddAndEven'] as const;

const headersFootersKind: Kind<Sheet> = defineKind<Sheet>('HeaderFooterGroup', () => ({
  scalars: {
    State: kept('headerState', (value) => readChoice(value, STATES), 'Default'),
    UseSheetMargins: kept('headerMargins', readFlag, true),
    UseSheetScale: kept('headerScale', readFlag, true),
  },
  navigations: {
    DefaultForAllPages: (sheet) => headerFooterKind(sheet),
    OddPages: (sheet) => headerFooterKind(sheet),
    EvenPages: (sheet) => evenPagesKind(sheet),
    FirstPage: (sheet) => firstPageKind(sheet),
  },
}));

/** Headers and footers of pages that differ: the host keeps them while the workbook is open. */
const otherPages = (which: string): Kind<Sheet> =>
  defineKind<Sheet>('HeaderFooter', () => ({
    scalars: Object.fromEntries(
      ['LeftHeader', 'CenterHeader', 'RightHeader', 'LeftFooter', 'CenterFooter', 'RightFooter'].map((edge) => [
        edge,
        kept(`${which}:${edge}`, readEdgeText, ''),
      ]),
    ),
  }));

const evenPagesKind = otherPages('even');
const firstPageKind = otherPages('first');

const readEdgeText = (value: unknown): string => {
  const text = readText(value);
  if (text.length > 255) throw refuse('InvalidArgument');
  return text;
};

const edgeText = (edge: 'headers' | 'footers', side: 'left' | 'center' | 'right'): Property<Sheet> => ({
  get: (sheet) => sheet.pageLayout[edge][side],
  set: (sheet, value) => {
    sheet.pageLayout[edge][side] = readEdgeText(value);
    touched(sheet);
  },
});

const headerFooterKind: Kind<Sheet> = defineKind<Sheet>('HeaderFooter', () => ({
  scalars: {
    LeftHeader: edgeText('headers', 'left'),
    CenterHeader: edgeText('headers', 'center'),
    RightHeader: edgeText('headers', 'right'),
    LeftFooter: edgeText('footers', 'left'),
    CenterFooter: edgeText('footers', 'center'),
    RightFooter: edgeText('footers', 'right'),
  },
}));

export const pageLayoutKind: Kind<Sheet> = defineKind<Sheet>('PageLayout', () => ({
  scalars: {
    Orientation: {
      get: (sheet) => sheet.pageLayout.orientation,
      set: (sheet, value) => {
        sheet.pageLayout.orientation = readChoice(value, ['Portrait', 'Landscape'] as const);
        touched(sheet);
      },
    },
    PaperSize: {
      get: (sheet) => PAPERS.find(([number]) => number === sheet.pageLayout.paperSize)?.[1] ?? null,
      set: (sheet, value) => {
        const word = readChoice(
          value,
          PAPERS.map(([, name]) => name),
        );
        sheet.pageLayout.paperSize = PAPERS.find(([, name]) => name === word)?.[0] ?? sheet.pageLayout.paperSize;
        touched(sheet);
      },
    },
    Zoom: {
      get: (sheet) => wireZoom(sheet.pageLayout.zoom),
      set: (sheet, value) => {
        sheet.pageLayout.zoom = readZoom(value);
        touched(sheet);
      },
    },
    CenterHorizontally: flag('centerHorizontally'),
    CenterVertically: flag('centerVertically'),
    PrintGridlines: flag('printGridlines'),
    PrintHeadings: flag('printHeadings'),
    LeftMargin: margin('left'),
    RightMargin: margin('right'),
    TopMargin: margin('top'),
    BottomMargin: margin('bottom'),
    HeaderMargin: margin('header'),
    FooterMargin: margin('footer'),
    BlackAndWhite: fixed(false),
    DraftMode: fixed(false),
    PrintComments: fixed('NoComments'),
    PrintErrors: fixed('AsDisplayed'),
    PrintOrder: fixed('DownThenOver'),
    FirstPageNumber: fixed(''),
  },
  navigations: { HeadersFooters: (sheet) => headersFootersKind(sheet) },
  objects: {
    GetPrintArea: (sheet) => (sheet.pageLayout.printArea ? areasKind({ sheet, areas: [sheet.pageLayout.printArea] }) : null),
    GetPrintTitleRows: titleRows,
    GetPrintTitleColumns: titleColumns,
  },
  actions: {
    SetPrintArea: (sheet, args, session) => {
      const several = areasKind.read(args.at(0));
      const areas = several ? several.areas : [readRange(args.at(0), session, sheet).area];
      const [only, ...more] = areas;
      if (!only || more.length > 0) throw refuse('ApiNotFound', 'A print area of several parts is not part of this host.');
      sheet.pageLayout.printArea = only;
      touched(sheet);
    },
    SetPrintTitleRows: (sheet, args, session) => {
      const { top, bottom } = readRange(args.at(0), session, sheet).area;
      sheet.pageLayout.titleRows = { top, bottom };
      touched(sheet);
    },
    SetPrintTitleColumns: (sheet, args, session) => {
      const { left, right } = readRange(args.at(0), session, sheet).area;
      sheet.pageLayout.titleColumns = { left, right };
      touched(sheet);
    },
    SetPrintMargins: (sheet, args) => {
      const factor = UNITS[args.choice(0, ['Points', 'Inches', 'Centimeters'] as const)];
      const given = args.at(1);
      if (!isRecord(given)) throw refuse('InvalidArgument');
      for (const name of MARGINS) {
        const value = given[name];
        if (value !== null && value !== undefined) sheet.pageLayout.margins[name] = readNumber(value) * factor;
      }
      touched(sheet);
    },
  },
}));
