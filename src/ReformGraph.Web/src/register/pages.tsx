import { withParameters } from '../app/address';
import { useReading } from '../app/context';
import { text } from '../language';

const texts = {
    pages: text('Pages', '翻页'),
    first: text('First page', '首页'),
    previous: text('Previous page', '上一页'),
    next: text('Next page', '下一页'),
};

/** What the API says of a page. */
export interface PageInfo {
    readonly hasPreviousPage: boolean;
    readonly hasNextPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
}

/** The parameters of the first page. */
export const fromFirstPage = { after: '', before: '' };

interface Props {
    readonly info: PageInfo;
    readonly address: URL;
    /** The parameters for the cursors of the next page and of the previous one. */
    readonly names?: readonly [string, string];
}

/** The pages beside the one that is shown. */
export const Pages = ({ info, address, names: [after, before] = ['after', 'before'] }: Props) => {
    const { say } = useReading();
    const turn = (name: string, cursor: string | null) =>
        withParameters(address, { [after]: '', [before]: '', ...(name === '' ? {} : { [name]: cursor ?? '' }) }).href;
    return (
        <nav class="pages" aria-label={say(texts.pages)}>
            {info.hasPreviousPage ? (
                <>
                    <a href={turn('', null)}>{say(texts.first)}</a>{' '}
                    <a href={turn(before, info.startCursor)} rel="prev">
                        {say(texts.previous)}
                    </a>
                </>
            ) : null}
            {info.hasNextPage ? (
                <a href={turn(after, info.endCursor)} rel="next">
                    {say(texts.next)}
                </a>
            ) : null}
        </nav>
    );
};
