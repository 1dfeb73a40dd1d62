/** Marks a style sheet that is plain text, for elements without Lit; the published build packs what it marks. */
export const css: typeof String.raw = String.raw;
