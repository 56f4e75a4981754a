import type { Verb } from './notes';

export const CLIENTS = [
  { key: 'northwind', name: 'Northwind Ferries', email: 'digital@northwind.example' },
  { key: 'halden', name: 'Halden Clinic', email: 'office@halden.example' },
  { key: 'brightwater', name: 'Brightwater Council', email: 'web.team@brightwater.example' },
  { key: 'lindgren', name: 'Lindgren Housing', email: 'post@lindgren.example' },
  { key: 'kestrel', name: 'Kestrel Outdoor', email: 'shop@kestrel.example' },
  { key: 'museum', name: 'Museum of Tides', email: 'exhibitions@tides.example' },
  { key: 'saltmarsh', name: 'Saltmarsh Studio', email: null },
] as const;

/** A project of the demo team. Moments are shares of the whole time: 0 is its first day, 1 is today. */
export interface DemoProject {
  key: string;
  client: (typeof CLIENTS)[number]['key'];
  name: string;
  description: string;
  color: string;
  rate: string | null;
  budget: number | null;
  lead: string;
  members: readonly string[];
  begins: number;
  /** No work from then on. */
  ends?: number;
  /** How often work on it is chosen, beside others. */
  weight: number;
  verbs: readonly Verb[];
  topics: readonly string[];
}

const PRODUCT = ['Design', 'Build', 'Test'] as const;
const CONTENT = ['Write', 'Lay out', 'Proofread'] as const;

