import { describeElement } from '../../../../test/support/element-suite.ts';
import { sheetViews } from '../../../../test/support/gallery/sheet.ts';
import { RegularsBadges } from './badges.ts';

describeElement('regulars-badges', RegularsBadges.define, () => sheetViews('badges', 'en'));
