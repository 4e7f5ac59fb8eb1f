import { go, withParameters, type Where } from '../app/address';
import { useReading } from '../app/context';
import { useAnswer, useDrawn } from '../app/data';
import { cursorsIn, fromFirstPage, Pages, type PageInfo } from '../app/pager';
import { ErrorList, ShowQuery } from '../app/panel';
import { text } from '../language';
import type { Column, Register } from './catalog';
import { oDataOf, orderOf, selectionOf, sortsOf, type Row } from './conditions';
import { Downloads } from './downloads';
import { Grid } from './grid';
import { useReturn, versionsOf } from './history';
import { pageArguments, pageInfoFields, requestOf, whereArgument } from './request';

const texts = {
    columns: text('Columns', '显示列'),
    rows: text('rows', '行'),
    reading: text('Reading …', '读取中……'),
};

const pageSize = 50;

/** The rows of a register, and what is shown of them. */
export interface Shown {
    readonly register: Register;
    readonly registers: readonly Register[];
    readonly chosen: readonly Column[];
    readonly where: Where;
    readonly order: unknown;
    readonly address: URL;
}

const queryFor = ({ register, chosen, where, order, address }: Shown) => {
    const paths = ['id', ...chosen.map(({ name }) => name), ...(register.county === undefined ? [] : [register.county])];
    return requestOf(
        'Rows',
        (given) => `{
  rows: ${register.field}(${[
      ...pageArguments(given, pageSize, cursorsIn(address)),
      ...whereArgument(given, register, where),
      ...(order === null ? [] : [given('order', `[${register.sortType}!]`, order)]),
  ].join(', ')}) {
    totalCount
    ${pageInfoFields}
    nodes { ${selectionOf([...new Set(paths)])} }
  }
}`,
    );
};

interface Rows {
    readonly rows: {
        readonly totalCount: number;
        readonly pageInfo: PageInfo;
        readonly nodes: readonly Row[] | null;
    } | null;
}

/** The rows and columns of a table as files. */
export const Files = ({ register, chosen, where, order }: Shown) => {
    const { asOf } = useReading();
    const names = chosen.map(({ name }) => name);
    const oData = oDataOf(register, { names, where, sorts: sortsOf(order), asOf });
    return <Downloads register={register} columns={names} where={where} order={order} oData={oData} />;
};

/** A page of the rows of a register. */
export const Table = (shown: Shown) => {
    const { say, number } = useReading();
    const { register, chosen, address } = shown;
    const query = queryFor(shown);
    const { data, errors, isReading } = useAnswer<Rows>(query);
    const drawn = useDrawn(shown, isReading);
    useReturn(data !== null && !isReading);
    const choose = (parameters: Readonly<Record<string, string>>) => go(withParameters(address, { ...fromFirstPage, ...parameters }));
    const names = chosen.map(({ name }) => name);
    return (
        <div aria-busy={isReading}>
            <details class="columns-chosen">
                <summary>
                    {say(texts.columns)} ({chosen.length}/{register.columns.length})
                </summary>
                <ul>
                    {register.columns.map(({ name, title }) => (
                        <li key={name}>
                            <label>
                                <input
                                    type="checkbox"
                                    checked={names.includes(name)}
                                    disabled={names.length === 1 && names.includes(name)}
                                    onChange={(event) =>
                                        choose({
                                            columns: register.columns
                                                .map((one) => one.name)
                                                .filter((one) => (one === name ? event.currentTarget.checked : names.includes(one)))
                                                .join(','),
                                        })
                                    }
                                />{' '}
                                {say(title)} <code>{name}</code>
                            </label>
                        </li>
                    ))}
                </ul>
            </details>
            <ErrorList errors={errors} />
            {data?.rows == null ? (
                errors.length > 0 ? null : (
                    <p class="quiet">{say(texts.reading)}</p>
                )
            ) : (
                <>
                    <p role="status">
                        <strong>{number(data.rows.totalCount)}</strong> {say(texts.rows)}
                    </p>
                    <Grid
                        register={register}
                        registers={drawn.registers}
                        columns={drawn.chosen}
                        rows={data.rows.nodes ?? []}
                        sorts={sortsOf(drawn.order) ?? []}
                        historyOf={
                            versionsOf(drawn.register, drawn.registers) === undefined
                                ? null
                                : (id) => withParameters(drawn.address, { row: id }).href
                        }
                        onSort={(to) => choose({ order: to === null ? '' : JSON.stringify([orderOf(to)]) })}
                    />
                    <Pages info={data.rows.pageInfo} address={drawn.address} />
                </>
            )}
            <Files {...shown} />
            <ShowQuery query={query} />
        </div>
    );
};
