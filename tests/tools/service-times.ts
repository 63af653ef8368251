/**
 * What one thing takes of a worker's processor, of the database server's, and of waiting for the network, in milliseconds.
 * Measured by `npm run bench -- --part fleet-stages,fleet-deliveries` (docs/SCALE.md has the table); waits are what is usual of the other side.
 */
export const SERVICE = {
  /** Claimed, fetched, parsed, noted; its new articles come on top. */
  poll: { workerMs: 6, serverMs: 2, waitMs: 500 },
  /** Extracted, clustered, stored, indexed. */
  article: { workerMs: 17, serverMs: 10, waitMs: 0 },
  /** Claimed, composed, posted, noted. */
  briefing: { workerMs: 5, serverMs: 8, waitMs: 400 },
} as const;
