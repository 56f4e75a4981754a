import type { Role } from '@tidemark/contracts';

/** One password for all: it protects nothing but invented data, and is printed at every start. */
export const DEMO_PASSWORD = 'ebb-and-flow';

/** A person of the demo team, as the starter prints them. */
export interface DemoPerson {
  username: string;
  password: string;
  role: Role;
  display_name: string;
}

/** How somebody works: ISO weekdays, hours after midnight in the own zone, and where from. */
export interface Teammate {
  username: string;
  display_name: string;
  role: Role;
  time_zone: string;
  weekdays: readonly number[];
  begins: number;
  ends: number;
  /** Away from one share of the whole time to another. */
  away: readonly [number, number];
  /** How much of a working day goes by with a timer. */
  diligence: number;
  address: string;
  agent: string;
}

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:148.0) Gecko/20100101 Firefox/148.0';
const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/146.0.0.0 Safari/537.36';
const SAFARI =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Safari/605.1.15';

const MONDAY_TO_FRIDAY = [1, 2, 3, 4, 5] as const;
const member = { role: 'member', weekdays: MONDAY_TO_FRIDAY, diligence: 0.97 } as const;

/** The first one sets the product up. */
export const TEAM: readonly Teammate[] = [
  {
    ...member,
    ...{ username: 'ana', display_name: 'Ana Pereira', role: 'admin', diligence: 0.6 },
    ...{ time_zone: 'Europe/Lisbon', begins: 8.75, ends: 17.25, away: [0.62, 0.68] },
    ...{ address: '198.51.100.11', agent: SAFARI },
  },
  {
    ...member,
    ...{ username: 'ruth', display_name: 'Ruth Adeyemi', role: 'auditor', diligence: 0 },
    ...{ time_zone: 'Europe/London', begins: 9, ends: 17, away: [0.3, 0.34] },
    ...{ address: '203.0.113.40', agent: CHROME },
  },
  {
    ...member,
    ...{ username: 'ben', display_name: 'Ben Kowalski', diligence: 0.9 },
    ...{ time_zone: 'Europe/Warsaw', begins: 8.25, ends: 16.75, away: [0.5, 0.55] },
    ...{ address: '198.51.100.24', agent: FIREFOX },
  },
  {
    ...member,
    ...{ username: 'cleo', display_name: 'Cleo Marchetti', diligence: 0.9 },
    ...{ time_zone: 'Europe/Rome', begins: 9.25, ends: 18, away: [0.22, 0.27] },
    ...{ address: '198.51.100.31', agent: SAFARI },
  },
  {
    ...member,
    ...{ username: 'dev', display_name: 'Dev Raman' },
    ...{ time_zone: 'Europe/London', begins: 9, ends: 17.5, away: [0.7, 0.75] },
    ...{ address: '203.0.113.77', agent: CHROME },
  },
  {
    ...member,
    ...{ username: 'elif', display_name: 'Elif Yıldız' },
    ...{ time_zone: 'Europe/Istanbul', begins: 9.5, ends: 18.25, away: [0.34, 0.4] },
    ...{ address: '192.0.2.145', agent: CHROME },
  },
  {
    ...member,
    // Mornings from Monday to Thursday; away for a while, with the account deactivated.
    ...{ username: 'jonas', display_name: 'Jonas Lindqvist', weekdays: [1, 2, 3, 4] },
    ...{ time_zone: 'Europe/Stockholm', begins: 8.5, ends: 12.75, away: [0.42, 0.52] },
    ...{ address: '198.51.100.58', agent: FIREFOX },
  },
  {
    ...member,
    ...{ username: 'maya', display_name: 'Maya Okafor' },
    ...{ time_zone: 'Europe/Berlin', begins: 8.75, ends: 17.25, away: [0.8, 0.84] },
    ...{ address: '198.51.100.63', agent: SAFARI },
  },
];

export const DEMO_PEOPLE: readonly DemoPerson[] = TEAM.map(({ username, role, display_name }) => ({
  username,
  password: DEMO_PASSWORD,
  role,
  display_name,
}));

export function teammate(username: string): Teammate {
  const found = TEAM.find((person) => person.username === username);
  if (!found) throw new Error(`Nobody in the demo team is called ${username}`);
  return found;
}
