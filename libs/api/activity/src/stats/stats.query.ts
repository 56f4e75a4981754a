import { WholeNumberParam } from '@tidemark/api/platform';

export class StatsQuery {
  @WholeNumberParam({
    min: 1,
    max: 366,
    description: 'Days to look back, today included; default 7',
  })
  readonly days?: number;
}
