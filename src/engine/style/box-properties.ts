/** Rows of the property table about boxes: their kind, edges, sizes and colors. */
import type { Pt } from '../geometry/length.ts';
import type { ColorValue, ComputedValues, Property } from './computed-values.ts';
import { keywordOf } from './css-value.ts';
import { readGridColumns } from './grid-columns.ts';
import {
  type Reader,
  readColorValue,
  readExtent,
  readFirst,
  readInteger,
  readKeyword,
  readNamed,
  readPoints,
  readSignedPoints,
} from './read-value.ts';
import type { BorderSide, Extent } from './style.ts';

const sides = ['top', 'right', 'bottom', 'left'] as const;
type SideKey<Start extends string, End extends string> = `${Start}${'Top' | 'Right' | 'Bottom' | 'Left'}${End}`;

const displays = [
  'block',
  'inline',
  'none',
  'list-item',
  'grid',
  'table',
  'table-row-group',
  'table-header-group',
  'table-footer-group',
  'table-row',
  'table-cell',
  'table-caption',
] as const;

const lines = ['none', 'solid', 'dashed', 'dotted', 'double'] as const;

/** The names of CSS for widths of lines; a hairline of half a point survives a photocopier. */
const lineWidths: Readonly<Record<string, Pt>> = { thin: 0.5, medium: 1, thick: 2 };

const noExtent: Extent = 'auto';

function edge<Start extends string, End extends string, Value>(
  start: Start,
  end: End,
  row: { readonly initial: string; readonly syntax: string; readonly description: string; readonly read: Reader<Value> },
): readonly Property[] {
  return sides.map((side) => ({
    name: [start, side, end].filter(Boolean).join('-').toLowerCase(),
    key: `${start}${side[0]!.toUpperCase()}${side.slice(1)}${end ? end[0]!.toUpperCase() + end.slice(1) : ''}` as SideKey<Start, End> &
      keyof ComputedValues,
    isInherited: false,
    initial: row.initial,
    syntax: row.syntax,
    description: row.description.replace('%', side),
    read: row.read as Property['read'],
  }));
}

function row<Key extends keyof ComputedValues>(
  name: string,
  key: Key,
  rest: Omit<Property<Key>, 'name' | 'key' | 'isInherited'>,
): Property {
  return { name, key, isInherited: false, ...rest } as unknown as Property;
}

/** Properties of boxes. */
export const boxProperties: readonly Property[] = [
  row('display', 'display', {
    initial: 'inline',
    syntax: displays.join(' | '),
    description: 'kind of box that an element makes',
    read: readKeyword(...displays),
  }),
  ...edge('margin', '', {
    initial: '0',
    syntax: '<length> | auto',
    description: 'space outside the % border',
    read: readFirst<Pt | 'auto'>(readSignedPoints, readKeyword('auto')),
  }),
  ...edge('padding', '', { initial: '0', syntax: '<length>', description: 'space inside the % border', read: readPoints }),
  ...edge('border', 'width', {
    initial: 'medium',
    syntax: '<length> | thin | medium | thick',
    description: 'thickness of the % border',
    read: readFirst(readPoints, readNamed(lineWidths)),
  }),
  ...edge('border', 'style', {
    initial: 'none',
    syntax: lines.join(' | '),
    description: 'kind of line at the % side',
    read: readKeyword<BorderSide['line']>(...lines),
  }),
  ...edge<'border', 'color', ColorValue>('border', 'color', {
    initial: 'currentcolor',
    syntax: '<color>',
    description: 'color of the % border',
    read: readColorValue,
  }),
  row('border-radius', 'borderRadius', { initial: '0', syntax: '<length>', description: 'rounding of all four corners', read: readPoints }),
  row('background-color', 'backgroundColor', {
    initial: 'transparent',
    syntax: '<color>',
    description: 'color behind the box',
    read: readColorValue,
  }),
  row('width', 'width', {
    initial: 'auto',
    syntax: '<length> | <percentage> | auto',
    description: 'width of the content',
    read: readFirst(readExtent, readNamed({ auto: noExtent })),
  }),
  row('max-width', 'maxWidth', {
    initial: 'none',
    syntax: '<length> | <percentage> | none',
    description: 'greatest width of the content',
    read: readFirst(readExtent, readNamed({ none: noExtent })),
  }),
  row('height', 'height', {
    initial: 'auto',
    syntax: '<length> | <percentage> | auto',
    description: 'height of the content',
    read: readFirst(readExtent, readNamed({ auto: noExtent })),
  }),
  row('min-height', 'minHeight', {
    initial: '0',
    syntax: '<length>',
    description: 'least height of the content',
    read: readFirst(readPoints, readNamed({ auto: 0 })),
  }),
  row('max-height', 'maxHeight', {
    initial: 'none',
    syntax: '<length> | <percentage> | none',
    description: 'greatest height of the content',
    read: readFirst(readExtent, readNamed({ none: noExtent })),
  }),
  row('grid-template-columns', 'gridTemplateColumns', {
    initial: 'none',
    syntax: '<number>fr … | repeat(<integer>, <number>fr …) | repeat(auto-fit, minmax(<length>, 1fr)) | none',
    description: 'columns of a grid, 12 at most; auto-fit makes as many equal ones as have this width, and not more than cells',
    read: readGridColumns,
  }),
  row('column-gap', 'columnGap', {
    initial: 'normal',
    syntax: '<length> | normal',
    description: 'space between columns; normal is one em',
    read: readFirst(readPoints, (value) => (keywordOf(value) === 'normal' ? (context) => context.fontSize : undefined)),
  }),
  row('row-gap', 'rowGap', {
    initial: 'normal',
    syntax: '<length> | normal',
    description: 'space between the rows of a grid; normal is none',
    read: readFirst(readPoints, readNamed({ normal: 0 })),
  }),
  row('column-count', 'columnCount', {
    initial: 'auto',
    syntax: '<integer> | auto',
    description: 'columns that the text of a block is set in',
    read: readFirst(readInteger(1, 12), readNamed({ auto: 1 })),
  }),
  row('column-rule-width', 'columnRuleWidth', {
    initial: 'medium',
    syntax: '<length> | thin | medium | thick',
    description: 'thickness of the line between columns',
    read: readFirst(readPoints, readNamed(lineWidths)),
  }),
  row('column-rule-style', 'columnRuleStyle', {
    initial: 'none',
    syntax: lines.join(' | '),
    description: 'kind of line between columns',
    read: readKeyword<BorderSide['line']>(...lines),
  }),
  row('column-rule-color', 'columnRuleColor', {
    initial: 'currentcolor',
    syntax: '<color>',
    description: 'color of the line between columns',
    read: readColorValue,
  }),
  row('column-span', 'columnSpan', {
    initial: 'none',
    syntax: 'none | all',
    description: 'whether a child of a block in columns stands across all of them; those above it end equally deep',
    read: readKeyword('none', 'all'),
  }),
  row('table-layout', 'tableLayout', {
    initial: 'auto',
    syntax: 'auto | fixed',
    description: 'whether columns fit their content, or follow the widths in the first row and share the rest equally',
    read: readKeyword('auto', 'fixed'),
  }),
  row('vertical-align', 'verticalAlign', {
    initial: 'baseline',
    syntax: 'baseline | sub | super | top | middle | bottom',
    description: 'height of inline text on its line, or of content in a cell',
    read: readKeyword('baseline', 'sub', 'super', 'top', 'middle', 'bottom'),
  }),
];
