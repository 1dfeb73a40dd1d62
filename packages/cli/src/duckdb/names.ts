/** Numbers for texts, in the order in which they came; joins over whole numbers are fast and small. */
export interface Names {
  numberOf(text: string): number;
  /** The text of a number that was given out. */
  textOf(number: number): string;
  size(): number;
}

/** Builds an empty table of names. */
export function createNames(): Names {
  const numbers = new Map<string, number>();
  const texts: string[] = [];
  return {
    numberOf(text) {
      const known = numbers.get(text);
      if (known !== undefined) return known;
      numbers.set(text, texts.length);
      texts.push(text);
      return texts.length - 1;
    },
    textOf: (number) => texts[number] ?? '',
    size: () => texts.length,
  };
}
