/** What was reported about posted briefings, and what became of it; and articles found by their texts. */
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('report')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('tenant', 'text', (column) => column.notNull().references('tenant.id').onDelete('cascade'))
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('report', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('report_by_tenant').on('report').columns(['tenant', 'at']).execute();
  await db.schema.createIndex('body_by_text').on('body').column('text_hash').execute();
  await db.schema.createIndex('report_by_state').on('report').columns(['state', 'at']).execute();
}
