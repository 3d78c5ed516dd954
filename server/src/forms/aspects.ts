/** What 总体情况 summarises: 国办公开办函〔2021〕30号（一）. The notices on the reports for 2020 name the same five. */
export const OVERVIEW_ASPECTS = ['主动公开', '依申请公开', '政府信息管理', '政府信息公开平台建设', '监督保障'] as const;

export type OverviewAspect = (typeof OVERVIEW_ASPECTS)[number];
