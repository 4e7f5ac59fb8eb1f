import { addressOf, get, hasKey } from '../api';
import type { Where } from '../app/address';
import { useReading } from '../app/context';
import { useHanding } from '../app/file';
import { text } from '../language';
import type { Register } from './catalog';

const texts = {
    title: text('These rows and columns as', '将当前行列导出为'),
};

const formats = [
    ['csv', 'CSV'],
    ['xlsx', 'XLSX'],
    ['parquet', 'Parquet'],
    ['json', 'JSON'],
] as const;

interface Props {
    readonly register: Register;
    readonly columns: readonly string[];
    readonly where: Where;
    readonly order: unknown;
    readonly oData: URLSearchParams | null;
}

/** The same selection in other forms. A link cannot send a key: with one, the page fetches the file and hands it over. */
export const Downloads = ({ register, columns, where, order, oData }: Props) => {
    const { say, language, asOf } = useReading();
    const { prepare, state } = useHanding();
    const parameters = new URLSearchParams({
        select: columns.join(','),
        ...(Object.keys(where).length === 0 ? {} : { where: JSON.stringify(where) }),
        ...(order == null ? {} : { order: JSON.stringify(order) }),
        ...(asOf === '' ? {} : { asOf }),
    });
    const pathOf = (format: string) => {
        const some = new URLSearchParams(parameters);
        if (format === 'xlsx') {
            some.set('headers', language);
            some.set('labels', language);
        }

        if (format === 'csv') {
            some.set('bom', 'true');
        }

        return `export/${register.name}.${format}?${some.toString()}`;
    };
    return (
        <>
            <p class="downloads">
                {say(texts.title)}
                {formats.map(([format, title]) => (
                    <a
                        key={format}
                        href={addressOf(pathOf(format)).href}
                        download
                        onClick={(event) => {
                            if (hasKey()) {
                                event.preventDefault();
                                void prepare(async () => (await get(pathOf(format))).blob(), `${register.name}.${format}`);
                            }
                        }}
                    >
                        {title}
                    </a>
                ))}
                {oData === null ? null : (
                    <a href={addressOf(`odata/${register.field}?${oData.toString()}`).href} target="_blank" rel="noreferrer">
                        OData
                    </a>
                )}
            </p>
            {state}
        </>
    );
};
