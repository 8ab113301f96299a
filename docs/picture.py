"""Makes the README's picture from the running demo: `.venv/bin/python docs/picture.py`. Needs Chromium; writes `docs/demo.png`."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Start a demo of its own, open a story on both sides, and take the picture."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "PORT": str(port), "APP_DATA_DIR": folder, "DATABASE_URL": f"sqlite:///{folder}/candor.db"}
        demo = subprocess.Popen([sys.executable, "-m", "bot", "demo"], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
        try:
            _wait(port)
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=_chromium(), args=["--no-sandbox"])
                page = browser.new_page(viewport={"width": 1280, "height": 860})
                page.goto(f"http://127.0.0.1:{port}/?patient=lucia")
                _sign_in(page)
                page.screenshot(path=ROOT / "docs" / "demo.png")
                browser.close()
        finally:
            demo.terminate()
            demo.wait(timeout=30)


def _sign_in(page: Page) -> None:
    """As the physician, whose queue then stands beside the patient's phone."""
    page.locator(".bubble").last.wait_for()
    desk = page.frame_locator("#desk")
    desk.get_by_role("button", name="Dr. Felipe Demo").click()
    desk.get_by_role("heading", name="Queue").wait_for(timeout=60_000)
    page.wait_for_timeout(1500)


def _wait(port: int) -> None:
    for _ in range(900):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=2)
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise SystemExit("the demo did not start")


def _chromium() -> str | None:
    return os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")


if __name__ == "__main__":
    main()
