import { startRegulars } from '../../start-regulars.js';

export default defineNuxtPlugin((app) => {
  app.hook('app:mounted', () => startRegulars());
});
