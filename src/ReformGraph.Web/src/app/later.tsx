import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A part of a page that is loaded when it is first shown. */
export const later = <Props extends object>(load: () => Promise<ComponentType<Props>>) => {
    let Part: ComponentType<Props> | null = null;
    return (props: Props) => {
        const [, draw] = useState(0);
        const [failure, setFailure] = useState<unknown>(null);
        useEffect(() => {
            if (Part === null) {
                load().then((part) => {
                    Part = part;
                    draw(1);
                }, setFailure);
            }
        }, []);
        if (failure !== null) {
            throw failure;
        }

        return Part === null ? null : <Part {...props} />;
    };
};
