import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { ProblemException, Public, Sql } from '@tidemark/api/platform';

@ApiExcludeController()
@Controller('health')
export class HealthController {
  constructor(private readonly sql: Sql) {}

  /** The process answers, whatever the database does. */
  @Get('live')
  @Public('Orchestrators ask without an account')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** Requests can be served: the database answers. */
  @Get('ready')
  @Public('Orchestrators ask without an account; the answer says nothing but yes or no')
  async ready(): Promise<{ status: 'ok' }> {
    try {
      await this.sql.rows('health', 'SELECT 1', []);
    } catch {
      throw new ProblemException('database-unavailable', 'The database does not answer', {
        retryAfterSeconds: 2,
      });
    }
    return { status: 'ok' };
  }
}
