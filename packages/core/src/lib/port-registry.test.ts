import { expect } from 'chai';
import { createPortRegistry, type PortKey } from './port-registry.ts';

const names: PortKey<string> = 'names';

describe('port registry', () => {
  it('keeps the order in which providers came and forgets one that was removed', () => {
    const registry = createPortRegistry();
    const remove = registry.provide(names, 'first');
    registry.provide(names, 'second');
    expect(registry.use(names)).to.deep.equal(['first', 'second']);
    remove();
    expect(registry.use(names)).to.deep.equal(['second']);
  });
});
