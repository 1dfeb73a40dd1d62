import { describeElement } from '../../../../test/support/element-suite.ts';
import { sheetViews } from '../../../../test/support/gallery/sheet.ts';
import { RegularsReels } from './reels.ts';

describeElement('regulars-reels', RegularsReels.define, () => sheetViews('reels', 'en'));
