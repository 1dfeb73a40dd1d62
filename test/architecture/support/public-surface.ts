import { join } from 'node:path';
import ts from 'typescript';
import { root } from './source-files.ts';
import { type Entry, entriesOf, publishedPackages } from './workspaces.ts';

/** The public names of an entry, `type` before a name that is gone at run time, in order of the alphabet. */
export type Surface = Readonly<Record<string, readonly string[]>>;

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  customConditions: ['source'],
  allowImportingTsExtensions: true,
  noEmit: true,
  skipLibCheck: true,
  types: [],
};

const nameOf = (symbol: ts.Symbol, checker: ts.TypeChecker): string => {
  const real = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const typeOnlyExport = symbol.declarations?.some(
    (at) => ts.isExportSpecifier(at) && (at.isTypeOnly || at.parent.parent.isTypeOnly),
  );
  const isValue = (real.flags & ts.SymbolFlags.Value) !== 0 && !typeOnlyExport;
  return isValue ? symbol.name : `type ${symbol.name}`;
};

function namesOf(entry: Entry, program: ts.Program): string[] {
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(join(root, entry.source));
  const symbol = file && checker.getSymbolAtLocation(file);
  if (!symbol) return [];
  return checker
    .getExportsOfModule(symbol)
    .map((name) => nameOf(name, checker))
    .sort((a, b) => a.replace('type ', '').localeCompare(b.replace('type ', ''), 'en'));
}

/** The public surface of every published package, by the file name that holds its list. */
export function publicSurfaces(): Map<string, Surface> {
  const packages = publishedPackages();
  const program = ts.createProgram(
    packages.flatMap((found) => entriesOf(found).map((entry) => join(root, entry.source))),
    options,
  );
  return new Map(
    packages.map((found) => [
      `test/architecture/surface/${found.folder.slice('packages/'.length)}.json`,
      Object.fromEntries(entriesOf(found).map((entry) => [entry.name, namesOf(entry, program)])),
    ]),
  );
}
