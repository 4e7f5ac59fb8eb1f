import { ReadableFieldsDocument, type ReadableFieldsQuery } from '../operations';
import { queryOf, useAnswer } from './data';

/** Which of the fields that not every role may read the reader may: `Report.text`. Null until it is known. */
export const useReadable = () => {
    const { data } = useAnswer<ReadableFieldsQuery>(queryOf(ReadableFieldsDocument, {}));
    return data === null
        ? null
        : {
              text: data.report?.fields?.some(({ name }) => name === 'text') ?? false,
              author: data.change?.fields?.some(({ name }) => name === 'actor') ?? false,
          };
};
