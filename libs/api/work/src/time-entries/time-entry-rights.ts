import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { ProblemException, readsEverything, type Viewer } from '@tidemark/api/platform';
import type { ProjectRole } from '@tidemark/contracts';
import { Repository } from 'typeorm';
import { ClosedPeriods } from '../periods/closed-periods';
import { ProjectMember } from '../projects/project-member.entity';
import { manages, notThere, ProjectRights } from '../projects/project-rights';
import { TimeEntry } from './time-entry.entity';
import { mayChange } from './time-entry.view';

/**
 * What a person may do with a time entry. The own ones stay readable for good; those of others are for the
 * leads of their project; a fellow member may know of them, and a stranger may not.
 */
@Injectable()
export class TimeEntryRights {
  constructor(
    @InjectRepository(TimeEntry) private readonly entries: Repository<TimeEntry>,
    @InjectRepository(ProjectMember) private readonly members: Repository<ProjectMember>,
    private readonly projects: ProjectRights,
    private readonly closed: ClosedPeriods,
  ) {}

  /** @throws ProblemException not-found, or forbidden for a fellow member's entry */
  async see(viewer: Viewer, id: number): Promise<{ entry: TimeEntry; role: ProjectRole | null }> {
    const entry = await this.entries.findOneBy({ id });
    if (!entry) throw notThere('time entry');
    const { projectId } = entry;
    const member = await this.members.findOneBy({ projectId, userId: viewer.id });
    const role = member?.role ?? null;
    refuseUnseen(viewer, entry.userId, role);
    return { entry, role };
  }

  /**
   * @param goesTo the project where it is to be: it is kept from changing together with the one where it is
   * @throws ProblemException not-found, forbidden, archived, or locked while an invoice bills it or its month is closed
   */
  async change(viewer: Viewer, id: number, goesTo?: number): Promise<TimeEntry> {
    const { entry, role } = await this.see(viewer, id);
    if (!mayChange(viewer, entry.userId, role)) {
      throw new ProblemException(
        'forbidden',
        'You are not in this project any more: its lead can change the entry',
      );
    }
    if (goesTo !== undefined) await this.projects.keep([entry.projectId, goesTo]);
    await this.projects.work(viewer, entry.projectId);
    refuseInvoiced(entry);
    await this.closed.refuse(entry);
    return entry;
  }

  /** A running timer can always be stopped by its person, wherever it runs. */
  async stop(viewer: Viewer, id: number): Promise<TimeEntry> {
    const { entry, role } = await this.see(viewer, id);
    if (entry.userId === viewer.id || manages(viewer, role)) return entry;
    throw notYours();
  }
}

/** @throws ProblemException locked */
function refuseInvoiced({ invoiceLineId }: TimeEntry): void {
  if (invoiceLineId === null) return;
  throw new ProblemException(
    'locked',
    'This time is on an invoice. An administrator can take it off the draft, or cancel the invoice',
  );
}

/** @throws ProblemException not-found, or forbidden for a fellow member's entry */
export function refuseUnseen(viewer: Viewer, ownerId: number, role: ProjectRole | null): void {
  if (ownerId === viewer.id || role === 'lead' || readsEverything(viewer)) return;
  throw role ? notYours() : notThere('time entry');
}

const notYours = () =>
  new ProblemException('forbidden', 'Entries of others are for leads and administrators');
