/** How a sheet shows itself: tab colour, grid lines, zoom, frozen panes, standard sizes. */
import { MAX_COLUMNS, type Area, type ColumnRun, type Sheet } from '../workbook/model';
import { cellText, parseA1 } from '../workbook/address';
import { areaText, areasText, parseAreas } from './a1';
import { levelOf, withFolds } from './outlines';
import { rawText, type Section, type SheetWriting } from './section';
import { attribute, attributes, child, element, flag, numberAttribute, patchedAttributes, type XmlNode } from './xml';

const originalNode = (writing: SheetWriting, name: string): XmlNode | null => child(writing.original?.root, name);

const fitsPages = (sheet: Sheet): boolean => 'fitWide' in sheet.pageLayout.zoom;

/** `<sheetPr>`; whether the page set-up counts in pages is stored here too. */
export const sheetProperties: Section = {
  elements: ['sheetPr'],
  state: (sheet) => [sheet.tabColor, fitsPages(sheet)],
  read: ({ sheet, root, palette }) => {
    sheet.tabColor = palette.resolve(child(child(root, 'sheetPr'), 'tabColor'));
  },
  write: (writing) => {
    const { sheet, original } = writing;
    const node = originalNode(writing, 'sheetPr');
    const kept = (name: string): string => {
      const found = child(node, name);
      return found === null || original === null ? '' : rawText(original.source, found);
    };
    const tab = sheet.tabColor === null ? '' : element('tabColor', { rgb: `FF${sheet.tabColor.slice(1).toUpperCase()}` });
    const set = patchedAttributes(child(node, 'pageSetUpPr'), { fitToPage: fitsPages(sheet) || null });
    const content = tab + kept('outlinePr') + (set === '' ? '' : `<pageSetUpPr${set}/>`);
    const own = patchedAttributes(node, {});
    return [content === '' && own === '' ? '' : content === '' ? `<sheetPr${own}/>` : `<sheetPr${own}>${content}</sheetPr>`];
  },
};

const isActive = (sheet: Sheet, workbook: { readonly activeSheet: Sheet }): boolean => workbook.activeSheet === sheet;

/** `<sheetViews>`. A sheet written anew is never marked as selected: two marked sheets would open as a group. */
export const sheetView: Section = {
  elements: ['sheetViews'],
  state: (sheet) => [sheet.showGridlines, sheet.showHeadings, sheet.zoom, sheet.freeze],
  passing: (sheet, workbook) => (isActive(sheet, workbook) ? workbook.selection : null),
  read: ({ sheet, root }) => {
    const view = child(child(root, 'sheetViews'), 'sheetView');
    if (view === null) return;
    sheet.showGridlines = flag(view, 'showGridLines', true);
    sheet.showHeadings = flag(view, 'showRowColHeaders', true);
    const zoom = numberAttribute(view, 'zoomScale') ?? 100;
    sheet.zoom = zoom >= 10 && zoom <= 400 ? zoom : 100;
    const pane = child(view, 'pane');
    const frozen = ['frozen', 'frozenSplit'].includes(attribute(pane, 'state') ?? '');
    if (frozen)
      sheet.freeze = {
        rows: Math.trunc(numberAttribute(pane, 'ySplit') ?? 0),
        columns: Math.trunc(numberAttribute(pane, 'xSplit') ?? 0),
      };
  },
  write: (writing) => {
    const { sheet, workbook } = writing;
    const { rows, columns } = sheet.freeze;
    const pane = rows > 0 && columns > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : 'topRight';
    const frozen = rows > 0 || columns > 0;
    const split = {
      xSplit: columns || null,
      ySplit: rows || null,
      topLeftCell: cellText(rows, columns),
      activePane: pane,
      state: 'frozen',
    };
    const areas = isActive(sheet, workbook) ? workbook.selection : [];
    const content = (frozen ? element('pane', split) : '') + selections(areas, frozen ? pane : null);
    const set = patchedAttributes(child(originalNode(writing, 'sheetViews'), 'sheetView'), {
      tabSelected: null,
      showGridLines: sheet.showGridlines ? null : false,
      showRowColHeaders: sheet.showHeadings ? null : false,
      topLeftCell: null,
      zoomScale: sheet.zoom === 100 ? null : sheet.zoom,
      zoomScaleNormal: sheet.zoom === 100 ? null : sheet.zoom,
      workbookViewId: 0,
    });
    return [`<sheetViews>${content === '' ? `<sheetView${set}/>` : `<sheetView${set}>${content}</sheetView>`}</sheetViews>`];
  },
};

function selections(areas: readonly Area[], pane: string | null): string {
  const first = areas[0];
  if (first === undefined) return pane === null ? '' : element('selection', { pane });
  return element('selection', { pane, activeCell: cellText(first.top, first.left), sqref: areasText(areas) });
}

/** Selected areas as a file has them, the area of the active cell first. */
export function readSelection(root: XmlNode): Area[] {
  const view = child(child(root, 'sheetViews'), 'sheetView');
  const active = attribute(child(view, 'pane'), 'activePane') ?? 'topLeft';
  const marks = view?.children.filter((node) => node.name === 'selection') ?? [];
  const mark = marks.find((node) => (attribute(node, 'pane') ?? 'topLeft') === active) ?? marks[0];
  const areas = parseAreas(attribute(mark, 'sqref') ?? '');
  const cell = parseA1(attribute(mark, 'activeCell') ?? '');
  const holds = (area: Area): boolean =>
    cell !== null && cell.top >= area.top && cell.top <= area.bottom && cell.left >= area.left && cell.left <= area.right;
  return areas.toSorted((a, b) => Number(holds(b)) - Number(holds(a)));
}

