/** What Office says of itself to the pane: that it is there, its theme, its language. */

export interface OfficeHost {
  /** BCP 47. */
  readonly locale: string;
  /** "" where Office gives none. */
  readonly partition: string;
  /** Whether this Excel has what the add-in is built on. */
  readonly isSupported: boolean;
  /** Null where Office does not say. */
  isDark(): boolean | null;
}

const BASE_REQUIREMENT = '1.10';

/** Resolves once Office is ready; null where the page runs outside Excel or office.js did not load. */
export async function openOffice(): Promise<OfficeHost | null> {
  if (typeof Office === 'undefined') return null;
  const ready = await Office.onReady();
  // In a plain browser office.js answers with no host.
  if (ready.host !== Office.HostType.Excel) return null;
  const { context } = Office;
  // Older clients give neither, whatever the types say.
  const { partitionKey } = context as { readonly partitionKey?: string };
  return {
    locale: context.displayLanguage,
    partition: partitionKey ?? '',
    isSupported: context.requirements.isSetSupported('ExcelApi', BASE_REQUIREMENT),
    isDark() {
      const { officeTheme } = context as { readonly officeTheme?: Office.OfficeTheme };
      return officeTheme === undefined ? null : isDarkColour(officeTheme.bodyBackgroundColor);
    },
  };
}

/** @param colour `#RRGGBB`. Dark is a relative luminance below a half, by the weights of sRGB. */
export function isDarkColour(colour: string): boolean | null {
  const match = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour);
  if (match === null) return null;
  const [red, green, blue] = [match[1], match[2], match[3]].map((part) => Number.parseInt(part ?? '0', 16)) as [
    number,
    number,
    number,
  ];
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255 < 0.5;
}
