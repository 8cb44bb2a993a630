/** What CSS has and Octavo has not, each with what to do instead: so that a real name is not called misspelt. */

const onScreens = 'leave it out: it means nothing on paper';
const useFlow = 'let boxes follow each other; for boxes side by side use `display: grid` or a table';
const useMargins = 'use margins and padding';
const useBackground = 'use `background-color` and borders';

/** Real CSS properties that are not laid out: names, and an instruction. A name that ends in `-` stands for all that begin so. */
export const unsupportedProperties: ReadonlyMap<string, string> = new Map([
  ...[
    'clear',
    'position',
    'top',
    'right',
    'bottom',
    'left',
    'inset',
    'inset-',
    'z-index',
    'flex',
    'flex-',
    'order',
    'align-',
    'justify-',
    'place-',
  ].map((name) => [name, useFlow] as const),
  ...['grid', 'grid-', 'grid-area', 'grid-template-rows'].map(
    (name) => [name, 'use `grid-template-columns: repeat(3, 1fr)`: cells are filled in reading order'] as const,
  ),
  ...[
    'background-',
    'box-shadow',
    'text-shadow',
    'filter',
    'opacity',
    'mask',
    'mask-',
    'clip',
    'clip-',
    'mix-blend-mode',
    'backdrop-filter',
    'outline',
    'outline-',
    'border-image',
    'border-image-',
  ].map((name) => [name, useBackground] as const),
  ...[
    'transition',
    'transition-',
    'animation',
    'animation-',
    'cursor',
    'pointer-events',
    'user-select',
    'scroll-',
    'overscroll-',
    'will-change',
    'appearance',
    'resize',
    'caret-color',
    'accent-color',
    'zoom',
    'touch-action',
  ].map((name) => [name, onScreens] as const),
  ...['transform', 'transform-', 'rotate', 'scale', 'translate', 'perspective', 'perspective-'].map((name) => [name, useMargins] as const),
  ...[
    'min-width',
    'box-sizing',
    'overflow',
    'overflow-',
    'visibility',
    'object-',
    'aspect-ratio',
    'min-inline-size',
    'max-inline-size',
    'inline-size',
    'block-size',
    'contain',
    'content-visibility',
    'isolation',
  ].map((name) => [name, 'use `width`, `max-width`, `height` or `display: none`'] as const),
  ...['border-collapse', 'border-spacing', 'empty-cells'].map((name) => [name, 'leave it out: borders of tables always collapse'] as const),
  ...[
    'border-top-left-radius',
    'border-top-right-radius',
    'border-bottom-left-radius',
    'border-bottom-right-radius',
    'border-start-',
    'border-end-',
  ].map((name) => [name, 'use `border-radius`: all corners are equally round'] as const),
  ...['column-width', 'column-fill'].map((name) => [name, 'use `column-count` and `column-gap`'] as const),
  ...['page-break-before', 'page-break-after', 'page-break-inside'].map((name) => [name, `use \`${name.replace('page-', '')}\``] as const),
  ...[
    'font-stretch',
    'font-size-adjust',
    'font-variant',
    'font-variant-east-asian',
    'font-optical-sizing',
    'font-variation-settings',
    'font-synthesis',
    'font-language-override',
    'font-palette',
  ].map((name) => [name, 'use `font-variant-numeric`, `font-variant-caps` or `font-feature-settings`'] as const),
  ...['list-style-image', 'list-style-position'].map((name) => [name, 'use `list-style-type`, or `li::marker { content: … }`'] as const),
  ...[
    'hyphenate-character',
    'hyphenate-limit-zone',
    'text-align-last',
    'white-space-collapse',
    'text-wrap-mode',
    'text-wrap-style',
    'word-spacing',
    'tab-size',
  ].map((name) => [name, 'use `hyphens`, `text-wrap`, `text-align` or `white-space`'] as const),
  ...['overflow-wrap', 'word-wrap'].map((name) => [name, 'leave it out: a word that is longer than its line is broken anyway'] as const),
  ...[
    'text-underline-offset',
    'text-decoration-thickness',
    'text-decoration-skip-ink',
    'text-emphasis',
    'text-emphasis-',
    'text-underline-position',
  ].map((name) => [name, 'use `text-decoration` or a border'] as const),
  ...['unicode-bidi', 'writing-mode', 'text-orientation'].map((name) => [name, 'use the attribute `dir`'] as const),
  ...['counter-set', 'quotes'].map((name) => [name, 'use `counter-reset`, `counter-increment` and texts in `content`'] as const),
  ...['bookmark-label', 'bookmark-state', 'footnote-policy', 'bleed', 'marks', 'page-orientation', 'running'].map(
    (name) => [name, 'leave it out: Octavo decides this itself'] as const,
  ),
  ...['all', 'color-scheme', 'fill', 'stroke', 'stroke-'].map((name) => [name, 'set the properties that you need one by one'] as const),
]);

/** Returns what to do instead of a real property that is not laid out; undefined for names that CSS does not have. */
export function insteadOfProperty(name: string): string | undefined {
  if (/^-(?:webkit|moz|ms|o)-/.test(name)) return 'leave it out: prefixed properties are for browsers';
  for (let end = name.length; end > 0; end = name.lastIndexOf('-', end - 2) + 1) {
    const instruction = unsupportedProperties.get(name.slice(0, end));
    if (instruction) return instruction;
  }
  return undefined;
}

/** At-rules of CSS that Octavo does not follow, and what to do instead. */
export const unsupportedAtRules: ReadonlyMap<string, string> = new Map([
  ['import', 'put the rules into the stylesheet itself; all .css files of a template apply, in the order of their names'],
  ['font-face', 'use a bundled family: see the list of fonts in the manual'],
  ['supports', 'write the rules without it: Octavo has one version of CSS'],
  ['keyframes', onScreens],
  ['charset', 'leave it out: stylesheets are always UTF-8'],
  ['layer', 'write the rules in the order in which they should win'],
  ['container', 'use `@media (max-width: …)`, which asks for the width of the paper'],
  ['namespace', 'leave it out'],
  ['property', 'leave it out: custom properties need no declaration'],
  ['counter-style', 'use one of the styles of `list-style-type`'],
  ['font-feature-values', 'use `font-feature-settings`'],
  ['scope', 'put the class of the outer element before the selector'],
]);
