import { go, pageAddress, withParameters, type Where } from '../app/address';
import { useReading } from '../app/context';
import { ErrorList } from '../app/panel';
import { AsOf } from '../app/choice';
import { text } from '../language';
import { isSubstantial, useRegisters } from './catalog';
import { isObject } from './conditions';
import { Filter } from './filter';
import { GroupBar } from './group-bar';
import { groupingIn } from './grouping';
import { Groups } from './groups';
import { History, versionsOf } from './history';
import { useOffer } from './offers';
import { fromFirstPage } from '../app/pager';
import './register.css';
import { Files, Table, type Shown } from './table';

const texts = {
    register: text('Register', '台账'),
    choice: text('What the page shows', '显示范围'),
    unknown: text(
        'There is no such register for you. The list above has those that you may read.',
        '没有该台账，或您无权读取；可读的台账见上方列表。',
    ),
    reading: text('Reading …', '读取中……'),
    bad: text('A parameter of this address is not what the API takes; it is left out:', '地址参数不符合 API 的要求，已忽略：'),
    noColumns: text('This register has no such columns for you; they are left out:', '该台账没有以下列，或您无权读取，已忽略：'),
};

const shownAtFirst = 9;

/** A parameter of the address that is an object of the API, or a list of them; null if there is none, undefined for anything else. */
const inputIn = (address: URL, name: string): unknown => {
    try {
        const value = JSON.parse(address.searchParams.get(name) ?? 'null') as unknown;
        return value === null || [value].flat().every(isObject) ? value : undefined;
    } catch {
        return undefined;
    }
};

const Parts = (shown: Shown & { readonly by: unknown }) => {
    const { say } = useReading();
    const { register, registers, where, address, by } = shown;
    const { offer, errors } = useOffer(register, registers);
    const choose = (parameters: Readonly<Record<string, string>>) => go(withParameters(address, { ...fromFirstPage, ...parameters }));
    const { grouping, bad } = by === null || offer === null ? { grouping: null, bad: [] } : groupingIn(address, by, offer);
    const row = address.searchParams.get('row');
    const versions = versionsOf(register, registers);
    return row !== null && versions !== undefined ? (
        <History register={register} registers={registers} versionRegister={versions} row={row} address={address} />
    ) : (
        <>
            <Filter
                columns={register.columns}
                where={where}
                onWhere={(to) => choose({ where: Object.keys(to).length === 0 ? '' : JSON.stringify(to) })}
            />
            <ErrorList errors={errors} />
            {offer === null ? null : <GroupBar offer={offer} grouping={grouping} onChoose={choose} />}
            {bad.length === 0 ? null : (
                <p class="notice">
                    {say(texts.bad)} <code>{bad.join(', ')}</code>
                </p>
            )}
            {grouping !== null ? (
                <>
                    <Groups register={register} where={where} grouping={grouping} address={address} />
                    <Files {...shown} />
                </>
            ) : by !== null && offer === null && errors.length === 0 ? (
                <p class="quiet">{say(texts.reading)}</p>
            ) : (
                <Table {...shown} />
            )}
        </>
    );
};

/** The table of a register: any that the catalogue has. Its columns, conditions, order and page are in the address. */
export const RegisterPage = ({ address, name }: { readonly address: URL; readonly name: string }) => {
    const { say, language } = useReading();
    const { registers, errors } = useRegisters();
    const register = registers?.find((one) => one.name === name);
    const [given, order, by] = (['where', 'order', 'by'] as const).map((parameter) => inputIn(address, parameter));
    const where = Array.isArray(given) ? undefined : given;
    const wanted = [
        ...new Set(
            address.searchParams
                .get('columns')
                ?.split(',')
                .filter((one) => one !== ''),
        ),
    ];
    const usual = register?.columns.filter(isSubstantial).slice(0, shownAtFirst) ?? [];
    const chosen = wanted.flatMap((one) => register?.columns.filter((column) => column.name === one) ?? []);
    const unknown = register === undefined ? [] : wanted.filter((one) => !chosen.some((column) => column.name === one));
    const bad = [
        ['where', where],
        ['order', order],
        ['by', by],
    ]
        .filter(([, value]) => value === undefined)
        .map(([parameter]) => String(parameter));
    return (
        <>
            <form class="choice" aria-label={say(texts.choice)} onSubmit={(event) => event.preventDefault()}>
                <label class="grows">
                    {say(texts.register)}
                    <select value={name} onChange={(event) => go(new URL(pageAddress(`registers/${event.currentTarget.value}`)))}>
                        {registers?.map((one) => (
                            <option key={one.name} value={one.name}>
                                {say(one.title)}
                            </option>
                        ))}
                    </select>
                </label>
                <AsOf onAsOf={(asOf) => go(withParameters(address, { ...fromFirstPage, asOf }))} />
            </form>
            <ErrorList errors={errors} />
            {(
                [
                    [texts.bad, bad],
                    [texts.noColumns, unknown],
                ] as const
            ).map(([title, names]) =>
                names.length === 0 ? null : (
                    <p class="notice" key={title.en}>
                        {say(title)} <code>{names.join(', ')}</code>
                    </p>
                ),
            )}
            {registers === null ? (
                errors.length > 0 ? null : (
                    <p class="quiet">{say(texts.reading)}</p>
                )
            ) : register === undefined ? (
                <p class="notice">{say(texts.unknown)}</p>
            ) : (
                <>
                    <h2>{say(register.title)}</h2>
                    {language === 'en' ? <p class="quiet">{register.description}</p> : null}
                    <Parts
                        key={name}
                        register={register}
                        registers={registers}
                        chosen={chosen.length === 0 ? usual : chosen}
                        where={(where ?? {}) as Where}
                        order={order ?? null}
                        by={by ?? null}
                        address={address}
                    />
                </>
            )}
        </>
    );
};
