export const checkTypings = async () => true;
