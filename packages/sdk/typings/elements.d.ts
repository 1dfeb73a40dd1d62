// Written by `npm run typings` from the custom-elements manifest: change the elements, not this file.
import type {} from '@regulars/widgets';
import type { RegularsAnnouncement } from '@regulars/widgets/announcement';
import type { RegularsBadges } from '@regulars/widgets/badges';
import type { RegularsBox } from '@regulars/widgets/box';
import type { RegularsCarousel } from '@regulars/widgets/carousel';
import type { RegularsChecklist } from '@regulars/widgets/checklist';
import type { RegularsCountdown } from '@regulars/widgets/countdown';
import type { RegularsCoupon } from '@regulars/widgets/coupon';
import type { RegularsHint } from '@regulars/widgets/hint';
import type { RegularsLauncher } from '@regulars/widgets/launcher';
import type { RegularsLeaderboard } from '@regulars/widgets/leaderboard';
import type { RegularsPrivacy } from '@regulars/widgets/privacy';
import type { RegularsPrizes } from '@regulars/widgets/prizes';
import type { RegularsProductCard } from '@regulars/widgets/product-card';
import type { RegularsProgress } from '@regulars/widgets/progress';
import type { RegularsQuest } from '@regulars/widgets/quest';
import type { RegularsQuiz } from '@regulars/widgets/quiz';
import type { RegularsReels } from '@regulars/widgets/reels';
import type { RegularsReferral } from '@regulars/widgets/referral';
import type { RegularsScratch } from '@regulars/widgets/scratch';
import type { RegularsSlot } from '@regulars/widgets/slot';
import type { RegularsStreak } from '@regulars/widgets/streak';
import type { RegularsTier } from '@regulars/widgets/tier';
import type { RegularsTour } from '@regulars/widgets/tour';
import type { RegularsWallet } from '@regulars/widgets/wallet';
import type { RegularsWheel } from '@regulars/widgets/wheel';

/** One thing to tell: a bar in a slot whose height the page reserves, a card in a slot or at the page's edge, or a dialog over the page. The dialog is the browser's own: the page behind it is inert, Escape leaves, focus goes back. */
export interface RegularsAnnouncementAttributes {
  /** Name of the host's slot to read. */
  'for'?: string | undefined;
}

/** Properties of `<regulars-announcement>` that have no attribute. */
export type RegularsAnnouncementProperties = Partial<Pick<RegularsAnnouncement, 'host' | 'view'>>;

/** Events of `<regulars-announcement>` by name. */
export interface RegularsAnnouncementEvents {
  /** Request, before a button acts or it is dismissed; cancelable. */
  'regulars-announcement-act': HTMLElementEventMap['regulars-announcement-act'];
  /** A button acted, or it was dismissed. */
  'regulars-announcement-acted': HTMLElementEventMap['regulars-announcement-acted'];
}

/** Badges: those earned with their day, the others dimmed with how far they are. Nothing is told by colour alone. */
export interface RegularsBadgesAttributes {
  /** Name of the host's slot to read. */
  'for'?: string | undefined;
}

/** Properties of `<regulars-badges>` that have no attribute. */
export type RegularsBadgesProperties = Partial<Pick<RegularsBadges, 'host' | 'view'>>;

/** Events of `<regulars-badges>` by name. */
export interface RegularsBadgesEvents {
  /** Request to read the badges anew; cancelable. */
  'regulars-badges-refresh': HTMLElementEventMap['regulars-badges-refresh'];
}

/** Mystery boxes. The visitor opens one; the server draws, whichever it is, and the page says so. The others stay closed: what is not drawn exists nowhere. */
export interface RegularsBoxAttributes {
  /** Name of the host's slot to read. */
  'for'?: string | undefined;
}

/** Properties of `<regulars-box>` that have no attribute. */
export type RegularsBoxProperties = Partial<Pick<RegularsBox, 'openMs' | 'host' | 'view'>>;

/** Events of `<regulars-box>` by name. */
export interface RegularsBoxEvents {
  /** Request, before the draw; cancelable. */
  'regulars-box-draw': HTMLElementEventMap['regulars-box-draw'];
  /** The box is open and the result is in words. */
  'regulars-box-settled': HTMLElementEventMap['regulars-box-settled'];
  /** Request, before the prize is claimed; cancelable. */
  'regulars-box-claim': HTMLElementEventMap['regulars-box-claim'];
}

