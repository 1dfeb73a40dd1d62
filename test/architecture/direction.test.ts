import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { importsOf } from './support/imports-of.ts';
import { sourcesOf } from './support/source-files.ts';
import { type Workspace, workspaces } from './support/workspaces.ts';

type Weight = 'values' | 'types';

/** Which packages of the house each one may import, and whether only their types. `[path]` narrows to an entry. */
const permitted: Readonly<Record<string, Readonly<Record<string, Weight>>>> = {
  '@regulars/schema': {},
  '@regulars/core': { '@regulars/schema': 'types', '@regulars/schema/vocabularies': 'values' },
  '@regulars/adapters': {
    '@regulars/core': 'types',
    '@regulars/schema': 'types',
    '@regulars/schema/vocabularies': 'values',
  },
  '@regulars/widgets': { '@regulars/core': 'types', '@regulars/schema': 'types' },
  regulars: {
    '@regulars/schema': 'values',
    '@regulars/core': 'values',
    '@regulars/adapters': 'values',
    '@regulars/widgets': 'values',
  },
  '@regulars/server': { '@regulars/schema': 'values', '@regulars/core/rules': 'values' },
  '@regulars/cli': { '@regulars/schema': 'values', '@regulars/core/rules': 'values' },
  '@regulars/demo': {
    regulars: 'values',
    '@regulars/server': 'values',
    '@regulars/cli': 'values',
    '@regulars/core': 'values',
    '@regulars/schema': 'values',
  },
};

/** The rooms of core; each may import itself and what stands left of it. */
const rooms = [
  'lib',
  'errors',
  'events',
  'middleware',
  'rules',
  'storage',
  'consent',
  'journey',
  'collect',
  'campaigns',
  'features',
  'sync',
  'host',
  'identity',
  'create-core',
];

const packageOf = (specifier: string): string =>
  specifier.startsWith('@') ? specifier.split('/').slice(0, 2).join('/') : (specifier.split('/')[0] ?? '');

function weightFor(importer: string, specifier: string): Weight | undefined {
  const rules = permitted[importer] ?? {};
  return rules[specifier] ?? rules[packageOf(specifier)];
}

function wrongPackageImports({ folder, manifest }: Workspace): string[] {
  return sourcesOf(`${folder}/src`).flatMap((path) =>
    importsOf(path)
      .filter(({ specifier }) => /^(@regulars\/|regulars($|\/))/.test(specifier))
      .filter(({ specifier, typeOnly }) => {
        const weight = weightFor(manifest.name, specifier);
        return weight === undefined || (weight === 'types' && !typeOnly);
      })
      .map(({ specifier, line }) => `${path}:${line} imports ${specifier}`),
  );
}

function roomOf(path: string): number {
  const inside = path.slice('packages/core/src/'.length);
  const room = inside.includes('/') ? (inside.split('/')[0] ?? '') : 'create-core';
  const place = rooms.indexOf(room);
  assert.notEqual(place, -1, `${path} stands in no room of core: ${rooms.join(', ')}`);
  return place;
}

test('packages import only in the permitted direction', () => {
  assert.deepEqual(workspaces().flatMap(wrongPackageImports), []);
});

test('no import leaves its package by a path or reaches into another', () => {
  const leaving = workspaces().flatMap(({ folder }) =>
    sourcesOf(`${folder}/src`).flatMap((path) =>
      importsOf(path)
        .filter(
          ({ specifier }) => /^@?regulars.*\/(src|dist)\//.test(specifier) || leaves(folder, path, specifier),
        )
        .map(({ specifier, line }) => `${path}:${line} imports ${specifier}`),
    ),
  );
  assert.deepEqual(leaving, []);
});

function leaves(folder: string, path: string, specifier: string): boolean {
  if (!specifier.startsWith('.')) return false;
  return !join(dirname(path), specifier).replaceAll('\\', '/').startsWith(`${folder}/src/`);
}

test('the rooms of core import only leftwards, types included', () => {
  const wrong = sourcesOf('packages/core/src').flatMap((path) =>
    importsOf(path)
      .filter(({ specifier }) => specifier.startsWith('.'))
      .filter(({ specifier }) => roomOf(join(dirname(path), specifier).replaceAll('\\', '/')) > roomOf(path))
      .map(({ specifier, line }) => `${path}:${line} imports ${specifier}`),
  );
  assert.deepEqual(wrong, []);
});

test('every third-party import is declared by its package', () => {
  const undeclared = workspaces().flatMap(({ folder, manifest }) => {
    const { dependencies, peerDependencies, imports, name } = manifest;
    const declared = { ...dependencies, ...peerDependencies, ...imports, [name]: '' };
    return sourcesOf(`${folder}/src`).flatMap((path) =>
      importsOf(path)
        .filter(({ specifier }) => !specifier.startsWith('.') && !specifier.startsWith('node:'))
        .filter(({ specifier }) => !(packageOf(specifier) in declared))
        .map(({ specifier, line }) => `${path}:${line} imports ${specifier}`),
    );
  });
  assert.deepEqual(undeclared, []);
});
