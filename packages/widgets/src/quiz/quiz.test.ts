import { describeElement } from '../../../../test/support/element-suite.ts';
import { sheetViews } from '../../../../test/support/gallery/sheet.ts';
import { RegularsQuiz } from './quiz.ts';

describeElement('regulars-quiz', RegularsQuiz.define, () => sheetViews('quiz', 'en'));
