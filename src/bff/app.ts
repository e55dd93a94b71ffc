import { type Context, Hono } from 'hono';
import type { ShopInfo } from '../protocol/shop.ts';
import { ArchiveDown } from './archive/archive.ts';
import { type CatalogEngine, CatalogTimeout, CatalogUnavailable } from './catalog/engine.ts';
import type { ComparePolicy } from './compare/policy.ts';
import type { Site } from './config.ts';
import type { ClientAddress } from './http/client-address.ts';
import type { HttpEnvironment } from './http/environment.ts';
import { errorResponse, HttpError, requestLocale } from './http/errors.ts';
import { hostCheck } from './http/hosts.ts';
import { type IdentityOptions, identityCheck } from './http/identity.ts';
import type { Admission } from './http/limits/admission.ts';
import type { ItemQuota } from './http/limits/item-quota.ts';
import { operatorErrorResponse } from './http/operator.ts';
import { securityHeaders } from './http/security-headers.ts';
import { type RefusedPage, siteCheck } from './http/sites.ts';
import { type AdminRoutes, adminRoutes } from './routes/admin.ts';
import { assetRoutes } from './routes/assets.ts';
import { chatRoutes } from './routes/chat.ts';
import { compareRoutes } from './routes/compare.ts';
import { consoleRoutes } from './routes/console.ts';
import { conversationRoutes } from './routes/conversations.ts';
import { type FeedbackRoutes, feedbackRoutes } from './routes/feedback.ts';
import { type HealthRoutes, healthRoutes } from './routes/health.ts';
import { itemRoutes } from './routes/items.ts';
import { type RewardRoutes, rewardRoute } from './routes/reward.ts';
import { type RunRoutes, runRoutes } from './routes/runs.ts';
import { shopRoutes } from './routes/shop.ts';
import type { ConversationStore } from './runs/conversations.ts';
import type { RunLog } from './runs/log.ts';
import { StoreDown } from './store-down.ts';
import type { Turns } from './turn/turns.ts';

/** Seconds after which it is worth asking whether what does not answer is back. */
const RETRY_S = { store: 2, catalogue: 5 };

/** A fault of a request as the refusal it becomes. */
function refusalOf(fault: unknown): HttpError {
  if (fault instanceof HttpError) return fault;
  if (fault instanceof StoreDown || fault instanceof ArchiveDown)
    return new HttpError('unavailable', { retry_after: RETRY_S.store, cause: fault });
  if (fault instanceof CatalogTimeout || fault instanceof CatalogUnavailable)
    return new HttpError('unavailable', { retry_after: RETRY_S.catalogue, cause: fault });
  return new HttpError('internal', { cause: fault });
}

/** Everything the routes call. Built by `main`, or by a test. */
export interface AppDependencies {
  readonly turns: Turns;
  readonly runs: RunLog;
  readonly conversations: ConversationStore;
  readonly catalog: CatalogEngine;
  readonly comparePolicy: ComparePolicy;
  /** Ids that the shop shows to nobody. */
  readonly blocked: ReadonlySet<string>;
  readonly admission: Admission;
  readonly items: ItemQuota;
  readonly clientAddress: ClientAddress;
  /** Milliseconds a reader may take nothing. */
  readonly stalled_ms?: number | undefined;
  readonly sites: Readonly<Record<string, Site>>;
  readonly onRefused: (page: RefusedPage) => void;
  readonly default_site?: string | undefined;
  readonly identity: IdentityOptions;
  readonly listenHost: string;
  readonly publicHosts?: readonly string[] | undefined;
  readonly defaultLocale: string;
  readonly shopInfo: (locale: string) => ShopInfo;
  readonly feedback: FeedbackRoutes;
  readonly health: HealthRoutes;
  readonly admin: Omit<AdminRoutes, 'erase'>;
  readonly reward: RewardRoutes;
  readonly operatorRuns: RunRoutes;
  /** Forgets a conversation everywhere. @throws ArchiveDown, StoreDown */
  readonly erase: (conversation_id: string) => Promise<void>;
  /** Causes of refusals go here and never to the client. */
  readonly onFault: (cause: unknown) => void;
  /** Folder of the built loader and widget, relative to the working directory. */
  readonly assets: string;
  /** Pages of the demo shop, only where no catalogue is configured. */
  readonly demo?: { fetch(request: Request): Promise<Response | null> } | undefined;
}

/** The BFF without a socket: routes over middleware. Listening is `main`'s. */
export function createApp(deps: AppDependencies): Hono<HttpEnvironment> {
  const { defaultLocale, turns, runs, conversations, catalog, comparePolicy, admission, clientAddress, stalled_ms } = deps;
  const app = new Hono<HttpEnvironment>();

  const told = (c: Context<HttpEnvironment>, error: HttpError): Response =>
    c.get('for_operators') ? operatorErrorResponse(c, error) : errorResponse(c, error, requestLocale(c, defaultLocale));
  app.onError((fault, c) => {
    const refusal = refusalOf(fault);
    // One that has no cause is a decision (paused, full), counted elsewhere: a line for each would bury the others.
    const isFault = refusal.code === 'internal' || (refusal.code === 'unavailable' && refusal.cause !== undefined);
    if (isFault) deps.onFault(refusal.cause ?? refusal);
    return told(c, refusal);
  });

  app.use(securityHeaders());
  app.use(hostCheck({ listenHost: deps.listenHost, publicHosts: deps.publicHosts }));
  healthRoutes(app, deps.health);
  assetRoutes(app, deps.assets);
  consoleRoutes(app, { root: deps.assets, console_token: deps.admin.console_token });
  // Before the sites: an operator has a token and no page.
  adminRoutes(app, { ...deps.admin, erase: deps.erase });
  rewardRoute(app, deps.reward);
  runRoutes(app, deps.operatorRuns);

  app.use(
    '/v1/*',
    siteCheck({ sites: deps.sites, onRefused: deps.onRefused, ...(deps.default_site ? { default_site: deps.default_site } : {}) }),
  );
  app.use('/v1/*', identityCheck(deps.identity));
  shopRoutes(app, { info: deps.shopInfo, defaultLocale });
  itemRoutes(app, { catalog, conversations, items: deps.items, clientAddress, defaultLocale });
  const streamed = { turns, runs, conversations, admission, clientAddress, stalled_ms, defaultLocale };
  chatRoutes(app, streamed);
  compareRoutes(app, { ...streamed, items: deps.items, catalog, policy: comparePolicy });
  conversationRoutes(app, {
    turns,
    runs,
    conversations,
    catalog,
    policy: comparePolicy,
    blocked: deps.blocked,
    stalled_ms,
    defaultLocale,
    erase: deps.erase,
  });
  feedbackRoutes(app, deps.feedback);
  app.all('/v1/*', () => {
    throw new HttpError('not_found');
  });

  const { demo } = deps;
  if (demo) app.on(['GET', 'POST'], '*', async (c) => (await demo.fetch(c.req.raw)) ?? c.notFound());
  return app;
}
