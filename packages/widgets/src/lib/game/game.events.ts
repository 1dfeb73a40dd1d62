/** Request before the backend is asked, `regulars-<game>-draw` and `-claim`; prevented: it is not asked. */
export class GameRequestEvent extends Event {
  readonly detail: { readonly campaignId: string };

  constructor(game: string, act: 'draw' | 'claim', detail: GameRequestEvent['detail']) {
    super(`regulars-${game}-${act}`, { bubbles: true, composed: true, cancelable: true });
    this.detail = detail;
  }
}

/** Fact, `regulars-<game>-settled`: the game stands still and the result is in words. */
export class GameSettledEvent extends Event {
  readonly detail: { readonly campaignId: string; readonly prizeIndex: number };

  constructor(game: string, detail: GameSettledEvent['detail']) {
    super(`regulars-${game}-settled`, { bubbles: true, composed: true });
    this.detail = detail;
  }
}
