import type { CatalogProduct, CategoryId, ColourId } from '../catalog/catalog-product.ts';
import { coffee } from './coffee.ts';
import type { Drawings } from './drawing.ts';
import { garden } from './garden.ts';
import { kitchen } from './kitchen.ts';
import { light } from './light.ts';
import { paints } from './paint.ts';
import { paper } from './paper.ts';
import { plants } from './plants.ts';
import { ground, oval } from './shapes.ts';
import { textiles } from './textiles.ts';
import { wildlife } from './wildlife.ts';

/** Every drawing by name. */
export const drawings: Drawings = {
  ...garden,
  ...plants,
  ...kitchen,
  ...coffee,
  ...light,
  ...textiles,
  ...paper,
  ...wildlife,
};

/** Sky behind each department, by day and at dusk. */
export const skies: Readonly<Record<CategoryId, readonly [day: string, dusk: string]>> = {
  garden: ['#cfe6ff', '#3c548f'],
  plants: ['#ffe0d3', '#7a4a6e'],
  kitchen: ['#ffedb3', '#5b5a86'],
  coffee: ['#e5dcfb', '#5a4a8c'],
  light: ['#c3cdf5', '#2c3a75'],
  textiles: ['#d3efe0', '#33677a'],
  paper: ['#ffd9d9', '#744b78'],
  wildlife: ['#d9efff', '#3f6690'],
};

/** The picture of a product as an SVG document: the thing, its ledge, and the sky behind it. */
export function drawProduct(product: CatalogProduct, colour: ColourId = product.colour): string {
  const [day, dusk] = skies[product.category];
  const draw = drawings[product.art];
  const thing = draw === undefined ? '' : draw(paints[colour]);
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400" viewBox="0 0 400 400">' +
    `<style>.s{fill:${day}}.l{fill:#fff}.f{fill:#e3e8f6}@media (prefers-color-scheme:dark){.s{fill:${dusk}}.l{fill:#d5dbf2}.f{fill:#a3acd0}}</style>` +
    `<path class="s" d="M0 0H400V400H0Z"/><path class="f" d="M0 ${ground}H400V400H0Z"/><path class="l" d="M0 ${ground - 16}H400V${ground + 20}H0Z"/>` +
    `<g fill-opacity=".16">${oval(200, ground + 2, 150, 9, '#141b45')}</g>${thing}</svg>`
  );
}
