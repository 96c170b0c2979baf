import { largeSample } from '../../samples/large';
import { STORY } from '../../samples/story';
import { inspect } from '../../src/reading/inspect';
import { answerMapping } from '../../src/settings/mapping';
import { gridsOf } from '../support/samples';
import { grid } from './support/table';

const deals = (second: string): ReturnType<typeof grid> =>
  grid(
    'Deals',
    `
    Deal ID | Account Name | Amount | Close Date | Closing Date | Stage      | Currency
    D-1     | Acme Ltd     | 1200   | 2024-03-05 | ${second}   | Closed Won | EUR
    D-2     | Birch AG     | 900    | 2024-03-25 | 2024-03-25  | Closed Won | EUR
    `,
  );

describe('two columns for one field', () => {
  test('are asked about, with the columns and a value of each for choices', () => {
    const { questions } = inspect([deals('2024-03-09')], []);
    expect(questions).toEqual([
      {
        id: 'column.date',
        sheet: 'Deals',
        text: 'Which column is the date: “Close Date” or “Closing Date”?',
        choices: [
          { value: '3', label: 'Close Date (column D, such as 2024-03-05)' },
          { value: '4', label: 'Closing Date (column E, such as 2024-03-09)' },
        ],
        suggestion: '3',
      },
    ]);
  });

  test('that say the same on every row make no difference', () => {
    expect(inspect([deals('2024-03-05')], []).questions).toEqual([]);
  });

  test('an answer settles it', () => {
    const sheet = deals('2024-03-09');
    const mapping = inspect([sheet], []).sources[0]?.mapping;
    if (mapping === undefined) throw new Error('no mapping');
    const answered = answerMapping(mapping, 'column.date', '4');
    expect(answered.columns.date).toBe(4);
    const again = inspect([sheet], [answered]);
    expect(again.questions).toEqual([]);
    expect(again.sources[0]?.mapping.columns.date).toBe(4);
  });

  test('an answer takes the column from any other field', () => {
    const mapping = inspect([deals('2024-03-09')], []).sources[0]?.mapping;
    if (mapping === undefined) throw new Error('no mapping');
    expect(answerMapping(mapping, 'column.amount', '0').columns).toMatchObject({ amount: 0 });
    expect(answerMapping(mapping, 'column.amount', '0').columns).not.toHaveProperty('id');
    expect(() => answerMapping(mapping, 'column.amount', 'net')).toThrow(RangeError);
    expect(() => answerMapping(mapping, 'column.colour', '1')).toThrow(RangeError);
  });
});

test.each([
  ['the story', STORY],
  ['the large sample', largeSample(200)],
])('%s asks nothing', (_, sheets) => {
  expect(inspect(gridsOf(sheets), []).questions).toEqual([]);
});

test('ids of the customers’ sheet are the customer’s id, whatever the header says', () => {
  const customers = grid(
    'Customers',
    'Customer ID | Customer name | Website\nC-1 | Acme Ltd | acme.example\nC-2 | Birch AG | birch.example',
  );
  const invoices = grid(
    'Invoices',
    'Invoice No | Invoice Date | Net amount | Debtor key\nINV-1 | 2024-03-05 | 10.50 | C-1\nINV-2 | 2024-03-06 | 20.50 | C-2',
  );
  expect(inspect([customers, invoices], []).sources[1]?.mapping.columns).toMatchObject({ customerId: 3 });
});
