"""A fake as a real server on loopback, in a thread of the test's process: for code that opens sockets."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from starlette.types import ASGIApp


@contextmanager
def served(app: ASGIApp, *, port: int = 0) -> Iterator[str]:
    """Serve `app` on 127.0.0.1 (a free port unless told) and give its base URL; stopped and joined at the end."""
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="critical", ws="none", lifespan="off"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        while not server.started:
            time.sleep(0.01)
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(timeout=10)


def serve_for_ever(app: ASGIApp, port: int) -> None:
    """Serve until the process is told to stop: what `python -m tests.fakes.…` does."""
    uvicorn.run(app, host="127.0.0.1", port=port, log_level="warning", ws="none", lifespan="off")
