import assert from 'node:assert/strict';
import { test } from 'node:test';
import ts from 'typescript';
import { importsOf, treeOf, walk } from './support/imports-of.ts';
import { sourcesOf } from './support/source-files.ts';

/** Places in a file where `isWrong` holds, as `path:line text`. */
function findIn(path: string, isWrong: (node: ts.Node) => boolean): string[] {
  const tree = treeOf(path);
  const found: string[] = [];
  walk(tree, (node) => {
    if (!isWrong(node)) return;
    const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    found.push(`${path}:${line} ${node.getText().split('\n')[0]}`);
  });
  return found;
}

const isMember = (node: ts.Node, owner: string, name: string): boolean =>
  ts.isPropertyAccessExpression(node) && node.name.text === name && node.expression.getText() === owner;

const readsClock = (node: ts.Node): boolean =>
  isMember(node, 'Date', 'now') ||
  isMember(node, 'Math', 'random') ||
  (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length);

const reachesGlobalThis = (node: ts.Node): boolean => ts.isIdentifier(node) && node.text === 'globalThis';

const sendsBeacon = (node: ts.Node): boolean =>
  ts.isPropertyAccessExpression(node) && (node.name.text === 'sendBeacon' || node.name.text === 'fetchLater');

const opensTransaction = (node: ts.Node): boolean =>
  ts.isCallExpression(node) &&
  ts.isPropertyAccessExpression(node.expression) &&
  node.expression.name.text === 'transaction';

test('rules read no clock, no chance and no global object', () => {
  const files = sourcesOf('packages/core/src/rules');
  assert.ok(files.length > 0);
  assert.deepEqual(
    files.flatMap((path) => findIn(path, (node) => readsClock(node) || reachesGlobalThis(node))),
    [],
  );
});

test('views import types only and read no clock', () => {
  const views = sourcesOf('packages/widgets/src').filter((path) => path.endsWith('.view.ts'));
  const values = views.flatMap((path) =>
    importsOf(path)
      .filter(({ typeOnly, specifier }) => !typeOnly && !/\.(view|rule)\.ts$|-rule\.ts$/.test(specifier))
      .map(({ specifier, line }) => `${path}:${line} imports ${specifier}`),
  );
  assert.deepEqual([...values, ...views.flatMap((path) => findIn(path, readsClock))], []);
});

test('core and widgets send nothing by themselves', () => {
  const files = [...sourcesOf('packages/core/src'), ...sourcesOf('packages/widgets/src')];
  assert.deepEqual(
    files.flatMap((path) => findIn(path, sendsBeacon)),
    [],
  );
});

test('only run-transaction opens a transaction on the database of the browser', () => {
  const files = sourcesOf('packages/core/src').filter(
    (path) => path !== 'packages/core/src/storage/run-transaction.ts',
  );
  assert.deepEqual(
    files.flatMap((path) => findIn(path, opensTransaction)),
    [],
  );
});

test('nothing is asserted through unknown', () => {
  const isDoubleAssertion = (node: ts.Node): boolean =>
    ts.isAsExpression(node) &&
    ts.isAsExpression(node.expression) &&
    node.expression.type.kind === ts.SyntaxKind.UnknownKeyword;
  const files = [...sourcesOf('packages'), ...sourcesOf('demo/src')];
  assert.deepEqual(
    files.flatMap((path) => findIn(path, isDoubleAssertion)),
    [],
  );
});