export const PROJECTS: readonly DemoProject[] = [
  {
    ...{ key: 'studio', client: 'saltmarsh', name: 'Studio', color: '#64748b', weight: 0.5 },
    description: 'Everything that keeps the studio running: meetings, hiring, the website.',
    ...{ rate: null, budget: null, lead: 'ana', begins: 0 },
    members: ['ben', 'cleo', 'dev', 'elif', 'jonas', 'maya'],
    verbs: ['Prepare'],
    topics: [
      ...['quarterly planning', 'portfolio page', 'interviews', 'summer party', 'price list'],
      ...['newsletter', 'hardware order', 'security training', 'case study', 'annual review'],
      ...['conference talk', 'job advert', 'onboarding handbook', 'office move', 'tax papers'],
    ],
  },
  {
    ...{ key: 'ferry', client: 'northwind', name: 'Ferry booking', color: '#0e7490', weight: 2 },
    description: 'A booking that can be finished on a phone, in the queue, with one hand.',
    ...{ rate: '95.00', budget: 620, lead: 'ben', members: ['dev', 'elif', 'cleo'], begins: 0 },
    verbs: PRODUCT,
    topics: [
      ...['crossing search', 'seat map', 'vehicle options', 'passenger form', 'payment step'],
      ...['confirmation mail', 'booking changes', 'cancellation', 'loyalty card', 'help page'],
      ...['group bookings', 'pet policy', 'receipts', 'voucher field', 'weather notices'],
    ],
  },
  {
    ...{ key: 'timetable', client: 'northwind', name: 'Timetable app', color: '#0369a1' },
    description: 'Departures and delays of the next hours, also without a connection.',
    ...{ rate: '95.00', budget: 280, lead: 'ben', members: ['dev', 'maya'], begins: 0.3 },
    weight: 1.2,
    verbs: PRODUCT,
    topics: ['departure board', 'offline cache', 'delay alerts', 'harbour map', 'favourite routes'],
  },
  {
    ...{ key: 'portal', client: 'halden', name: 'Patient portal', color: '#15803d', weight: 1.6 },
    description: 'Appointments, letters and repeat prescriptions for patients of the clinic.',
    ...{ rate: '105.00', budget: 480, lead: 'ben', begins: 0 },
    members: ['elif', 'jonas', 'maya'],
    verbs: PRODUCT,
    topics: [
      ...['appointment calendar', 'letter archive', 'repeat prescriptions', 'sign-in by code'],
      ...['family accounts', 'reminders', 'consent form', 'waiting list'],
    ],
  },
  {
    ...{ key: 'audit', client: 'lindgren', name: 'Accessibility audit', color: '#a16207' },
    description: 'Tenant website against WCAG 2.2 AA, with a report that the board can read.',
    ...{ rate: '110.00', budget: 90, lead: 'cleo', members: ['jonas'], begins: 0, ends: 0.42 },
    weight: 0.8,
    verbs: ['Check', 'Document'],
    topics: ['keyboard use', 'forms and errors', 'contrast', 'PDF letters', 'screen reader flow'],
  },
  {
    ...{ key: 'council', client: 'brightwater', name: 'Council website', color: '#7c3aed' },
    description: 'Four hundred pages become ninety that people can find.',
    ...{ rate: '88.00', budget: 540, lead: 'cleo', begins: 0 },
    members: ['maya', 'dev', 'jonas', 'ana'],
    weight: 1.8,
    verbs: PRODUCT,
    topics: [
      ...['bin collection pages', 'council tax pages', 'planning search', 'events calendar'],
      ...['news archive', 'contact forms', 'site search', 'parking permits', 'translations'],
      ...['library pages', 'school places', 'road works map', 'complaints form', 'home page'],
      ...['jobs board', 'council meetings', 'cookie notice'],
    ],
  },
  {
    ...{ key: 'opendata', client: 'brightwater', name: 'Open data dashboards', color: '#be185d' },
    description: 'Air quality, traffic and spending as charts that load in a second.',
    ...{ rate: '88.00', budget: 160, lead: 'cleo', members: ['elif', 'dev'], begins: 0.15 },
    ends: 0.7,
    weight: 0.8,
    verbs: PRODUCT,
    topics: ['air quality charts', 'spending table', 'traffic map', 'data download'],
  },
  {
    ...{ key: 'shop', client: 'kestrel', name: 'Subscription shop', color: '#c2410c', weight: 1.4 },
    description: 'Rental of tents and boots by the month.',
    ...{ rate: '92.00', budget: 400, lead: 'cleo', members: ['dev', 'elif', 'maya'], begins: 0.08 },
    verbs: PRODUCT,
    topics: [
      ...['size advisor', 'monthly box', 'returns flow', 'gift cards', 'stock sync', 'checkout'],
      ...['account page', 'price rules', 'repair service', 'pick-up points', 'order history'],
    ],
  },
  {
    ...{ key: 'brand', client: 'kestrel', name: 'Brand refresh', color: '#4d7c0f', weight: 0.9 },
    description: 'Logo, type and colour, and the guide that explains them.',
    ...{
      rate: '85.00',
      budget: 110,
      lead: 'ana',
      members: ['cleo', 'maya'],
      begins: 0,
      ends: 0.35,
    },
    verbs: ['Design', 'Document'],
    topics: ['logo variants', 'type scale', 'colour system', 'packaging', 'photo style'],
  },
  {
    ...{ key: 'wholesale', client: 'kestrel', name: 'Wholesale portal', color: '#b45309' },
    description: 'Orders of the dealers, who send spreadsheets today.',
    ...{ rate: '98.00', budget: 220, lead: 'elif', members: ['dev', 'ben'], begins: 0.6 },
    weight: 1.3,
    verbs: PRODUCT,
    topics: ['order upload', 'price lists', 'dealer accounts', 'delivery dates', 'credit limits'],
  },
  {
    ...{ key: 'catalogue', client: 'museum', name: 'Spring catalogue', color: '#9f1239' },
    description: 'The printed catalogue of the spring exhibition, 96 pages.',
    ...{ rate: '82.00', budget: 180, lead: 'cleo', members: ['maya', 'jonas'], begins: 0 },
    weight: 0.9,
    verbs: CONTENT,
    topics: ['essays', 'object pages', 'index', 'cover', 'image credits', 'timeline'],
  },
  {
    ...{ key: 'guide', client: 'museum', name: 'Exhibition guide', color: '#1d4ed8', weight: 1.2 },
    description: 'An audio guide on the visitor’s own phone.',
    ...{ rate: '90.00', budget: 240, lead: 'ben', begins: 0.45 },
    members: ['elif', 'maya', 'ana'],
    verbs: PRODUCT,
    topics: ['floor plan', 'audio player', 'object scanner', 'tour for children', 'captions'],
  },
];
