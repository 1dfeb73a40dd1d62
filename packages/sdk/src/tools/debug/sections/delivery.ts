import type { DebugSection } from '../debug-section.ts';
import { list, make, pairs, show } from '../dom.ts';

/** A destination as the delivery engine tells it. */
interface ToldDestination {
  readonly id?: unknown;
  readonly state?: unknown;
  readonly reason?: unknown;
  readonly queued?: unknown;
  readonly sent?: unknown;
  readonly dropped?: unknown;
  readonly nextAt?: unknown;
  readonly fails?: unknown;
}

const read = (told: unknown): ToldDestination => Object(told);

/** Each destination: what waits, what was taken, why it pauses. */
export const deliverySection: DebugSection = {
  id: 'delivery',
  title: 'delivery',
  badge: ({ delivery }) =>
    String(delivery.reduce<number>((sum, told) => sum + (Number(read(told).queued) || 0), 0)),
  alerts: ({ delivery }) => delivery.some((told) => read(told).state === 'paused'),
  render: ({ delivery }, words) => [
    list(
      delivery.map((told) => {
        const { id, state, reason, queued, sent, dropped, nextAt, fails } = read(told);
        return make(
          'section',
          {},
          make('b', {}, show(id)),
          make('span', { class: 'state' }, show(state)),
          pairs([
            [words.text('queued'), show(queued ?? 0)],
            [words.text('sent'), show(sent ?? 0)],
            [words.text('dropped'), show(dropped ?? {})],
            [words.text('fails'), show(fails ?? 0)],
            ...(typeof nextAt === 'number' ? [[words.text('next-try'), words.time(nextAt)] as const] : []),
            ...(reason === undefined
              ? []
              : [[words.text('reason'), make('code', {}, show(reason))] as const]),
          ]),
        );
      }),
      words.text('no-destinations'),
    ),
  ],
};
