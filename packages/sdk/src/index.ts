export type { BridgeAnswer, Cart, CodedProblem, Inspection, ShopBridge, WidgetHost } from '@regulars/core';
export type { ConsentPurpose, EventName, EventProps } from '@regulars/schema';
export { createRegulars } from './create-regulars.ts';
export type { Adapters, Regulars, RegularsOptions, TestOptions } from './regulars-port.ts';
