/**
 * Names what the checker promises of a document: the mark `compiled` of a document that passed it. Raise it with
 * every change of what is accepted or written, so that an older script checks anew and a newer one trusts no older mark.
 */
export const compiledForm = 3;
