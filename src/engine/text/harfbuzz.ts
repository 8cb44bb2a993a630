/**
 * HarfBuzz by its raw WebAssembly exports: one buffer, text written straight into the heap,
 * glyphs copied out as numbers. Several times faster than its object interface, and synchronous.
 */
import { glyphStride, roomForGlyphs } from './font.ts';

/** A font that HarfBuzz has open: an address in its memory. */
export type HarfbuzzFont = number;

/** Everything HarfBuzz must know of a text besides the text. */
export interface ShapingProperties {
  readonly rtl: boolean;
  /** ISO 15924 code, such as `Latn`. */
  readonly script: string;
  /** BCP 47. */
  readonly language: string;
  readonly features: readonly FontFeature[];
  /** Letters of the same word in other styles, which this text joins. */
  readonly beside?: Beside | undefined;
}

/** What stands directly before and after a text: the last and the first letters of it. */
export interface Beside {
  readonly before: string;
  readonly after: string;
}

/** An OpenType feature and its value: 0 is off, 1 is on, more picks an alternate. */
export interface FontFeature {
  readonly tag: string;
  readonly value: number;
}

/** HarfBuzz, loaded. */
export interface Harfbuzz {
  /** Opens a font file. */
  openFont(bytes: Uint8Array): HarfbuzzFont;
  /** Shapes a text of one font, script and direction; returns `glyphStride` numbers a glyph, left to right (see font.ts). */
  shape(font: HarfbuzzFont, text: string, properties: ShapingProperties): Int32Array;
}

/** Loads HarfBuzz from its WebAssembly module. */
export function createHarfbuzz(module: Uint8Array): Harfbuzz {
  const exports = instantiate(module);
  const heap = heapOf(exports);
  const buffer = exports.hb_buffer_create();
  const languages = new Map<string, number>();
  const features = new Map<string, number>();
  let textCapacity = 4096;
  let textAt = exports.malloc(2 * textCapacity);

  const languageOf = (language: string): number => {
    let pointer = languages.get(language);
    if (pointer === undefined) {
      const name = exports.malloc(Math.max(1, language.length));
      const { bytes } = heap();
      for (let index = 0; index < language.length; index++) bytes[name + index] = language.charCodeAt(index);
      pointer = exports.hb_language_from_string(name, language.length);
      exports.free(name);
      languages.set(language, pointer);
    }
    return pointer;
  };

  // Lists of features are few and live as long as this HarfBuzz: each is written once.
  const featuresAt = (list: readonly FontFeature[]): number => {
    if (list.length === 0) return 0;
    const key = list.map((feature) => `${feature.tag}=${feature.value}`).join();
    let pointer = features.get(key);
    if (pointer === undefined) {
      pointer = exports.malloc(16 * list.length);
      const { words } = heap();
      // hb_feature_t: tag, value, start, end; the whole text is 0 to the greatest number.
      list.forEach((feature, index) => {
        words.set([tagOf(feature.tag), feature.value, 0, 0xffffffff], pointer! / 4 + 4 * index);
      });
      features.set(key, pointer);
    }
    return pointer;
  };

  return {
    openFont(bytes) {
      const at = exports.malloc(bytes.length);
      heap().bytes.set(bytes, at);
      const blob = exports.hb_blob_create(at, bytes.length, memoryModeReadOnly, 0, 0);
      return exports.hb_font_create(exports.hb_face_create(blob, 0));
    },
    shape(font, shown, properties) {
      const { beside } = properties;
      const text = beside ? beside.before + shown + beside.after : shown;
      const start = beside ? beside.before.length : 0;
      if (text.length > textCapacity) {
        exports.free(textAt);
        textCapacity = 2 * text.length;
        textAt = exports.malloc(2 * textCapacity);
      }
      const language = languageOf(properties.language);
      const featureList = featuresAt(properties.features);
      const { units } = heap();
      for (let index = 0, at = textAt >> 1; index < text.length; index++) units[at + index] = text.charCodeAt(index);
      exports.hb_buffer_clear_contents(buffer);
      exports.hb_buffer_add_utf16(buffer, textAt, text.length, start, shown.length);
      exports.hb_buffer_set_direction(buffer, properties.rtl ? directionRtl : directionLtr);
      exports.hb_buffer_set_script(buffer, tagOf(properties.script));
      exports.hb_buffer_set_language(buffer, language);
      exports.hb_buffer_set_flags(buffer, flagRemoveIgnorables);
      exports.hb_shape(font, buffer, featureList, properties.features.length);
      return copyGlyphs(exports, heap, buffer, start);
    },
  };
}

