import { BAND, CLASS_FILLS, HEAD, HEAD_INK, INK, QUIET, REFUSED, TYPED } from '../../src/report/palette';

type Triple = readonly [number, number, number];

/** Linear light of a colour, as sRGB defines it. */
function light(colour: string): Triple {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return [red, green, blue];
}

/** Relative luminance and contrast as WCAG 2 defines them. */
function luminance(colour: string): number {
  const [red, green, blue] = light(colour);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

test.each([...Object.values(CLASS_FILLS), BAND, TYPED, REFUSED])('dark text on %s is 4.5:1 or better', (ground) => {
  expect(contrast(INK, ground)).toBeGreaterThanOrEqual(4.5);
});

test.each([BAND, TYPED])('quiet text on %s is 4.5:1 or better', (ground) => {
  expect(contrast(QUIET, ground)).toBeGreaterThanOrEqual(4.5);
});

test('header and notes', () => {
  expect(contrast(HEAD_INK, HEAD)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(QUIET, '#FFFFFF')).toBeGreaterThanOrEqual(4.5);
});

/** What eyes without one kind of cones see: Machado, Oliveira and Fernandes 2009, severity 1, on linear light. */
const SIGHT: Readonly<Record<string, readonly [Triple, Triple, Triple]>> = {
  'full colour': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** CIE L*a*b* under D65, from linear light. */
function lab([red, green, blue]: Triple): Triple {
  const root = (t: number): number => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = root((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047);
  const y = root(0.2126 * red + 0.7152 * green + 0.0722 * blue);
  const z = root((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function seen(colour: string, [reds, greens, blues]: readonly [Triple, Triple, Triple]): Triple {
  const from = light(colour);
  const mixed = ([r, g, b]: Triple): number => Math.min(1, Math.max(0, r * from[0] + g * from[1] + b * from[2]));
  return lab([mixed(reds), mixed(greens), mixed(blues)]);
}

/** The smallest distance between any two. */
function nearest<T>(colours: readonly T[], distance: (a: T, b: T) => number): number {
  return Math.min(...colours.flatMap((a, index) => colours.slice(index + 1).map((b) => distance(a, b))));
}

const fills = Object.values(CLASS_FILLS);

test.each(Object.entries(SIGHT))('the four grounds are told apart in %s: at least 10 in CIE 1976', (_, sight) => {
  const distance = (a: Triple, b: Triple): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
  expect(
    nearest(
      fills.map((fill) => seen(fill, sight)),
      distance,
    ),
  ).toBeGreaterThanOrEqual(10);
});

test('the four grounds are told apart in grey print: at least 5 of lightness between any two', () => {
  const lightness = fills.map((fill) => lab(light(fill))[0]);
  expect(nearest(lightness, (a, b) => Math.abs(a - b))).toBeGreaterThanOrEqual(5);
});
