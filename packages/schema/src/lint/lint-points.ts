import type { Finding } from '../parse/explain-issue.ts';
import type { ProgramDocument } from '../program.ts';

interface Rule {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly broken: (program: ProgramDocument) => boolean;
  readonly what: string;
  readonly why: string;
  readonly fix: string;
}

const earnsByOrders = ({ earn }: ProgramDocument): boolean => earn.some(({ on }) => on === 'order_placed');

const rules: readonly Rule[] = [
  {
    code: 'points-never-end',
    path: ['earn'],
    broken: (program) => program.earn.length > 0 && !program.expiry,
    what: 'no "expiry"',
    why: 'Points that never end stay a debt of the shop for ever.',
    fix: 'Add "expiry", such as { "model": "rolling", "days": 365 }.',
  },
  {
    code: 'no-return-window',
    path: ['earn'],
    broken: (program) => earnsByOrders(program) && !program.pending,
    what: 'no "pending"',
    why: 'Points can be spent before the goods come back; the balance then owes them.',
    fix: 'Add "pending", such as { "after": "delivered", "days": 14 }.',
  },
  {
    code: 'ends-while-pending',
    path: ['expiry'],
    broken: ({ expiry, pending }) => expiry?.model === 'sliding' && !!pending && expiry.days <= pending.days,
    what: 'sliding',
    why: 'Points end sooner than the next ones become available.',
    fix: 'Give points more days than the return window.',
  },
  {
    code: 'nothing-to-spend-on',
    path: ['earn'],
    broken: ({ earn, spend }) => earn.length > 0 && !spend?.offers?.length && !spend?.checkout,
    what: 'no "spend"',
    why: 'Points are earned, and nothing can be had for them.',
    fix: 'Add "spend" with "offers" or "checkout".',
  },
  {
    code: 'no-first-tier',
    path: ['tiers', 'levels', 0, 'from'],
    broken: ({ tiers }) => (tiers?.levels[0]?.from ?? 0) > 0,
    what: 'no tier from 0',
    why: 'Newcomers are in no tier; they see nothing to rise from.',
    fix: 'Add a first tier with "from": 0.',
  },
];

/** What is unwise about earning, keeping and spending points. */
export function lintPoints(program: ProgramDocument): readonly Finding[] {
  return rules
    .filter(({ broken }) => broken(program))
    .map(({ code, path, what, why, fix }) => ({ code, path, what, why, fix }));
}
