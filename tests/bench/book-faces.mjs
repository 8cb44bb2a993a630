/** The font files that the briefing is set in, for the contestants that are told where fonts are. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

const faces = [
  ['source-serif-4', 'SourceSerif4', ['400Regular', '400Regular_Italic', '700Bold']],
  ['source-sans-3', 'SourceSans3', ['400Regular', '400Regular_Italic', '600SemiBold', '700Bold']],
];

/** Paths of the TrueType files, the text face first. */
export function bookFaces() {
  return faces.flatMap(([name, file, styles]) => {
    const folder = dirname(require.resolve(`@expo-google-fonts/${name}/package.json`));
    return styles.map((style) => join(folder, style, `${file}_${style}.ttf`));
  });
}
