/**
 * True in tests and in the readable builds, false in the bundles for shops: guards long messages and coded warnings.
 * Not defined at all where nobody replaced it, such as on Node: ask `typeof __REGULARS_DEV__ !== 'undefined' && __REGULARS_DEV__`.
 */
declare const __REGULARS_DEV__: boolean;
