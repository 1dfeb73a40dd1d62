import { expect } from 'chai';
import { addHtml, clearPage } from '../../../../../test/support/element.ts';
import { parentOf, shownPartOf } from './composed.ts';
import { findTarget, isVisible } from './find-target.ts';
import { followTarget } from './follow-target.ts';

const found = (...selectors: string[]) => {
  const answer = findTarget({ selectors }, document);
  return answer.type === 'found' ? answer.target.id : answer.reason;
};

describe('target resolver', () => {
  afterEach(clearPage);

  it('takes the visible one of two copies, whichever comes first', () => {
    addHtml(
      '<div><a class="cart" id="phone" style="display:none">Cart</a><a class="cart" id="desktop">Cart</a></div>',
    );
    expect(found('.cart')).to.equal('desktop');
  });

  it('tries selectors in order and passes over one that is not CSS', () => {
    addHtml('<div><b id="second" class="b">B</b></div>');
    expect(found('.a', '::::', '.b')).to.equal('second');
  });

  it('gives the reason why there is none', () => {
    addHtml('<div><b class="hidden" style="visibility:hidden">B</b></div>');
    expect(found('.none')).to.equal('not-found');
    expect(found('.hidden')).to.equal('not-visible');
    expect(found('###')).to.equal('selector-invalid');
  });

  it('steps into shadow roots by the path syntax', () => {
    const card = addHtml('<div class="card"></div>');
    card.attachShadow({ mode: 'open' }).innerHTML = '<button id="buy">Buy</button>';
    expect(found('.card >>> button')).to.equal('buy');
  });

  it('does not count what is inert, transparent, without size or parked beside the page', () => {
    const see = (html: string) => isVisible(addHtml(html));
    expect(see('<p>Here</p>')).to.equal(true);
    expect(see('<p inert>Inert</p>')).to.equal(false);
    expect(see('<p style="opacity:0">Clear</p>')).to.equal(false);
    expect(see('<p style="width:0;height:0"></p>')).to.equal(false);
    expect(see('<p style="position:fixed;left:-500px;width:100px">Drawer</p>')).to.equal(false);
  });

  it('counts what a sideways scroller can bring back', () => {
    const row = addHtml(
      '<div style="overflow-x:auto;width:200px"><div style="width:9000px"><i id="far" style="display:inline-block;width:50px;margin-left:8000px">x</i></div></div>',
    );
    expect(isVisible(row.querySelector('#far') as Element)).to.equal(true);
  });

  it('waits for a target that comes late, also in a shadow root, and tells of another node', async () => {
    const card = addHtml('<div class="late"></div>');
    const root = card.attachShadow({ mode: 'open' });
    const seen: (Element | null)[] = [];
    let tell: () => void = () => {};
    const next = () =>
      new Promise<void>((resolve) => {
        tell = resolve;
      });
    const first = next();
    const stop = followTarget(
      { selectors: ['.late >>> button'] },
      { waitMs: 5000 },
      {
        onTarget: (target) => {
          seen.push(target);
          if (target) tell();
        },
        onMissing: () => {},
      },
    );
    root.append(Object.assign(document.createElement('button'), { textContent: 'A' }));
    await first;
    const second = next();
    root.replaceChildren(Object.assign(document.createElement('button'), { textContent: 'B' }));
    await second;
    stop();
    expect(seen.map((target) => target?.textContent)).to.deep.equal(['A', 'B']);
  });

  it('says that a target is lost when it does not come back in time', async () => {
    const target = addHtml('<b class="gone">B</b>');
    const reason = new Promise((resolve) => {
      followTarget({ selectors: ['.gone'] }, { waitMs: 10 }, { onTarget: () => {}, onMissing: resolve });
    });
    target.remove();
    expect(await reason).to.equal('lost');
  });

  it('ends at a link that was taken out of the page, whose host is an address', () => {
    const link = document.createElement('a');
    link.href = 'https://shop.example/';
    link.append(document.createElement('b'));
    expect(parentOf(link)).to.equal(null);
    expect(shownPartOf(link.firstElementChild as Element)).to.equal(null);
  });
});
