import { askServer } from '../server/ask-server.ts';
import { baseOf, keepLogin } from '../server/connection.ts';
import { type Command, UsageError } from './command.ts';

/** Keeps a server's address and a colleague's token. */
export const loginCommand: Command = {
  name: 'login',
  summary: 'Sign in to a server; the other commands use it from then on.',
  usage: 'login ADDRESS --token TOKEN',
  options: {
    token: { type: 'string', help: 'from the operator page, under "Your account" (default: REGULARS_TOKEN)' },
    json: { type: 'boolean', help: 'print the result as JSON' },
  },
  examples: ['login http://localhost:4700/regulars --token rgl_…'],
  async run({ files, options }, terminal) {
    const [address] = files;
    const token = typeof options.token === 'string' ? options.token : process.env.REGULARS_TOKEN;
    if (!address || !token) throw new UsageError('Name the address of the server and --token.');
    const connection = { url: baseOf(address), token };
    const me = await askServer<{ name: string; role: string }>(connection, '/me');
    const file = await keepLogin(connection);
    if (options.json) terminal.out(JSON.stringify({ ...me, url: connection.url, file }));
    else terminal.out(`Signed in to ${connection.url} as ${me.name}, ${me.role}. Kept in ${file}.`);
    return 0;
  },
};
