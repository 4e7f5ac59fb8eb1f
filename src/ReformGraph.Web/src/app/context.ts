import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { unknown, type Language, type Text } from '../language';
import { numberIn } from './numbers';

/** What every part of a page knows. */
export interface Reading {
    readonly language: Language;
    /** The instant as of which the page reads: the number of a change, or an instant; empty for now. */
    readonly asOf: string;
    /** Whether large numbers are in 万 and 亿. */
    readonly inWan: boolean;
    /** Grows when everything must be read again. */
    readonly generation: number;
    /** The names of the values of code lists, by list and value. */
    readonly labels: ReadonlyMap<string, Text>;
    /** Called when the server asks for a key. */
    readonly onKeyNeeded: (message: string) => void;
}

/** What has a name: a county by what it is known as, or by its code, if need be. */
interface Named {
    readonly nameZh?: string | null;
    readonly nameEn?: string | null;
    readonly knownAs?: string | null;
    readonly knownAsZh?: string | null;
    readonly code?: string | null;
}

const masked = '原文隐去名称';
const hasChinese = /\p{Script=Han}/u;

// What the source says about a place whose name it masks may be in English only, unless a county has written it.
const nameIn = (language: Language, { nameZh, nameEn, knownAs, knownAsZh, code }: Named) => {
    if (language === 'en') {
        return nameEn || knownAs || code || '';
    }
    const said = knownAs && !hasChinese.test(knownAs) ? (code ? `${code}（${masked}）` : masked) : knownAs;
    return nameZh || knownAsZh || said || code || '';
};

export const ReadingContext = createContext<Reading | null>(null);

/** What the page knows, with the ways to say it. */
export const useReading = () => {
    const reading = useContext(ReadingContext)!;
    const { language, labels, inWan } = reading;
    return {
        ...reading,
        say: (text: Text) => text[language],
        nameOf: (named: Named) => nameIn(language, named),
        titleOf: ({ titleZh, titleEn }: { readonly titleZh: string; readonly titleEn: string }) => (language === 'zh' ? titleZh : titleEn),
        /** The name of a value of a code list; that of null says that it is not known. */
        label: (list: string, value: string | null | undefined) =>
            value === null || value === undefined ? unknown[language] : (labels.get(`${list} ${value}`)?.[language] ?? value),
        number: (value: number) => numberIn(value, language, inWan),
    };
};
