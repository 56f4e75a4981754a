import type { Me } from '@tidemark/contracts';
import type { IconName } from '@tidemark/web/ui';

export interface NavItem {
  path: string;
  label: string;
  icon: IconName;
}

const WORK: NavItem[] = [
  { path: '/', label: 'Today', icon: 'today' },
  { path: '/activity', label: 'Activity', icon: 'activity' },
  { path: '/tasks', label: 'Tasks', icon: 'task' },
  { path: '/time', label: 'Time', icon: 'clock' },
  { path: '/projects', label: 'Projects', icon: 'folder' },
  { path: '/reports', label: 'Reports', icon: 'chart' },
];
const CLIENTS: NavItem = { path: '/clients', label: 'Clients', icon: 'client' };
const INVOICES: NavItem = { path: '/invoices', label: 'Invoices', icon: 'document' };
const MAILBOX: NavItem = { path: '/mailbox', label: 'Mailbox', icon: 'mail' };
const PEOPLE: NavItem = { path: '/people', label: 'People', icon: 'people' };
const SETTINGS: NavItem = { path: '/settings', label: 'Settings', icon: 'settings' };

/** What a person can go to: `work` for the day, `office` for those who look after the team. */
export function navItems(me: Me): { work: NavItem[]; office: NavItem[] } {
  const seesAll = me.role === 'admin' || me.role === 'auditor';
  return {
    work: seesAll || me.is_lead ? [...WORK, CLIENTS, INVOICES] : WORK,
    office: seesAll ? [PEOPLE, ...(me.role === 'admin' ? [MAILBOX] : []), SETTINGS] : [],
  };
}

/** The items that the phone's bar leaves to "More". */
export function moreItems(me: Me): NavItem[] {
  const { work, office } = navItems(me);
  // In the place of the timer there is the time for those who track none.
  const inBar = ['/', '/activity', '/projects', ...(me.role === 'auditor' ? ['/time'] : [])];
  const profile: NavItem = { path: '/profile', label: 'Profile', icon: 'person' };
  return [...work.filter(({ path }) => !inBar.includes(path)), ...office, profile];
}
