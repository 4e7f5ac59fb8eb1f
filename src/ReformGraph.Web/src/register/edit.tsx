import { useState } from 'preact/hooks';
import { post, Refusal, type ApiError, type Query } from '../api';
import { ChangeFields, noChange, shownOf, type Change } from '../app/change';
import { useReading } from '../app/context';
import { useAnswer, useRefusal } from '../app/data';
import { ErrorList, ShowQuery } from '../app/panel';
import { Headings } from '../app/table';
import { text } from '../language';
import { typeOf, type Column, type Register } from './catalog';
import { selectionOf, valueAt, type Row } from './conditions';
import { Field } from './field';
import { Written } from './value';

const texts = {
    edit: text('Edit this row', '编辑该行'),
    save: text('Save', '保存'),
    saving: text('Saving …', '保存中……'),
    saved: text('Stored as change', '已存储，变更序号'),
    same: text('Nothing differs from the row: nothing was recorded.', '内容没有变化，未记录变更。'),
    conflict: text('The row was changed meanwhile', '该行在此期间已被修改'),
    field: text('Field', '字段'),
    seen: text('When you began', '开始编辑时'),
    now: text('Now', '现在'),
    yours: text('Yours', '您的修改'),
    goOn: text('Go on with the row as it is now; your own changes are kept', '以现在的行继续编辑，保留您的修改'),
};

/** A field that an update takes, and the column that has its value. */
interface Editable {
    readonly name: string;
    readonly column: Column;
    readonly type: string;
}

interface Input {
    readonly __type: {
        readonly inputFields: readonly { readonly name: string; readonly type: { readonly name: string | null } }[];
    } | null;
}

interface Present {
    readonly rows: { readonly nodes: readonly Row[] | null } | null;
}

interface Updated {
    readonly update: {
        readonly change: { readonly sequence: number } | null;
        readonly errors: readonly { readonly message: string; readonly path?: readonly string[]; readonly row?: Row | null }[] | null;
    } | null;
}

// These say which row is meant.
const identifying = new Set(['id', 'code', 'version', 'county']);

const inputQuery = (register: Register): Query => ({
    query: `{ __type(name: "Update${typeOf(register)}Input") { inputFields { name type { name } } } }`,
});

const editableOf = (register: Register, { __type }: Input): readonly Editable[] =>
    (__type?.inputFields ?? [])
        .filter(({ name }) => !identifying.has(name))
        .flatMap(({ name, type }) => {
            const column = register.columns.find((one) => one.name === name || one.name === `${name}.code`);
            return column === undefined || type.name === null ? [] : [{ name, column, type: type.name }];
        });

const selectedOf = (fields: readonly Editable[]) => selectionOf(['version', ...fields.map(({ column }) => column.name)]);

const rowQuery = (register: Register, fields: readonly Editable[], row: string): Query => ({
    query: `query Row($where: ${register.filterType}) {
  rows: ${register.field}(where: $where) { nodes { ${selectedOf(fields)} } }
}`,
    variables: { where: { id: { eq: row } } },
});

const mutation = (register: Register, fields: readonly Editable[], input: Row): Query => {
    const type = typeOf(register);
    const one = `${type[0]!.toLowerCase()}${type.slice(1)}`;
    return {
        query: `mutation Edit($input: Update${type}Input!) {
  update: update${type}(input: $input) {
    change { sequence }
    errors {
      ... on Error { message }
      ... on ValidationError { path }
      ... on ${type}VersionConflictError { row: ${one} { ${selectedOf(fields)} } }
    }
  }
}`,
        variables: { input },
    };
};

const changeInput = ({ reason, kind, effectiveOn, evidenceReference: reference }: Change) => ({
    kind,
    reason,
    ...(effectiveOn === '' ? {} : { effectiveOn }),
    ...(reference.trim() === '' ? {} : { evidence: { reference } }),
});

interface ConflictProps {
    readonly fields: readonly Editable[];
    readonly seen: Row;
    readonly now: Row;
    readonly edits: Row;
    readonly onGoOn: () => void;
}

/** What changed in a row while it was edited, beside the edits. */
const Conflict = ({ fields, seen, now, edits, onGoOn }: ConflictProps) => {
    const { say } = useReading();
    const different = fields.filter(
        ({ name, column }) => valueAt(seen, column.name) !== valueAt(now, column.name) || Object.hasOwn(edits, name),
    );
    return (
        <div class="notice" role="alert">
            <h3>{say(texts.conflict)}</h3>
            <table class="differences">
                <Headings of={[texts.field, texts.seen, texts.now, texts.yours]} />
                <tbody>
                    {different.map(({ name, column }) => (
                        <tr key={name}>
                            <th scope="row">{say(column.title)}</th>
                            {[valueAt(seen, column.name), valueAt(now, column.name), edits[name]].map((value, index) => (
                                <td key={index}>
                                    <Written column={column} value={value} />
                                </td>
                            ))}
                        </tr>
                    ))}
                </tbody>
            </table>
            <button type="button" onClick={onGoOn}>
                {say(texts.goOn)}
            </button>
        </div>
    );
};

