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
TYPED = ("hola", "61", "Tengo artrosis en la rodilla derecha desde hace 2 años, tomo Eliquis")
FIRST = ("Español", "Sí, acepto", "Sí, de acuerdo", "No, nada de eso", "Para mí")


def main() -> None:
    """Start a demo of its own, hold half a conversation, ask for a person, and take the picture."""
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
                page.goto(f"http://127.0.0.1:{port}/?patient=ana")
                _converse(page)
                page.screenshot(path=ROOT / "docs" / "demo.png")
                browser.close()
        finally:
            demo.terminate()
            demo.wait(timeout=30)


def _converse(page: Page) -> None:
    _type(page, TYPED[0], "Español")
    for label, awaited in zip(FIRST, (*FIRST[1:], "La edad"), strict=True):
        page.get_by_role("button", name=label, exact=True).click()
        if awaited in FIRST:
            page.get_by_role("button", name=awaited, exact=True).wait_for()
    page.wait_for_timeout(1500)
    _type(page, TYPED[1])
    _type(page, TYPED[2], "Sí, es eso")
    _type(page, "¿cuánto cuesta?", "Sí, es eso")
    _type(page, "persona", "Seguir")
    page.locator(".queue button").first.click()
    page.wait_for_timeout(800)


def _type(page: Page, text: str, awaited: str = "") -> None:
    page.fill("#text", text)
    page.keyboard.press("Enter")
    page.wait_for_timeout(1500)
    if awaited:
        page.get_by_role("button", name=awaited).last.wait_for()


def _wait(port: int) -> None:
    for _ in range(150):
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
