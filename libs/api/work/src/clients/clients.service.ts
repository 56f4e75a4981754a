import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { ProjectAccess } from '@tidemark/api/activity';
import {
  Clock,
  containing,
  pageInfo,
  pageWindow,
  ProblemException,
  readsEverything,
  refuseDuplicate,
  sortOrder,
  type Viewer,
} from '@tidemark/api/platform';
import type { ClientPage } from '@tidemark/contracts';
import { Repository } from 'typeorm';
import { given } from '../given';
import { Client } from './client.entity';
import { toClientView } from './client.view';
import type { ListClientsQuery } from './list-clients.query';
import type { SaveClientDto, UpdateClientDto } from './save-client.dto';

const COLUMNS = { name: 'client.name', created_at: 'client.createdAt' };

@Injectable()
export class ClientsService {
  constructor(
    @InjectRepository(Client) private readonly clients: Repository<Client>,
    private readonly access: ProjectAccess,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemException forbidden for members who lead no project */
  async list(viewer: Viewer, query: ListClientsQuery): Promise<ClientPage> {
    await this.refuseStrangers(viewer);
    const { take, skip } = pageWindow(query);
    const { column, direction } = sortOrder(query.sort ?? 'name', COLUMNS);
    const [clients, total] = await this.filtered(query)
      .orderBy(column, direction)
      .addOrderBy('client.id', direction)
      .take(take)
      .skip(skip)
      .getManyAndCount();
    return { clients: clients.map(toClientView), ...pageInfo(total, query) };
  }

  /** @throws ProblemException not-found, or forbidden for members who lead no project */
  async get(viewer: Viewer, id: number): Promise<Client> {
    await this.refuseStrangers(viewer);
    return this.find(id);
  }

  /** @throws ProblemException duplicate when the name is taken */
  async create({ name, email = null, note = '' }: SaveClientDto): Promise<Client> {
    const createdAt = this.clock.now();
    const client = await this.save(this.clients.create({ name, email, note, createdAt }));
    return this.find(client.id);
  }

  /** @throws ProblemException not-found, or duplicate when the name is taken */
  async update(id: number, input: UpdateClientDto): Promise<Client> {
    return this.save(Object.assign(await this.find(id), given({ ...input })));
  }

  /** @throws ProblemException not-found, or in-use while the client has projects */
  async delete(id: number): Promise<void> {
    const { name, projectCount } = await this.find(id);
    if (projectCount > 0) {
      throw new ProblemException('in-use', `"${name}" still has projects. Archive it instead`);
    }
    await this.clients.delete(id);
  }

  async archive(id: number): Promise<Client> {
    const client = await this.find(id);
    client.archivedAt ??= this.clock.now();
    return this.save(client);
  }

  async unarchive(id: number): Promise<Client> {
    return this.save(Object.assign(await this.find(id), { archivedAt: null }));
  }

  private filtered({ q, is_archived }: ListClientsQuery) {
    const found = this.clients.createQueryBuilder('client').addSelect('client.projectCount');
    if (q) found.andWhere('client.name ILIKE :q', { q: containing(q) });
    if (is_archived !== undefined) {
      found.andWhere(`client.archivedAt IS ${is_archived ? 'NOT NULL' : 'NULL'}`);
    }
    return found;
  }

  private async find(id: number): Promise<Client> {
    const client = await this.filtered({}).andWhere('client.id = :id', { id }).getOne();
    if (!client) throw new ProblemException('not-found', 'There is no such client');
    return client;
  }

  private save(client: Client): Promise<Client> {
    return refuseDuplicate(this.clients.save(client), {
      index: 'client_name_key',
      pointer: '/name',
      sentence: `There is a client "${client.name}" already`,
    });
  }

  /** Clients are for those who make or manage projects. */
  private async refuseStrangers(viewer: Viewer): Promise<void> {
    if (readsEverything(viewer) || (await this.access.leadsAny(viewer.id))) return;
    throw new ProblemException('forbidden', 'Clients are for administrators and leads of projects');
  }
}
