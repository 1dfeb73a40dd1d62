import { type CSSResult, css } from 'lit';
import { buttons } from '../lib/button.styles.ts';
import { pageTokens } from '../lib/page-tokens.styles.ts';

/** What a row of cards needs beyond one of the page's own slides. */
const styles: CSSResult = css`
  /* Frames of what is on its way are no place to scroll to. */
  .loading {
    overflow: hidden;
  }
  /* Between cards that are not in the document there is nothing to snap to. */
  .track.long {
    scroll-snap-type: inline proximity;
  }
  .grid,
  .bundle,
  .list {
    grid-auto-flow: row;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, max(8.5em, 18%)), 1fr));
    overflow: visible;
  }
  .list {
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 22em), 1fr));
  }
  .all {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_r-s) var(--_r-m);
    min-block-size: 44px;
    margin-block-start: var(--_r-m);
  }
  .single {
    grid-auto-columns: minmax(0, 20em);
  }
  .message {
    padding: var(--_r-l);
    border: 1px dashed var(--_r-line);
    border-radius: var(--_r-radius);
    color: var(--_r-muted);
    text-align: center;
  }
`;

/** Gives a row the styles of cards; what all elements share comes before the row's own sheet. */
export function adoptCardStyles(root: ShadowRoot | null): void {
  const sheet = ({ styleSheet }: CSSResult): CSSStyleSheet[] => (styleSheet ? [styleSheet] : []);
  const shared = [pageTokens, buttons].flatMap(sheet);
  if (root) root.adoptedStyleSheets = [...shared, ...root.adoptedStyleSheets, ...sheet(styles)];
}
