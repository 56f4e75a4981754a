import { requireActivity } from '@tidemark/api/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Months that are closed, the second net that keeps their time as it is, and the zone that they were closed in. */
export class ClosePeriods1763920200100 implements MigrationInterface {
  readonly name = 'ClosePeriods1763920200100';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [CLOSED_PERIOD, LOCK_TIME, KEEP_ZONE]) await runner.query(statement);
    await requireActivity(runner, 'closed_period', 'setting', ['begins_at', 'ends_at']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER setting_keeps_zone_of_closed_periods ON setting');
    await runner.query('DROP TRIGGER time_entry_refuses_change_in_closed_period ON time_entry');
    await runner.query('DROP TABLE closed_period');
    await runner.query('DROP FUNCTION keep_zone_of_closed_periods');
    await runner.query('DROP FUNCTION refuse_change_in_closed_period');
  }
}

// The id is the month: 202601. No setting has such a number, and an activity can be about either.
const CLOSED_PERIOD = `
  CREATE TABLE closed_period (
    id int PRIMARY KEY
      CONSTRAINT closed_period_id_check
        CHECK (id BETWEEN 200001 AND 209912 AND id % 100 BETWEEN 1 AND 12),
    begins_at timestamptz(3) NOT NULL,
    ends_at timestamptz(3) NOT NULL
      CONSTRAINT closed_period_ends_at_check CHECK (ends_at > begins_at),
    closed_at timestamptz(3) NOT NULL,
    closed_by int NOT NULL REFERENCES "user" ON DELETE RESTRICT
  )`;

// Writers share the lock that closing a month has to itself: whoever waited for a closing sees it, because
// every statement of the function looks anew. An entry without length lies where it starts.
const LOCK_TIME = `
  CREATE FUNCTION refuse_change_in_closed_period() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    closed int;
  BEGIN
    PERFORM pg_advisory_xact_lock_shared(7420261);
    SELECT period.id INTO closed FROM closed_period period
    WHERE (TG_OP <> 'INSERT' AND OLD.started_at < period.ends_at
        AND (OLD.started_at >= period.begins_at
          OR coalesce(OLD.ended_at, 'infinity') > period.begins_at))
      OR (TG_OP <> 'DELETE' AND NEW.started_at < period.ends_at
        AND (NEW.started_at >= period.begins_at
          OR coalesce(NEW.ended_at, 'infinity') > period.begins_at))
    LIMIT 1;
    IF FOUND THEN
      RAISE EXCEPTION 'time in % is closed', closed USING ERRCODE = 'TM003';
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
  END $$;
  CREATE TRIGGER time_entry_refuses_change_in_closed_period
    BEFORE INSERT OR DELETE
      OR UPDATE OF user_id, project_id, task_id, note, billable, started_at, ended_at
    ON time_entry FOR EACH ROW EXECUTE FUNCTION refuse_change_in_closed_period()`;

const KEEP_ZONE = `
  CREATE FUNCTION keep_zone_of_closed_periods() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM pg_advisory_xact_lock_shared(7420261);
    IF EXISTS (SELECT FROM closed_period) THEN
      RAISE EXCEPTION 'months are closed in %', OLD.value USING ERRCODE = 'TM004';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER setting_keeps_zone_of_closed_periods BEFORE UPDATE ON setting FOR EACH ROW
    WHEN (OLD.name = 'time_zone' AND NEW.value IS DISTINCT FROM OLD.value)
    EXECUTE FUNCTION keep_zone_of_closed_periods()`;