/** A row of products that scrolls and snaps, after the W3C carousel pattern: a named region, slides as named groups, real buttons. Ranked cards render in the shadow root; children of the server's page stay in the light DOM and are the slides while nothing is decided. */
export interface RegularsCarouselAttributes {
  /** Name of the host's slot to read. */
  'for'?: string | undefined;
  /** Name of the region when the campaign has no title. */
  'label'?: string | undefined;
}

/** Properties of `<regulars-carousel>` that have no attribute. */
export type RegularsCarouselProperties = Partial<Pick<RegularsCarousel, 'dwellMs' | 'host' | 'view'>>;

/** Events of `<regulars-carousel>` by name. */
export interface RegularsCarouselEvents {
  /** A card was half visible for a second; once per page view. */
  'regulars-carousel-viewed': HTMLElementEventMap['regulars-carousel-viewed'];
  /** The visitor followed a card. */
  'regulars-carousel-clicked': HTMLElementEventMap['regulars-carousel-clicked'];
  /** A list could not be rendered. */
  'regulars-widget-failed': HTMLElementEventMap['regulars-widget-failed'];
}

/** Missions of a newcomer: each is ticked off by what the visitor really does, the list folds, stays as it was left, and is quietly glad at the end. A reward is collected from the server once every mission is done. */
export interface RegularsChecklistAttributes {
  /** Name of the host's slot to read. */
  'for'?: string | undefined;
}

/** Properties of `<regulars-checklist>` that have no attribute. */
export type RegularsChecklistProperties = Partial<Pick<RegularsChecklist, 'host' | 'view'>>;

/** Events of `<regulars-checklist>` by name. */
export interface RegularsChecklistEvents {
  /** Request, before something happens; cancelable. */
  'regulars-checklist-act': HTMLElementEventMap['regulars-checklist-act'];
  /** The last mission was done on this page. */
  'regulars-checklist-finished': HTMLElementEventMap['regulars-checklist-finished'];
}

/** Time left until the real end of a campaign, by the server's clock; it never starts again. It says the time aloud at one day, one hour and ten minutes, and only then. Where the server has not told its time, the date stands alone. */
export interface RegularsCountdownAttributes {
  /** Name of the host's slot to read. */
  'for'?: string | undefined;
}

/** Properties of `<regulars-countdown>` that have no attribute. */
export type RegularsCountdownProperties = Partial<Pick<RegularsCountdown, 'host' | 'view'>>;

/** Events of `<regulars-countdown>` by name. */
export interface RegularsCountdownEvents {
  /** The end has come. */
  'regulars-countdown-ended': HTMLElementEventMap['regulars-countdown-ended'];
}

/** The visitor's coupon that ends first: copy it, put it into the cart, see how long it is valid. Silent where there is none: the shop's fallback stands there. */
export interface RegularsCouponAttributes {
  /** Name of the host's slot to read. */
  'for'?: string | undefined;
}

/** Properties of `<regulars-coupon>` that have no attribute. */
export type RegularsCouponProperties = Partial<Pick<RegularsCoupon, 'host' | 'view'>>;

/** Events of `<regulars-coupon>` by name. */
export interface RegularsCouponEvents {
  /** Request to read the coupon anew; cancelable. */
  'regulars-coupon-refresh': HTMLElementEventMap['regulars-coupon-refresh'];
  /** Request, before the code is made; cancelable. */
  'regulars-coupon-claim': HTMLElementEventMap['regulars-coupon-claim'];
  /** Request, before the code goes into the cart; cancelable. */
  'regulars-coupon-apply': HTMLElementEventMap['regulars-coupon-apply'];
}

/** A beacon at an element of the page, or where its slot stands; pressed, it tells its few words. Reached by Tab right after its target; Escape, a press elsewhere and its own button leave it, and then it is gone. */
export interface RegularsHintAttributes {
  /** Name of the host's slot to read. */
  'for'?: string | undefined;
}

