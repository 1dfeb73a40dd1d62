import { describeElement } from '../../../../test/support/element-suite.ts';
import { sheetViews } from '../../../../test/support/gallery/sheet.ts';
import { RegularsPrizes } from './prizes.ts';

describeElement('regulars-prizes', RegularsPrizes.define, () => sheetViews('prizes', 'en'));
