import { text } from '../language';

/** The pages, and where the navigation leads. */
export const pages = {
    overview: { path: '', title: text('Overview', '概览') },
    report: { path: 'report', title: text('Report', '报告') },
    registers: { path: 'registers/figures', title: text('Registers', '台账') },
    audit: { path: 'audit', title: text('Audit', '审计') },
    load: { path: 'load', title: text('Load', '录入') },
} as const;

export type PageName = keyof typeof pages;
