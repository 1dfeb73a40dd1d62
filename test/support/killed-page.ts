const { transaction } = IDBDatabase.prototype;

/**
 * From the end of the first write over a store nothing of this page reaches a database any more, as if it were killed
 * there. Resolves then; `revive` ends it.
 */
export function killAfter(store: string): Promise<void> {
  return new Promise((resolve) => {
    let isDead = false;
    IDBDatabase.prototype.transaction = function (names, mode, ...how) {
      if (isDead) throw new DOMException('killed', 'AbortError');
      const tx = transaction.call(this, names, mode, ...how);
      if (mode === 'readwrite' && [names].flat().includes(store))
        tx.addEventListener('complete', () => {
          isDead = true;
          resolve();
        });
      return tx;
    };
  });
}

/** The next page: databases answer again. */
export function revive(): void {
  IDBDatabase.prototype.transaction = transaction;
}
