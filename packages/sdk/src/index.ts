export type { BridgeAnswer, Cart, CodedProblem, Inspection, ShopBridge, WidgetHost } from '@regulars/core';
export type { ConsentSource } from '@regulars/core/consent/source';
export type { ConsentPurpose, EventName, EventProps } from '@regulars/schema';
export { createRegulars } from './create-regulars.ts';
export type { ConsentPlatform } from './follow-consent.ts';
export type { Adapters, Regulars, RegularsOptions, TestOptions } from './regulars-port.ts';
