import { useState } from 'preact/hooks';
import { copy } from '../api';
import { text } from '../language';
import { useReading } from './context';

const texts = { copy: text('Copy as curl', '复制为 curl'), copied: text('Copied', '已复制') };

/** A button that copies a command, and shows it where there is no clipboard. */
export const CopyButton = ({ command }: { readonly command: string }) => {
    const { say } = useReading();
    const [isCopied, setCopied] = useState(false);
    const [isShown, setShown] = useState(false);
    const give = async () => {
        const succeeded = await copy(command);
        setCopied(succeeded);
        setShown(!succeeded);
        setTimeout(() => setCopied(false), 2_000);
    };
    return (
        <>
            <button type="button" onClick={() => void give()}>
                {say(isCopied ? texts.copied : texts.copy)}
            </button>
            {isShown ? (
                <pre tabIndex={0} aria-label="curl">
                    <code>{command}</code>
                </pre>
            ) : null}
        </>
    );
};
