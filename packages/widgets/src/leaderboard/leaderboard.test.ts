import { describeElement } from '../../../../test/support/element-suite.ts';
import { sheetViews } from '../../../../test/support/gallery/sheet.ts';
import { RegularsLeaderboard } from './leaderboard.ts';

describeElement('regulars-leaderboard', RegularsLeaderboard.define, () => sheetViews('leaderboard', 'en'));
