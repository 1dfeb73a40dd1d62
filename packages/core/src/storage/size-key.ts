/** Key in `kv` of what the log held when it was last swept. */
export const SIZE_KEY = 'analytics/size';
