# The image brings its own Node, so the optional one stays out; no build step, no compiler. amd64 and arm64, as the base image.
FROM node:24-slim

WORKDIR /app
ENV NODE_ENV=production \
    WIREBRIEF_HOST=0.0.0.0 \
    WIREBRIEF_DATA=/data \
    SQLITE_TMPDIR=/data \
    NODE_COMPILE_CACHE=/app/.compile-cache

COPY package.json package-lock.json ./
RUN npm ci --omit=dev --omit=optional --ignore-scripts && npm cache clean --force
COPY src ./src
COPY commands ./commands
COPY config ./config

# Warms the compile cache, so that the first start is as fast as the next: the bot reads the sample once and is stopped.
# /data takes any user: `docker run --user` and platforms that choose one at random work as they are.
RUN WIREBRIEF_HOST=127.0.0.1 WIREBRIEF_DATA=/tmp/warm timeout --preserve-status -s TERM 20 node src/main.ts > /dev/null \
  && echo '{"id":"warm","text":"“We are ready,” Ada Pell said."}' | node src/main.ts extract --jsonl > /dev/null \
  && rm -rf /tmp/warm \
  && mkdir /data && chmod 0777 /data && chmod -R a+rX /app

USER node
VOLUME /data
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT ?? 3000}/livez`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "src/main.ts"]
