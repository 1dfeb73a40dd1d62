export { RegularsClientError } from './client-error.ts';
export {
  type ClientOptions,
  createClient,
  type OrderInput,
  type ServerClient,
  type SpendInput,
} from './create-client.ts';
export { type CustomerToken, signCustomerToken, verifyCustomerToken } from './customer-token.ts';
export { verifyEntitlement } from './verify-entitlement.ts';
export { type ReceivedWebhook, verifyWebhook } from './verify-webhook.ts';
