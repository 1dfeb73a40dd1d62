import { publicElements } from './elements.mjs';

const heading =
  '// Written by `npm run typings` from the custom-elements manifest: change the elements, not this file.\n';
/** A module that not every project has: its absence must not be an error where declarations are checked. */
const maybe = '// @ts-ignore';

const doc = (text, indent) =>
  text ? `${indent}/** ${text.replaceAll('*/', '* /').replaceAll('\n', ' ')} */\n` : '';

/** An attribute's type: what the property takes, and text for what is written as text in markup. */
function attributeType(text = 'string') {
  const kinds = text.replace(/\s*\|\s*(undefined|null)/g, '').trim();
  if (kinds === 'number') return 'number | string';
  return kinds === 'boolean' ? 'boolean' : /^['"|\s\w-]+$/.test(kinds) ? kinds : 'string';
}

const attributes = (element) =>
  element.attributes
    .map(
      ({ name, type, description }) =>
        `${doc(description, '  ')}  '${name}'?: ${attributeType(type?.text)} | undefined;\n`,
    )
    .join('');

const events = (element) =>
  element.events
    .map(({ name, description }) => `${doc(description, '  ')}  '${name}': HTMLElementEventMap['${name}'];\n`)
    .join('');

const elementTypes = (element) => `
${doc(element.description, '')}export interface ${element.className}Attributes {
${attributes(element)}}

/** Properties of \`<${element.tag}>\` that have no attribute. */
export type ${element.className}Properties = Partial<Pick<${element.className}, ${element.properties.map((name) => `'${name}'`).join(' | ') || 'never'}>>;

/** Events of \`<${element.tag}>\` by name. */
export interface ${element.className}Events {
${events(element)}}
`;

function elementsFile(elements) {
  const imports = elements
    .map(({ className, entry }) => `import type { ${className} } from '${entry}';\n`)
    .join('');
  const map = elements
    .map(
      ({ tag, className }) =>
        `  '${tag}': { element: ${className}; attributes: ${className}Attributes; properties: ${className}Properties; events: ${className}Events };\n`,
    )
    .join('');
  // The root entry brings the events into the global event map.
  return `${heading}import type {} from '@regulars/widgets';
${imports}${elements.map(elementTypes).join('')}
/** Map from a tag to its element, attributes and events. */
export interface RegularsElements {
${map}}

/** Listeners as properties, \`on\` before the event's name. */
export type Listeners<Events> = { [Name in keyof Events & string as \`on\${Name}\`]?: ((event: Events[Name]) => void) | undefined };
`;
}

const augmentation = (module, namespaceOpen, lines, namespaceClose) =>
  `${maybe}: this project may not have it.\ndeclare module '${module}' {\n${namespaceOpen}${lines}${namespaceClose}}\n`;

const jsxLines = (elements, type) =>
  elements.map(({ tag }) => `      '${tag}': ${type}<'${tag}'>;\n`).join('');

const jsxAugmentation = (module, elements, type) =>
  augmentation(
    module,
    '  namespace JSX {\n    interface IntrinsicElements {\n',
    jsxLines(elements, type),
    '    }\n  }\n',
  );

function jsxFile(elements) {
  return `${heading}import type { Listeners, RegularsElements } from './elements.d.ts';

type Tag = keyof RegularsElements;
type Attributes<Name extends Tag> = RegularsElements[Name]['attributes'] & { class?: string | undefined };
type Properties<Name extends Tag> = RegularsElements[Name]['properties'];

${maybe}: this project may not have it.
type ReactHtml<Element> = import('react').DetailedHTMLProps<import('react').HTMLAttributes<Element>, Element>;
${maybe}: this project may not have it.
type ReactListens = 'use' extends keyof typeof import('react') ? true : false;
/** React 19 adds listeners and sets properties on custom elements; React 18 does neither: there a ref does. */
type ReactExtras<Name extends Tag> = ReactListens extends true
  ? Properties<Name> & Listeners<RegularsElements[Name]['events']>
  : { [Key in keyof Listeners<RegularsElements[Name]['events']>]?: never };
type InReact<Name extends Tag> = ReactExtras<Name> & Attributes<Name> & Omit<ReactHtml<RegularsElements[Name]['element']>, keyof Attributes<Name>>;

${maybe}: this project may not have it.
type PreactHtml<Element extends HTMLElement> = import('preact').HTMLAttributes<Element>;
type InPreact<Name extends Tag> = Properties<Name> & Listeners<RegularsElements[Name]['events']> & Attributes<Name> & Omit<PreactHtml<RegularsElements[Name]['element']>, keyof Attributes<Name>>;

${maybe}: this project may not have it.
type SolidHtml<Element> = import('solid-js').JSX.HTMLAttributes<Element>;
type SolidExtras<Name extends Tag> = {
  [Key in keyof Properties<Name> & string as \`prop:\${Key}\`]?: Properties<Name>[Key];
} & {
  [Key in keyof RegularsElements[Name]['events'] & string as \`on:\${Key}\`]?: (event: RegularsElements[Name]['events'][Key]) => void;
};
type InSolid<Name extends Tag> = SolidExtras<Name> & Attributes<Name> & Omit<SolidHtml<RegularsElements[Name]['element']>, keyof Attributes<Name>>;

${jsxAugmentation('react', elements, 'InReact')}
${jsxAugmentation('preact', elements, 'InPreact')}
${jsxAugmentation('solid-js', elements, 'InSolid')}`;
}

function vueFile(elements) {
  const lines = elements.map(({ tag }) => `    '${tag}': InVue<'${tag}'>;\n`).join('');
  return `${heading}import type { RegularsElements } from './elements.d.ts';

type Tag = keyof RegularsElements;
type Camel<Text extends string> = Text extends \`\${infer Head}-\${infer Tail}\` ? \`\${Head}\${Capitalize<Camel<Tail>>}\` : Text;
type VueListeners<Events> = {
  [Name in keyof Events & string as \`on\${Capitalize<Camel<Name>>}\`]?: (event: Events[Name]) => void;
};
${maybe}: this project may not have it.
type VueHtml = import('vue').HTMLAttributes;
type Props<Name extends Tag> = RegularsElements[Name]['attributes'] & RegularsElements[Name]['properties'] & VueListeners<RegularsElements[Name]['events']>;
type InVue<Name extends Tag> = new () => { $props: Props<Name> & Omit<VueHtml, keyof Props<Name>>; $slots: { default?: () => unknown } };

${augmentation('vue', '  interface GlobalComponents {\n', lines, '  }\n')}`;
}

function svelteFile(elements) {
  const lines = elements.map(({ tag }) => `    '${tag}': InSvelte<'${tag}'>;\n`).join('');
  return `${heading}import type { Listeners, RegularsElements } from './elements.d.ts';

type Tag = keyof RegularsElements;
${maybe}: this project may not have it.
type SvelteHtml<Element extends EventTarget> = import('svelte/elements').HTMLAttributes<Element>;
type Own<Name extends Tag> = RegularsElements[Name]['attributes'] & RegularsElements[Name]['properties'] & Listeners<RegularsElements[Name]['events']>;
type InSvelte<Name extends Tag> = Own<Name> & Omit<SvelteHtml<RegularsElements[Name]['element']>, keyof Own<Name>>;

${augmentation('svelte/elements', '  interface SvelteHTMLElements {\n', lines, '  }\n')}`;
}

/** The declaration files of \`regulars/jsx\`, \`/vue\` and \`/svelte\`: map from the path in the checkout to the text. */
export function typingFiles() {
  const elements = publicElements();
  const files = {
    elements: elementsFile(elements),
    jsx: jsxFile(elements),
    vue: vueFile(elements),
    svelte: svelteFile(elements),
  };
  const place = (name) => `packages/sdk/typings/${name}.d.ts`;
  return new Map([
    ...Object.entries(files).map(([name, text]) => [place(name), text]),
    [
      'packages/sdk/typings/none.js',
      '// The typings have no code: importing them at run time does nothing.\nexport {};\n',
    ],
  ]);
}
