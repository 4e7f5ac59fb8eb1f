import type { ComponentChildren } from 'preact';
import type { Text } from '../language';
import { useReading } from './context';

/** The heading of a column, or of several. */
type Heading = Text & { readonly kind?: string; readonly columns?: number };

/** The heading of numbers, which is at their side. */
export const ofNumbers = (title: Text, columns = 1): Heading => ({ ...title, kind: 'number', columns });

/** The headings of a table. */
export const Headings = ({ of }: { readonly of: readonly Heading[] }) => {
    const { say } = useReading();
    return (
        <thead>
            <tr>
                {of.map((title) => (
                    <th scope="col" key={title.en} class={title.kind} colSpan={title.columns}>
                        {say(title)}
                    </th>
                ))}
            </tr>
        </thead>
    );
};

interface ScrollProps {
    readonly label: string;
    readonly children: ComponentChildren;
}

/** What scrolls by itself where it is wider than the page. */
export const Scroll = ({ label, children }: ScrollProps) => (
    <div class="scroll" tabIndex={0} role="region" aria-label={label}>
        {children}
    </div>
);

interface Props extends ScrollProps {
    readonly kind?: string;
    readonly headings: readonly Heading[];
}

/** A table that scrolls by itself. */
export const ScrolledTable = ({ label, kind, headings, children }: Props) => (
    <Scroll label={label}>
        <table class={kind}>
            <Headings of={headings} />
            {children}
        </table>
    </Scroll>
);