/** Whether the part marks itself as one of the selected sheets. */
export const isTabSelected = (root: XmlNode): boolean => flag(child(child(root, 'sheetViews'), 'sheetView'), 'tabSelected');

/** The standard width of a sheet whose file says none: 64 pixels in characters of seven. */
const UNSAID_WIDTH = 64 / 7;
const LESS_THAN_A_PIXEL = 0.01;

/** `<sheetFormatPr>`: sizes of rows and columns without their own. */
export const standardSizes: Section = {
  elements: ['sheetFormatPr'],
  state: (sheet) => [sheet.standardWidth, sheet.standardHeight, deepest(sheet.rowRuns()), deepest(sheet.columnRuns())],
  read: ({ sheet, root }) => {
    const node = child(root, 'sheetFormatPr');
    sheet.standardWidth = numberAttribute(node, 'defaultColWidth') ?? sheet.standardWidth;
    sheet.standardHeight = numberAttribute(node, 'defaultRowHeight') ?? sheet.standardHeight;
  },
  write: (writing) => {
    const { standardWidth, standardHeight } = writing.sheet;
    const changes = {
      defaultColWidth: standardWidth === UNSAID_WIDTH ? null : standardWidth,
      defaultRowHeight: standardHeight,
      outlineLevelRow: deepest(writing.sheet.rowRuns()) || null,
      outlineLevelCol: deepest(writing.sheet.columnRuns()) || null,
    };
    return [`<sheetFormatPr${patchedAttributes(originalNode(writing, 'sheetFormatPr'), changes)}/>`];
  },
};

/** Excel leaves room beside the headings for as many levels as it is told here. */
const deepest = (runs: readonly { readonly level: number }[]): number =>
  runs.reduce((most, { level }) => Math.max(most, level), 0);

const PLAIN_COLUMN = { width: null, hidden: false, level: 0, style: 0 };

/** `<cols>`: widths, hidden columns, groups, styles of whole columns. */
export const columns: Section = {
  elements: ['cols'],
  state: (sheet) => sheet.columnRuns(),
  read: ({ sheet, root, styleIndex }) => {
    for (const node of child(root, 'cols')?.children ?? []) {
      const left = (numberAttribute(node, 'min') ?? 0) - 1;
      const right = Math.min((numberAttribute(node, 'max') ?? 0) - 1, 16_383);
      if (left < 0 || right < left) continue;
      const width = numberAttribute(node, 'width');
      if (width !== null && (flag(node, 'customWidth') || Math.abs(width - sheet.standardWidth) > LESS_THAN_A_PIXEL))
        sheet.setColumnWidth(left, right, Math.min(Math.max(width, 0), 255));
      if (flag(node, 'hidden')) sheet.setColumnHidden(left, right, true);
      const level = levelOf(numberAttribute(node, 'outlineLevel') ?? 0);
      if (level > 0) sheet.changeColumnLevels(left, right, () => level);
      const style = styleIndex(numberAttribute(node, 'style') ?? 0);
      if (style !== 0) sheet.setStyleIndex({ top: 0, left, bottom: 1_048_575, right }, style);
    }
  },
  write: ({ sheet, styles }) => {
    const stretches = sheet.columnRuns().map((run) => ({ from: run.left, to: run.right, run }));
    const runs = withFolds<Omit<ColumnRun, 'left' | 'right'>>(stretches, PLAIN_COLUMN, MAX_COLUMNS).map(
      ({ from, to, run, collapsed }) =>
        element('col', {
          min: from + 1,
          max: to + 1,
          width: run.width ?? sheet.standardWidth,
          style: run.style === 0 ? null : styles.xf(run.style),
          hidden: run.hidden || null,
          customWidth: run.width !== null || null,
          outlineLevel: run.level || null,
          collapsed: collapsed || null,
        }),
    );
    return [runs.length === 0 ? '' : `<cols>${runs.join('')}</cols>`];
  },
};

/** `<mergeCells>` */
export const merges: Section = {
  elements: ['mergeCells'],
  state: (sheet) => sheet.merges,
  read: ({ sheet, root, findings }) => {
    for (const node of child(root, 'mergeCells')?.children ?? []) {
      const area = parseA1(attribute(node, 'ref') ?? '');
      if (area === null) findings.add('objectUnreadable', sheet.name, `merged cells ${attribute(node, 'ref') ?? ''}`);
      else sheet.merges.push(area);
    }
  },
  write: ({ sheet }) => {
    const items = sheet.merges.map((area) => `<mergeCell${attributes({ ref: areaText(area) })}/>`);
    return [items.length === 0 ? '' : `<mergeCells count="${items.length}">${items.join('')}</mergeCells>`];
  },
};

/** A sheet's own filter. Its criteria stay in the file as long as its area does. */
export const autoFilter: Section = {
  elements: ['autoFilter'],
  state: (sheet) => sheet.autoFilter,
  read: ({ sheet, root }) => {
    sheet.autoFilter = parseA1(attribute(child(root, 'autoFilter'), 'ref') ?? '');
  },
  write: ({ sheet }) => [sheet.autoFilter === null ? '' : element('autoFilter', { ref: areaText(sheet.autoFilter) })],
};