/** Properties of `<regulars-hint>` that have no attribute. */
export type RegularsHintProperties = Partial<Pick<RegularsHint, 'waitMs' | 'host' | 'view'>>;

/** Events of `<regulars-hint>` by name. */
export interface RegularsHintEvents {
  /** Request, before it opens, closes or acts; cancelable. */
  'regulars-hint-act': HTMLElementEventMap['regulars-hint-act'];
  /** It was opened, left, or its button acted. */
  'regulars-hint-acted': HTMLElementEventMap['regulars-hint-acted'];
}

/** A help button in a corner of the page. It opens a list of what this page offers: tours to see again, prizes to collect, the shop's help pages, the code for the support, and the switch for tips. It stands above bars at the page's lower edge. */
export interface RegularsLauncherAttributes {
  /** Name of the host's slot to read. */
  'for'?: string | undefined;
}

/** Properties of `<regulars-launcher>` that have no attribute. */
export type RegularsLauncherProperties = Partial<Pick<RegularsLauncher, 'host' | 'view'>>;

/** Events of `<regulars-launcher>` by name. */
export interface RegularsLauncherEvents {
  /** Request, before it opens, closes, a row is chosen or tips are switched; cancelable. */
  'regulars-launcher-act': HTMLElementEventMap['regulars-launcher-act'];
}

/** The best of the shop by nickname, and the visitor's own place. Nobody stands there who did not choose a nickname, and who takes it back is gone. */
export interface RegularsLeaderboardAttributes {
  /** Name of the host's slot to read. */
  'for'?: string | undefined;
}

/** Properties of `<regulars-leaderboard>` that have no attribute. */
export type RegularsLeaderboardProperties = Partial<Pick<RegularsLeaderboard, 'host' | 'view'>>;

/** Events of `<regulars-leaderboard>` by name. */
export interface RegularsLeaderboardEvents {
  /** Request to read the board anew; cancelable. */
  'regulars-leaderboard-refresh': HTMLElementEventMap['regulars-leaderboard-refresh'];
  /** Request, before a nickname is saved or taken back; cancelable. */
  'regulars-leaderboard-nickname': HTMLElementEventMap['regulars-leaderboard-nickname'];
}

/** What is held of the visitor on this device, in plain words: to see, download and erase. Beside it what they allowed, and switches for personal lists, tips and games. */
export interface RegularsPrivacyAttributes {
  /** Name of the host's slot to read. */
  'for'?: string | undefined;
}

/** Properties of `<regulars-privacy>` that have no attribute. */
export type RegularsPrivacyProperties = Partial<Pick<RegularsPrivacy, 'host' | 'view'>>;

/** Events of `<regulars-privacy>` by name. */
export interface RegularsPrivacyEvents {
  /** Request, before something is downloaded, erased or switched; cancelable. */
  'regulars-privacy-act': HTMLElementEventMap['regulars-privacy-act'];
  /** The visitor wants to change what they allowed: open the shop's banner. */
  'regulars-privacy-change': HTMLElementEventMap['regulars-privacy-change'];
}

/** Everything the visitor has won and not used: what is not collected yet, codes with their conditions and their end, "send it to me". */
export interface RegularsPrizesAttributes {
  /** Name of the host's slot to read. */
  'for'?: string | undefined;
}

/** Properties of `<regulars-prizes>` that have no attribute. */
export type RegularsPrizesProperties = Partial<Pick<RegularsPrizes, 'host' | 'view'>>;

/** Events of `<regulars-prizes>` by name. */
export interface RegularsPrizesEvents {
  /** Request to read the prizes anew; cancelable. */
  'regulars-prizes-refresh': HTMLElementEventMap['regulars-prizes-refresh'];
  /** Request, before a prize is collected; cancelable. */
  'regulars-prizes-claim': HTMLElementEventMap['regulars-prizes-claim'];
  /** Request, before a prize is sent to the visitor; cancelable. */
  'regulars-prizes-send': HTMLElementEventMap['regulars-prizes-send'];
  /** Request, before a code goes into the cart; cancelable. */
  'regulars-prizes-apply': HTMLElementEventMap['regulars-prizes-apply'];
}

