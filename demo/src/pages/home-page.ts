import { artPath, artSizePx, productsOf } from '../catalog/catalog.ts';
import { categoryIds } from '../catalog/catalog-product.ts';
import { localPath } from '../catalog/locales.ts';
import { products } from '../catalog/products.ts';
import { fill } from '../web/format.ts';
import { html, type SafeHtml } from '../web/html.ts';
import type { PageContext } from '../web/page-context.ts';
import { deliveryWords } from './cart-parts.ts';
import { icon } from './icons.ts';
import type { Page } from './layout.ts';
import { listEvent, shelf } from './product-parts.ts';

const faces = [3, 1, 1, 1, 0, 0, 6, 1];
const favourites = ['par-403', 'par-101', 'par-303', 'par-802'];

function hero(page: PageContext): SafeHtml {
  const { asset, text } = page;
  return html`<section class="hero" aria-labelledby="hero-title">
    <picture><source media="(max-width: 759px)" srcset="${asset('hero-narrow.svg')}" width="640" height="380"><img class="hero-picture" src="${asset('hero.svg')}" width="1600" height="560" alt=""></picture>
    <div class="hero-words"><h1 id="hero-title">${text.heroTitle}</h1><p>${text.heroLead}</p><p class="hero-actions"><a class="button" href="${localPath(page.locale, '/c/garden')}">${text.heroAction}</a><a class="text-link" href="#new">${text.heroSecond}</a></p></div>
  </section>`;
}

function promises(page: PageContext): SafeHtml {
  const { text } = page;
  return html`<ul class="promises"><li>${icon('truck')}${fill(text.promiseShip, deliveryWords(page))}</li><li>${icon('back')}${text.promiseReturn}</li><li>${icon('star')}${text.promisePoints}</li></ul>`;
}

function departments(page: PageContext): SafeHtml {
  const tiles = categoryIds.map((id, i) => {
    const face = productsOf(id)[faces[i] ?? 0];
    const picture = face === undefined ? '' : artPath(face);
    return html`<li><a href="${localPath(page.locale, `/c/${id}`)}"><img src="${picture}" width="${artSizePx}" height="${artSizePx}" alt=""><span>${page.text[id]}</span></a></li>`;
  });
  return html`<section class="section" aria-labelledby="departments-title"><h2 id="departments-title">${page.text.departments}</h2><ul class="tiles">${tiles}</ul></section>`;
}

/** The first page. */
export function homePage(page: PageContext): Page {
  const { text } = page;
  const best = favourites.flatMap((id) => products.filter((product) => product.id === id));
  const fresh = products.filter((product) => product.tags.includes('new')).slice(0, 4);
  const main = html`${hero(page)}<div class="page">${promises(page)}${departments(page)}
    <div class="section"><regulars-slot name="home-for-you" class="slot slot-list"><h2>${text.forYou}</h2>${shelf(best, page, 'home-for-you')}</regulars-slot></div>
    <section class="section" id="new" aria-labelledby="new-title"><h2 id="new-title">${text.newIn}</h2>${shelf(fresh, page, 'home-new')}</section></div>`;
  const events = [listEvent(best, page, 'home-for-you'), listEvent(fresh, page, 'home-new')];
  return { type: 'home', title: text.home, main, events };
}
