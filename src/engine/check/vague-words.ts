/** What links are called that say nothing of where they lead, in the languages that Octavo has words for; as `plainWords` leaves texts, which is slow for all of these scripts at once. */
const words: Readonly<Record<string, string>> = {
  en: 'here, click here, click, tap here, read more, more, learn more, find out more, see more, this, this link, this page, this website, this site, link, the link, go here, details, continue, see here, look here, download, download here',
  es: 'aquí, haga clic aquí, haz clic aquí, clic aquí, pulse aquí, pincha aquí, leer más, más, más información, saber más, ver más, este enlace, enlace, esta página, este sitio, ver aquí, descargar, acá',
  fr: 'ici, cliquez ici, cliquer ici, lire la suite, lire plus, plus, en savoir plus, voir plus, ce lien, lien, cette page, ce site, voir ici, télécharger, la suite',
  pt: 'aqui, clique aqui, clicar aqui, ler mais, leia mais, mais, saiba mais, saber mais, ver mais, este link, esse link, link, esta página, este site, veja aqui, baixar, descarregar',
  ar: 'هنا, اضغط هنا, انقر هنا, اقرأ المزيد, المزيد, للمزيد, هذا الرابط, الرابط, رابط, هذه الصفحة, هذا الموقع, تحميل, اعرف المزيد',
  he: 'כאן, לחצו כאן, לחץ כאן, הקליקו כאן, קרא עוד, קראו עוד, עוד, למידע נוסף, קישור זה, הקישור, קישור, דף זה, אתר זה, להורדה',
  hi: 'यहाँ, यहां, यहाँ क्लिक करें, यहां क्लिक करें, और पढ़ें, अधिक पढ़ें, अधिक, अधिक जानें, और जानें, यह लिंक, इस लिंक, लिंक, यह पृष्ठ, डाउनलोड',
};

let known: ReadonlySet<string> | undefined;

/** Returns whole texts of links that are useless. */
export const vagueWords = (): ReadonlySet<string> => (known ??= new Set(Object.values(words).flatMap((list) => list.split(', '))));
