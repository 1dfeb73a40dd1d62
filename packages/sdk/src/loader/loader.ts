import { startLoader } from './start-loader.ts';

// Entry of the script tag. On Node there is no page to start on.
if (typeof document !== 'undefined') startLoader(import.meta.url);
