/** Sections of the table and the sources → the phrases that nothing says. */
import type { Node, ObjectLiteralExpression } from 'typescript/unstable/ast';
import * as is from 'typescript/unstable/ast/is';
import type { Read } from './sources.ts';

/** @param folder Of the sections. @returns "topics.ts: muted.word" */
export function unusedPhrases(files: readonly Read[], folder: string): readonly string[] {
  const said = new Set(files.flatMap(saidIn));
  return files
    .filter(({ file }) => file.startsWith(folder))
    .flatMap(({ file, source }) => {
      const section = file.slice(folder.length);
      return pathsOf(source)
        .filter((path) => !path.some((_, index) => said.has(key(section, path.slice(0, index + 1)))))
        .map((path) => `${section}: ${path.join('.')}`);
    });
}

const key = (section: string, path: readonly string[]): string => `${section} ${path.join('.')}`;
const nameOf = (node: Node | undefined): string => (node !== undefined && 'text' in node ? String(node.text) : '');

/** Where each phrase of `export const phrases` stands; what is named there alone is looked up in the file. */
function pathsOf(source: Node): readonly (readonly string[])[] {
  const objects = new Map<string, ObjectLiteralExpression>();
  source.forEachChild((statement) => {
    if (is.isVariableStatement(statement))
      for (const { name, initializer } of statement.declarationList.declarations)
        if (initializer !== undefined && is.isObjectLiteralExpression(initializer)) objects.set(nameOf(name), initializer);
  });
  const below = (object: ObjectLiteralExpression): readonly (readonly string[])[] =>
    object.properties.flatMap((property) => {
      const name = is.isSpreadAssignment(property) ? '' : nameOf(property.name);
      const value = is.isPropertyAssignment(property) ? property.initializer : objects.get(name);
      return value !== undefined && is.isObjectLiteralExpression(value) ? below(value).map((path) => [name, ...path]) : [[name]];
    });
  const phrases = objects.get('phrases');
  return phrases === undefined ? [] : below(phrases);
}

/** Each chain `phrases.a.b` to its end: who takes a whole object says all that is in it. */
function saidIn({ source }: Read): readonly string[] {
  const roots = new Map<string, { readonly section: string; readonly path: readonly string[] }>();
  const said: string[] = [];
  const chain = (node: Node): { readonly section: string; readonly path: readonly string[] } | undefined => {
    if (is.isIdentifier(node)) return roots.get(nameOf(node));
    // `typeof phrases.passedBy` in a type is a qualified name.
    const [left, right] = is.isPropertyAccessExpression(node)
      ? [node.expression, node.name]
      : is.isQualifiedName(node)
        ? [node.left, node.right]
        : [];
    const of = left && chain(left);
    return of && { ...of, path: [...of.path, nameOf(right)] };
  };
  const visit = (node: Node): void => {
    if (is.isImportDeclaration(node)) {
      const [, section] = /^#phrases\/(.+)$/.exec(nameOf(node.moduleSpecifier)) ?? [];
      const names = node.importClause?.namedBindings;
      if (section !== undefined && names !== undefined && is.isNamedImports(names))
        for (const { name } of names.elements) roots.set(nameOf(name), { section, path: [] });
      return;
    }
    if (is.isVariableDeclaration(node) && node.initializer !== undefined) {
      const of = chain(node.initializer);
      if (of !== undefined && is.isIdentifier(node.name)) return void roots.set(nameOf(node.name), of);
      if (of !== undefined && is.isObjectBindingPattern(node.name)) {
        for (const { name, propertyName } of node.name.elements) {
          const taken = { ...of, path: [...of.path, nameOf(propertyName ?? name)] };
          roots.set(nameOf(name), taken);
        }
        return;
      }
    }
    const end = chain(node);
    if (end !== undefined && end.path.length > 0) {
      said.push(key(end.section, end.path));
      return;
    }
    node.forEachChild((child) => visit(child));
  };
  visit(source);
  return said;
}
