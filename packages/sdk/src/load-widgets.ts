// What fetches elements and their texts, by type: a chunk of its own, fetched with the first thing to show.
export { elementLoaders, frameLoaders, messagesFor } from '@regulars/widgets';
