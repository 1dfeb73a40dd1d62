import type * as z from 'zod/mini';

/** The inside of a zod schema as far as explanations need it; zod documents `_zod.def` for tools. */
interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodMiniType>>;
  readonly innerType?: z.ZodMiniType;
  readonly getter?: () => z.ZodMiniType;
  readonly element?: z.ZodMiniType;
  readonly valueType?: z.ZodMiniType;
  readonly options?: readonly z.ZodMiniType[];
  readonly values?: readonly unknown[];
}

const definitionOf = (schema: z.ZodMiniType): Definition => schema._zod.def as Definition;

/** Known keys of the object at a path: of the option that fits the value best, where several are allowed. */
export function keysAt(
  schema: z.ZodMiniType,
  root: unknown,
  path: readonly PropertyKey[],
): readonly string[] {
  const { schemas, value } = descend(schema, root, path);
  const keys = schemas.map((one) => Object.keys(definitionOf(one).shape ?? {}));
  const held = Object.keys(Object(value));
  const common = (list: readonly string[]): number => held.filter((key) => list.includes(key)).length;
  return keys.sort((a, b) => common(b) - common(a))[0] ?? [];
}

/** Literal values that tell the options at a path apart (`tour`, `carousel` … for `widget.type`). */
export function choicesAt(
  schema: z.ZodMiniType,
  root: unknown,
  path: readonly PropertyKey[],
): readonly string[] {
  const key = path.at(-1);
  const { schemas } = descend(schema, root, path.slice(0, -1));
  return schemas
    .flatMap((one) => {
      const choice = definitionOf(one).shape?.[String(key)];
      return choice ? unwrap(choice).flatMap((inner) => definitionOf(inner).values ?? []) : [];
    })
    .map(String);
}

/** All object, list and leaf schemas that may stand at the path, discriminated by what the value says of itself. */
function descend(
  schema: z.ZodMiniType,
  root: unknown,
  path: readonly PropertyKey[],
): { readonly schemas: readonly z.ZodMiniType[]; readonly value: unknown } {
  let schemas = unwrap(schema);
  let value = root;
  for (const key of path) {
    schemas = narrow(schemas, value).flatMap((one) => step(one, key));
    value = Object(value)[key];
  }
  return { schemas: narrow(schemas, value), value };
}

function step(schema: z.ZodMiniType, key: PropertyKey): readonly z.ZodMiniType[] {
  const { shape, element, valueType } = definitionOf(schema);
  const next = typeof key === 'number' ? element : (shape?.[String(key)] ?? valueType);
  return next ? unwrap(next) : [];
}

/** Optional, lazy and union schemas opened up to what they hold. */
function unwrap(schema: z.ZodMiniType): readonly z.ZodMiniType[] {
  const { type, innerType, getter, options } = definitionOf(schema);
  if (type === 'lazy' && getter) return unwrap(getter());
  if (options) return options.flatMap(unwrap);
  return innerType ? unwrap(innerType) : [schema];
}

/** Drops options whose kind or literals contradict the value, unless that leaves none. */
function narrow(schemas: readonly z.ZodMiniType[], value: unknown): readonly z.ZodMiniType[] {
  const ofKind = schemas.filter((schema) => {
    const { type } = definitionOf(schema);
    return Array.isArray(value) ? type === 'array' : typeof value !== 'object' || type !== 'array';
  });
  const fitting = ofKind.filter((schema) =>
    Object.entries(definitionOf(schema).shape ?? {}).every(([key, inner]) => {
      const { type, values } = definitionOf(inner);
      return type !== 'literal' || !values || values.includes(Object(value)[key]);
    }),
  );
  return [fitting, ofKind, schemas].find((list) => list.length > 0) ?? [];
}
