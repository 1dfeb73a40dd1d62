/** What every view of a widget says. */
export interface ViewBase {
  readonly campaignId: string;
  readonly variantId?: string | undefined;
  /** Locale of all texts of this view (BCP 47) and its direction. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** Texts of the campaign's content in that locale, merge tags not yet filled. */
  readonly texts: Readonly<Record<string, string>>;
}
