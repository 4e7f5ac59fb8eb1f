import { useState } from 'preact/hooks';
import { useReading } from '../app/context';
import { ErrorList } from '../app/panel';
import { useReadable } from '../app/readable';
import { text } from '../language';
import './audit.css';
import { Changes } from './changes';
import type { Finding } from './checkpoint';
import { OneChange, TwoInstants } from './compared';
import { useEntities } from './entities';
import { Ledger, useCheckpoint } from './ledger';
import { chosenIn, isSequence } from './period';
import { AuditReport, reportAddress } from './print';
import { Slider } from './slider';

const texts = {
    printable: text('Audit report for printing', '可打印的审计报告'),
    reading: text('Reading …', '读取中……'),
};

/** Who changed what, when and why; what differs between two instants; and whether the record has been rewritten. */
export const AuditPage = ({ address, report }: { readonly address: URL; readonly report: string }) => {
    const { say } = useReading();
    const readable = useReadable();
    const entities = useEntities();
    const { data: checkpoint, errors } = useCheckpoint();
    const [finding, setFinding] = useState<Finding | null>(null);
    const { from, to } = chosenIn(address);
    const change = address.searchParams.get('change') ?? '';
    if (readable === null || entities === null || checkpoint === null) {
        return errors.length > 0 ? (
            <ErrorList errors={errors} />
        ) : (
            <p class="quiet" aria-busy="true">
                {say(texts.reading)}
            </p>
        );
    }

    // Only roles that may see who made a change get proofs of rows.
    const proving = { entities, checkpoint: readable.author ? checkpoint : null };
    return address.searchParams.get('view') === 'report' ? (
        <AuditReport
            address={address}
            report={report}
            author={readable.author}
            entities={entities}
            checkpoint={checkpoint}
            finding={finding}
        />
    ) : (
        <div class="panels">
            <Slider address={address} latest={checkpoint.size} />
            <Ledger checkpoint={checkpoint} finding={finding} onFinding={setFinding} />
            <p class="wide">
                <a href={reportAddress(address)}>{say(texts.printable)}</a>
            </p>
            <Changes address={address} author={readable.author} entities={entities} />
            {isSequence(change) ? <OneChange key={change} sequence={Number(change)} {...proving} /> : null}
            {from === '' ? null : <TwoInstants from={from} to={to} {...proving} />}
        </div>
    );
};
