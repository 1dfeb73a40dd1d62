/** The platform's function in a window above this one, as if it were here. */
export type FrameApi = (
  command: string,
  version: 2,
  callback: (data: never, ok: boolean) => void,
  parameter?: number,
) => void;

/** The window that says it has the platform, this one's parents upwards; `null`: none does, or none may be asked. */
function findLocator(): Window | null {
  for (let at: Window = window; at !== at.parent; ) {
    at = at.parent;
    try {
      // A frame of this name marks the window; across origins Chromium lets it be read, but not be asked for with `in`.
      if (Reflect.get(at.frames, '__tcfapiLocator')) return at;
    } catch {
      // Another origin hides even that: the next one up may answer.
    }
  }
  return null;
}

/**
 * Builds the way to a platform above this frame; `null`: no window above says that it has one. Calls go by `postMessage`, as
 * `{ __tcfapiCall }`, answers come as `{ __tcfapiReturn }`, each with its call's id, and from that window alone.
 * Source: IAB Europe, "CMP API v2", "How can vendors call the CMP API from an iframe".
 */
export function openFrameApi(signal: AbortSignal): FrameApi | null {
  const place = findLocator();
  if (!place) return null;
  const waiting = new Map<string, Parameters<FrameApi>[2]>();
  addEventListener(
    'message',
    ({ source, data }) => {
      if (source !== place) return;
      let said: unknown = data;
      try {
        if (typeof data === 'string') said = JSON.parse(data);
      } catch {
        // Somebody else's words.
      }
      const { callId, returnValue, success } = Object(Object(said).__tcfapiReturn);
      waiting.get(callId)?.(returnValue as never, success === true);
    },
    { signal },
  );
  return (command, version, callback, parameter) => {
    // A frame of a page without TLS has no `crypto.randomUUID`.
    const callId = String(Math.random());
    waiting.set(callId, callback);
    place.postMessage({ __tcfapiCall: { command, version, parameter, callId } }, '*');
  };
}
