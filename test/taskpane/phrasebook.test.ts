import { phrasebook } from '../../src/taskpane/texts/phrasebook';

const said = phrasebook({
  'its name': 'sein Name',
  'what stands below': 'was darunter steht',
  '{n} headers': '{n} Überschriften',
  'header “{header}”': 'Überschrift „{header}“',
  '{reason!}, beside one with tax': '{reason}, neben einer mit Steuer',
  '{left!} less {right!}': '{left} minus {right}',
  booked: 'gebucht',
  cash: 'Zahlungseingang',
});

test.each([
  ['a whole phrase', 'its name', 'sein Name'],
  ['a name within a phrase is kept', 'header “Net, less cash”', 'Überschrift „Net, less cash“'],
  ['a phrase within a phrase', 'header “Net”, beside one with tax', 'Überschrift „Net“, neben einer mit Steuer'],
  ['two of them', 'booked less cash', 'gebucht minus Zahlungseingang'],
  ['a list', 'its name, 3 headers, what stands below', 'sein Name, 3 Überschriften, was darunter steht'],
  ['a number within a list', 'its name, 3 headers', 'sein Name, 3 Überschriften'],
  ['signs that mean something to a pattern', 'header “a.*(b)$&”', 'Überschrift „a.*(b)$&“'],
])('%s', (_, english, german) => {
  expect(said(english)).toBe(german);
});

test.each(['its colour', 'its name, its colour', 'booked less profit', 'its colour, 3 headers'])(
  'what is in no phrase stays whole and in English: %s',
  (english) => {
    expect(said(english)).toBe(english);
  },
);
