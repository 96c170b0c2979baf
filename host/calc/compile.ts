/** From a formula's text to a program that works at every cell where the formula has the same shape. */
import { parse, parseStructRef, tokenize, type AstExpression, type Node as FxNode, type ReferenceIdentifier } from '@borgar/fx';
import { splitSheet } from '../workbook/address';
import type { Scalar } from '../workbook/model';
import { errorNamed } from '../workbook/values';
import type { Calculation } from './calculator';
import { NAME_ERROR, NULL_ERROR, REF_ERROR, VALUE_ERROR } from './coercion';
import { functionNamed } from './functions';
import { scalarOf } from './intersection';
import { binaryOperators, lifted, unaryOperators } from './operators';
import { isReference, isScalar, isUnion, matrix, reference, type Frame, type Operand, type Reference } from './operands';
import { intersect, union } from '../workbook/area';
import { relativeArea } from './relativeArea';
import { structuredArea } from './structured';

export type Run = (frame: Frame) => Operand;

export interface Program {
  readonly run: Run;
  /** Adds the areas that the formula looks at, as far as its text tells. */
  precedents(frame: Frame, into: Reference[]): void;
  /** Tables, names and sheets by which it finds them; see `CalcHost.boundAt`. */
  readonly bindings: readonly string[];
  /** Its value may change without its precedents: TODAY, INDIRECT, OFFSET … */
  readonly isVolatile: boolean;
  /** It passes over hidden rows. */
  readonly seesHidden: boolean;
  /** False where a function of it is not in the table. */
  readonly isSupported: boolean;
  /** False where it is no formula at all. */
  readonly isReadable: boolean;
}

/** What compiling gathers on its way. */
interface Draft {
  readonly row: number;
  readonly column: number;
  readonly calculation: Calculation;
  readonly precedents: ((frame: Frame, into: Reference[]) => void)[];
  readonly bindings: Set<string>;
  isVolatile: boolean;
  seesHidden: boolean;
  isSupported: boolean;
  isReadable: boolean;
  /** How many expressions stand around the one that is compiled. */
  depth: number;
}

/** A function's argument while compiling: how to run it for one value, or for arrays. */
export interface Argument {
  readonly one: (frame: Frame) => Scalar;
  readonly many: Run;
}

/** @param row where the formula stands, and `column`: relative references are taken from there */
export function compile(formula: string, row: number, column: number, calculation: Calculation): Program {
  const draft: Draft = {
    row,
    column,
    calculation,
    precedents: [],
    bindings: new Set(),
    isVolatile: false,
    seesHidden: false,
    isSupported: true,
    isReadable: true,
    depth: 0,
  };
  const run = compileText(formula, draft);
  return {
    run,
    precedents: (frame, into) => draft.precedents.forEach((add) => add(frame, into)),
    bindings: [...draft.bindings],
    isVolatile: draft.isVolatile,
    seesHidden: draft.seesHidden,
    isSupported: draft.isSupported,
    isReadable: draft.isReadable,
  };
}

/** Excel takes up to 8,192 characters and 64 functions in each other; beyond both a program's own stack would end. */
const LONGEST_FORMULA = 8_192;
const DEEPEST_EXPRESSION = 500;

