import type { Language } from '../language';

const locales = { en: 'en', zh: 'zh-CN' } as const;

const steps = [
    [100_000_000, '亿'],
    [10_000, '万'],
] as const;

/** A number as a reader of the language writes it, with all its digits; in 万 or 亿 if that is wanted. */
export const numberIn = (value: number, language: Language, inWan: boolean) => {
    const [step, name] = (inWan && steps.find(([size]) => Math.abs(value) >= size)) || [1, ''];
    return new Intl.NumberFormat(locales[language], { maximumFractionDigits: step === 1 ? 4 : 8 }).format(value / step) + name;
};

/** A share, from 0 to 1. */
export const percentIn = (share: number, language: Language) =>
    new Intl.NumberFormat(locales[language], { style: 'percent', maximumFractionDigits: 1 }).format(share);

/** An instant, in the time of the reader. */
export const instantIn = (instant: string, language: Language) =>
    new Intl.DateTimeFormat(locales[language], { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant));
