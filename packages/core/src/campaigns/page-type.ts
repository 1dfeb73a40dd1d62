/** Kind of the page as the shop names it in `<body data-regulars-page>`. */
export function pageType(): string | undefined {
  return document.body?.dataset.regularsPage;
}
