import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sampleProgram } from '../../../test/support/sample-document.ts';
import { parseProgram } from './parse-program.ts';
import type { ProgramDocument } from './program.ts';

type Editable = { -readonly [K in keyof ProgramDocument]: ProgramDocument[K] };

function codes(change: (program: Editable) => void): string[] {
  const program: Editable = structuredClone(sampleProgram);
  change(program);
  const result = parseProgram(JSON.stringify(program));
  return result.ok ? [] : result.problems.map(({ code, path }) => `${code} ${path}`);
}

describe('parse programme', () => {
  it('gives back a sound programme', () => {
    assert.deepEqual(parseProgram(JSON.stringify(sampleProgram)), { ok: true, document: sampleProgram });
  });

  it('names an unknown reward, a fallback that is missing or can run out, and rules of one id', () => {
    assert.deepEqual(
      codes((program) => {
        Object.assign(program.pools['thank-you']?.prizes[1] ?? {}, { reward: { type: 'point', points: 5 } });
      }),
      ['unknown-type pools.thank-you.prizes[1].reward.type'],
    );
    assert.deepEqual(
      codes((program) => Object.assign(program.pools['thank-you'] ?? {}, { fallback: 7 })),
      ['unknown-prize pools.thank-you.fallback'],
    );
    assert.deepEqual(
      codes((program) => Object.assign(program.pools['thank-you'] ?? {}, { fallback: 0 })),
      ['fallback-with-stock pools.thank-you.fallback'],
    );
    assert.deepEqual(
      codes((program) => {
        program.earn = [...program.earn, ...program.earn];
      }),
      ['repeated-id earn[1].id'],
    );
  });
});
