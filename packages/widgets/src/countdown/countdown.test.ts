import { describeElement } from '../../../../test/support/element-suite.ts';
import { sheetViews } from '../../../../test/support/gallery/sheet.ts';
import { RegularsCountdown } from './countdown.ts';

describeElement('regulars-countdown', RegularsCountdown.define, () => sheetViews('countdown', 'en'));
