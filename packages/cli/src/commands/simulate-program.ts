import { readFile } from 'node:fs/promises';
import { parseProgram } from '@regulars/schema';
import { readShopOrders } from '../program/read-shop-orders.ts';
import { type Simulation, simulateProgram } from '../program/simulate-program.ts';
import { minorDigits } from '../read/parse-number.ts';
import type { Terminal } from '../terminal.ts';
import { type Command, type CommandInput, UsageError } from './command.ts';

const ROLES = ['order', 'product', 'quantity', 'time', 'price', 'customer', 'category'] as const;
const DAY_MS = 86_400_000;

/** Says what a programme would have cost and given, on past orders. */
export const simulateProgramCommand: Command = {
  name: 'simulate-program',
  summary:
    'Run past orders through program.json: people per tier, points, liability and cost before going live.',
  usage: 'simulate-program ORDERS [--program FILE] [--redeem SHARE] [--json]',
  options: {
    program: { type: 'string', help: 'the programme (default program.json)' },
    redeem: {
      type: 'string',
      help: 'share of its points that a person spends with each order, 0 to 1 (default 0)',
    },
    'point-value': {
      type: 'string',
      help: 'money that a point is worth, when the programme does not say, as 0.01',
    },
    'after-days': { type: 'string', help: 'days after the last order at which the books close (default 0)' },
    json: { type: 'boolean', help: 'print the result as JSON' },
    ...Object.fromEntries(
      ROLES.map((role) => [`${role}-col`, { type: 'string', help: `name of the column with the ${role}` }]),
    ),
  },
  examples: [
    'simulate-program orders.csv',
    'simulate-program orders.csv.gz --program program.json --redeem 0.5 --point-value 0.01 --json',
  ],
  async run(input, terminal) {
    const [file] = input.files;
    if (!file) throw new UsageError('Name the export of orders.');
    const path = text(input, 'program') ?? 'program.json';
    const parsed = parseProgram(await readFile(path, 'utf8'));
    if (!parsed.ok) {
      const [first] = parsed.problems;
      throw new Error(
        `${path}: ${parsed.problems.length} mistakes, first at ${first?.path}: ${first?.why} Run: regulars validate ${path}`,
      );
    }
    const program = parsed.document;
    const columns = Object.fromEntries(
      ROLES.flatMap((role) => {
        const name = text(input, `${role}-col`);
        return name === undefined ? [] : [[role, name]];
      }),
    );
    const past = await readShopOrders({ file, currency: program.currency, columns, step: terminal.progress });
    const last = past.orders.at(-1)?.t ?? 0;
    const value = number(input, 'point-value');
    const simulation = simulateProgram(program, past.orders, {
      redeemShare: number(input, 'redeem', 1) ?? 0,
      until: last + (number(input, 'after-days') ?? 0) * DAY_MS,
      pointValue: value === undefined ? undefined : value * 10 ** minorDigits(program.currency),
      step: (done, of) =>
        terminal.progress(`simulating ${done.toLocaleString('en')} of ${of.toLocaleString('en')} orders`),
    });
    if (input.options.json) terminal.out(JSON.stringify(simulation, null, 2));
    else {
      terminal.out(`Read      ${past.columns}`);
      for (const { reason, count } of past.dropped)
        terminal.out(`Left      ${count.toLocaleString('en')} × ${reason}`);
      print(simulation, program.currency, terminal);
    }
    return 0;
  },
};

function text({ options }: CommandInput, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

function number(
  input: CommandInput,
  name: string,
  max: number = Number.MAX_SAFE_INTEGER,
): number | undefined {
  const given = text(input, name);
  if (given === undefined) return undefined;
  const value = Number(given);
  if (!(value >= 0 && value <= max))
    throw new UsageError(`--${name} is ${given}; it must be a number from 0${max === 1 ? ' to 1' : ''}.`);
  return value;
}

function print(result: Simulation, currency: string, { out, paint }: Terminal): void {
  const scale = 10 ** minorDigits(currency);
  const count = (value: number): string => value.toLocaleString('en');
  const money = (minor: number | null): string =>
    minor === null
      ? 'unknown: give --point-value'
      : `${(minor / scale).toLocaleString('en', { maximumFractionDigits: 0 })} ${currency}`;
  const share = (value: number | null): string => (value === null ? '–' : `${(value * 100).toFixed(1)} %`);
  const { points, entry } = result;
  out(
    `Orders    ${count(result.orders)} by ${count(result.customers)} customers, ${money(result.revenue)}; ${count(result.guestOrders)} without a customer earn nothing`,
  );
  out(`Returned  ${share(result.returnedShare)} of the revenue`);
  out('');
  const width = Math.max(4, ...result.people.map(({ tier }) => tier.length));
  out(paint('bold', `${'Tier'.padEnd(width)}  ${'people'.padStart(9)}  ${'revenue'.padStart(16)}`));
  for (const { tier, people, revenue } of result.people) {
    out(`${tier.padEnd(width)}  ${count(people).padStart(9)}  ${money(revenue).padStart(16)}`);
  }
  out('');
  out(paint('bold', 'Points'));
  for (const [name, value] of Object.entries(points)) out(`${name.padEnd(9)} ${count(value).padStart(14)}`);
  out('');
  const coupons = Object.entries(entry.coupons).map(([template, times]) => `${count(times)} × ${template}`);
  out(
    `Entry     ${count(entry.points)} points${coupons.length > 0 ? `, coupons ${coupons.join(', ')}` : ''}`,
  );
  if (result.cashback > 0) out(`Cashback  ${money(result.cashback)}`);
  out(`Breakage  ${share(result.breakage)} of the points`);
  out(`Owed      ${money(result.liabilityValue)}`);
  out(`Cost      ${money(result.cost)}, ${share(result.costShare)} of the revenue; coupons come on top`);
}
