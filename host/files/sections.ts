/** All sections of a worksheet part that the model knows. */
import { comments } from './comments';
import { conditionalFormats } from './conditionalFormats';
import { drawings } from './drawings';
import { hyperlinks } from './hyperlinks';
import { pageLayout } from './pageSections';
import { protection } from './protectionSection';
import type { Section } from './section';
import { tables } from './tables';
import { validations } from './validations';
import { autoFilter, columns, merges, sheetProperties, sheetView, standardSizes } from './viewSections';

/** Columns come before anything that asks for a cell's style. */
export const SECTIONS: readonly Section[] = [
  standardSizes,
  columns,
  sheetProperties,
  sheetView,
  protection,
  autoFilter,
  merges,
  conditionalFormats,
  validations,
  hyperlinks,
  pageLayout,
  tables,
  drawings,
  comments,
];

/** Children of CT_Worksheet in the order that Excel insists on (ECMA-376 part 1, 18.3.1.99). */
export const WORKSHEET_ORDER = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'sheetCalcPr',
  'sheetProtection',
  'protectedRanges',
  'scenarios',
  'autoFilter',
  'sortState',
  'dataConsolidate',
  'customSheetViews',
  'mergeCells',
  'phoneticPr',
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'rowBreaks',
  'colBreaks',
  'customProperties',
  'cellWatches',
  'ignoredErrors',
  'smartTags',
  'drawing',
  'legacyDrawing',
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
] as const;
