import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { ProjectAccess } from '@tidemark/api/activity';
import {
  Clock,
  pageInfo,
  pageWindow,
  ProblemException,
  refuseDuplicate,
  sortOrder,
  type Viewer,
} from '@tidemark/api/platform';
import type { SavedFilterPage, SavedFilterView } from '@tidemark/contracts';
import { Repository } from 'typeorm';
import { given } from '../given';
import type { ListFiltersQuery, SaveFilterDto, UpdateFilterDto } from './save-filter.dto';
import { SavedFilter } from './saved-filter.entity';
import { mayDelete, mayEdit, toSavedFilterView } from './saved-filter.view';

const COLUMNS = { name: 'filter.name', created_at: 'filter.createdAt' };

/** Views of the activity page that people keep for themselves, or give to everybody. */
@Injectable()
export class SavedFiltersService {
  constructor(
    @InjectRepository(SavedFilter) private readonly filters: Repository<SavedFilter>,
    private readonly access: ProjectAccess,
    private readonly clock: Clock,
  ) {}

  async page(viewer: Viewer, query: ListFiltersQuery): Promise<SavedFilterPage> {
    const { take, skip } = pageWindow(query);
    const { column, direction } = sortOrder(query.sort ?? 'name', COLUMNS);
    const found = this.visible(viewer);
    if (query.scope) found.andWhere('filter.scope = :scope', { scope: query.scope });
    const [filters, total] = await found
      .orderBy(column, direction)
      .addOrderBy('filter.id', direction)
      .take(take)
      .skip(skip)
      .getManyAndCount();
    return { saved_filters: await this.views(viewer, filters), ...pageInfo(total, query) };
  }

  /** @throws ProblemException not-found, also for what somebody else keeps for oneself */
  async get(viewer: Viewer, id: number): Promise<SavedFilterView> {
    const [view] = await this.views(viewer, [await this.find(viewer, id)]);
    return view as SavedFilterView;
  }

  /** @throws ProblemException duplicate */
  async create(viewer: Viewer, { name, filter, scope }: SaveFilterDto): Promise<number> {
    const createdAt = this.clock.now();
    const { id } = await this.save(
      this.filters.create({ name, filter, ...given({ scope }), userId: viewer.id, createdAt }),
    );
    return id;
  }

  /** @throws ProblemException not-found, forbidden, or duplicate */
  async update(viewer: Viewer, id: number, input: UpdateFilterDto): Promise<void> {
    const saved = await this.find(viewer, id);
    if (!mayEdit(viewer, saved)) {
      throw new ProblemException('forbidden', 'Only who saved a filter may change it');
    }
    await this.save(Object.assign(saved, given({ ...input })));
  }

  /** @throws ProblemException not-found, or forbidden */
  async delete(viewer: Viewer, id: number): Promise<void> {
    if (!mayDelete(viewer, await this.find(viewer, id))) {
      throw new ProblemException(
        'forbidden',
        'Only who saved a filter, and administrators, may delete it',
      );
    }
    await this.filters.delete(id);
  }

  private async views(viewer: Viewer, filters: SavedFilter[]): Promise<SavedFilterView[]> {
    const projectIds = await this.access.projectsOf(viewer.id);
    return filters.map((filter) => toSavedFilterView(viewer, filter, projectIds));
  }

  private visible(viewer: Viewer) {
    return this.filters
      .createQueryBuilder('filter')
      .innerJoinAndSelect('filter.user', 'owner')
      .where(`(filter.userId = :viewerId OR filter.scope = 'everybody')`, { viewerId: viewer.id });
  }

  private async find(viewer: Viewer, id: number): Promise<SavedFilter> {
    const saved = await this.visible(viewer).andWhere('filter.id = :id', { id }).getOne();
    if (!saved) throw new ProblemException('not-found', 'There is no such saved filter');
    return saved;
  }

  private save(filter: SavedFilter): Promise<SavedFilter> {
    return refuseDuplicate(this.filters.save(filter), {
      index: 'saved_filter_name_key',
      pointer: '/name',
      sentence: `You have a saved filter "${filter.name}" already`,
    });
  }
}
