import { Global, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { DatabaseModule } from '@tidemark/api/platform';
import { Activity } from './record/activity.entity';
import { ActivityInterceptor } from './record/activity.interceptor';
import { ActivityService } from './record/activity.service';

@Global()
@Module({
  imports: [DatabaseModule.forFeature([Activity])],
  providers: [ActivityService, { provide: APP_INTERCEPTOR, useClass: ActivityInterceptor }],
  exports: [ActivityService],
})
export class ActivityModule {}
