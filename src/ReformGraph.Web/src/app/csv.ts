/** The cells of a table in CSV, line by line; the first line has the headings. */
export const readCsv = (said: string): readonly (readonly string[])[] => {
    const lines: string[][] = [[]];
    const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;
    for (let match = cell.exec(said); match !== null && match[0] !== ''; match = cell.exec(said)) {
        lines.at(-1)!.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
        if (match[3] !== ',') {
            if (cell.lastIndex >= said.length) {
                break;
            }

            lines.push([]);
        }
    }

    return lines.filter((line) => line.length > 1 || line[0] !== undefined);
};

const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Lines as CSV. */
export const writeCsv = (lines: readonly (readonly string[])[]) => lines.map((line) => `${line.map(quoted).join(',')}\r\n`).join('');

/** A file of CSV, with the mark by which spreadsheets recognize UTF-8. */
export const csvFile = (lines: readonly (readonly string[])[]) => new Blob([`\uFEFF${writeCsv(lines)}`], { type: 'text/csv' });
