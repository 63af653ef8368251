/** A YAML file → its keys and values, laid over those of another; checked against a schema, with each wrong key named. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { z } from 'zod';
import { Failure } from '#model/failure.ts';

export type Tree = { [key: string]: unknown };
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);

/** @throws Failure 'configuration'. */
export function readYaml(file: string): Tree {
  try {
    const value: unknown = parse(readFileSync(file, 'utf8'));
    if (value === null) return {};
    if (isTree(value)) return value;
    throw new Error('it must hold keys and values');
  } catch (cause) {
    throw new Failure(
      {
        code: 'configuration',
        message: `${file} cannot be read: ${cause instanceof Error ? cause.message : cause}`,
        hint: 'config/default.yaml shows the form.',
      },
      { cause },
    );
  }
}

/** Maps are merged key by key; lists and values of the second take the place of the first's. */
export function merge(base: Tree, over: Tree): Tree {
  const merged: Tree = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const under = merged[key];
    merged[key] = isTree(value) && isTree(under) ? merge(under, value) : value;
  }
  return merged;
}

/** @throws Failure 'configuration' that names each wrong key. */
export function check<T>(wanted: z.ZodType<T>, value: unknown, file: string): T {
  const result = wanted.safeParse(value);
  if (result.success) return result.data;
  const wrong = result.error.issues.map((issue) => `  ${issue.path.join('.') || '(top)'}: ${issue.message}`);
  throw new Failure({
    code: 'configuration',
    message: `The configuration (${file} and the environment) is wrong:\n${wrong.join('\n')}`,
    hint: 'config/default.yaml shows every setting with its form.',
  });
}
