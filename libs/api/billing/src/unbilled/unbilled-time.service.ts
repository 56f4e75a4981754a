import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { ProblemException, type Viewer } from '@tidemark/api/platform';
import { Client, Project, selectColumns, TimeEntry, timeRange } from '@tidemark/api/work';
import {
  MAX_INVOICE_LINES,
  type UnbilledTime,
  fromMinor,
  lineAmount,
  sumsOf,
  toMinor,
} from '@tidemark/contracts';
import { Repository } from 'typeorm';
import { MAX_LINE_ENTRIES } from '../invoices/save-invoice.dto';
import { type UnbilledEntry, unbilledLines } from './unbilled-lines';
import type { UnbilledTimeQuery } from './unbilled-time.query';

const COLUMNS: Record<keyof UnbilledEntry, string> = {
  id: 'entry.id',
  seconds: 'CAST(floor(extract(epoch FROM entry.endedAt - entry.startedAt)) AS int)',
  user_id: 'entry.userId',
  person_name: 'person.displayName',
  project_id: 'entry.projectId',
  project_name: 'project.name',
  task_id: 'entry.taskId',
  task_name: 'task.name',
  hourly_rate: 'project.hourlyRate',
};
const UNBILLED = 'entry.billable AND entry.endedAt IS NOT NULL AND entry.invoiceLineId IS NULL';

/** Time that could be billed, as lines of an invoice. */
@Injectable()
export class UnbilledTimeService {
  constructor(
    @InjectRepository(TimeEntry) private readonly entries: Repository<TimeEntry>,
    @InjectRepository(Client) private readonly clients: Repository<Client>,
    @InjectRepository(Project) private readonly projects: Repository<Project>,
  ) {}

  /** @throws ProblemException not-found, or invalid-parameter for what an invoice cannot hold */
  async of(viewer: Viewer, query: UnbilledTimeQuery): Promise<UnbilledTime> {
    const clientId = await this.clientOf(query);
    const { group_by: groupBy = 'task', rounding = 'none', currency = 'EUR' } = query;
    const entries = await this.find(viewer, clientId, query);
    const lines = unbilledLines(entries, { groupBy, rounding, currency });
    refuseTooMuch(entries, lines.length);
    const amounts = lines.map(({ quantity, unit_price }) =>
      lineAmount(quantity, toMinor(unit_price, currency) ?? 0n),
    );
    return {
      client_id: clientId,
      lines,
      subtotal: fromMinor(sumsOf(amounts, '0').subtotal, currency),
    };
  }

  private async clientOf({ client_id, project_id }: UnbilledTimeQuery): Promise<number> {
    if ((client_id === undefined) === (project_id === undefined)) {
      throw new ProblemException('invalid-parameter', 'Give either client_id or project_id');
    }
    if (client_id !== undefined && (await this.clients.existsBy({ id: client_id }))) {
      return client_id;
    }
    const project = project_id ? await this.projects.findOneBy({ id: project_id }) : null;
    if (project) return project.clientId;
    const what = client_id === undefined ? 'project' : 'client';
    throw new ProblemException('not-found', `There is no such ${what}`);
  }

  private find(
    viewer: Viewer,
    clientId: number,
    query: UnbilledTimeQuery,
  ): Promise<UnbilledEntry[]> {
    const { from, to } = timeRange(query, viewer.timeZone);
    const found = this.entries
      .createQueryBuilder('entry')
      .innerJoin('entry.user', 'person')
      .innerJoin('entry.project', 'project')
      .leftJoin('entry.task', 'task')
      .where(UNBILLED)
      .andWhere('project.clientId = :clientId', { clientId });
    const { project_id } = query;
    if (project_id) found.andWhere('entry.projectId = :project_id', { project_id });
    if (from) found.andWhere('entry.startedAt >= :from', { from });
    if (to) found.andWhere('entry.startedAt < :to', { to });
    return selectColumns(found, COLUMNS)
      .orderBy('project.name')
      .addOrderBy('task.name', 'ASC', 'NULLS FIRST')
      .addOrderBy('entry.startedAt')
      .addOrderBy('entry.id')
      .limit(MAX_LINE_ENTRIES + 1)
      .getRawMany<UnbilledEntry>();
  }
}

function refuseTooMuch(entries: readonly UnbilledEntry[], lines: number): void {
  if (entries.length > MAX_LINE_ENTRIES) {
    throw new ProblemException(
      'invalid-parameter',
      `That is more than ${MAX_LINE_ENTRIES} entries: narrow the days down`,
    );
  }
  if (lines > MAX_INVOICE_LINES) {
    throw new ProblemException(
      'invalid-parameter',
      `That is more than ${MAX_INVOICE_LINES} lines: group by project, or narrow the days down`,
    );
  }
}