/** One product: picture in a reserved box, brand, title, price, what was the price before, sold out. The title is the link and its area the whole card. */
export interface RegularsProductCardAttributes {
  /** Place in its list, from 0. */
  'position'?: number | string | undefined;
  /** Locale of prices (BCP 47); default: the page's. */
  'locale'?: string | undefined;
  /** Offer "add to cart" (default `false`). */
  'addable'?: boolean | undefined;
  /** What became of the visitor's wish to put it into the cart: `busy`, `done`, `failed` (default: none yet). */
  'adding'?: 'busy' | 'done' | 'failed' | undefined;
  /** Title of the product that led to this one. */
  'because'?: string | undefined;
  /** What put it here when no product did: the end of a text `card.why-…`, such as `popular` or `price-drop`. */
  'reason'?: string | undefined;
  /** Offer "not interested" (default `false`). */
  'refusable'?: boolean | undefined;
  /** Lies on its side, for a list (default `false`). */
  'list'?: boolean | undefined;
  /** Name of the host's slot to read. */
  'for'?: string | undefined;
}

/** Properties of `<regulars-product-card>` that have no attribute. */
export type RegularsProductCardProperties = Partial<Pick<RegularsProductCard, 'product' | 'saved' | 'host' | 'view'>>;

/** Events of `<regulars-product-card>` by name. */
export interface RegularsProductCardEvents {
  /** Request, before the link is followed; cancelable. */
  'regulars-product-card-select': HTMLElementEventMap['regulars-product-card-select'];
  /** Request to put the product into the cart; cancelable. */
  'regulars-product-card-add': HTMLElementEventMap['regulars-product-card-add'];
  /** Request never to see the product again; cancelable. */
  'regulars-product-card-refuse': HTMLElementEventMap['regulars-product-card-refuse'];
  /** Request to put the product on the visitor's list, or take it off; cancelable. */
  'regulars-product-card-save': HTMLElementEventMap['regulars-product-card-save'];
}

/** How far the cart is from free delivery or a gift. Thresholds, currency and cart come from the shop; what the shop does not say is not shown. */
export interface RegularsProgressAttributes {
  /** Name of the host's slot to read. */
  'for'?: string | undefined;
}

/** Properties of `<regulars-progress>` that have no attribute. */
export type RegularsProgressProperties = Partial<Pick<RegularsProgress, 'host' | 'view'>>;

/** Events of `<regulars-progress>` by name. */
export interface RegularsProgressEvents {
  /** A threshold is reached that was not before. */
  'regulars-progress-reached': HTMLElementEventMap['regulars-progress-reached'];
}

/** A quest or challenge: its steps, how far each is, what it gives, until when. Steps in a given order wait for the one before. */
export interface RegularsQuestAttributes {
  /** Name of the host's slot to read. */
  'for'?: string | undefined;
}

/** Properties of `<regulars-quest>` that have no attribute. */
export type RegularsQuestProperties = Partial<Pick<RegularsQuest, 'host' | 'view'>>;

/** Events of `<regulars-quest>` by name. */
export interface RegularsQuestEvents {
  /** Request to read the quest anew; cancelable. */
  'regulars-quest-refresh': HTMLElementEventMap['regulars-quest-refresh'];
}

/** A quiz, one question at a time. When it pays, the right answers are on the server alone and the answers go with the draw; one for the fun of it is marked on the page. */
export interface RegularsQuizAttributes {
  /** Name of the host's slot to read. */
  'for'?: string | undefined;
}

/** Properties of `<regulars-quiz>` that have no attribute. */
export type RegularsQuizProperties = Partial<Pick<RegularsQuiz, 'host' | 'view'>>;

/** Events of `<regulars-quiz>` by name. */
export interface RegularsQuizEvents {
  /** Request, before the answers are sent; cancelable. */
  'regulars-quiz-draw': HTMLElementEventMap['regulars-quiz-draw'];
  /** The result is in words. */
  'regulars-quiz-settled': HTMLElementEventMap['regulars-quiz-settled'];
  /** Request, before the prize is claimed; cancelable. */
  'regulars-quiz-claim': HTMLElementEventMap['regulars-quiz-claim'];
}

