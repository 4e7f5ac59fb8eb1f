import { useState } from 'preact/hooks';
import { addressOf, copy, hasKey } from '../api';
import { useReading } from '../app/context';
import { text } from '../language';

const texts = { show: text('Show the request', '查看请求'), copy: text('Copy as curl', '复制为 curl'), copied: text('Copied', '已复制') };

const quoted = (word: string) => `'${word.replaceAll("'", "'\\''")}'`;

/** The command that sends a form from a terminal, for whoever wants to send the same. Files are by their names. */
export const ShowRequest = ({ path, parts }: { readonly path: string; readonly parts: readonly (readonly [string, string])[] }) => {
    const { say } = useReading();
    const [isCopied, setCopied] = useState(false);
    const command = [
        `curl ${quoted(addressOf(path).href)}`,
        ...(hasKey() ? [`-H ${quoted('Authorization: Bearer KEY')}`] : []),
        `-H ${quoted('GraphQL-Require-Preflight: true')}`,
        ...parts.map(([name, value]) => `-F ${quoted(`${name}=${value}`)}`),
    ].join(' \\\n  ');
    return (
        <details class="query">
            <summary>{say(texts.show)}</summary>
            <pre tabIndex={0} aria-label="curl">
                <code>{command}</code>
            </pre>
            <button type="button" onClick={() => void copy(command).then(setCopied)}>
                {say(isCopied ? texts.copied : texts.copy)}
            </button>
        </details>
    );
};
