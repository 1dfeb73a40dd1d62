/** A rectangle in the coordinates of our own viewport, px. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The frame in our document that holds another of the same origin; `null` for our own, whatever frame it is in. */
function frameOf(node: Node): Element | null {
  if (node.ownerDocument === document) return null;
  try {
    return node.ownerDocument?.defaultView?.frameElement ?? null;
  } catch {
    // Another origin: what is outside of it cannot be asked.
    return null;
  }
}

/** The element around an element as it is drawn: through slots, shadow roots and frames of the same origin. */
export function parentOf(element: Element): Element | null {
  const { assignedSlot, parentElement } = element;
  if (assignedSlot ?? parentElement) return assignedSlot ?? parentElement;
  const root = element.getRootNode();
  // A link that was taken out of the page is its own root, and has a `host` of another kind.
  const isShadow = root.nodeType === Node.DOCUMENT_FRAGMENT_NODE && 'host' in root;
  return isShadow ? (root as ShadowRoot).host : frameOf(element);
}

/** Whether an element is another or lies in it as drawn. */
export function isWithin(element: Element | null, outer: Element): boolean {
  for (let node = element; node; node = parentOf(node)) if (node === outer) return true;
  return false;
}

/** Where an element is drawn in our own viewport, also out of a frame. */
export function boxOf(element: Element): Box {
  let { left, top, right, bottom } = element.getBoundingClientRect();
  for (let frame = frameOf(element); frame; frame = frameOf(frame)) {
    const around = frame.getBoundingClientRect();
    const [x, y] = [around.left + frame.clientLeft, around.top + frame.clientTop];
    [left, right, top, bottom] = [left + x, right + x, top + y, bottom + y];
  }
  return { left, top, right, bottom };
}

/** What lies uppermost at a point of our viewport: into open shadow roots and frames of the same origin. */
export function hitAt(x: number, y: number, from: Document | ShadowRoot = document): Element | null {
  const hit = from.elementFromPoint(x, y);
  // A shadow root may answer with its host, or with what lies over it elsewhere.
  if (!hit || hit.getRootNode() !== from) return hit;
  if (hit.shadowRoot) return hitAt(x, y, hit.shadowRoot) ?? hit;
  const inner = contentOf(hit);
  if (!inner) return hit;
  const { left, top } = hit.getBoundingClientRect();
  return hitAt(x - left - hit.clientLeft, y - top - hit.clientTop, inner) ?? hit;
}

/** The document in a frame, when it is of the same origin. */
export function contentOf(element: Element): Document | null {
  try {
    return 'contentDocument' in element ? (element as HTMLIFrameElement).contentDocument : null;
  } catch {
    // Another origin.
    return null;
  }
}

/** What of an element its scrollers show; `null`: nothing. */
export function shownPartOf(element: Element): Box | null {
  let { left, top, right, bottom } = boxOf(element);
  let fixed = getComputedStyle(element).position === 'fixed';
  for (let node = parentOf(element); node && !fixed; node = parentOf(node)) {
    const { overflowX, overflowY, position } = getComputedStyle(node);
    fixed = position === 'fixed';
    if (node === node.ownerDocument.documentElement || node === node.ownerDocument.body) continue;
    if (overflowX === 'visible' && overflowY === 'visible' && node.localName !== 'iframe') continue;
    const clip = boxOf(node);
    left = Math.max(left, clip.left);
    top = Math.max(top, clip.top);
    right = Math.min(right, clip.right);
    bottom = Math.min(bottom, clip.bottom);
  }
  return right - left >= 1 && bottom - top >= 1 ? { left, top, right, bottom } : null;
}
