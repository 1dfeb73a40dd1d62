/** All persons that are one: `$1` and those that were merged into it. */
export const PERSONS = 'select id from person where id = $1 or merged_into = $1';
