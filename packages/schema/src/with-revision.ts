/** The text of a document with another number of the edit; order and spacing stay the marketer's. Pure. */
export function withRevision(text: string, revision: number): string {
  let depth = 0;
  // Only the document's own `revision`: strings are skipped, braces counted.
  return text.replace(/"(?:[^"\\]|\\.)*"(\s*:\s*-?\d+)?|[{}[\]]/g, (found: string, value?: string) => {
    if (found === '{' || found === '[') depth += 1;
    else if (found === '}' || found === ']') depth -= 1;
    else if (depth === 1 && value !== undefined && found.startsWith('"revision"'))
      return found.replace(/\d+$/, String(revision));
    return found;
  });
}
