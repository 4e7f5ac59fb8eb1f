import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language, Text } from '../language';
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

export const ReadingContext = createContext<Reading | null>(null);

/** What the page knows, with the ways to say it. */
export const useReading = () => {
    const reading = useContext(ReadingContext)!;
    const { language, labels, inWan } = reading;
    return {
        ...reading,
        say: (text: Text) => text[language],
        /** The name of a value of a code list; that of null says that it is not known. */
        label: (list: string, value: string | null | undefined) =>
            value === null || value === undefined
                ? { en: 'not known', zh: '未知' }[language]
                : (labels.get(`${list} ${value}`)?.[language] ?? value),
        number: (value: number) => numberIn(value, language, inWan),
    };
};
