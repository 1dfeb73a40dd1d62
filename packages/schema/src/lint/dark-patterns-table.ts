/** Words that press or shame, by what is wrong with them, in the languages we read. */
export const darkPatterns: readonly {
  readonly code: 'shaming' | 'false-urgency' | 'false-scarcity' | 'false-social';
  readonly words: RegExp;
}[] = [
  {
    code: 'shaming',
    words:
      /\bno,? (thanks|thank you),? i\b|\bi (don.?t|do not) (want|like|need) (to )?(save|saving|discount|money|deals?)|\bi.?d rather pay\b|\bi hate (saving|discounts|deals)|не,? благодаря,? (не )?(обичам|искам)|не искам (да )?(спест|отстъп)|nie,? dziękuję,? (wolę|nie)|nie (chcę|lubię) (oszczędz|rabat|zniż)|wolę przepłac|нет,? спасибо,? я|не (хочу|люблю) (эконом|скид)|я люблю переплачивать/i,
  },
  {
    code: 'false-urgency',
    words:
      /\b(hurry|act now|last chance|only today|today only|ends soon|don.?t miss)\b|побързай|само днес|последен шанс|не изпускай|pospiesz|tylko dziś|tylko dzisiaj|ostatnia szansa|nie przegap|поторопи|только сегодня|последний шанс|не упусти|спеши/i,
  },
  {
    code: 'false-scarcity',
    words:
      /\bonly \d+ (left|remaining)\b|\balmost (gone|sold out)\b|само \d+ (бро|оста)|почти (разпродаден|свърши)|tylko \d+ szt|prawie wyprzedan|осталось (всего )?\d+|почти (распродан|закончил)/i,
  },
  {
    code: 'false-social',
    words:
      /\b\d+ (people|shoppers|visitors|others) (are |have )?(looking|viewing|bought|watching)|\d+ (души|човека) (разглеждат|купиха|гледат)|\d+ os(ób|oby) (ogląda|kupi)|\d+ (человек|покупател\S*) (смотр|купил)/i,
  },
];
