import { useState } from 'preact/hooks';
import { addressOf, errorsOf, get, hasKey, type ApiError } from '../api';
import type { Where } from '../app/address';
import { useReading } from '../app/context';
import { ErrorList } from '../app/panel';
import { text } from '../language';
import type { Register } from './catalog';

const texts = {
    title: text('These rows and columns as', '将当前行列导出为'),
    preparing: text('Preparing the file …', '正在生成文件……'),
};

const formats = [
    ['csv', 'CSV'],
    ['xlsx', 'XLSX'],
    ['parquet', 'Parquet'],
    ['json', 'JSON'],
] as const;

/** Gives the reader a file. */
export const hand = (content: Blob, name: string) => {
    const file = URL.createObjectURL(content);
    const link = document.createElement('a');
    link.href = file;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(file), 60_000);
};

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
    const [isPreparing, setPreparing] = useState(false);
    const [errors, setErrors] = useState<readonly ApiError[]>([]);
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
    const fetchFile = async (path: string, format: string) => {
        setPreparing(true);
        setErrors([]);
        try {
            hand(await (await get(path)).blob(), `${register.name}.${format}`);
        } catch (failure) {
            setErrors(errorsOf(failure));
        } finally {
            setPreparing(false);
        }
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
                                void fetchFile(pathOf(format), format);
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
            <p role="status" class="quiet">
                {isPreparing ? say(texts.preparing) : ''}
            </p>
            <ErrorList errors={errors} />
        </>
    );
};
