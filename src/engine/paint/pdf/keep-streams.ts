/**
 * Streams of pages, forms and tags that one build of a booklet keeps for the next, deflated: most come out as they were, and to find that out
 * takes a tenth of the time of deflating them.
 */
import { hashText } from '../../source/hash.ts';
import type { Deflate } from '../../source/workspace.ts';
import { createContentDigest } from './content-digest.ts';
import type { KeptStreams } from './pdf-tools.ts';

/** Deflates what is not known from an earlier build. */
export interface StreamKeeper {
  readonly deflate: Deflate;
  /** Keeps all that was asked for, if any of it is new. */
  keep(): void;
}

/** Opens what earlier builds have kept. */
export function createStreamKeeper(deflate: Deflate, { store, name }: KeptStreams): StreamKeeper {
  const key = hashText(name);
  const earlier = readStreams(store.read(key));
  const streams: Streams = new Map();
  let isNew = false;
  return {
    deflate(content, effort) {
      const digest = digestOf(content);
      let stream = earlier.get(digest);
      if (!stream) {
        stream = deflate(content, effort);
        isNew = true;
      }
      streams.set(digest, stream);
      return stream;
    },
    keep() {
      if (isNew) store.write(key, storeStreams(streams));
    },
  };
}

/** Deflated streams by the digests of their contents. */
type Streams = Map<string, Uint8Array>;

function digestOf(content: Uint8Array): string {
  const digest = createContentDigest();
  digest.add(content);
  return String.fromCharCode(...digest.finish());
}

/** A digest and a length stand before each stream. */
const digestLength = 16;
const headerLength = 20;

function storeStreams(streams: Streams): Uint8Array {
  let length = 0;
  for (const stream of streams.values()) length += headerLength + stream.length;
  const file = new Uint8Array(length);
  const view = new DataView(file.buffer);
  let at = 0;
  for (const [digest, stream] of streams) {
    for (let index = 0; index < digestLength; index++) file[at + index] = digest.charCodeAt(index);
    view.setUint32(at + digestLength, stream.length);
    file.set(stream, at + headerLength);
    at += headerLength + stream.length;
  }
  return file;
}

/** A file that is not whole is as good as none. */
function readStreams(file: Uint8Array | undefined): Streams {
  const streams: Streams = new Map();
  if (!file) return streams;
  const view = new DataView(file.buffer, file.byteOffset, file.length);
  let at = 0;
  while (at + headerLength < file.length) {
    const start = at + headerLength;
    const end = start + view.getUint32(at + digestLength);
    streams.set(String.fromCharCode(...file.subarray(at, at + digestLength)), file.subarray(start, end));
    at = end;
  }
  return at === file.length ? streams : new Map();
}
