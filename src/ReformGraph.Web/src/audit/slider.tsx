import { useEffect, useState } from 'preact/hooks';
import { go, withParameters } from '../app/address';
import { useReading } from '../app/context';
import { text } from '../language';
import { isSequence } from './period';

const texts = {
    time: text('Everything as of change', '截至变更'),
    now: text(' (now)', '（现在）'),
    of: (latest: number) => text(` of ${latest}`, `，共 ${latest} 项`),
    hint: text('All pages follow: their links keep the instant.', '所有页面随之变化，链接会保留该时点。'),
};

/** Sets the change as of which all pages read. */
export const Slider = ({ address, latest }: { readonly address: URL; readonly latest: number }) => {
    const { say, asOf } = useReading();
    const chosen = isSequence(asOf) ? Math.min(Number(asOf), latest) : latest;
    const [shown, setShown] = useState(chosen);
    useEffect(() => setShown(chosen), [chosen]);
    const choose = (sequence: number) =>
        go(withParameters(address, { asOf: sequence === latest ? '' : String(sequence), after: '', before: '' }));
    return (
        <div class="slider">
            <label>
                {say(texts.time)}{' '}
                <output>
                    {shown}
                    {shown === latest && !isSequence(asOf) ? say(texts.now) : ''}
                </output>
                {say(texts.of(latest))}
                <input
                    type="range"
                    min={1}
                    max={latest}
                    value={shown}
                    disabled={latest < 2}
                    onInput={(event) => setShown(event.currentTarget.valueAsNumber)}
                    onChange={(event) => choose(event.currentTarget.valueAsNumber)}
                />
            </label>
            <p class="quiet">{say(texts.hint)}</p>
        </div>
    );
};
