/** The four results as the tablet shows them, in their order. */
export const conformityOptions = [
  { value: 'conform', icon: 'done', tone: 'done' },
  { value: 'partial', icon: 'partly', tone: 'soon' },
  { value: 'nonconform', icon: 'failed', tone: 'late' },
  { value: 'not-applicable', icon: 'not-applicable', tone: 'calm' },
] as const;
