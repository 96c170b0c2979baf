/** Arguments of a method as they come over the wire, read with Excel's refusals. */

import { refuse } from './errors';
import type { Kind } from './schema';

const bad = (): never => {
  throw refuse('InvalidArgument');
};

export const readText = (value: unknown): string => (typeof value === 'string' ? value : bad());
export const readNumber = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : bad());
export const readInteger = (value: unknown): number => {
  const number = readNumber(value);
  return Number.isInteger(number) ? number : bad();
};
export const readFlag = (value: unknown): boolean => (typeof value === 'boolean' ? value : bad());

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const readRecord = (value: unknown): Readonly<Record<string, unknown>> => (isRecord(value) ? value : bad());
export const readList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as readonly unknown[]) : bad());

/** One of Excel's enumeration words; letter case of the first letter is free, as in Excel. */
export const readChoice = <W extends string>(value: unknown, words: readonly W[]): W => {
  const text = readText(value).toLowerCase();
  return words.find((word) => word.toLowerCase() === text) ?? bad();
};

/** "#RRGGBB" or the name of an HTML colour that Excel answers in hex; "" is kept. */
export const readColor = (value: unknown): string => {
  const text = readText(value).trim();
  const hex = /^#?([0-9a-f]{6})$/i.exec(text)?.[1] ?? COLORS[text.toLowerCase()];
  return hex ? `#${hex.toUpperCase()}` : bad();
};

const COLORS: Readonly<Record<string, string>> = {
  aqua: '00FFFF', black: '000000', blue: '0000FF', brown: 'A52A2A', cyan: '00FFFF', darkblue: '00008B', darkgray: 'A9A9A9',
  darkgreen: '006400', darkred: '8B0000', fuchsia: 'FF00FF', gold: 'FFD700', gray: '808080', green: '008000', grey: '808080',
  lightblue: 'ADD8E6', lightgray: 'D3D3D3', lightgreen: '90EE90', lightyellow: 'FFFFE0', lime: '00FF00', magenta: 'FF00FF',
  maroon: '800000', navy: '000080', olive: '808000', orange: 'FFA500', pink: 'FFC0CB', purple: '800080', red: 'FF0000',
  silver: 'C0C0C0', teal: '008080', white: 'FFFFFF', yellow: 'FFFF00',
}; // prettier-ignore

export class Args {
  constructor(readonly values: readonly unknown[]) {}

  at(index: number): unknown {
    return this.values[index] ?? null;
  }

  isGiven(index: number): boolean {
    return this.at(index) !== null;
  }

  text(index: number): string {
    return readText(this.at(index));
  }

  optionalText(index: number): string | null {
    return this.isGiven(index) ? this.text(index) : null;
  }

  number(index: number): number {
    return readNumber(this.at(index));
  }

  integer(index: number): number {
    return readInteger(this.at(index));
  }

  optionalInteger(index: number): number | null {
    return this.isGiven(index) ? this.integer(index) : null;
  }

  flag(index: number, otherwise: boolean): boolean {
    return this.isGiven(index) ? readFlag(this.at(index)) : otherwise;
  }

  choice<W extends string>(index: number, words: readonly W[], otherwise?: W): W {
    return otherwise !== undefined && !this.isGiven(index) ? otherwise : readChoice(this.at(index), words);
  }

  /** A plain object, or an empty one where none is given. */
  record(index: number): Readonly<Record<string, unknown>> {
    return this.isGiven(index) ? readRecord(this.at(index)) : {};
  }

  /** An object of a class; anything else is InvalidArgument. */
  object<T extends object>(index: number, kind: Kind<T>): T {
    return kind.read(this.at(index)) ?? bad();
  }
}
