/** What a row says that nobody hosts. */
export const rowWords: Readonly<Record<string, string>> = {
  'carousel.products': 'Products',
  'carousel.carousel': 'Carousel',
  'carousel.previous': 'Previous',
  'carousel.next': 'Next',
};
