export { type FlagSource, openFeatureProvider } from './provider.ts';
