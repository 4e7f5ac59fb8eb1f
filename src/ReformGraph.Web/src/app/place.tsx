import { useReading } from './context';

/** The section and the paragraph of a place in a report. */
export const PlaceName = ({ section, paragraph }: { readonly section: string; readonly paragraph: number }) => {
    const { language } = useReading();
    return (
        <>
            <span lang="zh-CN">{section}</span>
            {language === 'zh' ? `第${paragraph}段` : `, paragraph ${paragraph}`}
        </>
    );
};
