import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { DiscoveryModule } from '@nestjs/core';
import { LoggedMutationMetadata, NotLogged } from '@tidemark/api/activity';
import { Allow, Public } from '@tidemark/api/platform';
import { SpecApi } from '../test/support';

interface Route {
  name: string;
  handler: (...inputs: never[]) => unknown;
  controller: new () => unknown;
  mutates: boolean;
  isAuditorAllowed: boolean;
}

const MUTATING = [RequestMethod.POST, RequestMethod.PUT, RequestMethod.PATCH, RequestMethod.DELETE];
/** Auditors change nothing but their own session and profile. */
const OWN_ACCOUNT = ['MeController.', 'AuthController.'];

let api: SpecApi;
let routes: Route[];
const reflector = new Reflector();

beforeAll(async () => {
  api = await SpecApi.start();
  routes = routesOf(api);
});
afterAll(() => api.stop());

it('finds the routes', () => {
  expect(routes.length).toBeGreaterThan(30);
});

it('knows of every route who may call it', () => {
  const silent = routes.filter(
    ({ handler, controller }) =>
      !reflector.getAllAndOverride(Public, [handler, controller]) &&
      !reflector.getAllAndOverride(Allow.metadata, [handler, controller]),
  );
  expect(silent.map(({ name }) => name)).toEqual([]);
});

it('knows of every mutation what it records, or why nothing', () => {
  const silent = routes.filter(
    ({ handler, mutates }) =>
      mutates &&
      !reflector.get(LoggedMutationMetadata, handler) &&
      !reflector.get(NotLogged, handler),
  );
  expect(silent.map(({ name }) => name)).toEqual([]);
});

it('gives a reason wherever anybody may call or nothing is recorded', () => {
  const reasons = routes.flatMap(({ handler }) =>
    [reflector.get(Public, handler), reflector.get(NotLogged, handler)].filter(
      (reason) => reason !== undefined,
    ),
  );
  expect(reasons.filter((reason) => reason.length < 12)).toEqual([]);
});

it('lets auditors change nothing but their own account', () => {
  const open = routes.filter(
    ({ name, mutates, isAuditorAllowed }) =>
      mutates && isAuditorAllowed && !OWN_ACCOUNT.some((own) => name.startsWith(own)),
  );
  expect(open.map(({ name }) => name)).toEqual([]);
});

it('has no route that writes, edits or deletes an activity', () => {
  const writing = routes.filter(
    ({ name, mutates }) => mutates && name.startsWith('ActivitiesController'),
  );
  expect(writing).toEqual([]);
});

function routesOf({ app }: SpecApi): Route[] {
  const scanner = new MetadataScanner();
  const discovery = app.select(DiscoveryModule).get(DiscoveryService, { strict: false });
  return discovery.getControllers().flatMap(({ metatype }) => {
    const controller = metatype as Route['controller'];
    const prototype = controller.prototype as Record<string, Route['handler']>;
    return scanner.getAllMethodNames(prototype).flatMap((method) => {
      const handler = prototype[method];
      if (!handler || Reflect.getMetadata(PATH_METADATA, handler) === undefined) return [];
      const verb = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod;
      return {
        name: `${controller.name}.${method}`,
        handler,
        controller,
        mutates: MUTATING.includes(verb),
        isAuditorAllowed: Boolean(
          reflector.getAllAndOverride(Allow.metadata, [handler, controller])?.includes('auditor'),
        ),
      };
    });
  });
}
