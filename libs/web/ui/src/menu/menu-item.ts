import type { IconName } from '../icon/icons';

/** One line of a menu. */
export interface MenuItem {
  label: string;
  icon?: IconName;
  /** What choosing it does; absent for a link. */
  run?: () => void;
  /** Where it leads, as for `routerLink`. */
  link?: string | readonly unknown[];
  /** Query parameters of the link. */
  query?: Record<string, string | number>;
  /** For a choice among several: whether it is the one in force. Absent for what is no choice. */
  checked?: boolean;
  /** A line above: another group begins. */
  divided?: boolean;
  disabled?: boolean;
}

/** What stands above the items, for reading. */
export interface MenuHeading {
  title: string;
  text: string;
}
