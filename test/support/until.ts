type Falsy = null | undefined | false;

/**
 * Resolves with what the question answers, asked once per frame until it answers something; the runner's own time limit
 * ends a vain wait.
 */
export async function until<T>(ask: () => T | Falsy | Promise<T | Falsy>): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    await new Promise(requestAnimationFrame);
  }
}
