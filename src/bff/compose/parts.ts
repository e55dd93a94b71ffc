import type { Hono } from 'hono';
import type { Logger } from 'pino';
import type { RunArchive } from '../archive/archive.ts';
import type { CatalogEngine } from '../catalog/engine.ts';
import type { ShopProfile } from '../config.ts';
import type { HttpEnvironment } from '../http/environment.ts';
import type { KnowledgeBase } from '../knowledge/knowledge.ts';
import type { ModelPort } from '../model/port.ts';
import type { Metrics } from '../observe/metrics.ts';
import type { OrderService } from '../orders/orders.ts';
import type { ConversationStore } from '../runs/conversations.ts';
import type { RunLog } from '../runs/log.ts';
import type { Stores } from '../stores.ts';
import type { McpBridge } from '../tools/mcp/connect.ts';
import type { ToolRegistry } from '../tools/registry.ts';
import type { TurnLimits } from '../turn/dependencies.ts';
import type { Places } from '../turn/places.ts';
import type { Turns } from '../turn/turns.ts';

/** What a BFF is made of besides its configuration. */
export interface Parts {
  readonly catalog: CatalogEngine;
  readonly shop: ShopProfile;
  readonly log: Logger;
  /** What the shop knows besides its catalogue; absent: no tool looks anything up. */
  readonly knowledge?: KnowledgeBase | undefined;
  /** The shop's orders; absent: no tool asks for any. */
  readonly orders?: OrderService | undefined;
  /** Where finished runs are kept; absent: nowhere. */
  readonly archive?: RunArchive | undefined;
  /** The shop's own tools. */
  readonly mcp?: McpBridge | undefined;
  /** Milliseconds one try of a tool may take; default 3 s. */
  readonly tool_timeout_ms?: number;
  /** Milliseconds a reader may take nothing; default 30 s. */
  readonly stalled_ms?: number;
  /** Wall clock, milliseconds since 1970; default the machine's. */
  readonly now?: () => number;
  /** Pages of the demo shop. */
  readonly demo?: { fetch(request: Request): Promise<Response | null> } | undefined;
  /** Folder of the built loader and widget, relative to the working directory. */
  readonly assets?: string;
  /** Instead of the built-in times a verdict waits for a model: a test's own. */
  readonly verdict_times?: Pick<TurnLimits, 'verdict_pick_ms' | 'verdict_sentence_ms'>;
  /** Instead of room for as many turns as one process can serve: a test's own. */
  readonly places?: Places;
  /** Instead of those the configuration names: a replay's own. */
  readonly stores?: Stores;
  /** Stands between a turn and its tools: a replay's own. */
  readonly throughTools?: (tools: ToolRegistry) => ToolRegistry;
  /** Instead of the one the configuration names: a test's own. */
  readonly model?: ModelPort;
}

/** A BFF that does not listen yet. */
export interface Bff {
  readonly app: Hono<HttpEnvironment>;
  readonly turns: Turns;
  readonly runs: RunLog;
  readonly conversations: ConversationStore;
  readonly metrics: Metrics;
  readonly model: ModelPort;
  /** Refuses readiness, lets running turns end within `limit_ms`, then closes everything. */
  drain(limit_ms: number): Promise<void>;
}
