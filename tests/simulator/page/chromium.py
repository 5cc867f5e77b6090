"""A real browser without a window: Debian's Chromium, or whichever is on the PATH."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
QUIET = (  # without these it asks its maker's servers for this and that at every start
    "--headless=new",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--force-device-scale-factor=1",
    "--lang=en-US",
)


def find() -> tuple[str, str] | None:
    """Where the browser and its driver are, if both are there (scripts/browser installs them)."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    driver = shutil.which("chromedriver")
    return (browser, driver) if browser and driver else None


def start(browser: str, driver: str, profile: Path) -> webdriver.Chrome:
    """A fresh one that keeps nothing and writes down what its console says."""
    options = webdriver.ChromeOptions()
    options.binary_location = browser
    for option in QUIET:
        options.add_argument(option)
    if os.geteuid() == 0:
        options.add_argument("--no-sandbox")  # Chromium's sandbox will not run as root
    options.add_argument(f"--user-data-dir={profile}")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    return webdriver.Chrome(options=options, service=Service(driver))
