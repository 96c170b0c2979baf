/** Colours of a file as "#RRGGBB": theme colours with their tint, the indexed palette, plain ones. */
import { dictionary } from '../../src/domain/dictionary';
import { attribute, child, descend, flag, numberAttribute, type XmlNode } from './xml';

/** Windows' palette of 1990 (ECMA-376 part 1, 18.8.27); a file may bring its own. */
const INDEXED =
  '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF ' +
  '800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF ' +
  '000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 ' +
  '3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333 ' +
  '000000 FFFFFF';

/** In the order of the `theme` attribute: light 1, dark 1, light 2, dark 2, six accents, link, followed link. */
const THEME_ORDER = [
  'lt1',
  'dk1',
  'lt2',
  'dk2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
];
const THEME_ALIASES: Readonly<Record<string, string>> = dictionary({ tx1: 'dk1', bg1: 'lt1', tx2: 'dk2', bg2: 'lt2' });
const OFFICE_THEME = 'FFFFFF 000000 E7E6E6 44546A 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47 0563C1 954F72';

export class Palette {
  private constructor(
    readonly theme: readonly string[],
    private readonly indexed: readonly string[],
  ) {}

  /** @param theme root of theme1.xml @param styles root of styles.xml */
  static read(theme: XmlNode | null, styles: XmlNode | null): Palette {
    const scheme = descend(theme, 'themeElements', 'clrScheme');
    const standard = OFFICE_THEME.split(' ');
    const themeColors = THEME_ORDER.map((name, i) => themeColor(child(scheme, name)) ?? standard[i] ?? '000000');
    const own =
      descend(styles, 'colors', 'indexedColors')?.children.map((node) =>
        (attribute(node, 'rgb') ?? '').slice(-6).toUpperCase(),
      ) ?? [];
    return new Palette(
      themeColors,
      INDEXED.split(' ').map((color, i) => own[i] ?? color),
    );
  }

  /** A `<color>`, `<fgColor>`, `<tabColor>` …; null where it is missing or automatic. */
  resolve(node: XmlNode | null): string | null {
    if (node === null || flag(node, 'auto')) return null;
    const rgb = attribute(node, 'rgb');
    const theme = numberAttribute(node, 'theme');
    const indexed = numberAttribute(node, 'indexed');
    const base =
      rgb !== null
        ? rgb.slice(-6).toUpperCase()
        : theme !== null
          ? this.theme[theme]
          : indexed !== null
            ? this.indexed[indexed]
            : undefined;
    if (base === undefined || !/^[0-9A-F]{6}$/.test(base)) return null;
    return `#${withTint(base, numberAttribute(node, 'tint') ?? 0)}`;
  }

  /** By the name DrawingML uses (`accent1`, `tx1`, `bg2`). */
  scheme(name: string): string | null {
    const color = this.theme[THEME_ORDER.indexOf(THEME_ALIASES[name] ?? name)];
    return color === undefined ? null : `#${color}`;
  }
}

function themeColor(node: XmlNode | null): string | null {
  const color = node?.children[0];
  const value =
    color?.name === 'sysClr'
      ? (attribute(color, 'lastClr') ?? (attribute(color, 'val') === 'window' ? 'FFFFFF' : '000000'))
      : attribute(color, 'val');
  return value === null ? null : value.toUpperCase();
}

/** Excel reckons in whole steps of 240, as Windows does; other steps give neighbouring colours. */
const STEPS = 240;

/** ECMA-376 part 1, 18.8.3: a negative tint scales luminance down, a positive one moves it towards white. */
function withTint(hex: string, tint: number): string {
  if (tint === 0) return hex;
  const [hue, luminance, saturation] = toHls(hex);
  return fromHls(hue, Math.trunc(tint < 0 ? luminance * (1 + tint) : luminance * (1 - tint) + STEPS * tint), saturation);
}

function toHls(hex: string): [number, number, number] {
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16));
  const max = Math.max(r, g, b);
  const min = Math.min(r, g, b);
  const sum = max + min;
  const spread = max - min;
  const luminance = Math.trunc((sum * STEPS + 255) / 510);
  if (spread === 0) return [0, luminance, 0];
  const whole = luminance <= STEPS / 2 ? sum : 510 - sum;
  const saturation = Math.trunc((spread * STEPS + whole / 2) / whole);
  const [toRed, toGreen, toBlue] = [r, g, b].map((part) => Math.trunc(((max - part) * (STEPS / 6) + spread / 2) / spread)) as [
    number,
    number,
    number,
  ];
  const hue = r === max ? toBlue - toGreen : g === max ? STEPS / 3 + toRed - toBlue : (2 * STEPS) / 3 + toGreen - toRed;
  return [(hue + STEPS) % STEPS, luminance, saturation];
}

function fromHls(hue: number, luminance: number, saturation: number): string {
  const high =
    luminance <= STEPS / 2
      ? Math.trunc((luminance * (STEPS + saturation) + STEPS / 2) / STEPS)
      : luminance + saturation - Math.trunc((luminance * saturation + STEPS / 2) / STEPS);
  const low = 2 * luminance - high;
  return [hue + STEPS / 3, hue, hue - STEPS / 3]
    .map((turn) => {
      const part = Math.min(
        255,
        Math.max(0, Math.trunc((hueToPart(low, high, (turn + STEPS) % STEPS) * 255 + STEPS / 2) / STEPS)),
      );
      return part.toString(16).toUpperCase().padStart(2, '0');
    })
    .join('');
}

function hueToPart(low: number, high: number, hue: number): number {
  const slope = (steps: number): number => low + Math.trunc(((high - low) * steps + STEPS / 12) / (STEPS / 6));
  if (hue < STEPS / 6) return slope(hue);
  if (hue < STEPS / 2) return high;
  return hue < (2 * STEPS) / 3 ? slope((2 * STEPS) / 3 - hue) : low;
}
