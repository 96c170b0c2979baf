/** What a chart does by itself where nothing was set: its colours and its scale. */

/** Colours of the series in turn. */
export const PALETTE = ['#4472C4', '#ED7D31', '#A5A5A5', '#FFC000', '#5B9BD5', '#70AD47'] as const;

export interface Scale {
  readonly low: number;
  readonly high: number;
  readonly step: number;
}

/** A scale of round steps that holds zero and all values. */
export function niceScale(values: readonly number[], steps = 5): Scale {
  const low = Math.min(0, ...values);
  const most = Math.max(0, ...values);
  // Zeros alone would leave no height to draw in.
  const high = most === low ? 1 : most;
  const rough = (high - low) / steps;
  const unit = 10 ** Math.floor(Math.log10(rough));
  const step = unit * ([1, 2, 2.5, 5, 10].find((factor) => factor * unit >= rough) ?? 10);
  return { low: Math.floor(low / step) * step, high: Math.ceil(high / step) * step, step };
}
