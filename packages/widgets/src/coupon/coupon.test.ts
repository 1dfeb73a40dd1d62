import { describeElement } from '../../../../test/support/element-suite.ts';
import { sheetViews } from '../../../../test/support/gallery/sheet.ts';
import { RegularsCoupon } from './coupon.ts';

describeElement('regulars-coupon', RegularsCoupon.define, () => sheetViews('coupon', 'en'));
