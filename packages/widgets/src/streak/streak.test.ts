import { describeElement } from '../../../../test/support/element-suite.ts';
import { sheetViews } from '../../../../test/support/gallery/sheet.ts';
import { RegularsStreak } from './streak.ts';

describeElement('regulars-streak', RegularsStreak.define, () => sheetViews('streak', 'en'));
