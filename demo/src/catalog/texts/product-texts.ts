/** Texts of every product in one language: product id → title and description. */
export type ProductTexts = Readonly<Record<string, readonly [title: string, description: string]>>;
