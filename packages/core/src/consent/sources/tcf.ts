import type { ConsentPurpose } from '@regulars/schema';
import { type ConsentSource, type PurposeMap, purposesOf } from './consent-source.ts';

/** Purposes of the IAB framework by purpose of ours; only consent counts, never legitimate interest. */
export const tcfPurposes: PurposeMap = {
  functional: ['1'],
  analytics: ['1', '8', '9', '10'],
  personalization: ['1', '5', '6'],
  marketing: ['1', '3', '4', '7'],
};

/** How the framework is read. */
export interface TcfOptions {
  readonly map?: PurposeMap;
  /** Id in the Global Vendor List that must have consent too (default: none is asked for). */
  readonly vendor?: number;
  /** Granted where the platform says that the GDPR does not apply (default: pending). */
  readonly outsideGdpr?: readonly ConsentPurpose[];
}

type Words = Readonly<Record<string, boolean | undefined>>;
/** The part of `TCData` that is read. */
interface TcData {
  readonly gdprApplies?: boolean;
  readonly eventStatus?: string;
  readonly listenerId?: number | null;
  readonly purpose?: { readonly consents?: Words };
  readonly vendor?: { readonly consents?: Words };
}
type Api = (
  command: string,
  version: 2,
  callback: (data: TcData | null, ok: boolean) => void,
  id?: number,
) => void;

/**
 * Follows `__tcfapi('addEventListener', 2, …)`; the platform's stub queues it until the platform is there. While its
 * window is open (`cmpuishown`) the answer before it stands. Inside a frame it is asked by messages. Source: IAB Europe, "CMP API v2" for TCF 2.2.
 */
export function tcf({ map = tcfPurposes, vendor, outsideGdpr }: TcfOptions = {}): ConsentSource {
  return (tell) => {
    const ended = new AbortController();
    const { signal } = ended;
    let api: Api | undefined;
    let listenerId: number | null | undefined;
    const hear = (data: TcData | null, ok: boolean): void => {
      if (signal.aborted || !ok || !data) return;
      listenerId = data.listenerId ?? listenerId;
      const { gdprApplies, eventStatus = '', purpose, vendor: vendors } = data;
      if (gdprApplies === false) tell(outsideGdpr ?? null);
      if (gdprApplies !== true || !['tcloaded', 'useractioncomplete'].includes(eventStatus)) return;
      const isVendor = vendor === undefined || vendors?.consents?.[vendor] === true;
      tell(purposesOf(map, (word) => isVendor && purpose?.consents?.[word] === true));
    };
    const attach = (found: unknown = Reflect.get(globalThis, '__tcfapi')): void => {
      if (api || signal.aborted || typeof found !== 'function') return;
      api = found as Api;
      ask('addEventListener');
    };
    const ask = (command: string, id?: number): void => {
      try {
        if (id === undefined) api?.(command, 2, hear);
        else api?.(command, 2, () => {}, id);
      } catch {
        // The platform's own mistake: it stays pending.
      }
    };
    // In a frame the platform is in a window above, and answers by messages.
    const look = (): void => {
      attach();
      if (!api && parent !== window)
        import('./tcf-frame.ts').then(
          ({ openFrameApi }) => api || attach(openFrameApi(signal)),
          () => {},
        );
    };
    look();
    for (const type of ['DOMContentLoaded', 'load']) addEventListener(type, look, { signal });
    return () => {
      ended.abort();
      if (listenerId != null) ask('removeEventListener', listenerId);
    };
  };
}
