import { normaliseName } from '../../../src/matching/names/normalise';

/** `words | forms | places | security`, each with blanks between. */
const shown = (name: string): string => {
  const { core, forms, places, security } = normaliseName(name);
  return [core, forms, places, security].map((list) => list.join(' ')).join(' | ');
};

describe('what a name is taken apart into', () => {
  test.each([
    ['Halden Software Ltd', 'halden software | ltd |  | '],
    ['HALDEN SOFTWARE LIMTED', 'halden software | ltd |  | '],
    ['Halden Lltd', 'halden | ltd |  | '],
    ['Société Bellaire S.A.R.L.', 'societe bellaire | sarl |  | '],
    ['Corvane Holdings Class A Common Stock', 'corvane holding |  |  | class a common stock'],
    ['Artison II Acquisition Inc. - Class A Ordinary Shares', 'artison 2 acquisition | inc |  | class a ordinary shares'],
    ['ZELWICK USA CL.A DL-,01', 'zelwick usa |  |  | cl a dl 01'],
    ['Zelwick SE/ADR', 'zelwick | se |  | adr'],
    ['Blue Notes', 'blue notes |  |  | '],
    ['Ordway Bank Corp/PA', 'ordway bank | corp | state pa | '],
    ['Marlow Acquisition Corp/Cayman Islands', 'marlow acquisition | corp | cayman islands | '],
    ['Marlow Pumpen (Schweiz) AG', 'marlow pumpen | ag | switzerland | '],
    ['Marlow Pumpen AG London Branch', 'marlow pumpen | ag | branch london | '],
    ['Bank of China', 'bank china |  |  | '],
    ['Oakmere Fund Ltd III', 'oakmere fund 3 | ltd |  | '],
    ['Brigade Forty-Four', 'brigade 44 |  |  | '],
    ['1st Oakmere Dental No. 2', 'first oakmere dental 2 |  |  | '],
    ['Smith & Partners', 'smith partner |  |  | '],
    ['Halden Partnership', 'halden partnership |  |  | '],
    ['Halden Gesellschaft', 'halden gesellschaft |  |  | '],
    ['Nordby & Sons', 'nordby sons |  |  | '],
    ['ООО Ромашка', 'romashka | ooo |  | '],
    ['哈尔登股份有限公司', '哈尔登 | ltd |  | '],
    ['株式会社桜井商店', '桜井商店 | kk |  | '],
    ['شركة النور', 'شركة النور |  |  | '],
    ['😀', '😀 |  |  | '],
    ['(UK)', 'uk |  |  | '],
    ['Ltd', 'ltd |  |  | '],
    ['', ' |  |  | '],
    ['?!', ' |  |  | '],
  ])('%s', (name, parts) => {
    expect(shown(name)).toBe(parts);
  });

  test('a name as long as a cell costs no more than another', () => {
    const { core } = normaliseName('Halden '.repeat(4_681));
    expect(core.length).toBeLessThan(100);
  });
});
