import { describeElement } from '../../../../test/support/element-suite.ts';
import { sheetViews } from '../../../../test/support/gallery/sheet.ts';
import { RegularsProgress } from './progress.ts';

describeElement('regulars-progress', RegularsProgress.define, () => sheetViews('progress', 'en'));
