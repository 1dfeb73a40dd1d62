import { isPlainObject, need, type Plain, text } from './check-shape.ts';
import { maxDepth, maxNodes } from './evaluate-with.ts';
import { operatorTable } from './operator-table.ts';

/** Refuses conditions that are deeper than 8, have more than 200 nodes, an unknown operator, audience or node. */
export function checkCondition(root: unknown, audiences: Plain): void {
  let nodes = 0;
  const visit = (node: unknown, at: string, depth: number): void => {
    need(isPlainObject(node), 'condition-invalid', at);
    need(depth < maxDepth, 'condition-too-deep', at);
    need(++nodes <= maxNodes, 'condition-too-large', at);
    const { all, any, not, use, attr, op, did } = node;
    const list = all ?? any;
    if (list !== undefined) {
      need(Array.isArray(list), 'condition-invalid', at);
      list.forEach((one, index) => {
        visit(one, `${at}.${all ? 'all' : 'any'}[${index}]`, depth + 1);
      });
    } else if (not !== undefined) visit(not, `${at}.not`, depth + 1);
    else if (use !== undefined) {
      need(text(use) && Object.hasOwn(audiences, use), 'audience-unknown', `${at}.use`);
      visit(audiences[use], `${at}.use(${use})`, depth + 1);
    } else if (attr !== undefined) {
      need(text(attr), 'condition-invalid', at);
      need(text(op) && Object.hasOwn(operatorTable, op), 'operator-unknown', `${at}.op`);
    } else need(text(did), 'condition-unknown', at);
  };
  visit(root, 'audience', 0);
}
