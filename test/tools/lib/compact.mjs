/**
 * Takes the indentation out of the elements' templates and style sheets, and comments out of the latter, which minifiers
 * leave alone. HTML and CSS read any run of white space as one, and lines stay lines.
 * @param {string} code source or emitted JavaScript of `packages/widgets`
 */
export function compact(code) {
  const styles = (/** @type {string} */ css) =>
    css
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/\s+/g, ' ')
      .replace(/\( | (?=\))/g, (found) => found.trim())
      .replace(/([\s:,(])0\./g, '$1.')
      .replace(/ ?([{};,>]) ?/g, '$1')
      .replace(/: /g, ':')
      .replace(/;}/g, '}');
  return code.replace(/css`[^`]*`/g, styles).replace(/\n[ \t]+/g, '\n');
}
