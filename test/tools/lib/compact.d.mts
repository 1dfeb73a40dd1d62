/**
 * Takes the indentation out of the elements' templates and style sheets, and comments out of the latter, which minifiers
 * leave alone. HTML and CSS read any run of white space as one, and lines stay lines.
 * @param {string} code source or emitted JavaScript of `packages/widgets`
 */
export declare function compact(code: string): string;
