# The BFF as a container. Three stages: the widget is built with every package, what runs has the production ones alone.
# scripts/container.ts performs these very lines by hand where there is no Docker.

FROM node:24.21.0-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY index.html tsconfig.json vite.config.ts ./
COPY public public
COPY scripts scripts
COPY src src
RUN npm run build

# Without the optional packages too: they are a Node of their own, and this image is one.
FROM node:24.21.0-bookworm-slim AS production
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --omit=optional --ignore-scripts

FROM node:24.21.0-bookworm-slim
# Two arenas of memory for all threads: glibc gives each its own otherwise, some 50 MB that nobody uses.
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8787 MALLOC_ARENA_MAX=2
WORKDIR /app
COPY package.json LICENSE index.html ./
COPY public public
COPY mappings mappings
COPY scripts scripts
COPY src src
COPY --from=production /app/node_modules node_modules
COPY --from=build /app/dist dist
# What is written without CATALOG_URL and ARCHIVE_URL: the demo shop's catalogue, finished runs.
RUN mkdir -p .aisle && chown node:node .aisle
USER node
# Without its code compiled, every new container would take half as long again to start, and some 50 MB more.
RUN node scripts/warm.ts
EXPOSE 8787
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--no-maglev", "--wasm-wrapper-tiering-budget=1000000000", "--max-semi-space-size=24", "src/bff/main.ts"]
