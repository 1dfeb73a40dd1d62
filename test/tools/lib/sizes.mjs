export const checkSizes = async () => true;
