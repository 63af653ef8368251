import { describe, expect, it } from 'vitest';
import { isRead, languageOf } from '#text/language.ts';

const written: readonly (readonly [language: string | undefined, text: string])[] = [
  ['en', 'The council of Aldery voted on Monday to close the old bridge, and lorries will have to go round by the valley for a year.'],
  [
    'de',
    'Der Rat von Aldery hat am Montag beschlossen, die alte Brücke zu schließen, und Lastwagen müssen ein Jahr lang durch das Tal fahren.',
  ],
  [
    'fr',
    'Le conseil d’Aldery a décidé lundi de fermer le vieux pont, et les camions devront passer par la vallée pendant un an, selon le maire.',
  ],
  [
    'es',
    'El ayuntamiento de Aldery decidió el lunes cerrar el puente viejo, y los camiones tendrán que pasar por el valle durante un año, según la alcaldesa.',
  ],
  [
    'it',
    'Il consiglio di Aldery ha deciso lunedì di chiudere il vecchio ponte, e i camion dovranno passare per la valle per un anno, come ha detto il sindaco.',
  ],
  [
    'pt',
    'A câmara de Aldery decidiu na segunda-feira fechar a ponte velha, e os camiões terão de passar pelo vale durante um ano, como disse o presidente.',
  ],
  [
    'nl',
    'De raad van Aldery heeft maandag besloten de oude brug te sluiten, en vrachtwagens moeten een jaar lang door het dal rijden, zegt de burgemeester.',
  ],
  [
    'sv',
    'Rådet i Aldery beslutade på måndagen att stänga den gamla bron, och lastbilar måste köra genom dalen i ett år, säger borgmästaren som inte är nöjd.',
  ],
  [
    'pl',
    'Rada miasta Aldery postanowiła w poniedziałek zamknąć stary most, a ciężarówki będą przez rok jeździć doliną, jak powiedział burmistrz, który nie jest zadowolony z tego.',
  ],
  [
    'tr',
    'Aldery belediye meclisi pazartesi günü eski köprüyü kapatma kararı aldı ve kamyonlar bir yıl boyunca vadiden geçecek; belediye başkanı bu karar için çok üzgün olduğunu söyledi.',
  ],
  [
    'id',
    'Dewan kota Aldery memutuskan pada hari Senin untuk menutup jembatan tua itu dan truk akan melewati lembah selama satu tahun, kata wali kota yang tidak senang dengan hal ini.',
  ],
  [
    'tl',
    'Nagpasya ang konseho ng Aldery noong Lunes na isara ang lumang tulay, at ang mga trak ay dadaan sa lambak nang isang taon, ayon sa alkalde na hindi masaya.',
  ],
  ['ru', 'Совет Олдери в понедельник решил закрыть старый мост, и грузовики год будут ездить через долину.'],
  ['uk', 'Рада Олдері вирішила в понеділок закрити старий міст, і вантажівки рік їздитимуть через долину.'],
  ['zh', '市议会周一决定关闭旧桥，卡车一年内必须绕行山谷，市长对此表示不满。'],
  ['ja', '市議会は月曜日に古い橋を閉鎖することを決め、トラックは一年間谷を通らなければならない。'],
  ['ar', 'قرر مجلس المدينة يوم الاثنين إغلاق الجسر القديم وسيتعين على الشاحنات المرور عبر الوادي لمدة عام'],
  [undefined, 'Aldery 3, Lund 1'],
  [undefined, 'Reed 12, Barrow 34, Berg 89; Holm 4, Ahl 17; Tasch, Finn, Boateng, Okoro, Brix, Lund, Sato, Wirya, Sala'],
];

describe('the language of a text', () => {
  it.each(written)('%s: %s', (language, text) => {
    expect(languageOf(text)).toBe(language);
  });

  it('stays English where it quotes a foreign title', () => {
    const text =
      'The film “La casa de los ríos y de las luces” opened the festival in Lunde on Sunday, and its director was with the guests who had come for it.';
    expect(languageOf(text)).toBe('en');
  });

  it('is read where it is English, or where nobody can tell', () => {
    expect([undefined, 'en', 'en-GB', 'EN_us'].map(isRead)).toEqual([true, true, true, true]);
    expect(['de', 'ru', 'enm'].map(isRead)).toEqual([false, false, false]);
  });
});