/** Returns a four-letter tag as the number that OpenType and HarfBuzz make of it. */
export function tagOf(tag: string): number {
  return ((tag.charCodeAt(0) << 24) | (tag.charCodeAt(1) << 16) | (tag.charCodeAt(2) << 8) | tag.charCodeAt(3)) >>> 0;
}

const memoryModeReadOnly = 1;
const directionLtr = 4;
const directionRtl = 5;
/** Joiners and other invisible characters do their work and leave no glyph behind. */
const flagRemoveIgnorables = 8;

interface HarfbuzzExports {
  readonly memory: WebAssemblyMemory;
  __wasm_call_ctors(): void;
  malloc(size: number): number;
  free(pointer: number): void;
  hb_blob_create(bytes: number, length: number, mode: number, user: number, destroy: number): number;
  hb_face_create(blob: number, index: number): number;
  hb_font_create(face: number): number;
  hb_language_from_string(text: number, length: number): number;
  hb_buffer_create(): number;
  hb_buffer_clear_contents(buffer: number): void;
  hb_buffer_add_utf16(buffer: number, text: number, length: number, offset: number, count: number): void;
  hb_buffer_set_direction(buffer: number, direction: number): void;
  hb_buffer_set_script(buffer: number, script: number): void;
  hb_buffer_set_language(buffer: number, language: number): void;
  hb_buffer_set_flags(buffer: number, flags: number): void;
  hb_shape(font: number, buffer: number, features: number, count: number): void;
  hb_buffer_get_length(buffer: number): number;
  hb_buffer_get_glyph_infos(buffer: number, length: number): number;
  hb_buffer_get_glyph_positions(buffer: number, length: number): number;
}

interface WebAssemblyMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

// The part of WebAssembly that is used here; the engine is compiled without the libraries that declare it.
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: object };
};

function instantiate(module: Uint8Array): HarfbuzzExports {
  let exports: HarfbuzzExports | undefined;
  const stop = (): never => {
    throw new Error('HarfBuzz stopped');
  };
  const resize = (size: number): number => {
    const memory = exports!.memory;
    const current = memory.buffer.byteLength;
    // A fifth more each time, so that opening many fonts does not grow the memory once for each.
    memory.grow(Math.ceil((Math.max(size, current * 1.2) - current) / 65536));
    return 1;
  };
  const instance = new WebAssembly.Instance(new WebAssembly.Module(module), {
    wasi_snapshot_preview1: { proc_exit: stop },
    env: { _emscripten_runtime_keepalive_clear: () => {}, _abort_js: stop, _setitimer_js: () => 0, emscripten_resize_heap: resize },
  });
  exports = instance.exports as HarfbuzzExports;
  exports.__wasm_call_ctors();
  return exports;
}

/** Views of HarfBuzz's memory. They die whenever it grows, so they are asked for anew after each call that may allocate. */
interface Heap {
  readonly bytes: Uint8Array;
  readonly units: Uint16Array;
  readonly words: Uint32Array;
  readonly integers: Int32Array;
}

function heapOf(exports: HarfbuzzExports): () => Heap {
  let heap: Heap | undefined;
  return () => {
    const { buffer } = exports.memory;
    if (heap?.bytes.buffer !== buffer) {
      heap = {
        bytes: new Uint8Array(buffer),
        units: new Uint16Array(buffer),
        words: new Uint32Array(buffer),
        integers: new Int32Array(buffer),
      };
    }
    return heap;
  };
}

/** Clusters are counted from `start`. */
function copyGlyphs(exports: HarfbuzzExports, heap: () => Heap, buffer: number, start: number): Int32Array {
  const count = exports.hb_buffer_get_length(buffer);
  const glyphs = roomForGlyphs(count);
  let info = exports.hb_buffer_get_glyph_infos(buffer, 0) >> 2;
  let position = exports.hb_buffer_get_glyph_positions(buffer, 0) >> 2;
  const { integers } = heap();
  // hb_glyph_info_t and hb_glyph_position_t are five 32-bit numbers each.
  for (let at = 0; at < glyphs.length; at += glyphStride, info += 5, position += 5) {
    glyphs[at] = integers[info]!;
    glyphs[at + 1] = integers[info + 2]! - start;
    glyphs[at + 2] = integers[position]!;
    glyphs[at + 3] = integers[position + 2]!;
    glyphs[at + 4] = integers[position + 3]!;
  }
  return glyphs;
}
