export const when = {
  now: 'just now',
  today: (clock: string) => `Today, ${clock}`,
  yesterday: (clock: string) => `Yesterday, ${clock}`,
  exact: (local: string, utc: string) => `${local} here, ${utc} UTC`,
  utc: (time: string) => `${time} UTC`,
  about: (day: string) => `about ${day}`,
  perhaps: (day: string) => `perhaps ${day}`,
  span: (from: string, to: string) => `${from} to ${to}`,
};
