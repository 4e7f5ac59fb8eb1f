import { useState } from 'preact/hooks';
import type { ApiError } from '../api';
import { text } from '../language';
import { useReading } from './context';
import { useRefusal } from './data';
import { ErrorList } from './panel';

const texts = { preparing: text('Preparing the file …', '正在生成文件……') };

/** Gives the reader a file. */
export const hand = (content: Blob, name: string) => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(content);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
};

/** Gives the reader a file that takes time to make: whether one is being made, what makes one, and what to say of it. */
export const useHanding = () => {
    const { say } = useReading();
    const refuse = useRefusal();
    const [isPreparing, setPreparing] = useState(false);
    const [errors, setErrors] = useState<readonly ApiError[]>([]);
    const prepare = async (make: () => Promise<Blob>, name: string) => {
        setPreparing(true);
        setErrors([]);
        try {
            hand(await make(), name);
        } catch (failure) {
            setErrors(refuse(failure));
        } finally {
            setPreparing(false);
        }
    };
    const state = (
        <>
            <p role="status" class="quiet">
                {isPreparing ? say(texts.preparing) : ''}
            </p>
            <ErrorList errors={errors} />
        </>
    );
    return { isPreparing, prepare, state };
};
