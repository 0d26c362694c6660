/** What the code really does, read from its syntax trees: what it imports, which entries it writes, which codes it refuses with. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';

export interface CodeFile {
  /** From the root: `src/systems/dossiers/submission.ts`. */
  readonly path: string;
  readonly text: string;
}

export interface CodeFacts {
  readonly path: string;
  /** Paths from the root of what is imported from our own files. */
  readonly imports: readonly string[];
  /** Types of journal entries that are written: `{ type: 'x.y', … }` without an `id`, which subjects have. */
  readonly entries: readonly string[];
  /** Types of entries that a subscriber lists: `types: ['x.y']`. */
  readonly awaited: readonly string[];
  /** Codes handed to `refuse(…)`. */
  readonly refusals: readonly string[];
  /** Every text that looks like a code and is a value, not the name of a property: a declaration is not a use. */
  readonly codes: readonly string[];
}

const CODE = /^[a-z][a-z-]*\.[a-z][a-z0-9-]*$/;

/** The product's own files, without tests. */
export const readCode = (root: string): CodeFile[] =>
  readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|\.d\.ts$/.test(file))
    .map((file) => ({ path: posix.join('src', file), text: readFileSync(join(root, 'src', file), 'utf8') }));

export function factsOf({ path, text }: CodeFile): CodeFacts {
  const facts = {
    path,
    imports: [] as string[],
    entries: [] as string[],
    awaited: [] as string[],
    refusals: [] as string[],
    codes: [] as string[],
  };
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) && CODE.test(node.text) && !isPropertyName(node)) facts.codes.push(node.text);
    const from = moduleOf(node);
    if (from?.startsWith('.')) facts.imports.push(posix.join(posix.dirname(path), from));
    if (ts.isObjectLiteralExpression(node)) facts.entries.push(...entryTypesOf(node));
    if (ts.isCallExpression(node) && node.expression.getText() === 'refuse' && node.arguments[0])
      facts.refusals.push(...codesIn(node.arguments[0]));
    if (
      ts.isPropertyAssignment(node) &&
      node.name.getText() === 'types' &&
      ts.isArrayLiteralExpression(node.initializer)
    )
      facts.awaited.push(...node.initializer.elements.flatMap(codesIn));
    node.forEachChild(visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  return facts;
}

const isPropertyName = (node: ts.Node): boolean => ts.isPropertyAssignment(node.parent) && node.parent.name === node;

function moduleOf(node: ts.Node): string | undefined {
  const named =
    ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
      ? node.moduleSpecifier
      : ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
        ? node.arguments[0]
        : undefined;
  return named && ts.isStringLiteralLike(named) ? named.text : undefined;
}

function entryTypesOf(object: ts.ObjectLiteralExpression): string[] {
  const property = (name: string) => object.properties.find((one) => one.name?.getText() === name);
  const type = property('type');
  if (!type || !ts.isPropertyAssignment(type) || property('id')) return [];
  return codesIn(type.initializer);
}

/** The codes an expression may come to: a text, or either branch of a choice. */
function codesIn(expression: ts.Expression): string[] {
  if (ts.isParenthesizedExpression(expression) || ts.isAsExpression(expression)) return codesIn(expression.expression);
  if (ts.isConditionalExpression(expression))
    return [...codesIn(expression.whenTrue), ...codesIn(expression.whenFalse)];
  return ts.isStringLiteralLike(expression) && CODE.test(expression.text) ? [expression.text] : [];
}
