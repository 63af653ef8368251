/** How a feed is, in a list and in full. */

export const phrases = {
  pausedSince: ' – paused since ',
  silent: (seen: string) => ` – silent: ${seen}`,
  asleep: (seen: string) => ` – asleep, tried once a day: ${seen}`,
  unread: ' – not read yet',
  read: ' – read ',
  cannotBeRead: 'It cannot be read.',
  isPaused: <Node>(since: Node) => ['It is paused, and asked for nothing, since ', since, '. The desk resumes it.'],
  wayRound: 'The way round: ',
  isUnread: 'It was not read yet.',
  isWell: 'It is well.',
  triedInVain: <Node>(failures: number, last: Node) => [
    `Tried ${failures === 1 ? 'once' : `${failures} times`} in vain, last `,
    last,
    '. ',
  ],
  lastRead: <Node>(at: Node) => ['Read ', at, '. '],
  isAsleep: 'It is asleep: tried once a day, until it answers or is removed. ',
  nextTry: <Node>(at: Node) => ['Next try ', at, '. '],
  noPages: 'Its articles’ pages are not fetched. ',
  latestArticle: <Node>(at: Node) => ['Its latest article is of ', at, '. '],
};
