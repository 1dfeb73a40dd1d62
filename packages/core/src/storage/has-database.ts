/** Whether a database is there, which asking does not make. Where nobody can ask: `false`, nothing is read that was not opened. */
export async function hasDatabase(name: string): Promise<boolean> {
  try {
    return (await indexedDB.databases()).some((one) => one.name === name);
  } catch {
    return false;
  }
}
