import ts from 'typescript';
import { readText } from './source-files.ts';

/** One import, re-export, `import()` or `import('x')` type of a file. */
export interface Import {
  readonly specifier: string;
  /** Nothing of it is left at run time. */
  readonly typeOnly: boolean;
  /** Counted from one. */
  readonly line: number;
}

/** The syntax tree of a file of the checkout. */
export const treeOf = (path: string): ts.SourceFile =>
  ts.createSourceFile(path, readText(path), ts.ScriptTarget.ES2022, true);

/** Visits every node of a tree, outer ones first. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

const textOf = (node: ts.Node | undefined): string | undefined =>
  node && ts.isStringLiteralLike(node) ? node.text : undefined;

const allTypes = (elements: readonly { readonly isTypeOnly: boolean }[]): boolean =>
  elements.length > 0 && elements.every((element) => element.isTypeOnly);

function importsOnlyTypes(node: ts.ImportDeclaration): boolean {
  const clause = node.importClause;
  if (!clause) return false;
  const named = clause.namedBindings;
  return (
    clause.isTypeOnly || (!clause.name && !!named && ts.isNamedImports(named) && allTypes(named.elements))
  );
}

function exportsOnlyTypes(node: ts.ExportDeclaration): boolean {
  const named = node.exportClause;
  return node.isTypeOnly || (!!named && ts.isNamedExports(named) && allTypes(named.elements));
}

function readImport(node: ts.Node): { specifier: string | undefined; typeOnly: boolean } | null {
  if (ts.isImportDeclaration(node))
    return { specifier: textOf(node.moduleSpecifier), typeOnly: importsOnlyTypes(node) };
  if (ts.isExportDeclaration(node))
    return { specifier: textOf(node.moduleSpecifier), typeOnly: exportsOnlyTypes(node) };
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
    return { specifier: textOf(node.argument.literal), typeOnly: true };
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
    return { specifier: textOf(node.arguments[0]), typeOnly: false };
  return null;
}

/** Every import of a file, in order of appearance. */
export function importsOf(path: string): Import[] {
  const tree = treeOf(path);
  const found: Import[] = [];
  walk(tree, (node) => {
    const read = readImport(node);
    if (!read?.specifier) return;
    const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    found.push({ specifier: read.specifier, typeOnly: read.typeOnly, line });
  });
  return found;
}
