/** What is wrong with a change that an operator asked for, and what to do. */
export const problemMessages = {
  body: 'The form could not be read. Go back and send it again.',
  name: 'A name begins with a letter or digit and has at most 100 letters, digits, blanks and . _ @ + - signs.',
  nameTaken: 'Somebody has this name already. Choose another one.',
  role: 'Choose a role: viewer, editor, publisher or admin.',
  ownAccount: 'Nobody changes the own account. Ask another administrator.',
  account: 'There is no such account, or it is closed.',
  password: (minChars: number): string =>
    `A password has ${minChars} characters at least. Choose a longer one.`,
  oldPassword: 'The present password does not fit. Ask an administrator for a sign-in link if you forgot it.',
  paused: 'Say whether the campaign is to be paused: true or false.',
  campaign: 'The document has no campaign of this id.',
  tools: 'Choose one tool at least: debug, preview or pick.',
  endpoint: 'No endpoint of this id is configured.',
  message: 'There is no such message, or nothing failed there.',
  visitor: 'There is no such visitor. It may have been erased.',
} as const;
