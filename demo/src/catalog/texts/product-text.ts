/** Texts of every product in one language: product id → title and description. */
export type ProductText = Readonly<Record<string, readonly [title: string, description: string]>>;
