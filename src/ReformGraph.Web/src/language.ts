/** The languages of the pages. */
export type Language = 'en' | 'zh';

/** A text in each of them. */
export interface Text {
    readonly en: string;
    readonly zh: string;
}

/** A text in both languages; where it stands, both are there. */
export const text = (en: string, zh: string): Text => ({ en, zh });

/** What is not known. */
export const unknown = text('not known', '未知');

/** The language that the address asks for, or else the browser. */
export const languageOf = (address: URL): Language => {
    const asked = address.searchParams.get('lang');
    return asked === 'en' || asked === 'zh' ? asked : navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
};

/** Tells the browser and screen readers which language a page is in. */
export const declareLanguage = (language: Language) => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
};
