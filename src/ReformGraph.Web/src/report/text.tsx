import { useMemo } from 'preact/hooks';
import { figureAddress } from '../app/address';
import { useReading } from '../app/context';
import { text as both } from '../language';
import { useArrival, type Stated } from './figures';
import { linesOf, type Line, type Piece } from './passages';

const texts = { report: both('The text of the report', '报告全文') };

interface Props {
    readonly report: string;
    readonly text: string;
    readonly stated: readonly Stated[];
    readonly chosen: string;
}

const isHeading = (line: string) => /^[一二三四五六七八九十]+、.{1,40}$/u.test(line);

/** The text of a report. Every stated figure is a link to itself; where figures overlap, the innermost is. */
export const MarkedText = ({ report, text, stated, chosen }: Props) => {
    const { say, nameOf } = useReading();
    const lines = useMemo(() => linesOf(text, stated), [text, stated]);
    const place = useArrival(chosen, true);
    let isFound = false;
    const draw = ({ text: said, passages, isFirst }: Piece<Stated>, index: number) => {
        const [inner] = passages;
        if (inner === undefined) {
            return said;
        }

        const isChosen = passages.some(({ figure }) => figure.code === chosen);
        const isArrival = isChosen && !isFound;
        isFound ||= isChosen;
        const names = passages.map(({ figure }) => nameOf(figure.indicator));
        return (
            <a
                key={index}
                class="mark"
                href={figureAddress(inner.figure.code, report)}
                data-stays
                title={names.join('; ')}
                {...(isArrival ? { ref: place } : {})}
                {...(isChosen ? { 'aria-current': 'true' as const } : {})}
                {...(passages.length > 1 ? { 'data-figures': passages.length } : {})}
                {...(isFirst ? {} : { tabIndex: -1 })}
            >
                {said}
            </a>
        );
    };
    const drawLine = ({ number, pieces }: Line<Stated>) => {
        const said = pieces.map((piece) => piece.text).join('');
        const parts = pieces.map(draw);
        return said.trim() === '' ? null : number === 1 ? (
            <h2 key={number}>{parts}</h2>
        ) : isHeading(said) ? (
            <h3 key={number}>{parts}</h3>
        ) : (
            <p key={number}>{parts}</p>
        );
    };
    return (
        <section class="panel text" lang="zh-CN" aria-label={say(texts.report)}>
            {lines.map(drawLine)}
        </section>
    );
};
