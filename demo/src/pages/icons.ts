import type { SafeHtml } from '../web/html.ts';

const paths = {
  search: '<circle cx="11" cy="11" r="6.5"/><path d="m16 16 5 5"/>',
  cart: '<path d="M4 9h16l-1.6 10.2a1.5 1.5 0 0 1-1.5 1.3H7.100a1.500 1.500 0 0 1-1.500-1.300Z"/><path d="M8.500 9V7.500a3.500 3.500 0 0 1 7 0V9"/>',
  help: '<circle cx="12" cy="12" r="9"/><path d="M9.500 9.500a2.500 2.500 0 1 1 3.500 2.300c-.7.4-1 .8-1 1.700M12 16.800v.2"/>',
  account: '<circle cx="12" cy="8" r="4"/><path d="M4.500 20.500c1-4 4-6 7.500-6s6.500 2 7.500 6"/>',
  heart:
    '<path d="M12 20s-7.500-4.600-7.500-10A4.200 4.200 0 0 1 12 7.400 4.200 4.200 0 0 1 19.500 10c0 5.400-7.500 10-7.500 10Z"/>',
  menu: '<path d="M4 7h16M4 12h16M4 17h16"/>',
  close: '<path d="m6 6 12 12M18 6 6 18"/>',
  plus: '<path d="M12 5v14M5 12h14"/>',
  truck:
    '<path d="M2.500 6.500h11v10h-11zM13.500 10h4l4 3.500v3h-8z"/><circle cx="7" cy="17.500" r="1.800"/><circle cx="17.500" cy="17.500" r="1.800"/>',
  back: '<path d="M5 12a7 7 0 1 0 2.500-5.400M5 4.500V8.500h4"/>',
  star: '<path d="m12 4 2.400 5 5.500.7-4 3.800 1 5.500-4.900-2.700L7.100 19l1-5.500-4-3.800 5.500-.7Z"/>',
} as const;

const logo =
  '<svg class="logo-mark" viewBox="0 0 40 40" width="40" height="40" aria-hidden="true" focusable="false"><circle class="logo-sun" cx="28" cy="11" r="5.500"/><path class="logo-leaf" d="M12 23C5 17 8 9 14 5c6 5 5 13-2 18Z"/><path class="logo-pot" d="M6 21h15l-2.500 10h-10Z"/><rect class="logo-ledge" x="1" y="30" width="38" height="5.500" rx="2.750"/></svg>';

/** A small line drawing, or the mark of the shop; decoration only. */
export function icon(name: keyof typeof paths | 'logo'): SafeHtml {
  if (name === 'logo') return { markup: logo };
  return {
    markup: `<svg class="icon" viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">${paths[name]}</svg>`,
  };
}
