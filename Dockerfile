# The image brings its own Node, so the optional one stays out; no build step, no compiler.
FROM node:24-slim

WORKDIR /app
ENV NODE_ENV=production WIREBRIEF_HOST=0.0.0.0 WIREBRIEF_DATA=/data NODE_COMPILE_CACHE=/app/.compile-cache

COPY package.json package-lock.json ./
RUN npm ci --omit=dev --omit=optional --ignore-scripts && npm cache clean --force
COPY src ./src
COPY commands ./commands
COPY config ./config

# Warms the compile cache, so that the first start is as fast as the next.
RUN mkdir /data && node src/main.ts --help > /dev/null \
  && echo '{"id":"warm","text":"“We are ready,” Ada Pell said."}' | node src/main.ts extract --jsonl > /dev/null \
  && chown -R node:node /data /app/.compile-cache

USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT ?? 3000}/livez`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "src/main.ts"]
