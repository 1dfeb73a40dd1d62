import { campaignJsonSchema, programJsonSchema } from '@regulars/schema';
import { type Command, UsageError } from './command.ts';

const kinds = { campaigns: campaignJsonSchema, program: programJsonSchema };

/** Prints the JSON Schema of a document kind. */
export const schemaCommand: Command = {
  name: 'schema',
  summary: 'Print the JSON Schema of campaigns or program, for completion in an editor.',
  usage: 'schema [campaigns | program]',
  options: {},
  examples: ['schema > campaigns.schema.json', 'schema program > program.schema.json'],
  async run({ files }, terminal) {
    const [kind = 'campaigns'] = files;
    if (kind !== 'campaigns' && kind !== 'program') {
      throw new UsageError(`There is no schema of ${kind}; say campaigns or program.`);
    }
    terminal.out(JSON.stringify(kinds[kind](), null, 2));
    return 0;
  },
};
