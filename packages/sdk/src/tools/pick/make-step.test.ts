import { expect } from 'chai';
import { campaignJson, type PickedStep, stepIds } from './make-step.ts';

const step = (change: Partial<PickedStep> = {}): PickedStep => ({
  selectors: ['.js-cart'],
  page: '/c/*',
  title: 'Your cart lives here',
  body: 'Open it from any page.',
  placement: 'auto',
  ...change,
});

describe('a picked tour', () => {
  it('names its steps by their titles, each once, in any script', () => {
    expect(
      stepIds([
        step(),
        step(),
        step({ title: 'Вашата количка!' }),
        step({ title: '', body: 'Here' }),
        step({ title: '', body: '' }),
      ]),
    ).to.deep.equal(['your-cart-lives-here', 'your-cart-lives-here-2', 'вашата-количка', 'here', 'step']);
  });

  it('is a draft that the schema takes, with its words in the page’s language', async () => {
    const { parseDocument } = await import('@regulars/schema');
    const steps = [step(), step({ title: '', page: '', selectors: ['#a', '.b'], placement: 'top' })];
    const campaign = campaignJson(steps, 'bg', 'Разходка');
    expect(campaign).to.deep.include({
      status: 'draft',
      id: 'tour-new',
      trigger: { on: 'page', path: '/c/*' },
    });
    const document = {
      formatVersion: 1,
      revision: 1,
      zone: 'UTC',
      fallbackLocales: ['bg'],
      campaigns: [campaign],
    };
    const result = parseDocument(JSON.stringify(document));
    expect(result.ok, JSON.stringify(result)).to.equal(true);
  });
});