/** A slot machine. The server draws; the three reels stop at the symbol of the prize that it is told, never one short of another. Each symbol stands beside its prize in the table of odds. */
export interface RegularsReelsAttributes {
  /** Name of the host's slot to read. */
  'for'?: string | undefined;
}

/** Properties of `<regulars-reels>` that have no attribute. */
export type RegularsReelsProperties = Partial<Pick<RegularsReels, 'spinMs' | 'host' | 'view'>>;

/** Events of `<regulars-reels>` by name. */
export interface RegularsReelsEvents {
  /** Request, before the draw; cancelable. */
  'regulars-reels-draw': HTMLElementEventMap['regulars-reels-draw'];
  /** The reels stand still and the result is in words. */
  'regulars-reels-settled': HTMLElementEventMap['regulars-reels-settled'];
  /** Request, before the prize is claimed; cancelable. */
  'regulars-reels-claim': HTMLElementEventMap['regulars-reels-claim'];
}

/** The visitor's invitation: what both get, the link to copy or share, how many came; a place to enter a friend's code. */
export interface RegularsReferralAttributes {
  /** Name of the host's slot to read. */
  'for'?: string | undefined;
}

/** Properties of `<regulars-referral>` that have no attribute. */
export type RegularsReferralProperties = Partial<Pick<RegularsReferral, 'host' | 'view'>>;

/** Events of `<regulars-referral>` by name. */
export interface RegularsReferralEvents {
  /** Request to read anew; cancelable. */
  'regulars-referral-refresh': HTMLElementEventMap['regulars-referral-refresh'];
  /** Request, before the browser's own sharing opens; cancelable. */
  'regulars-referral-share': HTMLElementEventMap['regulars-referral-share'];
  /** Request, before a friend's code is saved; cancelable. */
  'regulars-referral-referrer': HTMLElementEventMap['regulars-referral-referrer'];
}

/** A scratch card. The server draws first; then the foil comes off by pointer or by the button "Reveal", and what lies below is not in the page before it was drawn. */
export interface RegularsScratchAttributes {
  /** Name of the host's slot to read. */
  'for'?: string | undefined;
}

/** Properties of `<regulars-scratch>` that have no attribute. */
export type RegularsScratchProperties = Partial<Pick<RegularsScratch, 'host' | 'view'>>;

/** Events of `<regulars-scratch>` by name. */
export interface RegularsScratchEvents {
  /** Request, before the draw; cancelable. */
  'regulars-scratch-draw': HTMLElementEventMap['regulars-scratch-draw'];
  /** The card lies open and the result is in words. */
  'regulars-scratch-settled': HTMLElementEventMap['regulars-scratch-settled'];
  /** Request, before the prize is claimed; cancelable. */
  'regulars-scratch-claim': HTMLElementEventMap['regulars-scratch-claim'];
}

/** A place in the shop's page that a campaign may fill. Its children are the fallback: they stay in the light DOM and are shown while nothing is decided, while the element loads, when it fails, and without JavaScript. */
export interface RegularsSlotAttributes {
  /** Name by which campaigns place into it (`{ "slot": "home-for-you" }`). */
  'name'?: string | undefined;
  /** Name of the host's slot to read. */
  'for'?: string | undefined;
}

/** Properties of `<regulars-slot>` that have no attribute. */
export type RegularsSlotProperties = Partial<Pick<RegularsSlot, 'loaders' | 'dwellMs' | 'host' | 'view'>>;

/** Events of `<regulars-slot>` by name. */
export interface RegularsSlotEvents {
  /** The slot shows a campaign's element. */
  'regulars-slot-shown': HTMLElementEventMap['regulars-slot-shown'];
  /** An element could not be loaded or rendered; the fallback is shown. */
  'regulars-widget-failed': HTMLElementEventMap['regulars-widget-failed'];
}

/** A streak: how long it is, the last days in a row, what keeps it and what was bridged by a freeze. A broken streak begins anew without a word of blame. */
export interface RegularsStreakAttributes {
  /** Name of the host's slot to read. */
  'for'?: string | undefined;
}

/** Properties of `<regulars-streak>` that have no attribute. */
export type RegularsStreakProperties = Partial<Pick<RegularsStreak, 'host' | 'view'>>;

