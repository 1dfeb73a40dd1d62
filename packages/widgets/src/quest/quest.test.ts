import { describeElement } from '../../../../test/support/element-suite.ts';
import { sheetViews } from '../../../../test/support/gallery/sheet.ts';
import { RegularsQuest } from './quest.ts';

describeElement('regulars-quest', RegularsQuest.define, () => sheetViews('quest', 'en'));
