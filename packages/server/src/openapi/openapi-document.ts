import { refusalReasons, wireJsonSchemas } from '@regulars/schema';
import { answerSchemas } from './answer-schemas.ts';
import { type Operation, operations } from './operations-table.ts';

/** JSON of an OpenAPI 3.1 document. */
export type OpenApiDocument = Readonly<Record<string, unknown>>;

const json = (name: string): object => ({
  'application/json': { schema: { $ref: `#/components/schemas/${name}` } },
});

/** The server's OpenAPI 3.1 document, made of the schemas that check the requests. */
export function openApiDocument(basePath: string): OpenApiDocument {
  const paths: Record<string, Record<string, object>> = {};
  for (const operation of operations) {
    const item = paths[operation.path] ?? {};
    item[operation.method] = describe(operation);
    paths[operation.path] = item;
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Regulars',
      version: '1',
      description: 'What browsers, the shop’s server and colleagues may ask of the reference backend.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    servers: [{ url: basePath === '' ? '/' : basePath }],
    paths,
    components: {
      schemas: { ...wireJsonSchemas(), ...answerSchemas, Refusal: refusal },
      securitySchemes: {
        apiKey: { type: 'http', scheme: 'bearer', description: 'A key of the option `apiKeys`.' },
        signature: {
          type: 'apiKey',
          in: 'header',
          name: 'x-regulars-signature',
          description:
            '`v1=` and the hex HMAC-SHA-256 over `timestamp.body`, with the headers `x-regulars-timestamp` (seconds) and `x-regulars-delivery` (one id per delivery).',
        },
      },
    },
  };
}

const refusal = {
  type: 'object',
  required: ['ok', 'reason'],
  properties: {
    ok: { const: false },
    reason: { enum: [...refusalReasons] },
    problems: { type: 'array', items: { type: 'string' } },
    retryAfterMs: { type: 'integer' },
    now: { type: 'number' },
  },
};

function describe({ id, summary, tag, path, body, answer, security }: Operation): object {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  return {
    operationId: id,
    summary,
    tags: [tag],
    security: security === undefined ? [] : [{ [security]: [] }],
    ...(names.length > 0 && { parameters: names.map(describeParameter) }),
    ...(body !== undefined && { requestBody: { required: true, content: json(body) } }),
    responses: {
      ...(answer === 'Redirect'
        ? { 302: { description: 'The address stands in `Location`.' } }
        : { 200: { description: 'Done.', content: json(answer) } }),
      default: { description: 'Refused, with a reason that machines read.', content: json('Refusal') },
    },
  };
}

function describeParameter(name: string): object {
  const description =
    name === 'person'
      ? '`customer:<id>` the shop’s customer, `visitor:<id>` a browser, or the id of a person.'
      : `Name or id of the ${name}.`;
  return { name, in: 'path', required: true, description, schema: { type: 'string' } };
}
