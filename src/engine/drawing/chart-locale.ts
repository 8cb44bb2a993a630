/** How charts write numbers and dates in the booklet's language: separators, digits, names of months and days. */

/** Definitions as Vega's formatters want them. */
export interface ChartLocale {
  readonly number: {
    readonly decimal: string;
    readonly thousands: string;
    readonly grouping: readonly number[];
    readonly currency: readonly [string, string];
    readonly numerals?: readonly string[];
  };
  readonly time: {
    readonly dateTime: string;
    readonly date: string;
    readonly time: string;
    readonly periods: readonly [string, string];
    readonly days: readonly string[];
    readonly shortDays: readonly string[];
    readonly months: readonly string[];
    readonly shortMonths: readonly string[];
  };
}

interface Names {
  readonly decimal: string;
  readonly thousands: string;
  readonly date: string;
  readonly days: string;
  readonly shortDays: string;
  readonly months: string;
  readonly shortMonths: string;
}

/** A space that does not break and is narrower than a word space, as French and others group thousands. */
const thinSpace = '\u202f';

const english: Names = {
  decimal: '.',
  thousands: ',',
  date: '%-d/%-m/%Y',
  days: 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday',
  shortDays: 'Sun Mon Tue Wed Thu Fri Sat',
  months: 'January February March April May June July August September October November December',
  shortMonths: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec',
};

const languages: Readonly<Record<string, Names>> = {
  en: english,
  es: {
    decimal: ',',
    thousands: thinSpace,
    date: '%-d/%-m/%Y',
    days: 'domingo lunes martes miércoles jueves viernes sábado',
    shortDays: 'dom lun mar mié jue vie sáb',
    months: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
    shortMonths: 'ene feb mar abr may jun jul ago sep oct nov dic',
  },
  fr: {
    decimal: ',',
    thousands: thinSpace,
    date: '%d/%m/%Y',
    days: 'dimanche lundi mardi mercredi jeudi vendredi samedi',
    shortDays: 'dim. lun. mar. mer. jeu. ven. sam.',
    months: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
    shortMonths: 'janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.',
  },
  pt: {
    decimal: ',',
    thousands: '.',
    date: '%d/%m/%Y',
    days: 'domingo segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado',
    shortDays: 'dom seg ter qua qui sex sáb',
    months: 'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
    shortMonths: 'jan fev mar abr mai jun jul ago set out nov dez',
  },
  de: {
    decimal: ',',
    thousands: '.',
    date: '%d.%m.%Y',
    days: 'Sonntag Montag Dienstag Mittwoch Donnerstag Freitag Samstag',
    shortDays: 'So Mo Di Mi Do Fr Sa',
    months: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
    shortMonths: 'Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.',
  },
  it: {
    decimal: ',',
    thousands: '.',
    date: '%d/%m/%Y',
    days: 'domenica lunedì martedì mercoledì giovedì venerdì sabato',
    shortDays: 'dom lun mar mer gio ven sab',
    months: 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
    shortMonths: 'gen feb mar apr mag giu lug ago set ott nov dic',
  },
  nl: {
    decimal: ',',
    thousands: '.',
    date: '%d-%m-%Y',
    days: 'zondag maandag dinsdag woensdag donderdag vrijdag zaterdag',
    shortDays: 'zo ma di wo do vr za',
    months: 'januari februari maart april mei juni juli augustus september oktober november december',
    shortMonths: 'jan. feb. mrt. apr. mei juni juli aug. sept. okt. nov. dec.',
  },
  ar: {
    decimal: '٫',
    thousands: '٬',
    date: '%-d/%-m/%Y',
    days: 'الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت',
    shortDays: 'الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت',
    months: 'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر',
    shortMonths: 'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر',
  },
  he: {
    decimal: '.',
    thousands: ',',
    date: '%-d.%-m.%Y',
    days: 'ראשון שני שלישי רביעי חמישי שישי שבת',
    shortDays: 'א׳ ב׳ ג׳ ד׳ ה׳ ו׳ ש׳',
    months: 'ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר',
    shortMonths: 'ינו׳ פבר׳ מרץ אפר׳ מאי יוני יולי אוג׳ ספט׳ אוק׳ נוב׳ דצמ׳',
  },
};

/** Countries of North Africa that write Arabic with the digits 0 to 9. */
const westernArabic = /^ar-(?:dz|eh|ly|ma|mr|tn)\b/i;

/** Returns the formats of a language; English ones for a language that is not in the table. */
export function chartLocale(language: string): ChartLocale {
  const code = language.toLowerCase().split('-')[0]!;
  const names = Object.hasOwn(languages, code) ? languages[code]! : english;
  const isWestern = westernArabic.test(language);
  const split = (list: string): readonly string[] => list.split(' ');
  return {
    number: {
      decimal: isWestern ? ',' : names.decimal,
      thousands: isWestern ? '.' : names.thousands,
      grouping: [3],
      currency: ['$', ''],
      ...(code === 'ar' && !isWestern && { numerals: [...'٠١٢٣٤٥٦٧٨٩'] }),
    },
    time: {
      dateTime: `${names.date} %H:%M`,
      date: names.date,
      time: '%H:%M',
      periods: ['AM', 'PM'],
      days: split(names.days),
      shortDays: split(names.shortDays),
      months: split(names.months),
      shortMonths: split(names.shortMonths),
    },
  };
}
