/** Tables: a part each, joined to the sheet by a relation and `<tableParts>`. */
import { dictionary } from '../../src/domain/dictionary';
import { parseA1 } from '../workbook/address';
import type { Sheet, Table, TableColumn, TableFilter } from '../workbook/model';
import { areaText } from './a1';
import { toFileFormula } from './formulas';
import { CONTENT, RELATION, relationKind, resolveTarget } from './package';
import { fingerprint, rawText, type Section, type SheetWriting } from './section';
import { MAIN } from './styleWrite';
import {
  attribute,
  child,
  childrenNamed,
  decodeXstring,
  descend,
  element,
  encodeXstring,
  escapeXml,
  flag,
  numberAttribute,
  patchedAttributes,
  XML_HEAD,
  type XmlNode,
} from './xml';

export const tables: Section = {
  elements: ['tableParts'],
  state: (sheet) => sheet.tables.map((table) => [table, totalsFormulas(sheet, table)]),
  read: (reading) => {
    for (const relation of reading.relations) {
      if (relationKind(relation) !== 'table') continue;
      const path = resolveTarget(reading.path, relation.target);
      const { root, source } = reading.package.xml(path);
      const table = readTable(root, source);
      if (table === null)
        reading.findings.add('objectUnreadable', reading.sheet.name, `table ${attribute(root, 'displayName') ?? path}`);
      else reading.sheet.tables.push(table);
    }
  },
  write: (writing) => {
    const kept = originalTables(writing);
    writing.relations.drop(
      (relation) =>
        relationKind(relation) === 'table' && ![...kept.values()].some((each) => each.id === relation.id && each.used),
    );
    const ids = writing.sheet.tables.map((table) => writeTable(writing, table, kept.get(table.number)));
    for (const { path, used } of kept.values()) if (!used) writing.parts.drop(path);
    return [
      ids.length === 0
        ? ''
        : `<tableParts count="${ids.length}">${ids.map((id) => element('tablePart', { 'r:id': id })).join('')}</tableParts>`,
    ];
  },
};

interface OriginalTable {
  readonly id: string;
  readonly path: string;
  readonly source: string;
  readonly root: XmlNode;
  used: boolean;
}

/** The sheet's table parts by table number; those of tables that are still there are marked as used. */
function originalTables({ original, path, parts, sheet }: SheetWriting): Map<number, OriginalTable> {
  const found = new Map<number, OriginalTable>();
  for (const relation of original?.relations ?? []) {
    if (relationKind(relation) !== 'table') continue;
    const part = resolveTarget(path, relation.target);
    const xml = parts.original(part);
    const number = numberAttribute(xml?.root, 'id');
    if (xml === null || number === null) continue;
    found.set(number, { id: relation.id, path: part, ...xml, used: sheet.tables.some((table) => table.number === number) });
  }
  return found;
}

/* ---- reading ---- */

function readTable(root: XmlNode, source: string): Table | null {
  const area = parseA1(attribute(root, 'ref') ?? '');
  const number = numberAttribute(root, 'id');
  const name = attribute(root, 'displayName') ?? attribute(root, 'name');
  if (area === null || number === null || name === null) return null;
  const filters = child(root, 'autoFilter');
  const look = child(root, 'tableStyleInfo');
  const columns = childrenNamed(child(root, 'tableColumns'), 'tableColumn').map((node, i) =>
    readColumn(node, filterOf(filters, i, source)),
  );
  if (columns.length !== area.right - area.left + 1) return null;
  return {
    id: String(number),
    number,
    name,
    area,
    showHeaders: numberAttribute(root, 'headerRowCount') !== 0,
    showTotals: (numberAttribute(root, 'totalsRowCount') ?? 0) > 0,
    showFilterButton: filters !== null,
    style: attribute(look, 'name') ?? '',
    showBandedRows: flag(look, 'showRowStripes'),
    showBandedColumns: flag(look, 'showColumnStripes'),
    highlightFirstColumn: flag(look, 'showFirstColumn'),
    highlightLastColumn: flag(look, 'showLastColumn'),
    columns,
    sort: readSort(descend(root, 'sortState') ?? descend(filters, 'sortState'), area.left),
  };
}

