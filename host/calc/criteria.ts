/** Criteria of SUMIF and its kin: `5`, `">=5"`, `"<>x"`, `"A*"`. */
import { errorNamed, isError } from '../workbook/values';
import type { Scalar } from '../workbook/model';
import { compareTexts, numberOfText, sameNumber, sameText } from './coercion';
import { wildcard } from './wildcard';

export interface Criterion {
  passes(value: Scalar): boolean;
  /** The one value that passes, where it is only one and an index can find it; else null. */
  readonly equals: number | string | boolean | null;
  /** Two criteria of the same key let the same values pass. */
  readonly key: string;
}

const OPERATOR = /^(<=|>=|<>|=|<|>)([\s\S]*)$/;

const holds = (operator: string, order: number): boolean => {
  switch (operator) {
    case '<':
      return order < 0;
    case '>':
      return order > 0;
    case '<=':
      return order <= 0;
    default:
      return order >= 0;
  }
};

const criterion = (key: string, passes: (value: Scalar) => boolean, equals: Criterion['equals'] = null): Criterion => ({
  key,
  passes,
  equals,
});

/** Equality with a value as written: a number also equals a text that reads as it. */
function equality(key: string, wanted: string): Criterion {
  if (wanted === '') return criterion(key, (value) => value === null);
  const number = numberOfText(wanted);
  if (number !== null) {
    return criterion(key, (value) =>
      typeof value === 'number' ? sameNumber(value, number) : typeof value === 'string' && numberOfText(value) === number,
    );
  }
  const truth = /^(true|false)$/i.exec(wanted);
  if (truth !== null) {
    const isTrue = wanted.toLowerCase() === 'true';
    return criterion(key, (value) => value === isTrue, isTrue);
  }
  const error = errorNamed(wanted);
  if (error !== null) return criterion(key, (value) => value === error);
  const pattern = wildcard(wanted);
  if (pattern !== null) return criterion(key, (value) => typeof value === 'string' && pattern.isWhole(value));
  return criterion(key, (value) => typeof value === 'string' && sameText(value, wanted), wanted);
}

function ordering(key: string, operator: string, wanted: string): Criterion {
  const number = numberOfText(wanted);
  if (number !== null)
    return criterion(
      key,
      (value) => typeof value === 'number' && holds(operator, sameNumber(value, number) ? 0 : value - number),
    );
  return criterion(key, (value) => typeof value === 'string' && holds(operator, compareTexts(value, wanted)));
}

/** @param given the criterion's value: a text may begin with an operator and have wildcards */
export function criterionOf(given: Scalar): Criterion {
  if (typeof given === 'number') return equality(`n${given}`, String(given));
  if (typeof given === 'boolean') return criterion(`b${given}`, (value) => value === given, given);
  if (isError(given)) return criterion(`e${given.error}`, (value) => value === given);
  if (given === null) return equality('n0', '0');
  if (given === '') return criterion('blank', (value) => value === null || value === '');
  const [, operator = '', wanted = given] = OPERATOR.exec(given) ?? [];
  const key = `t${given.toLowerCase()}`;
  if (operator === '' || operator === '=') return equality(key, wanted);
  if (operator !== '<>') return ordering(key, operator, wanted);
  const same = equality('', wanted);
  return criterion(key, (value) => !same.passes(value));
}
