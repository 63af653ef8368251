/** A YAML file → its keys and values, laid over those of another; checked against a schema, with each wrong key named. */
import { readFileSync } from 'node:fs';
import { isNode, LineCounter, parse, parseDocument } from 'yaml';
import type { z } from 'zod';
import { nearest } from '#app/nearest.ts';
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

/**
 * @param variableOf The variable of the environment that a setting comes from, instead of the file.
 * @throws Failure 'configuration' that names each wrong key, with its variable, or its line where the file has it.
 */
export function check<T>(
  wanted: z.ZodType<T>,
  value: unknown,
  file: string,
  variableOf: (path: string) => string | undefined = () => undefined,
): T {
  const result = wanted.safeParse(value);
  if (result.success) return result.data;
  const lineOf = readLines(file);
  const wrong = result.error.issues.flatMap(toFaults(value)).map(({ path, says }) => {
    const name = path.join('.');
    const variable = variableOf(name);
    if (variable !== undefined) return `  ${variable} (${name}): ${says}`;
    const line = lineOf(path);
    return `  ${line === undefined ? '' : `line ${line}, `}${name || '(top)'}: ${says}`;
  });
  throw new Failure({
    code: 'configuration',
    message: `The configuration (${file} and the environment) is wrong:\n${wrong.join('\n')}`,
    hint: 'config/default.yaml shows every setting with its form.',
  });
}

type Path = readonly PropertyKey[];
type Fault = { readonly path: Path; readonly says: string };

/** A key that nobody knows is a fault of its own, and the known ones beside it may be what was meant. */
const toFaults =
  (value: unknown) =>
  (issue: z.core.$ZodIssue): readonly Fault[] => {
    const { path, message } = issue;
    if (issue.code !== 'unrecognized_keys') return [{ path, says: message }];
    const beside: unknown = path.reduce<unknown>((at, key) => (isTree(at) ? at[String(key)] : undefined), value);
    const known = isTree(beside) ? Object.keys(beside).filter((key) => !issue.keys.includes(key)) : [];
    return issue.keys.map((key) => {
      const [meant] = nearest(key, known);
      return { path: [...path, key], says: `there is no such setting.${meant ? ` Did you mean ${meant}?` : ''}` };
    });
  };

/** Where in the file a setting stands; undefined for what comes from elsewhere (the environment, a default). */
function readLines(file: string): (path: Path) => number | undefined {
  const counter = new LineCounter();
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: counter });
  return (path) => {
    const node: unknown = path.length > 0 ? document.getIn(path, true) : undefined;
    const start = isNode(node) ? node.range?.[0] : undefined;
    return start === undefined ? undefined : counter.linePos(start).line;
  };
}
