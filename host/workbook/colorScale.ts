/** Colours of colour scales. */
import type { NumberFigures } from './areaFigures';
import { ruleValue } from './criterionFormula';
import type { ConditionalRule } from './model';
import type { WorkbookSheet } from './sheet';

type Stop = (ConditionalRule & { type: 'colorScale' })['stops'][number];

/** The number at a part (0 to 1) of ordered numbers, between two of them where it falls there. */
function quantile(sorted: readonly number[], part: number): number {
  const place = (sorted.length - 1) * part;
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}

function stopValue(
  sheet: WorkbookSheet,
  stop: Stop,
  { sorted }: NumberFigures,
  written: { readonly row: number; readonly column: number },
): number | null {
  const least = sorted[0] ?? 0;
  const greatest = sorted[sorted.length - 1] ?? 0;
  if (stop.kind === 'lowest') return least;
  if (stop.kind === 'highest') return greatest;
  const given = ruleValue(sheet, stop.value ?? '0', written, written);
  if (typeof given !== 'number') return null;
  if (stop.kind === 'percent') return least + ((greatest - least) * given) / 100;
  return stop.kind === 'percentile' ? quantile(sorted, given / 100) : given;
}

const channel = (color: string, at: number): number => parseInt(color.slice(1 + at * 2, 3 + at * 2), 16);

function mixed(from: string, to: string, part: number): string {
  const channels = [0, 1, 2].map((at) => Math.round(channel(from, at) + (channel(to, at) - channel(from, at)) * part));
  return `#${channels
    .map((each) => each.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase()}`;
}

/** "#RRGGBB" of a number on a scale; null where the scale cannot be worked out. */
export function scaleColor(
  sheet: WorkbookSheet,
  stops: readonly Stop[],
  figures: NumberFigures,
  value: number,
  written: { readonly row: number; readonly column: number },
): string | null {
  let below: { readonly at: number; readonly color: string } | null = null;
  for (const stop of stops) {
    const at = stopValue(sheet, stop, figures, written);
    if (at === null) return null;
    if (value <= at)
      return below === null || at === below.at
        ? stop.color.toUpperCase()
        : mixed(below.color, stop.color, (value - below.at) / (at - below.at));
    below = { at, color: stop.color };
  }
  return below === null ? null : below.color.toUpperCase();
}
