import { TimeZoneField, WholeNumberField } from '@tidemark/api/platform';
import { LATE_EDIT_DAYS_MAX, type SaveSettings } from '@tidemark/contracts';

/** Only what is given changes. */
export class SaveSettingsDto implements SaveSettings {
  @TimeZoneField({ optional: true, description: 'It stays while a month is closed' })
  readonly time_zone?: string;

  @WholeNumberField({
    optional: true,
    nullable: true,
    min: 0,
    max: LATE_EDIT_DAYS_MAX,
    description: 'Null: a change never needs a reason',
  })
  readonly late_edit_days?: number | null;
}