interface FormProps {
    readonly register: Register;
    readonly row: string;
    readonly fields: readonly Editable[];
    readonly present: Row;
    readonly onStored: (said: string) => void;
}

const EditForm = ({ register, row, fields, present, onStored }: FormProps) => {
    const { say } = useReading();
    const refuse = useRefusal();
    const [base, setBase] = useState(present);
    const [edits, setEdits] = useState<Row>({});
    const [change, setChange] = useState(noChange);
    const [now, setNow] = useState<Row | null>(null);
    const [errors, setErrors] = useState<readonly ApiError[]>([]);
    const [isSaving, setSaving] = useState(false);
    const query = mutation(register, fields, { change: changeInput(change), id: row, version: base['version'], ...edits });
    const save = async () => {
        setSaving(true);
        setNow(null);
        setErrors([]);
        try {
            const { data, errors: refused = [] } = await post<Updated>(query);
            const answer = data?.update;
            const conflict = answer?.errors?.find((error) => error.row != null);
            if (answer == null || refused.length > 0) {
                throw new Refusal(refused);
            } else if (conflict !== undefined) {
                setNow(conflict.row!);
            } else if (answer.errors === null) {
                onStored(answer.change === null ? say(texts.same) : `${say(texts.saved)} ${answer.change.sequence}.`);
            } else {
                setErrors(answer.errors);
            }
        } catch (failure) {
            setErrors(refuse(failure));
        } finally {
            setSaving(false);
        }
    };
    const places = [...fields.map(({ name }) => `input.${name}`), ...shownOf(change).map((name) => `input.change.${name}`)];
    const placeOf = ({ path = [] }: ApiError) => places.find((place) => `${path.join('.')}.`.startsWith(`${place}.`));
    const errorsAt = (place: string) => errors.filter((error) => placeOf(error) === place).map(({ message }) => message);
    const edit = ({ name, column }: Editable, value: unknown) => {
        const { [name]: _, ...others } = edits;
        setEdits(value === valueAt(base, column.name) ? others : { ...others, [name]: value });
    };
    return (
        <form
            class="edit"
            aria-busy={isSaving}
            onSubmit={(event) => {
                event.preventDefault();
                void save();
            }}
        >
            <div class="fields">
                {fields.map((field) => (
                    <Field
                        key={field.name}
                        column={field.column}
                        value={Object.hasOwn(edits, field.name) ? edits[field.name] : valueAt(base, field.column.name)}
                        errors={errorsAt(`input.${field.name}`)}
                        onValue={(value) => edit(field, value)}
                    />
                ))}
            </div>
            <div class="choice">
                <ChangeFields change={change} onChange={setChange} errorsOf={(name) => errorsAt(`input.change.${name}`)} />
                <button type="submit" disabled={isSaving}>
                    {say(texts.save)}
                </button>
            </div>
            <p role="status">{isSaving ? say(texts.saving) : ''}</p>
            <ErrorList errors={errors.filter((error) => placeOf(error) === undefined)} />
            {now === null ? null : (
                <Conflict
                    fields={fields}
                    seen={base}
                    now={now}
                    edits={edits}
                    onGoOn={() => {
                        setBase(now);
                        setNow(null);
                    }}
                />
            )}
            <ShowQuery query={query} />
        </form>
    );
};

const Loaded = ({ register, row, fields, onStored }: Omit<FormProps, 'present'>) => {
    const { data, errors } = useAnswer<Present>(rowQuery(register, fields, row));
    const present = data?.rows?.nodes?.[0];
    return (
        <>
            <ErrorList errors={errors} />
            {present === undefined ? null : (
                <EditForm register={register} row={row} fields={fields} present={present} onStored={onStored} />
            )}
        </>
    );
};

/** For who may change the row: its fields, with the version that the reader saw and the reason of the change. */
export const Edit = ({ register, row, onStored }: Pick<FormProps, 'register' | 'row' | 'onStored'>) => {
    const { say, asOf } = useReading();
    const [isOpen, setOpen] = useState(false);
    const { data } = useAnswer<Input>(inputQuery(register));
    const fields = data === null ? [] : editableOf(register, data);
    return fields.length === 0 || asOf !== '' ? null : (
        <details class="editing" onToggle={(event) => setOpen(event.currentTarget.open)}>
            <summary>{say(texts.edit)}</summary>
            {isOpen ? <Loaded register={register} row={row} fields={fields} onStored={onStored} /> : null}
        </details>
    );
};
