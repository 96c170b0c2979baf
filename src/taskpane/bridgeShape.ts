/** Where the bars of a bridge stand: pure. */

import type { Minor } from '../domain/money';

export interface Bar {
  /** Null for the measures at both ends. */
  readonly reasonClass: string | null;
  /** Shares of the picture's height from the top. */
  readonly top: number;
  readonly height: number;
  /** Where the next bar begins: the share at which this one ends. */
  readonly end: number;
}

export interface BridgeShape {
  readonly bars: readonly Bar[];
  /** The share at which zero lies. */
  readonly zero: number;
}

/** A bar that can still be seen. */
const LEAST = 0.012;

/** From one amount to another; the steps are by reason, or by class. */
export interface Bridge {
  readonly left: Minor;
  readonly right: Minor;
  readonly steps: readonly { readonly reasonClass: string; readonly change: Minor }[];
}

export function bridgeShape({ left, right, steps }: Bridge): BridgeShape {
  let level = left;
  const spans = [
    { reasonClass: null, from: 0, to: left },
    ...steps.map(({ reasonClass, change }) => {
      const from = level;
      level += change;
      return { reasonClass, from, to: level };
    }),
    { reasonClass: null, from: 0, to: right },
  ];
  const most = Math.max(0, ...spans.map(({ from, to }) => Math.max(from, to)));
  const least = Math.min(0, ...spans.map(({ from, to }) => Math.min(from, to)));
  const range = most - least || 1;
  const at = (amount: number): number => (most - amount) / range;
  const bars = spans.map(({ reasonClass, from, to }) => {
    const top = at(Math.max(from, to));
    return { reasonClass, top, height: Math.max(LEAST, at(Math.min(from, to)) - top), end: at(to) };
  });
  return { bars, zero: at(0) };
}
