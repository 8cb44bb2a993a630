/** Small booklets in each script of the bundled fonts, with the sentences that must be found again in their PDFs. */
import type { ProjectFiles } from './memory-workspace.ts';
import { plainPng } from './plain-png.ts';

/** A booklet and what it says. */
export interface SampleBooklet {
  readonly language: string;
  readonly title: string;
  /** Headings, paragraphs, items and cells, each of which stands on one page. */
  readonly sentences: readonly string[];
  readonly files: ProjectFiles;
}

interface Texts {
  readonly title: string;
  readonly heading: string;
  readonly paragraphs: readonly [string, string];
  readonly items: readonly [string, string];
  readonly cells: readonly [string, string, string, string];
  readonly note: string;
}

const texts: Readonly<Record<string, Texts>> = {
  en: {
    title: 'Safe water at home',
    heading: 'Filter first',
    paragraphs: [
      'An efficient filter of folded cloth takes off most of the floating sediment; café owners in Łódź and Göteborg know it well.',
      'Boil the water for one minute, and for three minutes above 2,000 metres. Let it cool in a covered vessel.',
    ],
    items: ['Wash your hands first', 'Keep the vessel covered'],
    cells: ['Method', 'Minutes', 'Boiling', 'One'],
    note: 'Germs are living things too small to see.',
  },
  ar: {
    title: 'ماء آمن للشرب',
    heading: 'التصفية أولا',
    paragraphs: [
      'رشّح الماء العكر بقطعة قماش نظيفة مطوية قبل غليه حتى تزول الأوساخ العالقة فيه.',
      'اغلِ الماء دقيقة واحدة على الأقل ثم اتركه حتى يبرد في وعاء نظيف مغطى.',
    ],
    items: ['اغسل يديك أولا', 'غطّ الوعاء دائما'],
    cells: ['الطريقة', 'المدة', 'الغلي', 'دقيقة'],
    note: 'الجراثيم كائنات صغيرة لا تراها العين.',
  },
  he: {
    title: 'מים בטוחים לשתייה',
    heading: 'קודם מסננים',
    paragraphs: [
      'סננו את המים העכורים בבד נקי ומקופל לפני הרתיחה כדי להסיר את הלכלוך.',
      'הרתיחו את המים דקה אחת לפחות והניחו להם להתקרר בכלי נקי ומכוסה.',
    ],
    items: ['שטפו ידיים תחילה', 'כסו את הכלי תמיד'],
    cells: ['שיטה', 'זמן', 'רתיחה', 'דקה'],
    note: 'חיידקים הם יצורים זעירים מאוד.',
  },
  hi: {
    title: 'घर में सुरक्षित पानी',
    heading: 'पहले छानें',
    paragraphs: [
      'गंदे पानी को उबालने से पहले साफ़ और मोड़े हुए कपड़े से छान लें ताकि मिट्टी निकल जाए।',
      'पानी को कम से कम एक मिनट तक उबालें और फिर स्वच्छ ढके हुए बर्तन में ठंडा होने दें।',
    ],
    items: ['पहले हाथ धो लें', 'बर्तन को ढककर रखें'],
    cells: ['विधि', 'समय', 'उबालना', 'मिनट'],
    note: 'कीटाणु बहुत छोटे जीव होते हैं।',
  },
};

/** The languages of the samples. */
export const sampleLanguages = Object.keys(texts);

/** Makes the sample of a language: a heading, paragraphs, a footnote, a list, a table, a figure, and links inside and out. */
export function sampleBooklet(language: string): SampleBooklet {
  const { title, heading, paragraphs, items, cells, note } = texts[language]!;
  const [a, b, c, d] = cells;
  const section = `# ${heading}

${paragraphs[0]}[^n]

[^n]: ${note}

- ${items[0]}
- ${items[1]}

| ${a} | ${b} |
|---|---|
| ${c} | ${d} |

![${items[1]}](images/glass.png)
`;
  return {
    language,
    title,
    sentences: [title, heading, ...paragraphs, ...items, ...cells, note],
    files: {
      'booklet.yaml': `title: ${title}\nlanguage: ${language}\nauthors: [Example Network]\ndate: 2026-03-03\nsubtitle: ${heading}\ntemplate: own\neditions: [student]\n`,
      'sections/01-first.md': section,
      'sections/02-second.md': `# ${title}\n\n${paragraphs[1]}\n\n[${items[0]}](#01-first)\n\n[${items[1]}](https://example.org/water)\n`,
      'images/glass.png': plainPng(60, 40),
      'templates/own/layout.hbs': `<h1>{{booklet.title}}</h1>
{{#each booklet.sections}}<section id="{{id}}"><h2>{{title}}</h2>{{body}}</section>{{/each}}
`,
      'templates/own/theme.css': 'section { break-before: page } footnote { padding-inline-start: 14pt }',
    },
  };
}
