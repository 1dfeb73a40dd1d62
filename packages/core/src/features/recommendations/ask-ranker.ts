import type { PartContext } from '../../journey/part.ts';
import type { RankAnswer, Ranker, RankQuestion } from './rank-port.ts';

/** A list that comes later than this comes too late: the device's own is shown. */
const patienceMs = 800;

/** Asks a backend; `null`, once reported, when it fails, is silent too long or says nothing usable. Never throws. */
export async function askRanker(
  { problems, signal }: PartContext,
  ranker: Ranker,
  question: RankQuestion,
): Promise<RankAnswer | null> {
  const patience = new AbortController();
  // `AbortSignal.any` is younger than the oldest browsers served.
  const leave = (): void => patience.abort(signal.reason);
  if (signal.aborted) leave();
  signal.addEventListener('abort', leave, { once: true });
  const timer = setTimeout(() => patience.abort(new Error('timeout')), ranker.timeoutMs ?? patienceMs);
  // An answer that ignores its signal must not hold the list up either.
  const silence = new Promise<never>((_, reject) => {
    patience.signal.addEventListener('abort', () => reject(patience.signal.reason), { once: true });
  });
  try {
    const answer = await Promise.race([ranker.rank(question, { signal: patience.signal }), silence]);
    if (answer === null || Array.isArray(answer?.items)) return answer;
    throw new TypeError('no items');
  } catch (cause) {
    if (!signal.aborted) {
      problems.report({
        code: 'ranker-failed',
        message: 'Ranked on the device.',
        key: question.strategy,
        cause,
      });
    }
    return null;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', leave);
  }
}
