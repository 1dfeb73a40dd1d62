import { expect } from 'chai';
import { allInside, clearPage, inside } from '../../../../test/support/element.ts';
import { describeElement, showView } from '../../../../test/support/element-suite.ts';
import { createFakeHost } from '../../../../test/support/gallery/fake-host.ts';
import { known } from '../../../../test/support/gallery/known-facts.ts';
import { boardView } from '../../../../test/support/gallery/reading-fixtures.ts';
import { sheetViews } from '../../../../test/support/gallery/sheet.ts';
import { en } from '../../../../test/support/messages.ts';
import { RegularsLeaderboard } from './leaderboard.ts';
import { boardRows } from './leaderboard.view.ts';

describeElement('regulars-leaderboard', RegularsLeaderboard.define, () => sheetViews('leaderboard', 'en'));

describe('<regulars-leaderboard>', () => {
  before(() => RegularsLeaderboard.define());
  afterEach(clearPage);
  const host = () => createFakeHost(en, { locale: 'en' });

  it('is a table with the visitor’s own place below the best', async () => {
    const board = await showView('regulars-leaderboard', boardView('en'), host());
    const rows = allInside(board, 'tbody tr').map(({ textContent }) =>
      textContent?.replace(/\s+/g, ' ').trim(),
    );
    expect(rows[0]).to.equal('1 Marzipan 2,140');
    expect(rows.at(-1)).to.equal('17 Bergamot you 320');
  });

  it('writes a nickname as words, whatever is in it', async () => {
    const evil = '<img src=x onerror=alert(1)>';
    const view = boardView('en', 'ready', {
      known: {
        ...known.leaderboard,
        nickname: evil,
        rows: [{ rank: 1, nickname: evil, score: 1, own: true }],
      },
    });
    const board = await showView('regulars-leaderboard', view, host());
    expect(allInside(board, 'img')).to.have.lengthOf(0);
    expect(inside(board, 'bdi').textContent).to.equal(evil);
  });

  it('saves a nickname by Enter and takes it back by its button', async () => {
    const fake = host();
    const board = await showView('regulars-leaderboard', boardView('en'), fake);
    inside<HTMLInputElement>(board, 'input').value = '  Thyme ';
    inside<HTMLFormElement>(board, 'form').requestSubmit();
    inside(board, 'button.plain').click();
    expect(fake.signals).to.deep.equal([
      { type: 'reward', campaignId: 'my-leaderboard', act: 'nickname', value: 'Thyme' },
      { type: 'reward', campaignId: 'my-leaderboard', act: 'nickname', value: '' },
    ]);
  });

  it('says why a nickname was refused', async () => {
    const answer = { act: 'nickname', value: 'x', state: 'refused', reason: 'nickname-refused' } as const;
    const board = await showView('regulars-leaderboard', boardView('en', 'ready', { answer }), host());
    expect(inside(board, '#said').textContent).to.equal('This name cannot be used. Please choose another.');
  });
});

describe('leaderboard view', () => {
  it('adds the own place only when it is not among those shown', () => {
    expect(boardRows(known.leaderboard, 3).map(({ rank }) => rank)).to.deep.equal([1, 2, 3, 17]);
    const rows = known.leaderboard.rows.map((row, index) => ({ ...row, own: index === 1 }));
    expect(boardRows({ ...known.leaderboard, rows }, 3)).to.have.lengthOf(3);
  });
});
