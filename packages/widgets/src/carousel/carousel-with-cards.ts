import { guardHost, place } from '../lib/host-tools.ts';
import { RegularsProductCard } from '../product-card/product-card.ts';
import { Cards } from './cards.ts';
import { cardsPart } from './cards-part.ts';
import { RegularsCarousel } from './carousel.ts';

/** Registers `<regulars-carousel>` together with what renders ranked cards: for who has a list to show. */
export function defineCarouselWithCards(): void {
  Object.assign(cardsPart, { Cards, tools: { guardHost, place } });
  RegularsProductCard.define();
  RegularsCarousel.define();
}
