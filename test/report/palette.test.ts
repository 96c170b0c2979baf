import { BAND, CLASS_FILLS, HEAD, HEAD_INK, INK, QUIET, REFUSED, TYPED } from '../../src/report/palette';

/** Relative luminance and contrast as WCAG 2 defines them. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

test.each([...Object.values(CLASS_FILLS), BAND, TYPED, REFUSED])('dark text on %s is 4.5:1 or better', (ground) => {
  expect(contrast(INK, ground)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(QUIET, ground)).toBeGreaterThanOrEqual(4.5);
});

test('header and notes', () => {
  expect(contrast(HEAD_INK, HEAD)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(QUIET, '#FFFFFF')).toBeGreaterThanOrEqual(4.5);
});

test('the four grounds are told apart', () => {
  expect(new Set(Object.values(CLASS_FILLS)).size).toBe(4);
});