function readColumn(node: XmlNode, filter: TableFilter | null): TableColumn {
  const formula = child(node, 'calculatedColumnFormula')?.text ?? null;
  return {
    id: numberAttribute(node, 'id') ?? 0,
    name: decodeXstring(attribute(node, 'name') ?? ''),
    calculated: formula === null || formula === '' ? null : formula,
    totalsFunction: attribute(node, 'totalsRowFunction'),
    totalsLabel: attribute(node, 'totalsRowLabel'),
    filter,
  };
}

function filterOf(filters: XmlNode | null, column: number, source: string): TableFilter | null {
  const node = childrenNamed(filters, 'filterColumn').find((each) => numberAttribute(each, 'colId') === column);
  const rule = node?.children[0];
  if (rule === undefined) return null;
  if (rule.name === 'filters' && rule.children.every((each) => each.name === 'filter')) {
    const values = rule.children.map((each) => attribute(each, 'val') ?? '');
    return { kind: 'values', values: flag(rule, 'blank') ? [...values, ''] : values };
  }
  if (rule.name === 'customFilters' && rule.children.length >= 1 && rule.children.length <= 2) {
    const [criterion1 = '', criterion2] = rule.children.map(
      (each) => `${CRITERIA[attribute(each, 'operator') ?? 'equal'] ?? '='}${attribute(each, 'val') ?? ''}`,
    );
    return { kind: 'custom', criterion1, ...(criterion2 === undefined ? {} : { criterion2 }), and: flag(rule, 'and') };
  }
  return { kind: 'raw', xml: rawText(source, rule) };
}

const CRITERIA: Readonly<Record<string, string>> = dictionary({
  lessThanOrEqual: '<=',
  greaterThanOrEqual: '>=',
  notEqual: '<>',
  lessThan: '<',
  greaterThan: '>',
  equal: '=',
});

function readSort(node: XmlNode | null, left: number): Table['sort'] {
  return childrenNamed(node, 'sortCondition').flatMap((condition) => {
    const area = parseA1(attribute(condition, 'ref') ?? '');
    return area === null ? [] : [{ key: area.left - left, ascending: !flag(condition, 'descending') }];
  });
}

/* ---- writing ---- */

/** Formulas of the totals row that no function's name stands for. */
function totalsFormulas(sheet: Sheet, table: Table): (string | null)[] {
  return table.columns.map((column, i) => {
    const content =
      table.showTotals && column.totalsFunction === 'custom' ? sheet.content(table.area.bottom, table.area.left + i) : null;
    return content?.kind === 'formula' ? content.formula.replace(/^=/, '') : null;
  });
}

/** Id of the relation to the table's part, which is written only where the table is not as it was. */
function writeTable(writing: SheetWriting, table: Table, was: OriginalTable | undefined): string {
  const before = was === undefined ? null : readTable(was.root, was.source);
  const text = tableText(writing.sheet, table, was?.root ?? null);
  if (
    was !== undefined &&
    before !== null &&
    fingerprint({ ...before, id: table.id }) === fingerprint(table) &&
    !hasCustomTotals(table)
  )
    return was.id;
  const path = was?.path ?? writing.parts.freePath('xl/tables/table#.xml');
  writing.parts.add(path, CONTENT.table, text);
  return was?.id ?? writing.relations.toPart(RELATION.table, path);
}

const hasCustomTotals = (table: Table): boolean =>
  table.showTotals && table.columns.some((column) => column.totalsFunction === 'custom');

function tableText(sheet: Sheet, table: Table, was: XmlNode | null): string {
  const formulas = totalsFormulas(sheet, table);
  const columnsById = new Map(
    childrenNamed(child(was, 'tableColumns'), 'tableColumn').map((node) => [numberAttribute(node, 'id'), node]),
  );
  const columns = table.columns.map((column, i) =>
    columnText(table, column, formulas[i] ?? null, columnsById.get(column.id) ?? null),
  );
  const set = patchedAttributes(was === null ? null : { ...was, attributes: ownAttributes(was) }, {
    id: table.number,
    name: table.name,
    displayName: table.name,
    ref: areaText(table.area),
    headerRowCount: table.showHeaders ? null : 0,
    totalsRowCount: table.showTotals ? 1 : null,
    totalsRowShown: table.showTotals ? null : false,
  });
  const look = {
    name: table.style === '' ? null : table.style,
    showFirstColumn: table.highlightFirstColumn,
    showLastColumn: table.highlightLastColumn,
    showRowStripes: table.showBandedRows,
    showColumnStripes: table.showBandedColumns,
  };
  return (
    `${XML_HEAD}<table xmlns="${MAIN}"${set}>` +
    filterText(table) +
    `<tableColumns count="${columns.length}">${columns.join('')}</tableColumns>` +
    `${element('tableStyleInfo', look)}</table>`
  );
}

