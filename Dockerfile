# docker build -t sheetlint .
# docker run --rm --user "$(id -u):$(id -g)" --read-only --tmpfs /tmp --network none -v "$PWD:/sheets" sheetlint gate . -o results
FROM python:3.13-slim AS build
WORKDIR /source
COPY requirements/build.txt requirements/runtime.txt requirements/
RUN python -m venv /opt/sheetlint \
    && /opt/sheetlint/bin/pip install --no-cache-dir --require-hashes --no-deps \
        -r requirements/runtime.txt -r requirements/build.txt
COPY . .
RUN /opt/sheetlint/bin/pip install --no-cache-dir --no-index --no-deps --no-build-isolation . \
    && /opt/sheetlint/bin/pip uninstall --quiet --yes hatchling editables pip \
    && /opt/sheetlint/bin/python -m compileall -q /opt/sheetlint/lib

FROM python:3.13-slim
# For --tracked, on folders that belong to somebody else than the one who runs it.
RUN apt-get update -qq \
    && apt-get install -qq --yes --no-install-recommends git \
    && rm -rf /var/lib/apt/lists/* \
    && git config --system --add safe.directory /sheets
COPY --from=build /opt/sheetlint /opt/sheetlint
# What is kept between runs lies where a container that may write nothing else still can.
ENV PATH=/opt/sheetlint/bin:$PATH PYTHONDONTWRITEBYTECODE=1 XDG_CACHE_HOME=/tmp LANG=C.UTF-8
USER 65532:65532
WORKDIR /sheets
ENTRYPOINT ["sheetlint"]
CMD ["--help"]
