import { useEffect, useState } from 'preact/hooks';
import { addressOf } from '../api';
import { pages, type PageName } from './site';

const moved = 'reformgraph:moved';

/** The address of the page, which holds everything that is chosen; it changes with the buttons of the browser, too. */
export const useAddress = () => {
    const [address, setAddress] = useState(() => new URL(location.href));
    useEffect(() => {
        const read = () => setAddress(new URL(location.href));
        const events = ['popstate', moved];
        events.forEach((event) => addEventListener(event, read));
        return () => events.forEach((event) => removeEventListener(event, read));
    }, []);
    return address;
};

/** Goes to an address of the pages without loading them anew: what is in memory stays. */
export const go = (to: URL, isCorrection = false) => {
    history[isCorrection ? 'replaceState' : 'pushState'](null, '', to);
    dispatchEvent(new Event(moved));
};

/** The address with other parameters; an empty one is left out. */
export const withParameters = (address: URL, parameters: Readonly<Record<string, string>>) => {
    const to = new URL(address);
    for (const [name, value] of Object.entries(parameters)) {
        if (value === '') {
            to.searchParams.delete(name);
        } else {
            to.searchParams.set(name, value);
        }
    }

    return to;
};

/** What is chosen at the top of every page. */
const shared = ['county', 'report', 'asOf', 'lang', 'numbers'];

/** The address of a page, with what is chosen at the top of this one. */
export const pageAddress = (path: string, parameters: Readonly<Record<string, string>> = {}) => {
    const to = addressOf(path);
    const here = new URL(location.href).searchParams;
    shared.forEach((name) => here.has(name) && to.searchParams.set(name, here.get(name)!));
    return withParameters(to, parameters).href;
};

const lower = (path: string) => path.toLowerCase().replace(/\/$/, '');

// The server ignores the case of a path.
const isAt = (path: string, { pathname }: URL) => lower(pathname) === lower(addressOf(path).pathname);

/** The name of the register that an address shows, as it stands there; null for another page. */
export const registerAt = ({ pathname }: URL) => {
    const root = addressOf('registers').pathname;
    const name = pathname.slice(root.length + 1);
    if (!`${pathname}/`.toLowerCase().startsWith(`${root}/`.toLowerCase())) {
        return null;
    }

    try {
        return decodeURIComponent(name);
    } catch {
        return name;
    }
};

/** A condition of the API, as the argument `where` has it. */
export type Where = Readonly<Record<string, unknown>>;

/** The rows of a register that meet a condition. */
export const rowsAddress = (register: string, where: Where) => pageAddress(`registers/${register}`, { where: JSON.stringify(where) });

/** The place of a figure in its report. */
export const figureAddress = (figure: string, report: string) => pageAddress('report', { report, figure });

/** The page that an address shows; null for anything else. */
export const pageAt = (to: URL): PageName | null =>
    to.origin !== addressOf('').origin
        ? null
        : registerAt(to) !== null
          ? 'registers'
          : (Object.keys(pages).find((page): page is PageName => isAt(pages[page as PageName].path, to)) ?? null);

/** Follows links between the pages without loading them anew, unless the reader wants another tab. One with `data-stays` leads to
 * another part of the page, which scrolls there itself. */
export const followLinks = () =>
    addEventListener('click', (event) => {
        const link = event.target instanceof Element ? event.target.closest('a') : null;
        const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
        if (link !== null && isPlain && !event.defaultPrevented && link.target === '' && !link.hasAttribute('download')) {
            const to = new URL(link.href);
            if (pageAt(to) !== null) {
                event.preventDefault();
                to.hash = '';
                go(to);
                if (!link.hasAttribute('data-stays')) {
                    scrollTo(0, 0);
                    document.querySelector('h1')?.focus();
                }
            }
        }
    });
