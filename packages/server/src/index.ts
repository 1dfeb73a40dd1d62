export { createHandler, type Handler } from './create-handler.ts';
export type { Database, Queryable, Row } from './db/database.ts';
export { type DatabaseOptions, openDatabase } from './db/open-database.ts';
export type { RequestEnvironment } from './http/environment.ts';
export type { Role } from './operator/account.ts';
export type {
  ApiKey,
  Bucket,
  HandlerOptions,
  Logger,
  LogLine,
  RateLimits,
  ShopHook,
  WriteKey,
} from './options.ts';
export type { ShopOrder, ShopOrderItem } from './orders/read-order.ts';
export { signWebhook } from './orders/verify-webhook.ts';
export type { MessageType, WebhookBody, WebhookEndpoint } from './outbox/message.ts';
export { type RunningServer, type ServeOptions, serve } from './serve.ts';
export { ServerError, type ServerErrorCode } from './server-error.ts';
