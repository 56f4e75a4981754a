import { type DynamicModule, Global, Logger, Module, type Type } from '@nestjs/common';
import { ClsPluginTransactional } from '@nestjs-cls/transactional';
import { TransactionalAdapterTypeOrm } from '@nestjs-cls/transactional-adapter-typeorm';
import { getDataSourceToken, getRepositoryToken, TypeOrmModule } from '@nestjs/typeorm';
import { ClsModule } from 'nestjs-cls';
import { Config } from '../config/config';
import { databaseOptions } from './database-options';
import { Sql } from './sql';
import { TransactionalRepository } from './transactional-repository';
import { Transactions } from './transactions';

@Module({})
class DatabaseFeature {}

/** PostgreSQL, and the ambient transaction that travels with the request. */
@Global()
@Module({ providers: [Transactions, Sql], exports: [Transactions, Sql] })
export class DatabaseModule {
  static forRoot(): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRootAsync({
          inject: [Config],
          useFactory: (config: Config) => ({
            ...databaseOptions(config, (error) =>
              new Logger('Database').warn(`A pooled connection was lost: ${error.message}`),
            ),
            autoLoadEntities: true,
            retryAttempts: 5,
            retryDelay: 1_000,
          }),
        }),
        ClsModule.forRoot({
          global: true,
          middleware: { mount: true },
          plugins: [
            new ClsPluginTransactional({
              imports: [TypeOrmModule],
              adapter: new TransactionalAdapterTypeOrm({ dataSourceToken: getDataSourceToken() }),
            }),
          ],
        }),
      ],
    };
  }

  /** Repositories of these entities, which always speak to the current transaction. */
  static forFeature(entities: Type[]): DynamicModule {
    const repositories = entities.map((entity) => ({
      provide: getRepositoryToken(entity),
      useFactory: (transactions: Transactions) => new TransactionalRepository(entity, transactions),
      inject: [Transactions],
    }));
    return {
      module: DatabaseFeature,
      imports: [TypeOrmModule.forFeature(entities)],
      providers: repositories,
      exports: repositories,
    };
  }
}
