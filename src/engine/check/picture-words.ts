/** Words that say that a picture is a picture, in the languages that Octavo has words for; as `plainWords` writes them. */

/** Words that are no alternative text: they say nothing of what is shown. */
const words: Readonly<Record<string, string>> = {
  en: 'image, picture, photo, photograph, chart, bar chart, line chart, pie chart, graph, diagram, figure, illustration, drawing, map, graphic, icon, logo, screenshot, img, pic, untitled, placeholder, alt, alt text, todo',
  es: 'imagen, foto, fotografía, gráfico, gráfica, gráfico de barras, gráfica de barras, diagrama, figura, ilustración, dibujo, mapa, icono, captura de pantalla',
  fr: 'image, photo, photographie, graphique, diagramme, schéma, figure, illustration, dessin, carte, icône, capture d écran',
  pt: 'imagem, foto, fotografia, gráfico, gráfico de barras, diagrama, figura, ilustração, desenho, mapa, ícone, captura de tela',
  ar: 'صورة, صورة فوتوغرافية, رسم, رسم بياني, مخطط, شكل, خريطة, أيقونة',
  he: 'תמונה, צילום, תרשים, גרף, איור, ציור, מפה, סמל, דיאגרמה',
  hi: 'चित्र, तस्वीर, फ़ोटो, फोटो, चार्ट, ग्राफ, ग्राफ़, आरेख, मानचित्र, नक्शा, आकृति',
};

/** Beginnings that screen readers have already said: "graphic" comes before every alternative text. */
const openings: Readonly<Record<string, string>> = {
  en: 'image of, an image of, picture of, a picture of, photo of, a photo of, photograph of, a photograph of, chart of, a chart of, graph of, a graph of, graphic of, this image shows, this picture shows, this chart shows, this graph shows, the chart shows, the picture shows, the image shows',
  es: 'imagen de, una imagen de, foto de, una foto de, fotografía de, gráfico de, gráfica de, un gráfico de, una gráfica de, esta imagen muestra, este gráfico muestra, esta gráfica muestra',
  fr: 'image de, une image de, photo de, une photo de, photographie de, graphique de, un graphique de, cette image montre, ce graphique montre',
  pt: 'imagem de, uma imagem de, foto de, uma foto de, fotografia de, gráfico de, um gráfico de, esta imagem mostra, este gráfico mostra',
  ar: 'صورة عن, صورة تبين, صورة تظهر, رسم بياني يبين, رسم بياني يوضح',
  he: 'תמונה של, צילום של, תרשים של, גרף של',
  hi: 'इस चित्र में, इस तस्वीर में, इस चार्ट में',
};

/** The tables are written as `plainWords` leaves texts, which is slow for all of these scripts at once. */
const listed = (table: Readonly<Record<string, string>>): readonly string[] => Object.values(table).flatMap((list) => list.split(', '));

let wholeTexts: ReadonlySet<string> | undefined;
let beginnings: readonly string[] | undefined;

/** Returns whole texts that are useless. */
export const pictureWords = (): ReadonlySet<string> => (wholeTexts ??= new Set(listed(words)));

/** Returns beginnings of texts that are of no use. */
export const pictureOpenings = (): readonly string[] => (beginnings ??= listed(openings));
