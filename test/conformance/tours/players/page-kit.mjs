/** What the page scripts of all libraries share. */
export const log = [];
export const note = (type, id, reason) => log.push({ type, id, reason });

function find(selector) {
  const [first, ...inner] = selector.split('>>>');
  let node = document.querySelector(first);
  for (const part of inner) node = node?.shadowRoot?.querySelector(part) ?? null;
  return node;
}

/** The target of a step in the form that the plan asks for. */
export function targetOf({ target, as }, nothing = undefined) {
  if (!target) return nothing;
  if (as === 'element') return find(target);
  const count = (answer) => () => {
    window.targetCalls = (window.targetCalls ?? 0) + 1;
    return answer();
  };
  if (as === 'element-function') return count(() => find(target));
  if (as === 'selector-function') return count(() => target);
  if (as === 'nothing-function') return count(() => null);
  return target;
}

export const ask = (name) => window.hooks[name]?.();
export const isLast = (at) => at === window.plan.steps.length - 1;
