/**
 * A true sentence in each script that booklets are written in: article 1 of the Universal Declaration of Human Rights, which the
 * United Nations gave to everybody; the first verse of Genesis for pointed Hebrew, of the Iliad for polytonic Greek.
 */

/** A sentence and how its language is marked. */
export interface ScriptSample {
  readonly name: string;
  /** BCP 47. */
  readonly language: string;
  readonly sentence: string;
  readonly isRightToLeft: boolean;
}

const sample = (name: string, language: string, sentence: string, isRightToLeft = false): ScriptSample => ({
  name,
  language,
  sentence,
  isRightToLeft,
});

/** The samples, in the order of the issue that asked for them. */
export const scriptSamples: readonly ScriptSample[] = [
  sample('Latin', 'en', 'All human beings are born free and equal in dignity and rights.'),
  sample('Cyrillic', 'ru', 'Все люди рождаются свободными и равными в своем достоинстве и правах.'),
  sample('Greek', 'el', 'Όλοι οι άνθρωποι γεννιούνται ελεύθεροι και ίσοι στην αξιοπρέπεια και τα δικαιώματα.'),
  sample('polytonic Greek', 'grc', 'Μῆνιν ἄειδε, θεά, Πηληϊάδεω Ἀχιλῆος οὐλομένην.'),
  sample('Vietnamese', 'vi', 'Tất cả mọi người sinh ra đều được tự do và bình đẳng về nhân phẩm và quyền lợi.'),
  sample('decomposed Vietnamese', 'vi', 'Tất cả mọi người sinh ra đều được tự do và bình đẳng về nhân phẩm và quyền lợi.'.normalize('NFD')),
  sample('Arabic', 'ar', 'يولد جميع الناس أحرارًا متساوين في الكرامة والحقوق.', true),
  sample('Persian', 'fa', 'تمام افراد بشر آزاد به دنیا می‌آیند و از لحاظ حیثیت و حقوق با هم برابرند.', true),
  sample('Urdu', 'ur', 'تمام انسان آزاد اور حقوق و عزت کے اعتبار سے برابر پیدا ہوئے ہیں۔', true),
  sample('pointed Hebrew', 'he', 'בְּרֵאשִׁית בָּרָא אֱלֹהִים אֵת הַשָּׁמַיִם וְאֵת הָאָרֶץ.', true),
  sample('Devanagari', 'hi', 'सभी मनुष्यों को गौरव और अधिकारों के मामले में जन्मजात स्वतन्त्रता और समानता प्राप्त है।'),
  sample('Bengali', 'bn', 'সমস্ত মানুষ স্বাধীনভাবে সমান মর্যাদা এবং অধিকার নিয়ে জন্মগ্রহণ করে।'),
  sample('Tamil', 'ta', 'மனிதப் பிறிவியினர் சகலரும் சுதந்திரமாகவே பிறக்கின்றனர்; அவர்கள் மதிப்பிலும், உரிமைகளிலும் சமமானவர்கள்.'),
  sample('Malayalam', 'ml', 'മനുഷ്യരെല്ലാവരും തുല്യാവകാശങ്ങളോടും അന്തസ്സോടും സ്വാതന്ത്ര്യത്തോടുംകൂടി ജനിച്ചിട്ടുള്ളവരാണ്.'),
  sample('Sinhala', 'si', 'සියලු මනුෂ්‍යයෝ නිදහස්ව උපත ලබා ඇත. ගරුත්වයෙන් හා අයිතිවාසිකම්වලින් සමාන වෙති.'),
  sample('Thai', 'th', 'มนุษย์ทั้งหลายเกิดมามีอิสระและเสมอภาคกันในเกียรติศักดิ์และสิทธิ'),
  sample('Khmer', 'km', 'មនុស្សទាំងអស់ កើតមកមានសេរីភាព និងសមភាព ក្នុងផ្នែកសេចក្ដីថ្លៃថ្នូរនិងសិទ្ធិ។'),
  sample('Burmese', 'my', 'လူတိုင်းသည် တူညီလွတ်လပ်သော ဂုဏ်သိက္ခာဖြင့်လည်းကောင်း၊ တူညီလွတ်လပ်သော အခွင့်အရေးများဖြင့်လည်းကောင်း၊ မွေးဖွားလာသူများ ဖြစ်သည်။'),
  sample('Ethiopic', 'am', 'የሰው ልጅ ሁሉ ሲወለድ ነጻና በክብርና በመብትም እኩልነት ያለው ነው።'),
  sample('Chinese', 'zh-Hans', '人人生而自由，在尊严和权利上一律平等。他们赋有理性和良心，并应以兄弟关系的精神相对待。'),
  sample('Japanese', 'ja', 'すべての人間は、生れながらにして自由であり、かつ、尊厳と権利とについて平等である。'),
  sample('Korean', 'ko', '모든 인간은 태어날 때부터 자유로우며 그 존엄과 권리에 있어 동등하다.'),
  sample('emoji', 'en', 'Waves 🌊, a microscope 🔬, a scientist 👩‍🔬 and the flag 🇪🇹.'),
];
