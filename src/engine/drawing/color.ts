/**
 * CSS colors: hexadecimal, rgb(), hsl(), hwb() and the 148 names of CSS Color 4. Text that is none of these gives
 * undefined, so that the caller can name the place of the mistake.
 */
import type { Color } from './drawing.ts';

/** Opaque black, the color of text when nothing else is said. */
export const black: Color = { red: 0, green: 0, blue: 0, alpha: 1 };

/** Returns the color that a CSS text means, or undefined for text that is no color (`currentcolor` and `none` are none). */
export function parseColor(text: string): Color | undefined {
  const key = text.trim().toLowerCase();
  if (key.startsWith('#')) return parseHexadecimal(key.slice(1));
  const call = key.endsWith(')') ? /^(rgb|hsl)a?\(([^()]*)\)$|^(hwb)\(([^()]*)\)$/.exec(key) : null;
  if (call) return parseFunction(call[1] ?? call[3]!, call[2] ?? call[4]!);
  if (key === 'transparent') return { red: 0, green: 0, blue: 0, alpha: 0 };
  return /^[a-z]+$/.test(key) ? parseName(key) : undefined;
}

/** Returns every color name, for "did you mean". */
export const colorNames = (): readonly string[] => Array.from(namedColorList.matchAll(/([a-z]+) [0-9a-f]{6}/g), (match) => match[1]!);

/** Returns how light a color looks when printed in gray: 0 is black, 1 is white (Rec. 709 weights on sRGB values). */
export const lightnessOf = (color: Color): number => 0.2126 * color.red + 0.7152 * color.green + 0.0722 * color.blue;

