/** The conformance table as Markdown, and the place in `host/README.md` where it stands. */

import type { Answers, Asked } from './ask';
import { GROUPS } from './scope';

const isAnswered = ({ outcome }: Asked): boolean => outcome === 'answered';

export interface Share {
  readonly answered: number;
  readonly documented: number;
}

export const shareOf = (answers: readonly Answers[]): Share => {
  const all = answers.flatMap(({ members }) => members);
  return { answered: all.filter(isAnswered).length, documented: all.length };
};

const percent = ({ answered, documented }: Share): string => `${Math.floor((100 * answered) / documented)} %`;

const missingOf = ({ members }: Answers): string =>
  members
    .filter((asked) => !isAnswered(asked))
    .map(({ member, outcome }) => (outcome === 'readOnly' ? `${member} (to be set)` : member))
    .join(', ');

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

const groupLines = (title: string, answers: readonly Answers[]): string[] => {
  const share = shareOf(answers);
  return [
    `### ${title}: ${share.answered} of ${share.documented} (${percent(share)})`,
    '',
    row(['Class', 'Documented', 'Answered', 'Not answered']),
    row(['---', '---:', '---:', '---']),
    ...answers.map((one) => {
      const { answered, documented } = shareOf([one]);
      return row([one.name, documented, answered, missingOf(one)]);
    }),
    '',
  ];
};

/** One table for each group of classes, under the figure for all of them. */
export const conformanceText = (answers: readonly Answers[]): string => {
  const share = shareOf(answers);
  const groups = GROUPS.map(([title, names]) => ({ title, answers: answers.filter(({ name }) => names.includes(name)) }));
  return [
    `**${share.answered} of ${share.documented} members answered (${percent(share)})**, ${answers.length} classes, ExcelApi 1.1 to 1.10.`,
    '',
    ...groups.flatMap((group) => groupLines(group.title, group.answers)),
  ]
    .join('\n')
    .trimEnd();
};

/** A text between its two marks in a page. */
const between = (name: string, page: string): { before: string; inner: string; after: string } => {
  const [open, close] = [`<!-- ${name} -->\n`, `\n<!-- /${name} -->`];
  const begin = page.indexOf(open);
  const end = page.indexOf(close, begin);
  if (begin < 0 || end < 0) throw new Error(`The page has no place for ${name}.`);
  return { before: page.slice(0, begin + open.length), inner: page.slice(begin + open.length, end), after: page.slice(end) };
};

/** The text that stands between the marks of a name. */
export const readSection = (name: string, page: string): string => between(name, page).inner;

/** The page with another text between the marks of a name. */
export const writeSection = (name: string, page: string, text: string): string => {
  const { before, after } = between(name, page);
  return before + text + after;
};
