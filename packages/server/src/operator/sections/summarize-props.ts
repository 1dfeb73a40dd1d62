import { formatMoney } from '../format.ts';

const TEXT_MAX = 120;

/** The properties of an event in a line a person can read. Pure. */
export function summarizeProps(props: Readonly<Record<string, unknown>>): string {
  const text = Object.entries(props)
    .map(([key, value]) => `${key}: ${summarize(value)}`)
    .join(' · ');
  return text.length > TEXT_MAX ? `${text.slice(0, TEXT_MAX - 1)}…` : text;
}

function summarize(value: unknown): string {
  if (Array.isArray(value)) {
    return value.length > 3 ? `${value.length} entries` : value.map(summarize).join(', ');
  }
  if (value === null || typeof value !== 'object') return String(value);
  const fields: Readonly<Record<string, unknown>> = { ...value };
  if (typeof fields.value === 'number' && typeof fields.currency === 'string') {
    return formatMoney({ value: fields.value, currency: fields.currency });
  }
  if (typeof fields.id === 'string') return typeof fields.title === 'string' ? fields.title : fields.id;
  return Object.entries(fields)
    .map(([key, each]) => `${key} ${summarize(each)}`)
    .join(', ');
}
