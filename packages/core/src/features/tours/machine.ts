// What moves a tour: fetched once its first step stands.
export { enter, keep, resumes } from './enter.ts';
export { follow, hear } from './steer.ts';