/** Writes a color as CSS; `parseColor` reads it back, to the nearest 1/255. */
export function formatColor(color: Color): string {
  const parts = [color.red, color.green, color.blue].map((part) => Math.round(part * 255));
  if (color.alpha < 1) return `rgba(${parts.join(', ')}, ${Math.round(color.alpha * 1000) / 1000})`;
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** The few names of a booklet are found sooner in the list than a table is made of it. */
function parseName(name: string): Color | undefined {
  const at = namedColorList.indexOf(` ${name} `);
  const value = at + name.length + 2;
  return at === -1 ? undefined : parseHexadecimal(namedColorList.slice(value, value + 6));
}

function parseHexadecimal(digits: string): Color | undefined {
  if (!/^(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/.test(digits)) return undefined;
  const long = digits.length <= 4 ? [...digits].map((digit) => digit + digit).join('') : digits;
  const part = (at: number): number => Number.parseInt(long.slice(at, at + 2), 16) / 255;
  return { red: part(0), green: part(2), blue: part(4), alpha: long.length === 8 ? part(6) : 1 };
}

function parseFunction(name: string, list: string): Color | undefined {
  const pieces = list.includes(',') ? list.split(',') : list.replace('/', ' ').trim().split(/\s+/);
  const [first, second, third, fourth] = pieces.map((piece) => parseTerm(piece.trim()));
  if (!first || !second || !third || pieces.length > 4 || (pieces.length === 4 && !fourth)) return undefined;
  if (isAngle(second) || isAngle(third) || (fourth && isAngle(fourth))) return undefined;
  const alpha = fourth ? clamp(shareOf(fourth, 1)) : 1;
  if (name === 'rgb') {
    if (isAngle(first)) return undefined;
    return { red: clamp(shareOf(first, 255)), green: clamp(shareOf(second, 255)), blue: clamp(shareOf(third, 255)), alpha };
  }
  if (first.unit === '%') return undefined;
  const hueDegrees = (((first.value * degreesIn[first.unit]!) % 360) + 360) % 360;
  const convert = name === 'hsl' ? rgbOfHsl : rgbOfHwb;
  return { ...convert(hueDegrees, clamp(shareOf(second, 100)), clamp(shareOf(third, 100))), alpha };
}

interface Term {
  readonly value: number;
  readonly unit: string;
}

function parseTerm(text: string): Term | undefined {
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(%|deg|grad|rad|turn)?$/.exec(text);
  if (match) return { value: Number(match[1]), unit: match[2] ?? '' };
  return text === 'none' ? { value: 0, unit: '' } : undefined;
}

const clamp = (value: number): number => Math.min(1, Math.max(0, value));
const isAngle = (term: Term): boolean => term.unit !== '' && term.unit !== '%';
const shareOf = (term: Term, whole: number): number => term.value / (term.unit === '%' ? 100 : whole);
const degreesIn: Readonly<Record<string, number>> = { '': 1, deg: 1, grad: 0.9, rad: 180 / Math.PI, turn: 360 };

// CSS Color 4, sections 7.1 and 8.1.
function rgbOfHsl(hueDegrees: number, saturation: number, light: number): Omit<Color, 'alpha'> {
  const reach = saturation * Math.min(light, 1 - light);
  const part = (offset: number): number => {
    const step = (offset + hueDegrees / 30) % 12;
    return light - reach * Math.max(-1, Math.min(step - 3, 9 - step, 1));
  };
  return { red: part(0), green: part(8), blue: part(4) };
}

function rgbOfHwb(hueDegrees: number, white: number, dark: number): Omit<Color, 'alpha'> {
  const gray = white / (white + dark);
  if (white + dark >= 1) return { red: gray, green: gray, blue: gray };
  const pure = rgbOfHsl(hueDegrees, 1, 0.5);
  const mix = (part: number): number => part * (1 - white - dark) + white;
  return { red: mix(pure.red), green: mix(pure.green), blue: mix(pure.blue) };
}

/** Names and hexadecimal values in turn, with spaces around names. No value is followed by what could be one. */
const namedColorList = `
  aliceblue f0f8ff antiquewhite faebd7 aqua 00ffff aquamarine 7fffd4 azure f0ffff beige f5f5dc bisque ffe4c4 black 000000
  blanchedalmond ffebcd blue 0000ff blueviolet 8a2be2 brown a52a2a burlywood deb887 cadetblue 5f9ea0 chartreuse 7fff00 chocolate d2691e
  coral ff7f50 cornflowerblue 6495ed cornsilk fff8dc crimson dc143c cyan 00ffff darkblue 00008b darkcyan 008b8b darkgoldenrod b8860b
  darkgray a9a9a9 darkgreen 006400 darkgrey a9a9a9 darkkhaki bdb76b darkmagenta 8b008b darkolivegreen 556b2f darkorange ff8c00
  darkorchid 9932cc darkred 8b0000 darksalmon e9967a darkseagreen 8fbc8f darkslateblue 483d8b darkslategray 2f4f4f darkslategrey 2f4f4f
  darkturquoise 00ced1 darkviolet 9400d3 deeppink ff1493 deepskyblue 00bfff dimgray 696969 dimgrey 696969 dodgerblue 1e90ff
  firebrick b22222 floralwhite fffaf0 forestgreen 228b22 fuchsia ff00ff gainsboro dcdcdc ghostwhite f8f8ff gold ffd700 goldenrod daa520
  gray 808080 green 008000 greenyellow adff2f grey 808080 honeydew f0fff0 hotpink ff69b4 indianred cd5c5c indigo 4b0082 ivory fffff0
  khaki f0e68c lavender e6e6fa lavenderblush fff0f5 lawngreen 7cfc00 lemonchiffon fffacd lightblue add8e6 lightcoral f08080
  lightcyan e0ffff lightgoldenrodyellow fafad2 lightgray d3d3d3 lightgreen 90ee90 lightgrey d3d3d3 lightpink ffb6c1 lightsalmon ffa07a
  lightseagreen 20b2aa lightskyblue 87cefa lightslategray 778899 lightslategrey 778899 lightsteelblue b0c4de lightyellow ffffe0
  lime 00ff00 limegreen 32cd32 linen faf0e6 magenta ff00ff maroon 800000 mediumaquamarine 66cdaa mediumblue 0000cd mediumorchid ba55d3
  mediumpurple 9370db mediumseagreen 3cb371 mediumslateblue 7b68ee mediumspringgreen 00fa9a mediumturquoise 48d1cc mediumvioletred c71585
  midnightblue 191970 mintcream f5fffa mistyrose ffe4e1 moccasin ffe4b5 navajowhite ffdead navy 000080 oldlace fdf5e6 olive 808000
  olivedrab 6b8e23 orange ffa500 orangered ff4500 orchid da70d6 palegoldenrod eee8aa palegreen 98fb98 paleturquoise afeeee
  palevioletred db7093 papayawhip ffefd5 peachpuff ffdab9 peru cd853f pink ffc0cb plum dda0dd powderblue b0e0e6 purple 800080
  rebeccapurple 663399 red ff0000 rosybrown bc8f8f royalblue 4169e1 saddlebrown 8b4513 salmon fa8072 sandybrown f4a460 seagreen 2e8b57
  seashell fff5ee sienna a0522d silver c0c0c0 skyblue 87ceeb slateblue 6a5acd slategray 708090 slategrey 708090 snow fffafa
  springgreen 00ff7f steelblue 4682b4 tan d2b48c teal 008080 thistle d8bfd8 tomato ff6347 turquoise 40e0d0 violet ee82ee wheat f5deb3
  white ffffff whitesmoke f5f5f5 yellow ffff00 yellowgreen 9acd32
`;
