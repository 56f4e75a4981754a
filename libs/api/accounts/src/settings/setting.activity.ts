import { defineSubject } from '@tidemark/api/activity';
import type { SettingName } from '@tidemark/contracts';
import { Setting } from './setting.entity';

const LABELS: Record<SettingName, string> = {
  time_zone: 'Time zone',
  late_edit_days: 'Days until an edit needs a reason',
};

const said = (value: unknown) => (value === null ? 'never' : String(value));

export const settingSubject = defineSubject({
  entity: Setting,
  type: 'setting',
  name: ({ name }) => LABELS[name],
  projectId: () => null,
  audited: ['value'],
  describe: {
    updated: ({ name }, { changes: [change] }) =>
      `Changed setting "${LABELS[name]}" from ${said(change?.from)} to ${said(change?.to)}`,
  },
});
