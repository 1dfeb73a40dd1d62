import { expect } from 'chai';
import { allInside, clearPage, inside } from '../../../../test/support/element.ts';
import { describeElement, showView } from '../../../../test/support/element-suite.ts';
import { createFakeHost } from '../../../../test/support/gallery/fake-host.ts';
import { friendsView } from '../../../../test/support/gallery/reading-fixtures.ts';
import { sheetViews } from '../../../../test/support/gallery/sheet.ts';
import { en } from '../../../../test/support/messages.ts';
import { RegularsReferral } from './referral.ts';
import { inviteUrl } from './referral.view.ts';

describeElement('regulars-referral', RegularsReferral.define, () => sheetViews('referral', 'en'));

describe('<regulars-referral>', () => {
  before(() => RegularsReferral.define());
  afterEach(clearPage);
  const host = () => createFakeHost(en, { locale: 'en' });

  it('says what both get and offers the link to copy', async () => {
    const referral = await showView('regulars-referral', friendsView('en'), host());
    expect(allInside(referral, '.gifts li').map(({ textContent }) => textContent?.trim())).to.deep.equal([
      'For your friendA coupon',
      'For you200 points',
    ]);
    expect(inside(referral, 'code').textContent).to.equal(`${location.origin}/?ref=ANNA-4F7K`);
  });

  it('saves a friend’s code', async () => {
    const fake = host();
    const referral = await showView('regulars-referral', friendsView('en'), fake);
    inside<HTMLInputElement>(referral, 'input').value = 'MILA-22';
    inside<HTMLFormElement>(referral, 'form').requestSubmit();
    expect(fake.signals).to.deep.equal([
      { type: 'reward', campaignId: 'my-referral', act: 'referrer', value: 'MILA-22' },
    ]);
  });

  it('says why a code was refused', async () => {
    const answer = { act: 'referrer', value: 'x', state: 'refused', reason: 'referral-refused' } as const;
    const referral = await showView('regulars-referral', friendsView('en', 'ready', { answer }), host());
    expect(inside(referral, '#said').textContent).to.equal('This code cannot be used here.');
  });
});

describe('referral view', () => {
  it('adds the code to the landing page and to nothing that runs', () => {
    expect(inviteUrl('A B', '/welcome?x=1', 'https://shop.example/en/')).to.equal(
      'https://shop.example/welcome?x=1&ref=A+B',
    );
    expect(inviteUrl('A', 'javascript:alert(1)', 'https://shop.example/en/')).to.equal(
      'https://shop.example/?ref=A',
    );
    expect(inviteUrl('A', 'http://', 'https://shop.example/en/')).to.equal('https://shop.example/?ref=A');
  });
});
