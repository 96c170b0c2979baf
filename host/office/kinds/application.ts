/** Application: calculation, and what of the user's language Excel tells. */

import type { Workbook } from '../../workbook/model';
import { readChoice, readFlag, readInteger, readNumber } from '../args';
import { refuse } from '../errors';
import { defineKind, reads, type Kind } from '../schema';
import type { Session } from '../session';

const MODES = ['Automatic', 'AutomaticExceptTables', 'Manual'] as const;

export const applicationKind: Kind<Workbook> = defineKind<Workbook>('Application', () => ({
  scalars: {
    CalculationMode: {
      get: ({ calculationMode }) => calculationMode,
      set: (workbook, value) => {
        const mode = readChoice(value, MODES);
        // What was automatic until now is calculated; only later changes wait.
        if (workbook.calculationMode !== 'Manual' && mode === 'Manual') workbook.calculate(false);
        workbook.calculationMode = mode;
      },
    },
    CalculationState: reads(() => 'Done'),
    CalculationEngineVersion: reads(() => 191_029),
    DecimalSeparator: reads((_workbook, { culture }) => culture.decimal),
    ThousandsSeparator: reads((_workbook, { culture }) => culture.group),
    UseSystemSeparators: reads(() => true),
  },
  navigations: {
    CultureInfo: (workbook) => cultureKind(workbook),
    IterativeCalculation: (workbook) => iterativeKind(workbook),
  },
  actions: {
    Calculate: (workbook, args) =>
      workbook.calculate(args.choice(0, ['Recalculate', 'Full', 'FullRebuild'] as const, 'Recalculate') !== 'Recalculate'),
    // The host draws and calculates when it is asked; there is nothing to hold back within a request.
    SuspendApiCalculationUntilNextSync: () => null,
    SuspendScreenUpdatingUntilNextSync: () => null,
  },
}));

const cultureKind: Kind<Workbook> = defineKind<Workbook>('CultureInfo', () => ({
  scalars: { Name: reads((_workbook, { culture }) => culture.name) },
  navigations: { NumberFormat: (workbook) => numberFormatKind(workbook), DatetimeFormat: (workbook) => dateFormatKind(workbook) },
}));

const numberFormatKind: Kind<Workbook> = defineKind<Workbook>('NumberFormatInfo', () => ({
  scalars: {
    NumberDecimalSeparator: reads((_workbook, { culture }) => culture.decimal),
    NumberGroupSeparator: reads((_workbook, { culture }) => culture.group),
  },
}));

const dateFormatKind: Kind<Workbook> = defineKind<Workbook>('DatetimeFormatInfo', () => ({
  scalars: {
    DateSeparator: reads((_workbook, { culture }) => culture.dateSeparator),
    TimeSeparator: reads(() => ':'),
    ShortDatePattern: reads((_workbook, { culture }) => culture.shortDate),
    LongDatePattern: reads((_workbook, { culture }) => culture.longDate),
    LongTimePattern: reads((_workbook, { culture }) => culture.longTime),
  },
}));

interface Iteration {
  readonly enabled: boolean;
  readonly maxIteration: number;
  readonly maxChange: number;
}

const ITERATION = 'iteration';
const NO_ITERATION: Iteration = { enabled: false, maxIteration: 100, maxChange: 0.001 };

const iterationOf = (workbook: Workbook, session: Session): Iteration =>
  (session.besideOf(workbook).get(ITERATION) as Iteration | undefined) ?? NO_ITERATION;

const setIteration = (workbook: Workbook, session: Session, change: Partial<Iteration>): void => {
  session.besideOf(workbook).set(ITERATION, { ...iterationOf(workbook, session), ...change });
};

const readCount = (value: unknown): number => {
  const count = readInteger(value);
  if (count < 1 || count > 32_767) throw refuse('InvalidArgument');
  return count;
};

const iterativeKind: Kind<Workbook> = defineKind<Workbook>('IterativeCalculation', () => ({
  scalars: {
    Enabled: {
      get: (workbook, session) => iterationOf(workbook, session).enabled,
      // The host refuses circular references either way; to promise iteration would be untrue.
      set: (_workbook, value) => {
        if (readFlag(value)) throw refuse('ApiNotFound', 'IterativeCalculation.enabled is not part of this host.');
      },
    },
    MaxIteration: {
      get: (workbook, session) => iterationOf(workbook, session).maxIteration,
      set: (workbook, value, session) => setIteration(workbook, session, { maxIteration: readCount(value) }),
    },
    MaxChange: {
      get: (workbook, session) => iterationOf(workbook, session).maxChange,
      set: (workbook, value, session) => setIteration(workbook, session, { maxChange: readNumber(value) }),
    },
  },
}));
