/** What a reader writes about: the page, or something on it they could not use. */
export const feedbackKinds = ['page', 'accessibility'] as const
export type FeedbackKind = (typeof feedbackKinds)[number]
