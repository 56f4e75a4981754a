import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Clock } from './clock/clock';
import { Config } from './config/config';
import { RequestContext } from './request-context/request-context';

/** What every module may ask for: the configuration, the clock, and who is calling. */
@Global()
@Module({})
export class PlatformModule {
  static forRoot(config: Config): DynamicModule {
    return {
      module: PlatformModule,
      providers: [Clock, RequestContext, { provide: Config, useValue: config }],
      exports: [Clock, RequestContext, Config],
    };
  }
}
