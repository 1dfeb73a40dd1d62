import { describeElement } from '../../../../test/support/element-suite.ts';
import { sheetViews } from '../../../../test/support/gallery/sheet.ts';
import { RegularsTier } from './tier.ts';

describeElement('regulars-tier', RegularsTier.define, () => sheetViews('tier', 'en'));
