export { type CrossSubdomainOptions, crossSubdomain } from './cross-subdomain.ts';
export { type GroupTraits, group } from './group.ts';
export { type LinkDomainsOptions, linkDomains, linkTo } from './link-domains.ts';
export { type Resettable, reset } from './reset.ts';
