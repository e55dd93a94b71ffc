import { createHash } from 'node:crypto';
import { canonicalJson } from '../../language/canonical-json.ts';
import type { NotedFacts, SearchState } from '../../model/port.ts';
import type { RedisConnection } from '../../redis/connection.ts';
import type { Conversation, ConversationChange, ConversationStore, KeptTurn } from '../conversations.ts';
import { type Remark, withRemark } from '../remarks.ts';
import { abandonScript, changeScript, claimScript, deleteScript, finishScript, remarkScript } from './conversation-scripts.ts';
import { keys } from './keys.ts';
import { Outbox } from './outbox.ts';

export interface RedisConversationsOptions {
  readonly ttl_s: number;
  /** Told of a turn that could not be kept. */
  readonly onLost: (cause: unknown) => void;
}

/** Tries to add a remark while others add theirs. */
const REMARK_TRIES = 20;

const json = (value: unknown): string => (value === undefined ? '' : JSON.stringify(value));
const changeArgs = ({ search_state, noted }: ConversationChange): [string, string] => [json(search_state), json(noted)];

/** What a shopper's message is known by: never the text of an id, which is the client's own. */
const messageKey = (site: string, sub: string | undefined, id: string): string =>
  keys.message(
    createHash('sha256')
      .update(JSON.stringify([site, sub ?? null, id]))
      .digest('base64url'),
  );

/** Conversations that all replicas share. Each change is one script, so none is lost between two of them. */
export function createRedisConversations(redis: RedisConnection, { ttl_s, onLost }: RedisConversationsOptions): ConversationStore {
  const ttl_ms = ttl_s * 1000;
  const outbox = new Outbox(onLost);

  const read = async (id: string): Promise<Conversation | null> => {
    const key = keys.conversation(id);
    const [hash, turns, ledger] = await redis.call((each) =>
      Promise.all([each.hgetall(key), each.lrange(`${key}:turns`, 0, -1), each.zrange(`${key}:ledger`, '0', '-1')]),
    );
    if (hash.site === undefined || hash.locale === undefined) return null;
    const { sub, running, latest, search_state, noted, remarks } = hash;
    return {
      id,
      site: hash.site,
      locale: hash.locale,
      turns: turns.map((turn) => JSON.parse(turn) as KeptTurn),
      ledger,
      noted: noted ? (JSON.parse(noted) as NotedFacts) : {},
      ...(sub === undefined ? {} : { sub }),
      ...(search_state === undefined ? {} : { search_state: JSON.parse(search_state) as SearchState }),
      ...(remarks === undefined ? {} : { remarks: JSON.parse(remarks) as Remark[] }),
      ...(running === undefined ? {} : { running }),
      ...(latest === undefined ? {} : { latest }),
    };
  };

  return {
    read,

    async claim({ site, sub, request, locale, new_conversation_id, run_id }) {
      const named = request.conversation_id ?? '';
      const [outcome, conversation_id = '', before = ''] = (await redis.run(claimScript, {
        keys: [messageKey(site, sub, request.message.id), keys.home(run_id), keys.conversation(named || new_conversation_id)],
        args: [
          keys.conversation(''),
          createHash('sha256').update(canonicalJson(request)).digest('base64url'),
          named,
          new_conversation_id,
          site,
          sub ?? '',
          locale,
          run_id,
          ttl_ms,
        ],
      })) as ['started' | 'repeated' | 'reused' | 'running' | 'not-found', string?, string?];
      if (outcome === 'repeated') return { outcome, conversation_id, run_id: before };
      if (outcome !== 'started') return { outcome };
      const conversation = await read(conversation_id);
      return conversation ? { outcome, conversation } : { outcome: 'not-found' };
    },

    async change(id, change) {
      const args = [ttl_ms, ...changeArgs(change), ...(change.ledger_add ?? [])];
      await redis.run(changeScript, { keys: [keys.conversation(id)], args });
    },

    // The one write that waits for Redis to come back: a turn that went on without it is kept all the same.
    finish(id, run_id, turn, change) {
      const args = [ttl_ms, ...changeArgs(change), run_id, JSON.stringify(turn), ...(change.ledger_add ?? [])];
      return outbox.send(() => redis.run(finishScript, { keys: [keys.conversation(id)], args }));
    },

    async ofRun(run_id) {
      const id = await redis.call((each) => each.get(keys.home(run_id)));
      return id === null ? null : read(id);
    },

    async remark(id, remark) {
      const key = keys.conversation(id);
      for (let tries = 0; tries < REMARK_TRIES; tries += 1) {
        const before = (await redis.call((each) => each.hget(key, 'remarks'))) ?? '';
        const after = JSON.stringify(withRemark(before === '' ? [] : (JSON.parse(before) as Remark[]), remark));
        if ((await redis.run(remarkScript, { keys: [key], args: [before, after] })) === 1) return;
      }
    },

    async abandon(id, run_id) {
      await redis.run(abandonScript, { keys: [keys.conversation(id), keys.home(run_id)], args: [run_id, ttl_ms] });
    },

    async delete(id) {
      const homes = (await redis.run(deleteScript, { keys: [keys.conversation(id)], args: [] })) as string[];
      return homes.map((home) => home.slice(keys.home('').length));
    },

    close: () => outbox.close(),
  };
}
