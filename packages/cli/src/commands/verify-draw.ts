import { createHash, createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type DrawResult, drawMessage, selectPrize } from '@regulars/core/rules';
import { type Command, UsageError } from './command.ts';

/** A version of a pool as the server publishes it. */
interface PublicVersion {
  readonly version: number;
  readonly commitment: string;
  readonly seed?: string;
  readonly weights?: readonly number[];
  readonly labels?: readonly Readonly<Record<string, string>>[];
  readonly fallback?: number;
}

/** Checks that a past draw was not chosen afterwards: commitment, seed, play key, prize. */
export const verifyDrawCommand: Command = {
  name: 'verify-draw',
  summary:
    'Check a past draw: the seed fits what was promised before, and gives this prize for this play key.',
  usage: 'verify-draw POOL --play KEY [--version N] [--prize INDEX] [--commitment HEX]',
  options: {
    play: { type: 'string', help: 'the play key, from the visitor’s own browser or export' },
    version: { type: 'string', help: 'version of the odds (default: the newest that ended)' },
    prize: { type: 'string', help: 'index, from 0, of the prize that was shown' },
    commitment: { type: 'string', help: 'the commitment as you noted it before the draw' },
    json: { type: 'boolean', help: 'print the result as JSON' },
  },
  examples: [
    'verify-draw https://shop.example/regulars/v1/pools/thank-you.json --play 0198c0de-… --prize 2',
    'verify-draw thank-you.json --play 0198c0de-… --version 1 --json',
  ],
  async run({ files, options }, terminal) {
    const [from] = files;
    const { play, prize, commitment } = options;
    if (!from || typeof play !== 'string')
      throw new UsageError('Name the pool (file or address) and --play.');
    const version = findVersion(await readVersions(from), options.version);
    const { seed = '', weights = [] } = version;
    const drawn = draw(weights, seed, play);
    const promised = createHash('sha256').update(seed).digest('hex');
    const checks = {
      'seed fits the commitment': promised === version.commitment,
      ...(typeof commitment === 'string' && {
        'commitment is the one you noted': commitment === version.commitment,
      }),
      ...(typeof prize === 'string' && { 'draw gives the prize shown': fits(version, drawn, Number(prize)) }),
    };
    const ok = Object.values(checks).every(Boolean);
    if (options.json)
      terminal.out(JSON.stringify({ ok, version: version.version, ...drawn, weights, checks }));
    else {
      const label = Object.values(version.labels?.[drawn.prizeIndex] ?? {})[0];
      terminal.out(`Version   ${version.version}, weights ${weights.join(' ')}`);
      terminal.out(
        `Drawn     word ${drawn.word}, remainder ${drawn.remainder}: prize ${drawn.prizeIndex}${label ? ` (${label})` : ''}`,
      );
      for (const [what, holds] of Object.entries(checks)) {
        terminal.out(`${terminal.paint(holds ? 'green' : 'red', holds ? 'Holds' : 'FAILS')}     ${what}`);
      }
    }
    return ok ? 0 : 1;
  },
};

async function readVersions(from: string): Promise<readonly PublicVersion[]> {
  const text = /^https?:/.test(from) ? await (await fetch(from)).text() : await readFile(from, 'utf8');
  const { versions }: { versions?: readonly PublicVersion[] } = Object(JSON.parse(text));
  if (!Array.isArray(versions)) throw new Error(`${from}: this is not what the server answers for a pool.`);
  return versions;
}

function findVersion(versions: readonly PublicVersion[], asked: unknown): PublicVersion {
  const found =
    typeof asked === 'string'
      ? versions.find(({ version }) => version === Number(asked))
      : versions.find(({ seed }) => seed !== undefined);
  if (!found) throw new Error('There is no such version, or none has ended yet.');
  if (found.seed === undefined || !found.weights) {
    throw new Error(`Version ${found.version} still runs: its seed is revealed when it ends.`);
  }
  return found;
}

function draw(weights: readonly number[], seed: string, playKey: string): DrawResult {
  for (let round = 0; ; round += 1) {
    const digest = createHmac('sha256', seed)
      .update(drawMessage(playKey, 0, round))
      .digest();
    const drawn = selectPrize(weights, digest);
    if (drawn) return drawn;
  }
}

/** A prize that was out of stock pays the fallback, which is published too. */
function fits({ fallback }: PublicVersion, { prizeIndex }: DrawResult, shown: number): boolean {
  return shown === prizeIndex || shown === fallback;
}
