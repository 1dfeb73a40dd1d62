/** The eight departments of the shop, in menu order. */
export const categoryIds = [
  'garden',
  'plants',
  'kitchen',
  'coffee',
  'light',
  'textiles',
  'paper',
  'wildlife',
] as const;
export type CategoryId = (typeof categoryIds)[number];

/** Colours a product is painted in; the art and the variant swatches share them. */
export const colourIds = ['cobalt', 'coral', 'lemon', 'sage', 'ink', 'chalk', 'clay', 'lilac'] as const;
export type ColourId = (typeof colourIds)[number];

/** One way to buy a product: a colour or a size, with its own price when it differs. */
export interface Variant {
  readonly id: string;
  readonly kind: 'colour' | 'size';
  /** Added to the product's price, minor units. */
  readonly extra: number;
}

/** One row of the catalogue; texts live per locale in `texts/`. */
export interface CatalogProduct {
  /** Stable id, also the SKU. */
  readonly id: string;
  readonly slug: string;
  readonly category: CategoryId;
  readonly brand: string;
  /** EUR minor units. */
  readonly price: number;
  /** Price before a reduction, EUR minor units. */
  readonly oldPrice?: number;
  /** Units in the storeroom; 0 is sold out. */
  readonly stock: number;
  /** Name of the drawing in `art/`. */
  readonly art: string;
  /** Colour the drawing is painted in when no variant says otherwise. */
  readonly colour: ColourId;
  readonly tags: readonly string[];
  readonly variants: readonly Variant[];
}

/** Tags a shopper may filter by. */
export const tagIds = ['gift', 'handmade', 'outdoor', 'plastic-free', 'for-kids', 'new'] as const;
