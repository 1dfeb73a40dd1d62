/** What a request answers. Rejects with its error, as it does when its transaction is aborted. */
export function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** When a transaction is over. Rejects with what ended it, where it was not stored. */
export function done(tx: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    tx.oncomplete = () => resolve();
    // Aborted by nobody's error: by us, or by a browser that goes away.
    tx.onabort = () => reject(tx.error ?? new DOMException('', 'AbortError'));
  });
}
