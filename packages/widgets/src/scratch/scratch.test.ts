import { describeElement } from '../../../../test/support/element-suite.ts';
import { sheetViews } from '../../../../test/support/gallery/sheet.ts';
import { RegularsScratch } from './scratch.ts';

describeElement('regulars-scratch', RegularsScratch.define, () => sheetViews('scratch', 'en'));
