/** The page that says what each reason means, made from the catalogue. */

import type { Gap } from '../src/domain/measure';
import { CLASSES } from '../src/domain/reconciliation';
import type { ReasonClass } from '../src/domain/reconciliation';
import { REASONS } from '../src/variance/reasons/catalogue';
import type { Reason } from '../src/variance/reasons/reason';

const BETWEEN = {
  BI: 'booked and invoiced',
  IR: 'invoiced and recognised',
  IC: 'invoiced and cash',
} satisfies Record<Gap, string>;

const OF_CLASS = {
  Definition: 'Both sides are right and count differently. It stays; agree on one definition, or keep it explained.',
  Timing: 'The other side stands in another month or is still to come. It reverses by itself, unless it is late.',
  'Data quality': 'Somebody must correct or confirm a record.',
  Unexplained: 'None of the other reasons can be shown. Look here first.',
} satisfies Record<ReasonClass, string>;

const EXCEPTIONS = {
  no: 'no',
  yes: 'yes',
  overdue: 'once overdue',
  unapplied: 'once unapplied for long',
} satisfies Record<Reason['exception'], string>;

/** Markdown: a table for each class. */
export function reasonsPage(): string {
  const all: (readonly [string, Reason])[] = Object.entries(REASONS);
  const sections = CLASSES.map((reasonClass) => {
    const rows = all.filter(([, reason]) => reason.reasonClass === reasonClass).map(([code, reason]) => rowOf(code, reason));
    return [`## ${reasonClass}`, OF_CLASS[reasonClass], [...HEAD, ...rows].join('\n')].join('\n\n');
  });
  return `${[TITLE, ...sections].join('\n\n')}\n`;
}

const TITLE = `# What each reason means

Every item in \`Variances\` has one of these ${Object.keys(REASONS).length} reasons. *Expected* needs nothing; *Watch* nothing yet; *Act* must be settled by somebody. The code is the
one in the column \`Code\`. An exception is a row in \`Exceptions\`.`;

const HEAD = [
  '| code | reason | what happened | between | treatment | exception | what to do | fix in |',
  '| --- | --- | --- | --- | --- | --- | --- | --- |',
];

function rowOf(code: string, { name, meaning, gaps, treatment, singleTreatment, exception, action, fixIn }: Reason): string {
  const between = gaps.map((gap) => BETWEEN[gap]).join('; ');
  const treated = singleTreatment === undefined ? treatment : `${treatment}; ${singleTreatment} while the other side is missing`;
  return `| ${[code, name, meaning, between, treated, EXCEPTIONS[exception], action, fixIn].join(' | ')} |`;
}
