import { useEffect, useMemo, useState } from 'preact/hooks';
import { useReading } from '../app/context';
import { queryOf, useAnswer } from '../app/data';
import { Facts, Hash } from '../app/facts';
import { canHash, hexOf, sha256, utf8 } from '../app/hash';
import { ErrorList, Panel, ShowQuery } from '../app/panel';
import { useReadable } from '../app/readable';
import { text } from '../language';
import { ReportFactsDocument, ReportTextDocument, type ReportTextQuery } from '../operations';
import { FigurePanel } from './details';
import { statedIn, useFigures, type Stated } from './figures';
import { DerivedList, PlaceList } from './list';
import './report.css';
import { MarkedText } from './text';

const texts = {
    report: text('The report', '报告'),
    issuer: text('Issued by', '发文机关'),
    issuedOn: text('Issued on', '成文日期'),
    documentNumber: text('Document number', '发文字号'),
    asAt: text('As at', '截至'),
    hash: text('SHA-256 of the text', '全文 SHA-256'),
    matches: text('The text below has this hash, as your browser has computed.', '经浏览器计算，下方全文与该校验值一致。'),
    differs: text(
        'The text below does not have this hash: it is not the text that the figures were taken from.',
        '下方全文与该校验值不一致：数据并非取自该文本。',
    ),
    notForYou: text(
        'Your key may not read the text. The figures are listed with their places and hashes; who has the text can check them.',
        '您的密钥无权查看全文。以下列出各项数据的出处及校验值，持有原文者可据此核对。',
    ),
    notKept: text(
        'The server does not keep this text. The figures are listed with their places and hashes; who has the text can check them.',
        '服务器未保存该报告全文。以下列出各项数据的出处及校验值，持有原文者可据此核对。',
    ),
    choose: text('Every marked number is a figure. Choose one to see what is known of it.', '标出的数字均为一项数据，点选可查看其详情。'),
    none: text('The report has no figures yet.', '该报告暂无数据。'),
    reading: text('Reading …', '读取中……'),
};

/** Whether a text has a hash, as the browser computes it; null as long as it is not known, or if the browser cannot compute it. */
const useHashOf = (said: string | null, hash: string | undefined) => {
    const [verified, setVerified] = useState<{ readonly key: string; readonly isRight: boolean } | null>(null);
    const key = `${hash} ${said}`;
    useEffect(() => {
        if (said !== null && hash !== undefined && canHash()) {
            void sha256(utf8(said)).then((bytes) => setVerified({ key, isRight: hexOf(bytes) === hash }));
        }
    }, [key]);
    return verified?.key === key ? verified.isRight : null;
};

const About = ({ report, said }: { readonly report: string; readonly said: string | null }) => {
    const { titleOf } = useReading();
    return (
        <Panel title={texts.report} document={ReportFactsDocument} variables={{ report }} isWide>
            {({ reportByCode }) =>
                reportByCode === null ? null : (
                    <>
                        <p class="title">{titleOf(reportByCode)}</p>
                        <Facts
                            facts={[
                                [texts.issuer, reportByCode.issuer],
                                [texts.documentNumber, reportByCode.documentNumber],
                                [texts.issuedOn, reportByCode.issuedOn],
                                [texts.asAt, reportByCode.asAt],
                                [texts.hash, <Hash of={reportByCode.sha256} />],
                            ]}
                        />
                        <Verified said={said} hash={reportByCode.sha256} />
                    </>
                )
            }
        </Panel>
    );
};

const Verified = ({ said, hash }: { readonly said: string | null; readonly hash: string }) => {
    const { say } = useReading();
    const isRight = useHashOf(said, hash);
    return isRight === null ? null : isRight ? (
        <p class="quiet">✓ {say(texts.matches)}</p>
    ) : (
        <p class="errors" role="alert">
            {say(texts.differs)}
        </p>
    );
};

/** The text of the report; null if it is not kept. It is read if the reader may read it. */
const useText = (report: string, isReadable: boolean) => {
    const query = isReadable ? queryOf(ReportTextDocument, { report }) : null;
    const { data, errors, isReading } = useAnswer<ReportTextQuery>(query);
    return { query, errors, isReading, text: isReading ? null : (data?.reportByCode?.text ?? null) };
};

const overlaps = (one: Stated, other: Stated) => one.start < other.start + other.length && other.start < one.start + one.length;

interface Props {
    readonly address: URL;
    readonly report: string;
    readonly isReadable: boolean;
}

const Body = ({ address, report, isReadable }: Props) => {
    const { say } = useReading();
    const chosen = address.searchParams.get('figure') ?? '';
    const { query, nodes, errors, isComplete } = useFigures(report);
    const read = useText(report, isReadable);
    const stated = useMemo(() => statedIn(nodes), [nodes]);
    const here = stated.find(({ figure }) => figure.code === chosen);
    const others = here === undefined ? [] : stated.filter((one) => one !== here && overlaps(one, here)).map(({ figure }) => figure);
    const shown = { report, chosen };
    const isRead = isComplete && !read.isReading;
    return (
        <>
            <div class="panels">
                <About report={report} said={read.text} />
            </div>
            {isRead && read.text === null && read.errors.length === 0 ? (
                <p class="notice">{say(isReadable ? texts.notKept : texts.notForYou)}</p>
            ) : null}
            <ErrorList errors={[...errors, ...read.errors]} />
            {isRead ? (
                <div class={chosen === '' ? 'reading' : 'reading beside'}>
                    <div>
                        {nodes.length === 0 ? <p class="notice">{say(texts.none)}</p> : <p class="quiet">{say(texts.choose)}</p>}
                        {read.text === null ? (
                            <PlaceList stated={stated} {...shown} />
                        ) : (
                            <MarkedText text={read.text} stated={stated} {...shown} />
                        )}
                        <DerivedList figures={nodes.filter(({ locator }) => locator === null)} {...shown} />
                        <ShowQuery query={query} />
                        {read.query === null ? null : <ShowQuery query={read.query} />}
                    </div>
                    {chosen === '' ? null : <FigurePanel address={address} others={others} {...shown} />}
                </div>
            ) : errors.length > 0 ? null : (
                <p class="quiet" aria-busy="true">
                    {say(texts.reading)}
                </p>
            )}
        </>
    );
};

/** The text of a report with its figures marked; for who may not read it, the figures with their places. */
export const ReportPage = ({ address, report }: { readonly address: URL; readonly report: string }) => {
    const readable = useReadable();
    return report === '' || readable === null ? null : <Body address={address} report={report} isReadable={readable.text} />;
};
