/** Reads the file of a picture: PNG and JPEG become bitmaps, SVG a drawing file that is drawn where it is shown. */

import { drawCode } from './drawing/draw-code.ts';
import type { Bitmap, Drawing } from './drawing/drawing.ts';
import { looksLikeSvg, readPicture } from './drawing/read-picture.ts';
import { readSvg, type SvgFile } from './drawing/svg/svg-file.ts';
import { codeScheme } from './markup/expand-codes.ts';
import { badPicture, longCodeAddress, notAnAddress, outsidePath, unreadableFile } from './problems.ts';
import type { Report } from './source/diagnostic.ts';
import type { Span } from './source/source-file.ts';
import type { SourceList } from './source/source-list.ts';
import type { Workspace } from './source/workspace.ts';

/** Where files are looked for. */
export interface ImageSources {
  readonly workspace: Workspace;
  /** The booklet's folder. */
  readonly folder: string;
  readonly sources: SourceList;
}

/** Who asked for a file, and who wants to hear of problems. */
export interface Asking {
  readonly place: Span | undefined;
  readonly report: Report;
}

/** A picture in memory. */
export type LoadedImage =
  | { readonly kind: 'bitmap'; readonly bitmap: Bitmap; readonly file: Uint8Array }
  | { readonly kind: 'svg'; readonly svg: SvgFile }
  | { readonly kind: 'drawing'; readonly drawing: Drawing };

/** Loads a picture; undefined, after a report, when it cannot be shown. */
export async function loadImage(src: string, from: ImageSources, { place, report }: Asking): Promise<LoadedImage | undefined> {
  if (src.startsWith(codeScheme)) return loadCode(src.slice(codeScheme.length), { place, report });
  const path = pathInBooklet(src);
  if (path === undefined) {
    report(outsidePath(src, place));
    return undefined;
  }
  const result = await from.workspace.readBytes(`${from.folder}/${path}`);
  if (!result.ok) {
    report(unreadableFile(path, result.failure, await siblingsOf(path, from), place));
    return undefined;
  }
  if (looksLikeSvg(result.content)) return loadSvg(path, from, { place, report });
  const reading = readPicture(result.content);
  if (!reading.ok) {
    report(badPicture(path, reading.message, reading.hint, place));
    return undefined;
  }
  const bitmap = { ...reading.bitmap, ...(reading.orientation !== undefined && { orientation: reading.orientation }) };
  return { kind: 'bitmap', bitmap, file: result.content };
}

function loadCode(address: string, { place, report }: Asking): LoadedImage | undefined {
  if (!/^https?:\/\//.test(address)) {
    report(notAnAddress(address, place));
    return undefined;
  }
  const drawing = drawCode(address);
  if (!drawing) report(longCodeAddress(address, place));
  return drawing && { kind: 'drawing', drawing };
}

async function loadSvg(path: string, from: ImageSources, { place, report }: Asking): Promise<LoadedImage | undefined> {
  const result = await from.workspace.readText(`${from.folder}/${path}`);
  if (!result.ok) {
    report(unreadableFile(path, result.failure, [], place));
    return undefined;
  }
  const svg = readSvg(from.sources.add(`${from.folder}/${path}`, result.content), report);
  return svg && { kind: 'svg', svg };
}

/** Returns a path inside the booklet's folder in its simplest form; undefined when it leads out, or to the network. */
export function pathInBooklet(src: string): string | undefined {
  if (src === '' || /^[a-z][a-z0-9+.-]*:/i.test(src) || src.startsWith('/') || src.includes('\\') || src.includes('\0')) return undefined;
  const parts: string[] = [];
  for (const part of src.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') {
      if (parts.pop() === undefined) return undefined;
    } else parts.push(part);
  }
  return parts.length === 0 ? undefined : parts.join('/');
}

/** Returns the paths of the files that lie beside one, for "did you mean". */
export async function siblingsOf(path: string, from: ImageSources): Promise<readonly string[]> {
  const slash = path.lastIndexOf('/');
  const folder = slash === -1 ? '' : path.slice(0, slash);
  const names = await from.workspace.list(folder === '' ? from.folder : `${from.folder}/${folder}`);
  return names.map((name) => (folder === '' ? name : `${folder}/${name}`));
}
