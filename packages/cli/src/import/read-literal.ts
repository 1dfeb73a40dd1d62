import { Code, type Literal } from './literal.ts';

/** Signs that may still be looked at as code: broken nesting would have them read again and again. */
interface Budget {
  left: number;
}

const maxDepth = 60;

/** Reads the value of literals out of a script's text, without running it. */
class Reader {
  readonly #text: string;
  readonly #budget: Budget;
  at: number;
  #depth = 0;

  constructor(text: string, at: number, budget: Budget) {
    this.#text = text;
    this.at = at;
    this.#budget = budget;
  }

  /** Past blanks and comments. */
  #skip(): void {
    const blank = /(?:\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y;
    blank.lastIndex = this.at;
    this.at += blank.exec(this.#text)?.[0].length ?? 0;
  }

  #take(sign: string): boolean {
    this.#skip();
    if (!this.#text.startsWith(sign, this.at)) return false;
    this.at += sign.length;
    return true;
  }

  value(): Literal {
    this.#skip();
    const start = this.at;
    this.#depth += 1;
    const plain = this.#depth > maxDepth ? undefined : this.#plain();
    this.#depth -= 1;
    if (plain !== undefined && this.#ends()) return plain;
    this.at = start;
    return this.#code();
  }

  /** Whether a value is over here, and no operator or call goes on with it. */
  #ends(): boolean {
    this.#skip();
    return (
      this.at >= this.#text.length ||
      /[,\]};)\n]|as\b|satisfies\b/y.test(this.#text.slice(this.at, this.at + 9))
    );
  }

  #plain(): Literal | undefined {
    const sign = this.#text[this.at];
    if (sign === '{') return this.#object();
    if (sign === '[') return this.#list();
    if (sign === '"' || sign === "'" || sign === '`') return this.#string(sign);
    const word = /-?\d+(?:\.\d+)?|true\b|false\b|null\b/y;
    word.lastIndex = this.at;
    const [found] = word.exec(this.#text) ?? [];
    if (found === undefined) return undefined;
    this.at += found.length;
    return JSON.parse(found);
  }

  #string(quote: string): string | undefined {
    let words = '';
    for (this.at += 1; this.at < this.#text.length; this.at += 1) {
      const sign = this.#text[this.at] ?? '';
      if (sign === quote) {
        this.at += 1;
        return words;
      }
      // A template with a value in it is code.
      if (quote === '`' && sign === '$' && this.#text[this.at + 1] === '{') return undefined;
      words += sign === '\\' ? this.#escaped() : sign;
    }
    return undefined;
  }

  /** Past a template, to its closing sign; what is put into it is code of its own. */
  #template(): void {
    for (this.at += 1; this.at < this.#text.length && this.#text[this.at] !== '`'; this.at += 1) {
      if (this.#text[this.at] === '\\') this.at += 1;
      else if (this.#text.startsWith('${', this.at)) {
        this.at += 2;
        while (this.at < this.#text.length && this.#text[this.at] !== '}') {
          this.#code();
          if (/[,;)\]]/.test(this.#text[this.at] ?? '')) this.at += 1;
        }
      }
    }
  }

  #escaped(): string {
    this.at += 1;
    const sign = this.#text[this.at] ?? '';
    const long = /u\{([0-9a-f]+)\}|u([0-9a-f]{4})|x([0-9a-f]{2})/iy;
    long.lastIndex = this.at;
    const found = long.exec(this.#text);
    if (found) {
      this.at += found[0].length - 1;
      return String.fromCodePoint(Number.parseInt(found[1] ?? found[2] ?? found[3] ?? '', 16));
    }
    return { n: '\n', t: '\t', r: '', '\n': '' }[sign] ?? sign;
  }

  #list(): readonly Literal[] | undefined {
    const list: Literal[] = [];
    this.at += 1;
    while (!this.#take(']')) {
      if (this.at >= this.#text.length) return undefined;
      list.push(this.value());
      if (!this.#take(',') && !this.#text.slice(this.at).trimStart().startsWith(']')) return undefined;
    }
    return list;
  }

  #object(): Readonly<Record<string, Literal>> | undefined {
    const entries: [string, Literal][] = [];
    this.at += 1;
    while (!this.#take('}')) {
      const entry = this.#entry();
      if (!entry) return undefined;
      entries.push(entry);
      if (!this.#take(',') && !this.#text.slice(this.at).trimStart().startsWith('}')) return undefined;
    }
    return Object.fromEntries(entries);
  }

  /** `key: value`, a method, a shorthand, or something spread; what is no value is code under its name. */
  #entry(): [string, Literal] | undefined {
    this.#skip();
    const start = this.at;
    const sign = this.#text[this.at] ?? '';
    const name = sign === '"' || sign === "'" ? this.#string(sign) : this.#name();
    if (name && this.#take(':')) return [name, this.value()];
    this.at = start;
    const code = this.#code();
    return code.source ? [name || code.source, code] : undefined;
  }

  #name(): string {
    const word = /[\w$]+/y;
    word.lastIndex = this.at;
    const [found = ''] = word.exec(this.#text) ?? [];
    this.at += found.length;
    return found;
  }

  /** To the end of an expression: a comma or a bracket that was not opened in it. */
  #code(): Code {
    const start = this.at;
    let depth = 0;
    for (; this.at < this.#text.length; this.at += 1) {
      const before = this.at;
      this.#budget.left -= 1;
      if (this.#budget.left < 0) this.at = this.#text.length;
      this.#skip();
      const sign = this.#text[this.at] ?? '';
      if (sign === '`') this.#template();
      else if (sign === '"' || sign === "'") {
        if (this.#string(sign) === undefined) break;
        this.at -= 1;
      } else if (/[([{]/.test(sign)) depth += 1;
      else if (/[)\]}]/.test(sign)) depth -= 1;
      if (depth < 0 || (depth === 0 && (sign === ',' || sign === ';'))) break;
      if (this.at >= this.#text.length) this.at = Math.max(before, this.#text.length - 1);
    }
    return new Code(this.#text.slice(start, this.at));
  }
}

/**
 * Every object and list literal of a script, outermost first, in the order of the text. JSON is one. What cannot be read
 * as a value is `Code` in it. Never throws, runs nothing.
 */
export function readLiterals(text: string): readonly Literal[] {
  const found: Literal[] = [];
  const budget: Budget = { left: 1_000_000 };
  const quiet = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|[[{]/g;
  for (let match = quiet.exec(text); match && budget.left > 0; match = quiet.exec(text)) {
    if (match[0] !== '[' && match[0] !== '{') continue;
    const reader = new Reader(text, match.index, budget);
    const value = reader.value();
    if (value instanceof Code) continue;
    found.push(value);
    quiet.lastIndex = reader.at;
  }
  return found;
}
