import { schemaToJson, schemaToText } from '../../interchange/schema';
import { answer, json } from '../call';
import type { Outcome, SchemaCall } from '../call';

/** `hacluster schema`: the language as data for other tools, or as text. */
export function schema({ format }: SchemaCall): Outcome {
  return answer(format === 'json' ? json(schemaToJson()) : schemaToText(), true);
}
