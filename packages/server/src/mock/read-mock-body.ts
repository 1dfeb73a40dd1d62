/** Parses a request body, gzip or not; `undefined` when it is no JSON. */
export async function readMockBody(request: Request): Promise<unknown> {
  try {
    if (request.headers.get('content-encoding') !== 'gzip' || !request.body) return await request.json();
    return await new Response(request.body.pipeThrough(new DecompressionStream('gzip'))).json();
  } catch {
    return undefined;
  }
}
