/** What is sent of an event. */
export type EventPayload = { action?: string } & Record<string, unknown>;

/** Where somebody wants to hear of events. */
export interface Hook {
  id: number;
  isActive: boolean;
  events: string[];
  url: string;
  contentType: 'json' | 'form';
  /** Signs what is sent; is told to nobody. */
  secret?: string;
  insecureSsl: string;
  createdAt: number;
  updatedAt: number;
  /** The newest first. */
  deliveries: Delivery[];
}

/** An event that was sent to a hook, or should have been. */
export interface Delivery {
  id: number;
  /** The same for each attempt. */
  guid: string;
  event: string;
  action: string | null;
  at: number;
  /** In milliseconds. */
  duration: number;
  isRedelivery: boolean;
  /** `OK`, or what was wrong. */
  status: string;
  /** 0: there was no answer. */
  statusCode: number;
  request: { headers: Record<string, string>; payload: EventPayload };
  response: { headers: Record<string, string>; payload: string };
}
