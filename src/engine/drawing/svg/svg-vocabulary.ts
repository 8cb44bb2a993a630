/** The names that SVG files use: what is drawn, what means nothing on paper, and what cannot be printed. */

/** Elements that are drawn or that others refer to. */
export const drawnElements: ReadonlySet<string> = new Set([
  ...['svg', 'g', 'a', 'defs', 'symbol', 'use', 'switch', 'style', 'image'],
  ...['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text', 'tspan'],
  ...['linearGradient', 'radialGradient', 'stop', 'clipPath', 'mask', 'marker'],
]);

/** Elements that say something about a drawing and show nothing. */
export const silentElements: ReadonlySet<string> = new Set(['title', 'desc', 'metadata', 'view', 'cursor', 'solidcolor', 'color-profile']);

/** Elements without which a drawing looks the same on paper, or simpler, and what they are called in a message. */
export const simplifiedElements: ReadonlyMap<string, string> = new Map([
  ['animate', 'animation'],
  ['animateColor', 'animation'],
  ['animateMotion', 'animation'],
  ['animateTransform', 'animation'],
  ['set', 'animation'],
  ['mpath', 'animation'],
  ['script', 'a script'],
  ['font', 'a font in the file'],
  ['font-face', 'a font in the file'],
  // These are reported where they are used.
  ['filter', ''],
  ['pattern', ''],
  ['hatch', ''],
]);

/** Elements that hold a part of the picture which then is missing, and what to do about it. */
export const unsupportedElements: ReadonlyMap<string, string> = new Map([
  ['foreignObject', 'write the text as <text>; in draw.io, turn off “Formatted Text” before exporting'],
  ['textPath', 'convert text on a path to outlines'],
  ['mesh', 'use a linear or radial gradient'],
  ['meshgradient', 'use a linear or radial gradient'],
  ['video', 'take a picture of it'],
  ['audio', 'leave it out'],
  ['iframe', 'leave it out'],
  ['canvas', 'take a picture of it'],
  ['altGlyph', 'write the letters as <text>'],
  ['tref', 'write the letters as <text>'],
]);

/** Properties that are read; as attributes, in `style` and in stylesheets. */
export const readProperties = [
  ...['clip-path', 'clip-rule', 'color', 'direction', 'display', 'dominant-baseline', 'fill', 'fill-opacity', 'fill-rule'],
  ...['font-family', 'font-size', 'font-style', 'font-weight', 'letter-spacing', 'marker', 'marker-end', 'marker-mid', 'marker-start'],
  ...['mask', 'mask-type', 'opacity', 'overflow', 'baseline-shift', 'alignment-baseline', 'stop-color', 'stop-opacity', 'stroke'],
  ...['stroke-dasharray', 'stroke-dashoffset', 'stroke-linecap', 'stroke-linejoin', 'stroke-miterlimit', 'stroke-opacity'],
  ...['stroke-width', 'text-anchor', 'transform', 'vector-effect', 'visibility', 'white-space', 'font', 'paint-order'],
] as const;

const readPropertySet: ReadonlySet<string> = new Set(readProperties);

/** Tells whether a property changes what is drawn. */
export const isReadProperty = (name: string): boolean => readPropertySet.has(name);

/** Properties that would change the picture and are left out, with the values that change nothing. */
export const leftOutProperties: ReadonlyMap<string, { readonly what: string; readonly harmless: RegExp }> = new Map([
  ['filter', { what: 'a filter', harmless: /^none$/ }],
  ['mix-blend-mode', { what: 'a blend mode', harmless: /^normal$/ }],
  ['text-decoration', { what: 'a line under or through text', harmless: /^none\b/ }],
  ['text-decoration-line', { what: 'a line under or through text', harmless: /^none$/ }],
  ['writing-mode', { what: 'vertical text', harmless: /^(lr|lr-tb|horizontal-tb|rl|rl-tb)$/ }],
  ['font-variant', { what: 'small capitals', harmless: /^normal$/ }],
  ['word-spacing', { what: 'wider space between words', harmless: /^(normal|0(px)?)$/ }],
  ['text-transform', { what: 'a change of capital and small letters', harmless: /^none$/ }],
  ['clip', { what: 'the old property `clip`', harmless: /^auto$/ }],
  ['animation', { what: 'animation', harmless: /^none$/ }],
]);

/** Attributes and properties that programs write and that show nothing on paper, or belong to parts that are left out. */
export const harmlessNames: ReadonlySet<string> = new Set([
  ...['version', 'baseProfile', 'role', 'lang', 'type', 'media', 'title', 'target', 'rel', 'in', 'in2', 'k', 'k1', 'k2', 'k3', 'k4', 'z'],
  ...['tabindex', 'focusable', 'content', 'cursor', 'result', 'filterUnits', 'patternUnits', 'patternTransform', 'patternContentUnits'],
  ...['primitiveUnits', 'stdDeviation', 'mode', 'operator', 'values', 'order', 'scale', 'seed', 'from', 'to', 'by', 'dur', 'begin', 'end'],
  ...['font-stretch', 'font-size-adjust', 'font-variation-settings', 'font-feature-settings', 'text-rendering', 'shape-rendering'],
  ...['image-rendering', 'color-rendering', 'color-interpolation', 'pointer-events', 'enable-background', 'flood-color', 'flood-opacity'],
  ...['lighting-color', 'zoomAndPan', 'contentScriptType', 'contentStyleType', 'unicode-bidi', 'line-height', 'text-align', 'isolation'],
  ...['requiredExtensions', 'requiredFeatures', 'systemLanguage', 'transform-origin', 'kerning', 'glyph-orientation-vertical'],
  ...['text-indent', 'text-orientation', 'solid-color', 'solid-opacity', 'shape-inside', 'shape-padding', 'shape-margin', 'inline-size'],
  ...['block-progression', 'text-overflow', 'font-variant-ligatures', 'font-variant-caps', 'font-variant-numeric', 'user-select'],
  ...['text-decoration-style', 'text-decoration-color', 'color-interpolation-filters', 'buffered-rendering', 'max-width', 'background'],
]);

/** Attributes with a meaning of their own, for "did you mean". */
export const drawnAttributes = [
  ...['id', 'class', 'style', 'viewBox', 'preserveAspectRatio', 'd', 'points', 'pathLength', 'href', 'offset'],
  ...['x', 'y', 'x1', 'y1', 'x2', 'y2', 'cx', 'cy', 'r', 'rx', 'ry', 'fx', 'fy', 'fr', 'dx', 'dy', 'width', 'height', 'rotate'],
  ...['gradientUnits', 'gradientTransform', 'spreadMethod', 'clipPathUnits', 'maskUnits', 'maskContentUnits', 'textLength', 'lengthAdjust'],
  ...['markerUnits', 'markerWidth', 'markerHeight', 'refX', 'refY', 'orient'],
  ...readProperties,
] as const;
