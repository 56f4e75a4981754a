import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { ActivityService } from '@tidemark/api/activity';
import { Transactions } from '@tidemark/api/platform';
import type { SaveSettings, SettingName, SettingsView } from '@tidemark/contracts';
import { Repository } from 'typeorm';
import { settingSubject } from './setting.activity';
import { Setting } from './setting.entity';

const PARSED: { [Name in SettingName]: (stored: string | null) => SettingsView[Name] } = {
  time_zone: (stored) => stored ?? 'UTC',
  late_edit_days: (stored) => (stored === null ? null : Number(stored)),
};

/**
 * What the organisation has set for everybody. It stands beside the people because every domain may ask for
 * it, and because setting the product up sets the first of it.
 */
@Injectable()
export class Settings {
  constructor(
    @InjectRepository(Setting) private readonly settings: Repository<Setting>,
    private readonly activity: ActivityService,
    private readonly transactions: Transactions,
  ) {}

  async read(): Promise<SettingsView> {
    const rows = await this.settings.find();
    const stored = new Map(rows.map(({ name, value }) => [name, value]));
    return {
      time_zone: PARSED.time_zone(stored.get('time_zone') ?? null),
      late_edit_days: PARSED.late_edit_days(stored.get('late_edit_days') ?? null),
    };
  }

  /**
   * Sets what is given and records each that is another one now.
   * @throws ProblemException in-use for the time zone while a month is closed in it: the database decides
   */
  change(wanted: SaveSettings): Promise<SettingsView> {
    return this.transactions.run(async () => {
      const lock = { mode: 'pessimistic_write' } as const;
      for (const setting of await this.settings.find({ lock, order: { id: 'ASC' } })) {
        const value = wanted[setting.name];
        if (value !== undefined) await this.set(setting, value);
      }
      return this.read();
    });
  }

  private async set(setting: Setting, to: string | number | null): Promise<void> {
    const { name } = setting;
    const from = PARSED[name](setting.value);
    if (from === to) return;
    setting.value = to === null ? null : String(to);
    await this.settings.save(setting);
    await this.activity.record(settingSubject, 'updated', setting, {
      changes: [{ field: name, from, to }],
    });
  }
}
