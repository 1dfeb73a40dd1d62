/** Keys of a store in an open visitor's database; the database must be there. */
export async function storedKeys(database: string, store: string): Promise<readonly string[]> {
  const wait = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const db = await wait(indexedDB.open(database));
  try {
    return (await wait(db.transaction(store).objectStore(store).getAllKeys())).map(String);
  } finally {
    db.close();
  }
}
