import type { ServerContext } from '../../context.ts';

/** Takes in the codes that the programme lists; codes that are known stay as they are. */
export async function prepareCoupons(context: ServerContext): Promise<void> {
  for (const [template, source] of Object.entries(context.program.coupons ?? {})) {
    if (source.from !== 'list' || !source.codes) continue;
    await addCodes(context, template, source.codes);
  }
}

/** Adds codes to a template's list, in their order; answers how many were new. */
export async function addCodes(
  context: Pick<ServerContext, 'db'>,
  template: string,
  codes: readonly string[],
): Promise<number> {
  const rows = await context.db.query(
    `insert into coupon_code (template, code) select $1, code from unnest($2::text[]) with ordinality as given (code, at)
     order by at on conflict (template, code) do nothing returning code`,
    [template, codes],
  );
  return rows.length;
}
