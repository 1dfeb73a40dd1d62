import type { ColourId } from '../catalog/catalog-product.ts';

/** The colours one drawing is painted with. */
export interface Paint {
  readonly main: string;
  readonly deep: string;
  readonly pale: string;
}

/** Three tones of each colour: the surface, its shadow side, its light side. */
export const paints: Readonly<Record<ColourId, Paint>> = {
  cobalt: { main: '#2f55d4', deep: '#1f3c9f', pale: '#93adff' },
  coral: { main: '#ff6f52', deep: '#d64a30', pale: '#ffb9a6' },
  lemon: { main: '#ffc933', deep: '#df9c00', pale: '#ffe799' },
  sage: { main: '#5aa676', deep: '#3a7a53', pale: '#b4dec0' },
  ink: { main: '#39406e', deep: '#20264a', pale: '#7d87b8' },
  chalk: { main: '#f5f2ea', deep: '#d3cdbf', pale: '#ffffff' },
  clay: { main: '#cb764b', deep: '#9d5230', pale: '#efb592' },
  lilac: { main: '#a88ee4', deep: '#7c60bf', pale: '#dbd0f8' },
};

/** Materials that keep their colour in every variant. */
export const stuff = {
  leaf: '#3f9a5b',
  leafDeep: '#2a7345',
  leafPale: '#8fd08c',
  wood: '#dba468',
  woodDeep: '#b17940',
  steel: '#c3ccdd',
  steelDeep: '#8d99b4',
  soil: '#593c30',
  glow: '#fff1b3',
  white: '#ffffff',
  paper: '#fbf7ee',
  dark: '#1d2445',
  red: '#e8443a',
  brass: '#e0ab3f',
  brassDeep: '#b27f22',
  sky: '#a9d4ff',
} as const;
