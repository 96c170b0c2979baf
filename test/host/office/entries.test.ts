import { openWorkbook, table } from './support';

/** What a text becomes when it is written to `values`: as if typed, unless the cell is text. */
const ENTRIES = table(`
  entry        format   value        shown        formula
  00123        General  123          123          123
  00123        @        "00123"      00123        "00123"
  '00123       General  "00123"      00123        "00123"
  2026-03      General  46082        Mar-26       46082
  2026-03      @        "2026-03"    2026-03      "2026-03"
  2026-03-05   General  46086        3/5/2026     46086
  1-2          @        "1-2"        1-2          "1-2"
  TRUE         General  true         TRUE         true
  TRUE         @        "TRUE"       TRUE         "TRUE"
  =1+1         General  2            2            "=1+1"
  =1+1         @        "=1+1"       =1+1         "=1+1"
  '=1+1        General  "=1+1"       =1+1         "=1+1"
  +1-800       General  -799         -799         "=+1-800"
  +1-800       @        "+1-800"     +1-800       "+1-800"
  12%          General  0.12         12%          0.12
  #N/A         General  "#N/A"       #N/A         "#N/A"
  1e3          General  1000         1.00E+03     1000
  Acme Ltd     General  "Acme Ltd"   Acme Ltd     "Acme Ltd"
`).slice(1);

test.each(ENTRIES)(
  '%s in a cell of format %s becomes %s',
  async (entry = '', format = '', value = '', shown = '', formula = '') => {
    const { Excel } = openWorkbook();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1');
      range.numberFormat = [[format]];
      range.values = [[entry]];
      range.load('values,text,formulas');
      await context.sync();
      expect(range.values).toEqual([[JSON.parse(value)]]);
      expect(range.text).toEqual([[shown]]);
      expect(range.formulas).toEqual([[JSON.parse(formula)]]);
    });
  },
);

test('null leaves a cell as it is, an empty text clears it, one value fills a range', async () => {
  const { Excel } = openWorkbook();
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1:C1');
    range.values = 'x' as unknown as string[][];
    await context.sync();
    range.values = [[null, '', 7]];
    range.load('values,valueTypes');
    await context.sync();
    expect(range.values).toEqual([['x', '', 7]]);
    expect(range.valueTypes).toEqual([['String', 'Empty', 'Double']]);
  });
});

test('formulas in A1 and R1C1', async () => {
  const { Excel } = openWorkbook();
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Sheet1').getRange('C3:C4');
    range.formulasR1C1 = [['=RC[-2]*2'], ['=R1C1+R[-1]C']];
    range.load('formulas,formulasR1C1');
    await context.sync();
    expect(range.formulas).toEqual([['=A3*2'], ['=$A$1+C3']]);
    expect(range.formulasR1C1).toEqual([['=RC[-2]*2'], ['=R1C1+R[-1]C']]);
  });
});