function parseFormula(formula: string): FxNode | null {
  if (formula.length > LONGEST_FORMULA) return null;
  const body = formula.startsWith('=') ? formula : `=${formula}`;
  // A reference to deleted cells keeps its sheet in a file (`Sheet1!#REF!`), one to a deleted sheet its cells (`#REF!A1`).
  const readable = body
    .replace(/(?:(?<!')'(?:[^']|'')*'|(?<![\p{L}\p{N}_.])[\p{L}_][\p{L}\p{N}_.]*)!#REF!/gu, '#REF!')
    .replace(/#REF!\$?[A-Z]{1,3}\$?\d+/gi, '#REF!');
  try {
    return parse(tokenize(readable, { withLocation: false }), { looseRefCalls: true });
  } catch (reason) {
    if (reason instanceof SyntaxError || reason instanceof Error) return null;
    throw reason;
  }
}

/** What formulas read last were taken for: sheets of one make hold the same ones, and nothing changes a tree. */
const parsed = new Map<string, FxNode | null>();
const MOST_PARSED = 1_000;

function treeOf(formula: string): FxNode | null {
  const known = parsed.get(formula);
  if (known !== undefined) return known;
  const tree = parseFormula(formula);
  if (parsed.size >= MOST_PARSED) parsed.clear();
  parsed.set(formula, tree);
  return tree;
}

function compileText(formula: string, draft: Draft): Run {
  const tree = treeOf(formula);
  if (tree === null) {
    draft.isSupported = false;
    draft.isReadable = false;
    return () => NAME_ERROR;
  }
  return node(tree as AstExpression, draft, false);
}

/** @param isArray whether ranges count as arrays here, as inside SUM, or as the one value beside the cell */
function node(tree: AstExpression, draft: Draft, isArray: boolean): Run {
  if (draft.depth >= DEEPEST_EXPRESSION) return unsupported(draft);
  draft.depth += 1;
  const run = nodeOf(tree, draft, isArray);
  draft.depth -= 1;
  return run;
}

function nodeOf(tree: AstExpression, draft: Draft, isArray: boolean): Run {
  switch (tree.type) {
    case 'Literal': {
      const value = tree.value;
      return () => value;
    }
    case 'ErrorLiteral': {
      const error = errorNamed(tree.value) ?? VALUE_ERROR;
      return () => error;
    }
    case 'ReferenceIdentifier':
      return referenceNode(tree, draft);
    case 'ArrayExpression':
      return arrayNode(tree.elements, draft);
    case 'UnaryExpression':
      return unaryNode(tree.operator, tree.arguments[0] as AstExpression, draft, isArray);
    case 'BinaryExpression':
      return binaryNode(tree.operator, tree.arguments, draft, isArray);
    case 'CallExpression': {
      // A lambda may be called on the spot, whatever the parser's types say.
      const callee: { readonly name?: string } = { ...tree.callee };
      return callee.name === undefined ? unsupported(draft) : callNode(callee.name, tree.arguments, draft, isArray);
    }
    case 'LambdaExpression':
    case 'LetExpression':
      return unsupported(draft);
  }
}

function unsupported(draft: Draft): Run {
  draft.isSupported = false;
  return () => NAME_ERROR;
}

function referenceNode(tree: ReferenceIdentifier, draft: Draft): Run {
  if (tree.kind === 'table') return tableNode(tree.value, draft);
  const { sheet: sheetName, local } = splitSheet(tree.value);
  if (sheetName !== null) draft.bindings.add(`sheet:${sheetName.toLowerCase()}`);
  if (tree.kind === 'name') return nameNode(sheetName, local, draft);
  const areaAt = relativeArea(local, draft.row, draft.column);
  if (areaAt === null || /[[:]/.test(sheetName ?? '')) return unsupported(draft);
  const { host } = draft.calculation;
  const referenceAt = (frame: Frame): Operand => {
    const sheet = sheetName === null ? frame.sheet : host.sheetNamed(sheetName);
    const area = areaAt(frame.row, frame.column);
    return sheet === null || area === null ? REF_ERROR : reference(sheet, area);
  };
  return depending(referenceAt, draft);
}

function depending(run: Run, draft: Draft): Run {
  draft.precedents.push((frame, into) => {
    const found = run(frame);
    if (isReference(found)) into.push(found);
    else if (isUnion(found)) into.push(...found.parts);
  });
  return run;
}

function tableNode(text: string, draft: Draft): Run {
  const parsed = parseStructRef(text);
  if (parsed === undefined) return unsupported(draft);
  const { host } = draft.calculation;
  const tableName = parsed.table === undefined || parsed.table === '' ? null : parsed.table;
  draft.bindings.add(`table:${(tableName ?? '').toLowerCase()}`);
  const sections = parsed.sections ?? [];
  const columns = parsed.columns ?? [];
  return depending((frame) => {
    const own = tableName === null ? frame.sheet.tableAt(frame.row, frame.column) : null;
    const found = tableName !== null ? host.tableNamed(tableName) : own === null ? null : { sheet: frame.sheet, table: own };
    if (found === null) return REF_ERROR;
    const area = structuredArea(found.table, sections, columns, frame.row);
    return 'error' in area ? area : reference(found.sheet, area);
  }, draft);
}

/** A defined name, or a table's name standing for its data. */
function nameNode(sheetName: string | null, name: string, draft: Draft): Run {
  const { calculation } = draft;
  const { host } = calculation;
  draft.bindings.add('names');
  draft.bindings.add(`table:${name.toLowerCase()}`);
  const programFor = (frame: Frame): Program | null => {
    const sheet = sheetName === null ? frame.sheet : host.sheetNamed(sheetName);
    return sheet === null ? null : calculation.nameProgram(name, sheet);
  };
  const tableArea = (frame: Frame): Operand => {
    const found = host.tableNamed(name);
    const area = found === null ? null : structuredArea(found.table, [], [], frame.row);
    return found === null || area === null ? NAME_ERROR : 'error' in area ? area : reference(found.sheet, area);
  };
  draft.precedents.push((frame, into) => {
    const program = programFor(frame);
    if (program !== null) {
      calculation.nested(() => {
        program.precedents(frame, into);
        return null;
      }, null);
      return;
    }
    const area = tableArea(frame);
    if (isReference(area)) into.push(area);
  });
  return (frame) => {
    const program = programFor(frame);
    return program === null ? tableArea(frame) : calculation.nested(() => program.run(frame), NAME_ERROR);
  };
}

function arrayNode(elements: readonly (readonly AstExpression[])[], draft: Draft): Run {
  const anywhere: Frame = { sheet: draft.calculation.host.calcSheets[0] as Frame['sheet'], row: 0, column: 0 };
  const values = elements.flatMap((row) =>
    row.map((each) => scalarOf(node(each, draft, false)(anywhere), anywhere, draft.calculation)),
  );
  const constant = matrix(elements.length, elements[0]?.length ?? 0, values);
  return () => constant;
}

function unaryNode(operator: string, operand: AstExpression, draft: Draft, isArray: boolean): Run {
  const { calculation } = draft;
  const run = node(operand, draft, isArray);
  if (operator === '@') return (frame) => scalarOf(run(frame), frame, calculation);
  const work = unaryOperators.get(operator);
  if (work === undefined) return unsupported(draft);
  return (frame) => {
    const value = run(frame);
    if (isScalar(value)) return work(value);
    return isArray ? lifted(calculation, [value], ([each = null]) => work(each)) : work(scalarOf(value, frame, calculation));
  };
}

/** `a + b - c …` is one row of steps from left to right, however long. */
function binaryNode(operator: string, operands: readonly AstExpression[], draft: Draft, isArray: boolean): Run {
  const { calculation } = draft;
  const chain: { readonly operator: string; readonly operand: AstExpression }[] = [];
  let at = { operator, arguments: operands };
  for (;;) {
    const [first, second] = at.arguments;
    if (first === undefined || second === undefined) return unsupported(draft);
    chain.push({ operator: at.operator, operand: second });
    if (first.type === 'BinaryExpression' && binaryOperators.has(first.operator) && binaryOperators.has(at.operator)) {
      at = { operator: first.operator, arguments: first.arguments };
      continue;
    }
    chain.push({ operator: '', operand: first });
    break;
  }
  const [start, ...rest] = chain.reverse().map((part) => ({ ...part, run: node(part.operand, draft, isArray) }));
  const [next] = rest;
  if (start === undefined || next === undefined) return unsupported(draft);
  if (operator === ':' || operator === ',' || operator === ' ') return rangeNode(operator, start.run, next.run, draft);
  const steps = rest.flatMap((part) => {
    const work = binaryOperators.get(part.operator);
    return work === undefined ? [] : [{ run: part.run, work }];
  });
  if (steps.length < rest.length) return unsupported(draft);
  return (frame) => {
    let one = start.run(frame);
    for (const { run, work } of steps) {
      const other = run(frame);
      if (isScalar(one) && isScalar(other)) one = work(one, other);
      else if (isArray) one = lifted(calculation, [one, other], ([a = null, b = null]) => work(a, b));
      else one = work(scalarOf(one, frame, calculation), scalarOf(other, frame, calculation));
    }
    return one;
  };
}

const partsOf = (operand: Operand): readonly Reference[] | null =>
  isReference(operand) ? [operand] : isUnion(operand) ? operand.parts : null;

function rangeNode(operator: ':' | ',' | ' ', left: Run, right: Run, draft: Draft): Run {
  // The ends of a range may be worked out by functions: what lies between them is seen only when it runs.
  if (operator === ':') draft.isVolatile = true;
  return (frame) => {
    const one = left(frame);
    const other = right(frame);
    const ones = partsOf(one);
    const others = partsOf(other);
    if (ones === null || others === null)
      return isScalar(one) && one !== null && typeof one === 'object'
        ? one
        : isScalar(other) && other !== null && typeof other === 'object'
          ? other
          : VALUE_ERROR;
    if (operator === ',') return { kind: 'union', parts: [...ones, ...others] };
    const [a] = ones;
    const [b] = others;
    if (a === undefined || b === undefined || a.sheet !== b.sheet) return operator === ':' ? VALUE_ERROR : NULL_ERROR;
    if (operator === ':') return reference(a.sheet, union(a.area, b.area));
    const common = intersect(a.area, b.area);
    return common === null ? NULL_ERROR : reference(a.sheet, common);
  };
}

function callNode(name: string, args: readonly (AstExpression | null)[], draft: Draft, isArray: boolean): Run {
  const { calculation } = draft;
  const plainName = name
    .toUpperCase()
    .replace(/^_XLFN\./, '')
    .replace(/^_XLWS\./, '');
  const called = functionNamed(plainName);
  if (called === null) {
    // Its arguments still tell what it looks at, so that a value from a file holds while these stay.
    for (const each of args) if (each !== null) node(each, draft, true);
    return unsupported(draft);
  }
  const inside = called.takesArrays || isArray;
  const runs = args.map((each) => (each === null ? (): Operand => null : node(each, draft, inside)));
  if (called.isVolatile === true) draft.isVolatile = true;
  if (called.seesHidden === true) draft.seesHidden = true;
  if (args.length < called.least || args.length > called.most) return () => VALUE_ERROR;
  const scalars = runs.map((run) => (frame: Frame): Scalar => {
    const value = run(frame);
    return isScalar(value) ? value : scalarOf(value, frame, calculation);
  });
  return called.build(
    runs.map((many, i): Argument => ({ many, one: scalars[i] ?? ((): Scalar => null) })),
    calculation,
    inside,
  );
}
