import { describeElement } from '../../../../test/support/element-suite.ts';
import { sheetViews } from '../../../../test/support/gallery/sheet.ts';
import { RegularsReferral } from './referral.ts';

describeElement('regulars-referral', RegularsReferral.define, () => sheetViews('referral', 'en'));