/** Events of `<regulars-streak>` by name. */
export interface RegularsStreakEvents {
  /** Request to read the streak anew; cancelable. */
  'regulars-streak-refresh': HTMLElementEventMap['regulars-streak-refresh'];
}

/** The visitor's tier, the way to the next, what each tier gives, and until when it stays. */
export interface RegularsTierAttributes {
  /** Name of the host's slot to read. */
  'for'?: string | undefined;
}

/** Properties of `<regulars-tier>` that have no attribute. */
export type RegularsTierProperties = Partial<Pick<RegularsTier, 'host' | 'view'>>;

/** Events of `<regulars-tier>` by name. */
export interface RegularsTierEvents {
  /** Request to read the tier anew; cancelable. */
  'regulars-tier-refresh': HTMLElementEventMap['regulars-tier-refresh'];
}

/** One step of a guided tour: a tooltip with an arrow on wide screens, a bottom sheet below 640 px, a card in the middle when a step has no target. The page stays usable, and using it puts the step aside as a small chip; focus is moved to it once and given back at the end. Escape leaves, the arrow keys move (mirrored in right-to-left), the step is announced politely. */
export interface RegularsTourAttributes {
  /** Name of the host's slot to read. */
  'for'?: string | undefined;
}

/** Properties of `<regulars-tour>` that have no attribute. */
export type RegularsTourProperties = Partial<Pick<RegularsTour, 'waitMs' | 'host' | 'view'>>;

/** Events of `<regulars-tour>` by name. */
export interface RegularsTourEvents {
  /** Request, before the tour moves or ends; cancelable. */
  'regulars-tour-advance': HTMLElementEventMap['regulars-tour-advance'];
  /** The visitor moved or ended the tour. */
  'regulars-tour-advanced': HTMLElementEventMap['regulars-tour-advanced'];
  /** Request: a step holds a slot, and `<regulars-slot>` is not registered. */
  'regulars-tour-slot': HTMLElementEventMap['regulars-tour-slot'];
}

/** The visitor's points: balance, what is on its way, what ends soon, the last movements. */
export interface RegularsWalletAttributes {
  /** Name of the host's slot to read. */
  'for'?: string | undefined;
}

/** Properties of `<regulars-wallet>` that have no attribute. */
export type RegularsWalletProperties = Partial<Pick<RegularsWallet, 'host' | 'view'>>;

/** Events of `<regulars-wallet>` by name. */
export interface RegularsWalletEvents {
  /** Request to read the points anew; cancelable. */
  'regulars-wallet-refresh': HTMLElementEventMap['regulars-wallet-refresh'];
  /** Request, before points buy an offer; cancelable. */
  'regulars-wallet-redeem': HTMLElementEventMap['regulars-wallet-redeem'];
}

/** A prize wheel. The server draws; the wheel turns to the prize that it is told and says it in words, at once when the visitor prefers less motion. Sectors are as wide as the odds, or the page says that they are not; the odds are a table, the rules a link. */
export interface RegularsWheelAttributes {
  /** Name of the host's slot to read. */
  'for'?: string | undefined;
}

/** Properties of `<regulars-wheel>` that have no attribute. */
export type RegularsWheelProperties = Partial<Pick<RegularsWheel, 'spinMs' | 'host' | 'view'>>;

/** Events of `<regulars-wheel>` by name. */
export interface RegularsWheelEvents {
  /** Request, before the draw; cancelable. */
  'regulars-wheel-draw': HTMLElementEventMap['regulars-wheel-draw'];
  /** The wheel stands still and the result is in words. */
  'regulars-wheel-settled': HTMLElementEventMap['regulars-wheel-settled'];
  /** Request, before the prize is claimed; cancelable. */
  'regulars-wheel-claim': HTMLElementEventMap['regulars-wheel-claim'];
}

