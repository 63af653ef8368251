/** Syntax trees → the strings in them that look like words for people, found in the syntax tree: two words beside each other, a word with a capital, text between tags. */
import type {
  CallExpression,
  Node,
  PropertyAssignment,
  SourceFile,
  TemplateExpression,
  VariableDeclaration,
} from 'typescript/unstable/ast';
import * as is from 'typescript/unstable/ast/is';
import type { Read } from './sources.ts';

export type Spoken = { readonly file: string; readonly line: number; readonly text: string };

/** Stands for `${…}`: it may be a word. */
const HOLE = '\uFFFC';

export const spokenIn = (files: readonly Read[]): readonly Spoken[] => files.flatMap(spoken);

function spoken({ file, source }: Read): Spoken[] {
  const found: Spoken[] = [];
  const lineOf = (at: number): number => source.text.slice(0, at).split('\n').length;
  const visit = (node: Node): void => {
    if (isForPrograms(node, source)) return;
    const text = textOf(node);
    if (text !== undefined && isSpoken(text)) found.push({ file, line: lineOf(node.end), text: text.replaceAll(HOLE, '…') });
    const unspoken = is.isCallExpression(node) ? unspokenArguments(node, source) : 0;
    const key = is.isPropertyAssignment(node) ? node.name : undefined;
    node.forEachChild((child) => {
      if (child === key) return;
      const index = is.isCallExpression(node) ? node.arguments.indexOf(child as never) : -1;
      if (index < 0 || index >= unspoken) visit(child);
    });
  };
  visit(source);
  return found;
}

const written = (node: Node, source: SourceFile): string => source.text.slice(node.pos, node.end).trim();

/** Properties and variables that hold what one types, keys of ours, or a header of HTTP. */
const TYPED = /^(?:ask|\w+Ask|examples|id|lane|sameSite|authorization)$|^'[\w-]*-[\w-]*'$/;

/** What holds no words for people, with all below it: imports, types, faults of ours, what one types, lists of words, comparisons. */
function isForPrograms(node: Node, source: SourceFile): boolean {
  if (is.isImportDeclaration(node) || is.isExportDeclaration(node) || is.isTypeNode(node) || is.isThrowStatement(node)) return true;
  if (is.isNewExpression(node)) return /Error$/.test(written(node.expression, source));
  if (is.isPropertyAssignment(node) || is.isVariableDeclaration(node))
    return TYPED.test(written(node.name, source)) || isActOfAudit(node, source);
  if (is.isPropertyAccessExpression(node)) return written(node.name, source) === 'split';
  return is.isBinaryExpression(node) && /^[!=]==?$/.test(written(node.operatorToken, source));
}

/** "who" did "what": acts are named alike in every language, as commands are; the detail beside them is words. */
const isActOfAudit = (node: PropertyAssignment | VariableDeclaration, source: SourceFile): boolean =>
  written(node.name, source) === 'what' && /[{,]\s*who:/.test(written(node.parent, source));

/** Functions whose first arguments are for programs, and how many of them. */
const CALLS: readonly (readonly [name: RegExp, count: number])[] = [
  [/\blog\.(?:debug|info|warn|error)$|\.(?:startsWith|endsWith|includes)$/, Number.POSITIVE_INFINITY],
  // What one types, and what is signed.
  [/^(?:sign|code)$/, 1],
  // Acts of the audit, and asks.
  [/^audit$/, 2],
  [/^(?:note|acting\.command|reading\.ask)$/, 1],
];

function unspokenArguments(call: CallExpression, source: SourceFile): number {
  const name = written(call.expression, source);
  return CALLS.find(([pattern]) => pattern.test(name))?.[1] ?? 0;
}

function textOf(node: Node): string | undefined {
  if (is.isStringLiteral(node) || is.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!is.isTemplateExpression(node)) return undefined;
  const { head, templateSpans } = node as TemplateExpression;
  return head.text + templateSpans.map(({ literal }) => HOLE + literal.text).join('');
}

/** They are called so in every language. */
const NAMES = /\b(?:Wirebrief|Slack|Discord|Atom|JSON Feed|Markdown|HTTP|Akamai|AWS WAF|Cloudflare|Imperva|Sucuri)\b/g;
const TAG = /<[a-z!/][^>]*>/i;
const SHOWN = /(?:aria-label|placeholder|title|alt)="([^"]*)"/g;

export function isSpoken(literal: string): boolean {
  const text = literal.replace(NAMES, '');
  if (!TAG.test(text)) return isProse(text) || /^\p{Lu}\p{Ll}+$/u.test(text.trim());
  const shown = [...text.matchAll(SHOWN)].map(([, value = '']) => value);
  // What one types stands in <code> and <kbd>.
  const between = text.replace(/<(code|kbd)\b[^>]*>.*?<\/\1>/g, '').replace(/<[^>]*(?:>|$)/g, '\n');
  return shown.some(isProse) || /\p{L}{2}/u.test(between);
}

/** Two words beside each other, one of them no hole. */
function isProse(text: string): boolean {
  const words = text.split(/\s+/).map((word) => word.replace(/^[“"(‘–·]+|[”"’),.;:!?…]+$/gu, ''));
  const isWord = (word: string | undefined): boolean => word !== undefined && /^\p{L}[\p{L}’'-]*$/u.test(word);
  const isHole = (word: string | undefined): boolean => word?.includes(HOLE) === true;
  return words.some((word, index) => {
    const next = words[index + 1];
    return (isWord(word) && (isWord(next) || isHole(next))) || (isHole(word) && isWord(next));
  });
}