/** Attributes of a table without namespaces and revision marks, whose namespaces the new text does not declare. */
const ownAttributes = (node: XmlNode): Map<string, string> =>
  new Map([...node.attributes].filter(([name]) => !name.includes(':') && name !== 'xmlns'));

function columnText(table: Table, column: TableColumn, totals: string | null, was: XmlNode | null): string {
  const calculated =
    column.calculated === null
      ? ''
      : `<calculatedColumnFormula>${escapeXml(toFileFormula(column.calculated.replace(/^=/, ''), table.name))}</calculatedColumnFormula>`;
  const sum = totals === null ? '' : `<totalsRowFormula>${escapeXml(toFileFormula(totals, table.name))}</totalsRowFormula>`;
  const set = patchedAttributes(was === null ? null : { ...was, attributes: ownAttributes(was) }, {
    id: column.id,
    name: null,
    totalsRowFunction: table.showTotals ? column.totalsFunction : null,
    totalsRowLabel: table.showTotals ? column.totalsLabel : null,
  });
  // A line break in a name is `_x000a_`: in an attribute a plain one would become a blank.
  const name = ` name="${encodeXstring(column.name).replaceAll('\n', '_x000a_').replaceAll('\t', '_x0009_')}"`;
  return calculated + sum === '' ? `<tableColumn${name}${set}/>` : `<tableColumn${name}${set}>${calculated}${sum}</tableColumn>`;
}

function filterText(table: Table): string {
  if (!table.showHeaders || !table.showFilterButton) return '';
  const { top, left, right } = table.area;
  const bottom = table.showTotals ? table.area.bottom - 1 : table.area.bottom;
  const columns = table.columns.map((column, i) =>
    column.filter === null ? '' : element('filterColumn', { colId: i }, filterRule(column.filter)),
  );
  const filter = element('autoFilter', { ref: areaText({ top, left, bottom, right }) }, columns.join(''));
  if (table.sort.length === 0 || bottom <= top) return filter;
  const conditions = table.sort.map(({ key, ascending }) =>
    element('sortCondition', {
      descending: ascending ? null : true,
      ref: areaText({ top: top + 1, left: left + key, bottom, right: left + key }),
    }),
  );
  return filter + element('sortState', { ref: areaText({ top: top + 1, left, bottom, right }) }, conditions.join(''));
}

function filterRule(filter: TableFilter): string {
  if (filter.kind === 'raw') return filter.xml;
  if (filter.kind === 'top')
    return element('top10', { top: filter.bottom ? false : null, percent: filter.percent || null, val: filter.count }, '');
  if (filter.kind === 'dynamic') return element('dynamicFilter', { type: filter.criterion }, '');
  if (filter.kind === 'values') {
    const values = filter.values.filter((value) => value !== '');
    return element(
      'filters',
      { blank: filter.values.includes('') || null },
      values.map((val) => element('filter', { val })).join(''),
    );
  }
  const criteria = [filter.criterion1, filter.criterion2].filter((each) => each !== undefined && each !== '');
  const items = criteria.map((criterion = '') => {
    const sign = /^(<=|>=|<>|<|>|=)/.exec(criterion)?.[1] ?? '';
    const operator = Object.entries(CRITERIA).find(([, value]) => value === sign)?.[0] ?? 'equal';
    return element('customFilter', { operator: operator === 'equal' ? null : operator, val: criterion.slice(sign.length) });
  });
  return element('customFilters', { and: filter.and && items.length > 1 ? true : null }, items.join(''));
}
