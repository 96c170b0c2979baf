/** How sure the reasons are: share of the gross amount that is stated, inferred or assumed. */

import { cellAddress, columnOf } from '../a1';
import type { ReportContext } from '../context';
import { VARIANCES } from '../tableNames';
import { listing } from './section';
import type { Corner, Section } from './section';

const CERTAINTIES = ['Stated', 'Inferred', 'Assumed'] as const;

export function byCertainty(corner: Corner, { money }: ReportContext): Section {
  const [amount, certainty] = [columnOf(VARIANCES, 'Amount'), columnOf(VARIANCES, 'Certainty')];
  const body = corner.row + 2;
  const sizes = `${cellAddress(body, corner.column + 1)}:${cellAddress(body + CERTAINTIES.length - 1, corner.column + 1)}`;
  return listing(corner, {
    title: 'Differences by certainty',
    header: ['Certainty', 'Gross', 'Share'],
    rows: CERTAINTIES.map((word, index) => ({
      cells: [
        word,
        {
          formula: `=SUMIFS(${amount},${certainty},"${word}",${amount},">0")-SUMIFS(${amount},${certainty},"${word}",${amount},"<0")`,
        },
        { formula: `=IF(SUM(${sizes})=0,0,${cellAddress(body + index, corner.column + 1)}/SUM(${sizes}))` },
      ],
    })),
    formats: [{}, { numberFormat: money.format, align: 'Right' }, { numberFormat: '0.0%', align: 'Right' }],
  });
}
