import type { CDPSession, Page } from '@playwright/test';

interface AxValue {
  readonly value?: unknown;
}
interface AxNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: AxValue;
  readonly name?: AxValue;
  readonly description?: AxValue;
  readonly properties?: readonly { readonly name: string; readonly value: AxValue }[];
  readonly childIds?: readonly string[];
}

const silent = new Set(['none', 'generic', 'InlineTextBox', 'LineBreak']);
const states = ['focused', 'modal', 'disabled', 'expanded', 'pressed', 'live'];

/** One line of the tree in words: role, name, what describes it, and its states. */
function line({ role, name, description, properties = [] }: AxNode): string {
  const said = properties
    .filter(({ name: key, value }) => states.includes(key) && value.value !== false && value.value !== 'off')
    .map(({ name: key, value }) => (value.value === true ? key : `${key} ${value.value}`));
  const words = [
    `${role?.value}`,
    name?.value ? `"${name.value}"` : '',
    description?.value ? `described "${description.value}"` : '',
  ];
  return [...words, ...said].filter((word) => word !== '').join(' ');
}

function print(node: AxNode, all: ReadonlyMap<string, AxNode>, depth: number): string[] {
  const heard = !node.ignored && !silent.has(`${node.role?.value}`);
  const below = (node.childIds ?? []).flatMap((id) => {
    const child = all.get(id);
    return child ? print(child, all, heard ? depth + 1 : depth) : [];
  });
  return heard ? [`${'  '.repeat(depth)}${line(node)}`, ...below] : below;
}

/** What a screen reader is told of the page: the tour's part of the accessibility tree, and where the focus is. */
export async function readAloud(cdp: CDPSession): Promise<{ tree: string; focus: string }> {
  const { nodes } = (await cdp.send('Accessibility.getFullAXTree')) as { nodes: AxNode[] };
  const all = new Map(nodes.map((node) => [node.nodeId, node]));
  const isFocused = ({ properties = [] }: AxNode): boolean =>
    properties.some(({ name, value }) => name === 'focused' && value.value === true);
  const focused = nodes.filter((node) => isFocused(node) && node.role?.value !== 'RootWebArea').at(-1);
  const own = nodes.filter(({ role, ignored }) => !ignored && role?.value === 'dialog');
  return {
    tree: own.flatMap((node) => print(node, all, 0)).join('\n') || '(no step)',
    focus: focused ? line(focused).replace(/ focused\b/, '') : 'the page',
  };
}

/** Collects what polite regions of the tour say, from now on. */
export async function listenToStatus(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const said: string[] = [];
    const watched = new WeakSet<Node>();
    const look = (root: ParentNode & Node): void => {
      if (!watched.has(root)) {
        watched.add(root);
        new MutationObserver((records) => {
          for (const { target } of records) {
            const region = (target instanceof Element ? target : target.parentElement)?.closest(
              '[role="status"]',
            );
            const text = region?.textContent?.trim();
            if (text && said.at(-1) !== text) said.push(text);
          }
          look(root);
        }).observe(root, { subtree: true, childList: true, characterData: true });
      }
      for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) look(shadowRoot);
    };
    look(document);
    Object.assign(globalThis, { said });
  });
  return () =>
    page.evaluate(() => (globalThis as unknown as { said?: string[] }).said?.splice(0) ?? ['(another page)']);
}
