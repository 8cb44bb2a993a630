/** Which words and signs belong to a number that stands before or after them, whatever the language: most are written alike in many. */
import { characterAt, isDigit, isLetter, isMark, isSpace, unitsOf } from '../source/letters.ts';

const listed = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Units, in full as people write them behind a number, without a final point. */
const units = listed(
  `% ‰ ٪ ° °C °F °م ℃ ℉ mm cm dm m km mm² cm² m² km² m³ cm³ dm³ m2 m3 km2 ha µm μm nm g mg kg µg μg t Mt Gt l L ml mL cl
  cL dl dL hl µl μl µL μL s ms µs μs h min V mV kV W kW MW GW TW mW A mA J kJ MJ Hz kHz MHz GHz Pa hPa kPa MPa bar
  mbar mmHg Wh kWh MWh GWh TWh mol mmol cal kcal eV dB K B kB KB MB GB TB kbit Mbit Gbit ppm ppb dpi rpm mph ft lb lbs
  oz pt px a.m p.m am pm USD EUR GBP CHF Kč zł kr Ft lei Uhr Mio mio Mrd mrd Mill Mil мм см м км см² м² км² м³ мг г кг
  т мл л га ч мин с Вт кВт МВт кВтч ккал руб коп грн лв млн млрд тыс тис χλμ χιλ εκ χλστ τ.μ κ.μ γρ κιλά ευρώ كم سم مم
  م كغ كجم كلغ غ غم جم مغ ل لتر مل م² کیلومتر کلومیٹر ق.م ק"מ ק״מ ס"מ ס״מ מ"מ מ״מ מ"ר מ״ר ק"ג ק״ג מ"ג מ״ג מ"ל מ״ל ש"ח
  ש״ח किमी कि.मी मी मीटर सेमी से.मी मिमी मि.मी किग्रा कि.ग्रा ग्राम मिली मि.ली लीटर रु กม ซม มม กก มล`,
);

/** What announces a number: abbreviations with their point, and signs; in small letters. */
const announcements = listed(
  `§ §§ ¶ ¶¶ № # n° nº n°s nºs n.° n.º n.os no. nos. nr. nr núm. núms. n. p. pp. pg. pag. pág. págs. s. ss. str. blz. bl.
  art. arts. abs. abb. anm. ch. chs. cap. caps. chap. eq. eqs. ex. fig. figs. ill. kap. l. ll. obr. rys. rozdz. sec.
  secs. sect. sez. tab. tav. v. vv. vol. vols. bd. bde. t. č. čl. usd eur gbp chf с. сс. стр. рис. гл. п. пп. ст. т.
  табл. ч. мал. σ. σελ. κεφ. εικ. αρ. πίν. ص. ج. पृ. tr.`,
);

/** Tells whether what stands at an offset is a unit, or a sign of money. */
export function isUnit(text: string, at: number): boolean {
  // Few units are longer.
  return isMoney(text.charCodeAt(at)) || units.has(unitOf(text.slice(at, at + reach)));
}

/** Returns what may be the unit at the start of a text: letters, perhaps behind a sign, and more letters or digits, perhaps behind a point. */
function unitOf(text: string): string {
  const end = endOf(text, signsOfUnits.includes(text.charAt(0)) ? 1 : 0, isOfUnit);
  const next = end + (signsInUnits.includes(text.charAt(end)) ? 1 : 0);
  const second = endOf(text, next, isOfSecondPart);
  // A point without letters behind it belongs to the sentence.
  return text.slice(0, second > next ? second : end);
}

const signsOfUnits = '%‰٪°℃℉';
const signsInUnits = '."״';

const isOfUnit = (codePoint: number): boolean => isLetter(codePoint) || isMark(codePoint) || codePoint === 0xb2 || codePoint === 0xb3;
const isOfSecondPart = (codePoint: number): boolean => isOfUnit(codePoint) || isDigit(codePoint);

/** Returns where the characters of a kind end that begin at an offset. */
function endOf(text: string, start: number, belongs: (codePoint: number) => boolean): number {
  let end = start;
  for (let character = characterAt(text, end); belongs(character); character = characterAt(text, end)) end += unitsOf(character);
  return end;
}

/** Tells whether what stands before an offset announces the number that follows. */
export function announcesNumber(text: string, end: number): boolean {
  if (isMoney(text.charCodeAt(end - 1))) return true;
  const least = Math.max(0, end - reach);
  let start = end;
  while (start > least && !isOutside(text.charCodeAt(start - 1))) start--;
  return announcements.has(text.slice(start, end).toLowerCase());
}

const isOutside = (code: number): boolean => isSpace(code) || besideWords.includes(String.fromCharCode(code));

const besideWords = `()[]{}"'“”‘’«»„/–—-`;

/** No word above is longer, with a sign on each side. */
const reach = 16;

const isMoney = (code: number): boolean => code === 0x24 || (code >= 0xa2 && code <= 0xa5) || (code >= 0x20a0 && code <= 0x20cf);
