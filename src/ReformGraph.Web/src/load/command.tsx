import { formCurlOf, type FormPart } from '../api';
import { useReading } from '../app/context';
import { CopyButton } from '../app/copy';
import { text } from '../language';

const texts = { show: text('Show the request', '查看请求') };

/** The command that sends a form, for whoever wants to send the same. */
export const ShowRequest = ({ path, parts }: { readonly path: string; readonly parts: readonly FormPart[] }) => {
    const { say } = useReading();
    const command = formCurlOf(path, parts);
    return (
        <details class="query">
            <summary>{say(texts.show)}</summary>
            <pre tabIndex={0} aria-label={say(texts.show)}>
                <code>{command}</code>
            </pre>
            <CopyButton command={command} />
        </details>
    );
};
