// What is counted by a calendar: days and hours of schedules, windows of caps; in one file.
export { windowStart } from '../rules/calendar-window.ts';
export { hoursRefusal } from '../rules/hours-rule.ts';