/** Map from a tag to its element, attributes and events. */
export interface RegularsElements {
  'regulars-announcement': { element: RegularsAnnouncement; attributes: RegularsAnnouncementAttributes; properties: RegularsAnnouncementProperties; events: RegularsAnnouncementEvents };
  'regulars-badges': { element: RegularsBadges; attributes: RegularsBadgesAttributes; properties: RegularsBadgesProperties; events: RegularsBadgesEvents };
  'regulars-box': { element: RegularsBox; attributes: RegularsBoxAttributes; properties: RegularsBoxProperties; events: RegularsBoxEvents };
  'regulars-carousel': { element: RegularsCarousel; attributes: RegularsCarouselAttributes; properties: RegularsCarouselProperties; events: RegularsCarouselEvents };
  'regulars-checklist': { element: RegularsChecklist; attributes: RegularsChecklistAttributes; properties: RegularsChecklistProperties; events: RegularsChecklistEvents };
  'regulars-countdown': { element: RegularsCountdown; attributes: RegularsCountdownAttributes; properties: RegularsCountdownProperties; events: RegularsCountdownEvents };
  'regulars-coupon': { element: RegularsCoupon; attributes: RegularsCouponAttributes; properties: RegularsCouponProperties; events: RegularsCouponEvents };
  'regulars-hint': { element: RegularsHint; attributes: RegularsHintAttributes; properties: RegularsHintProperties; events: RegularsHintEvents };
  'regulars-launcher': { element: RegularsLauncher; attributes: RegularsLauncherAttributes; properties: RegularsLauncherProperties; events: RegularsLauncherEvents };
  'regulars-leaderboard': { element: RegularsLeaderboard; attributes: RegularsLeaderboardAttributes; properties: RegularsLeaderboardProperties; events: RegularsLeaderboardEvents };
  'regulars-privacy': { element: RegularsPrivacy; attributes: RegularsPrivacyAttributes; properties: RegularsPrivacyProperties; events: RegularsPrivacyEvents };
  'regulars-prizes': { element: RegularsPrizes; attributes: RegularsPrizesAttributes; properties: RegularsPrizesProperties; events: RegularsPrizesEvents };
  'regulars-product-card': { element: RegularsProductCard; attributes: RegularsProductCardAttributes; properties: RegularsProductCardProperties; events: RegularsProductCardEvents };
  'regulars-progress': { element: RegularsProgress; attributes: RegularsProgressAttributes; properties: RegularsProgressProperties; events: RegularsProgressEvents };
  'regulars-quest': { element: RegularsQuest; attributes: RegularsQuestAttributes; properties: RegularsQuestProperties; events: RegularsQuestEvents };
  'regulars-quiz': { element: RegularsQuiz; attributes: RegularsQuizAttributes; properties: RegularsQuizProperties; events: RegularsQuizEvents };
  'regulars-reels': { element: RegularsReels; attributes: RegularsReelsAttributes; properties: RegularsReelsProperties; events: RegularsReelsEvents };
  'regulars-referral': { element: RegularsReferral; attributes: RegularsReferralAttributes; properties: RegularsReferralProperties; events: RegularsReferralEvents };
  'regulars-scratch': { element: RegularsScratch; attributes: RegularsScratchAttributes; properties: RegularsScratchProperties; events: RegularsScratchEvents };
  'regulars-slot': { element: RegularsSlot; attributes: RegularsSlotAttributes; properties: RegularsSlotProperties; events: RegularsSlotEvents };
  'regulars-streak': { element: RegularsStreak; attributes: RegularsStreakAttributes; properties: RegularsStreakProperties; events: RegularsStreakEvents };
  'regulars-tier': { element: RegularsTier; attributes: RegularsTierAttributes; properties: RegularsTierProperties; events: RegularsTierEvents };
  'regulars-tour': { element: RegularsTour; attributes: RegularsTourAttributes; properties: RegularsTourProperties; events: RegularsTourEvents };
  'regulars-wallet': { element: RegularsWallet; attributes: RegularsWalletAttributes; properties: RegularsWalletProperties; events: RegularsWalletEvents };
  'regulars-wheel': { element: RegularsWheel; attributes: RegularsWheelAttributes; properties: RegularsWheelProperties; events: RegularsWheelEvents };
}

/** Listeners as properties, `on` before the event's name. */
export type Listeners<Events> = { [Name in keyof Events & string as `on${Name}`]?: ((event: Events[Name]) => void) | undefined };
