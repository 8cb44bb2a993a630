/** Parts of Vega that its own types leave out: its canvas renderer, text measuring, locales and dice. */
declare module 'vega' {
  /** Draws a scene on a canvas or on anything that behaves like one. */
  export class CanvasRenderer {
    constructor(loader: object);
    initialize(
      element: null,
      width: number,
      height: number,
      origin: readonly [number, number],
      scale: number,
      options: { readonly externalContext: object },
    ): CanvasRenderer;
    render(scene: unknown): CanvasRenderer;
  }

  /** A text as marks have it. */
  export interface MeasuredItem {
    readonly limit?: number;
  }

  /** Returns the CSS font shorthand of a text. */
  export function font(item: MeasuredItem): string;

  /** How texts are measured; `width` may be replaced. */
  export const textMetrics: { width: (item: MeasuredItem, text: unknown) => number };

  type WriteFormat = (specifier: unknown) => (value: unknown) => string;

  /** Makes the formatters of a language. */
  export function locale(number: object, time: object): Readonly<Record<string, WriteFormat>>;

  /** The generator that all of Vega uses now. */
  export const random: () => number;
  export function randomLCG(seed: number): () => number;
  export function setRandom(generator: () => number): void;
}
