/** The functions that formulas can call. */
import { conditionalFunctions } from './conditional';
import { dateFunctions } from './dates';
import type { FunctionEntry } from './define';
import { logicalFunctions } from './logical';
import { lookupFunctions } from './lookup';
import { mathFunctions } from './math';
import { statisticalFunctions } from './statistics';
import { textFunctions } from './text';

const functions: ReadonlyMap<string, FunctionEntry> = new Map(
  [
    mathFunctions,
    statisticalFunctions,
    conditionalFunctions,
    lookupFunctions,
    logicalFunctions,
    textFunctions,
    dateFunctions,
  ].flatMap((table) => Object.entries(table)),
);

/** @param name in capitals; null for a function that is not there */
export const functionNamed = (name: string): FunctionEntry | null => functions.get(name) ?? null;

export const functionNames = (): readonly string[] => [...functions.keys()];
