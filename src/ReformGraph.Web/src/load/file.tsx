import { useState } from 'preact/hooks';
import { useReading } from '../app/context';
import { text } from '../language';

const texts = {
    drop: text('Drop a file here, or choose one', '将文件拖到此处，或选择文件'),
    formats: text(
        'A report as Word (.docx) or text (.txt); a table as .xlsx, .csv or .tsv, in UTF-8 or GB18030',
        '报告：Word（.docx）或文本（.txt）；表格：.xlsx、.csv、.tsv，UTF-8 或 GB18030 编码',
    ),
};

/** Where a file is dropped or chosen. */
export const FileField = ({ file, onFile }: { readonly file: File | null; readonly onFile: (file: File) => void }) => {
    const { say } = useReading();
    const [isOver, setOver] = useState(false);
    return (
        <label
            class={isOver ? 'drop over' : 'drop'}
            onDragOver={(event) => {
                event.preventDefault();
                setOver(true);
            }}
            onDragLeave={() => setOver(false)}
            onDrop={(event) => {
                event.preventDefault();
                setOver(false);
                const dropped = event.dataTransfer?.files[0];
                if (dropped !== undefined) {
                    onFile(dropped);
                }
            }}
        >
            <strong>{file === null ? say(texts.drop) : file.name}</strong>
            <input
                type="file"
                accept=".docx,.txt,.xlsx,.csv,.tsv"
                onChange={(event) => {
                    const chosen = event.currentTarget.files?.[0];
                    if (chosen !== undefined) {
                        onFile(chosen);
                    }
                }}
            />
            <span class="quiet">{say(texts.formats)}</span>
        </label>
    );
};
