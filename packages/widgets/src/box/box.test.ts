import { describeElement } from '../../../../test/support/element-suite.ts';
import { sheetViews } from '../../../../test/support/gallery/sheet.ts';
import { RegularsBox } from './box.ts';

describeElement('regulars-box', RegularsBox.define, () => sheetViews('box', 'en'));
