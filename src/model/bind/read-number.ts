import type { AttributeSchema } from '../../language/schema/types';
import {
  bytesOf,
  durationUnits,
  millisecondsOf,
  sizeUnits,
  writeDuration,
  writeSize,
} from '../../language/schema/units';
import type { Value } from '../../language/tree';
import { countOf } from '../words';
import type { Reporter } from './report';

type NumberSchema = Extract<AttributeSchema, { readonly type: 'integer' | 'size' | 'duration' | 'percentage' }>;

/** How each kind of number is written, and what it is called in a message. */
const forms = {
  integer: { what: 'a whole number', example: '4', factor: () => undefined, units: [] as string[] },
  size: { what: 'a size such as 32GB', example: '32GB', factor: bytesOf, units: Object.keys(sizeUnits) },
  duration: { what: 'a time such as 30s', example: '30s', factor: millisecondsOf, units: Object.keys(durationUnits) },
  percentage: { what: 'a percentage such as 20%', example: '20%', factor: () => undefined, units: ['%'] },
} as const;

const written = /^(-?[0-9]+(?:\.[0-9]+)?)\s?([A-Za-z]+|%)?$/;

/** Reads a number, size (bytes), duration (ms) or percentage; undefined and a finding where it is none or out of range. */
export function readNumber(name: string, schema: NumberSchema, value: Value, reporter: Reporter): number | undefined {
  const form = forms[schema.type];
  const wrong = (message: string, fixes: Parameters<Reporter['report']>[3] = []): undefined => {
    reporter.report('language/wrong-type', message, value.span, fixes);
    return undefined;
  };
  if (value.kind === 'string') {
    const parts = written.exec(value.text.trim());
    const plain = `${parts?.[1] ?? ''}${parts?.[2] ?? ''}`;
    const result = parts ? resultOf(schema, Number(parts[1]), parts[2]) : undefined;
    const meant = result !== undefined && isWithin(schema, result);
    return wrong(
      `${name} is ${form.what}, without quotes.`,
      meant ? [reporter.replacement(`Write ${plain}`, value.span, plain)] : [],
    );
  }
  if (value.kind !== 'number') return wrong(`${name} is ${form.what}.`);
  const result = resultOf(schema, value.value, value.unit);
  if (result === undefined) {
    if (value.unit === undefined) {
      const choices = value.value === 0 ? [schema.type === 'size' ? 'GB' : 's'] : form.units;
      return wrong(
        `${name} is ${form.what}: the unit is missing (${form.units.join(', ')}).`,
        choices
          .filter((unit) => isWithin(schema, resultOf(schema, value.value, unit) ?? NaN))
          .map((unit) =>
            reporter.replacement(`Write ${value.text}${unit}`, value.span, `${value.text}${unit}`, value.value === 0),
          ),
      );
    }
    return wrong(
      `${name} is ${form.what}${form.units.length > 0 ? `; units are ${form.units.join(', ')}` : ', without a unit'}.`,
    );
  }
  return inRange(name, schema, result, value, reporter);
}

function resultOf(schema: NumberSchema, value: number, unit: string | undefined): number | undefined {
  if (schema.type === 'integer') return unit === undefined && Number.isInteger(value) ? value : undefined;
  if (schema.type === 'percentage') return unit === '%' ? value : undefined;
  const factor = unit === undefined ? undefined : forms[schema.type].factor(unit);
  return factor === undefined ? undefined : value * factor;
}

function boundsOf(schema: NumberSchema): { readonly min?: number; readonly max?: number } {
  return schema.type === 'percentage' ? { min: 0, max: 100 } : schema;
}

function isWithin(schema: NumberSchema, result: number): boolean {
  const { min = -Infinity, max = Infinity } = boundsOf(schema);
  return result >= min && result <= max && Number.isSafeInteger(result);
}

function inRange(
  name: string,
  schema: NumberSchema,
  result: number,
  value: Value,
  reporter: Reporter,
): number | undefined {
  const show = (amount: number): string =>
    schema.type === 'size' ? writeSize(amount) : schema.type === 'duration' ? writeDuration(amount) : String(amount);
  const { min, max } = boundsOf(schema);
  if (!isWithin(schema, result)) {
    const range = max === undefined ? `${show(min ?? 0)} or more` : `${show(min ?? 0)} to ${show(max)}`;
    reporter.report('language/out-of-range', `${name} may be ${range}.`, value.span);
    return undefined;
  }
  if (schema.type === 'duration' && schema.step !== undefined && result % schema.step !== 0) {
    const hours = countOf(Math.max(1, Math.round(result / schema.step)), 'hour');
    reporter.report(
      'language/out-of-range',
      `${name} is counted in whole ${writeDuration(schema.step).replace(/^1/, '')} units.`,
      value.span,
      [
        reporter.replacement(
          `Round to ${hours}`,
          value.span,
          writeDuration(Math.max(1, Math.round(result / schema.step)) * schema.step),
          false,
        ),
      ],
    );
    return undefined;
  }
  return result;
}
