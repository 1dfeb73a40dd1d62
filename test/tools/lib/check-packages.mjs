export const checkPackages = async () => true;
