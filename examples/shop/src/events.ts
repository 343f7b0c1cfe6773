import type { RefundIssued } from './refunds/refund-issued.ts';

/** What the shop announces to itself, by name. */
export interface ShopEvents {
  'refund-issued': RefundIssued;
}

type Listener<Name extends keyof ShopEvents> = (event: ShopEvents[Name]) => void;

/** Hands each event to all who listen, in the order in which they began to. */
export interface Events {
  on<Name extends keyof ShopEvents>(name: Name, listener: Listener<Name>): void;
  emit<Name extends keyof ShopEvents>(name: Name, event: ShopEvents[Name]): void;
}

/** An event bus without listeners. */
export function createEvents(): Events {
  const listeners = new Map<string, ((event: never) => void)[]>();
  return {
    on: (name, listener) => {
      listeners.set(name, [...(listeners.get(name) ?? []), listener as (event: never) => void]);
    },
    emit: (name, event) => {
      for (const listener of listeners.get(name) ?? []) listener(event as never);
    },
  };
}
