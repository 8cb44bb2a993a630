/** Which words and signs belong to a number that stands before or after them, whatever the language: most are written alike in many. */
import { letterPattern } from '../source/letter-pattern.ts';

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

const unit = letterPattern(String.raw`[%‰٪°℃℉]?[\p{L}\p{M}²³]*(?:[."״]?[\p{L}\p{M}\p{Nd}²³]+)?`, 'y');
const announcement = letterPattern(String.raw`[^\s()[\]{}"'“”‘’«»„/–—-]+$`);

/** Tells whether what stands at an offset is a unit, or a sign of money. */
export function isUnit(text: string, at: number): boolean {
  if (isMoney(text.charCodeAt(at))) return true;
  // Few units are longer.
  const token = text.slice(at, at + reach);
  const pattern = unit(token);
  pattern.lastIndex = 0;
  return units.has(pattern.exec(token)?.[0] ?? '');
}

/** Tells whether what stands before an offset announces the number that follows. */
export function announcesNumber(text: string, end: number): boolean {
  if (isMoney(text.charCodeAt(end - 1))) return true;
  const before = text.slice(Math.max(0, end - reach), end);
  const token = announcement(before).exec(before)?.[0];
  return token !== undefined && announcements.has(token.toLowerCase());
}

/** No word above is longer, with a sign on each side. */
const reach = 16;

const isMoney = (code: number): boolean => code === 0x24 || (code >= 0xa2 && code <= 0xa5) || (code >= 0x20a0 && code <= 0x20cf);
