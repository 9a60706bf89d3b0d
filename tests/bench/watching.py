"""What a watching session of vanbia takes: from the save to the page, to all pages, and while nothing happens.

Entry point: `measure`. All times are taken over loopback from outside: a page counts when the server hands it out with
the new words in it, everything when the program says so at the terminal. The site is left as it was.
"""
import http.client
import os
import re
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import threading
import time
from pathlib import Path

PORT = 4990
LONGEST = 300


class Session:
    """A running `vanbia watch`, what it says, and what it takes."""

    def __init__(self, program, site, out, more=()):
        command = [program, "watch", "--root", ".", "--out", out, "--today", "2026-11-21", "--port", PORT, *more]
        self.began = time.monotonic()
        self.process = subprocess.Popen([str(part) for part in command], cwd=site, stdout=subprocess.PIPE,
                                        stderr=subprocess.STDOUT, text=True, errors="replace")
        self.said = []
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self):
        for line in self.process.stdout:
            self.said.append((time.monotonic(), line.rstrip()))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGINT)
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()

    def get(self, path):
        try:
            connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=30)
            connection.request("GET", path)
            reply = connection.getresponse()
            return reply.read() if reply.status == 200 else b""
        except OSError:
            return b""

    def served(self, path, words):
        """When the page has these words."""
        end = time.monotonic() + LONGEST
        while time.monotonic() < end:
            if words.encode() in self.get(path):
                return time.monotonic()
            time.sleep(0.003)
        sys.exit(f"{path} never showed {words!r}; the program said: {self.said[-5:]}")

    def told(self, since):
        """When the program said that everything is done that was saved after `since`."""
        end = time.monotonic() + LONGEST
        while time.monotonic() < end:
            for when, line in list(self.said):
                if when > since and re.search(r"\d+ ms", line):
                    return when
            time.sleep(0.003)
        sys.exit(f"the program never said that it was done: {self.said[-5:]}")

    def look_at(self, page):
        """A browser that shows the page."""
        request = f"GET /_events?page={page} HTTP/1.1\r\nHost: 127.0.0.1:{PORT}\r\n\r\n"
        browser = socket.create_connection(("127.0.0.1", PORT))
        browser.sendall(request.encode())
        threading.Thread(target=lambda: [None for _ in iter(lambda: browser.recv(65536), b"")], daemon=True).start()

    def memory(self, what):
        """`VmRSS` or `VmHWM` (the peak) in MiB."""
        status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="utf-8")
        return int(re.search(rf"{what}:\s+(\d+)", status)[1]) / 1024

    def processor(self):
        """Seconds of the processor so far."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def idle(self, seconds):
        """Percent of one core."""
        time.sleep(10)
        before = self.processor()
        time.sleep(seconds)
        return 100 * (self.processor() - before) / seconds


def median(times):
    return statistics.median(times) * 1000


def texts(session, file, url, edits):
    """Saved → served; saved again as soon as it was served → served."""
    text = file.read_text(encoding="utf-8")
    first, second = [], []
    for i in range(edits):
        for times in (first, second):
            words = f"lan-{i}-{time.monotonic_ns()}"
            saved = time.monotonic()
            file.write_text(f"{text}\n\n{words}\n", encoding="utf-8")
            times.append(session.served(url, words) - saved)
        time.sleep(1.5)
    file.write_text(text, encoding="utf-8")
    time.sleep(1.5)
    return {"text": median(first), "next text": median(second)}


def titles(session, file, url, edits):
    text = file.read_text(encoding="utf-8")
    title = re.search(r'title: \{ vi: "([^"]*)"', text)[1]
    page, everything = [], []
    for i in range(edits):
        new = f"{title} {i}{time.monotonic_ns() % 1000}"
        saved = time.monotonic()
        file.write_text(text.replace(f'vi: "{title}"', f'vi: "{new}"', 1), encoding="utf-8")
        page.append(session.served(url, new) - saved)
        everything.append(session.told(saved) - saved)
        time.sleep(1.5)
    file.write_text(text, encoding="utf-8")
    time.sleep(3)
    return {"title": median(page), "title, all": median(everything)}


def templates(session, template, text_file, url, edits):
    """The page that is looked at; all pages; and a text that is saved while these are drawn."""
    source, text = template.read_text(encoding="utf-8"), text_file.read_text(encoding="utf-8")
    page, everything, meanwhile = [], [], []
    for i in range(edits):
        words = f"khuon-{i}-{time.monotonic_ns()}"
        saved = time.monotonic()
        template.write_text(f"{source}<p hidden>{words}</p>\n", encoding="utf-8")
        page.append(session.served(url, words) - saved)
        everything.append(session.told(saved) - saved)
        time.sleep(2)
        template.write_text(f"{source}<p hidden>{words}x</p>\n", encoding="utf-8")
        session.served(url, f"{words}x")
        time.sleep(0.4)
        saved = time.monotonic()
        text_file.write_text(f"{text}\n\nm{words}\n", encoding="utf-8")
        meanwhile.append(session.served(url, f"m{words}") - saved)
        session.told(saved)
        time.sleep(2)
    text_file.write_text(text, encoding="utf-8")
    return {"template": median(page), "template, all": median(everything), "text meanwhile": median(meanwhile)}


def measure(program, site, out, edits, idle, with_templates):
    """Milliseconds, MiB and percent by name."""
    slug = sorted(path.name for path in (site / "content/relics").iterdir() if path.is_dir())[0]
    folder, url = site / "content/relics" / slug, f"/vi/di-tich/{slug}/"
    template = site / "content/theme/templates/footer.html"
    template.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(Path(__file__).resolve().parents[2] / "themes/stele/templates/footer.html", template)
    result = {}
    try:
        with Session(program, site, out) as session:
            session.served(url, "<html")
            time.sleep(4)
            result["memory at rest"] = session.memory("VmRSS")
            result.update(texts(session, folder / "vi.md", url, edits))
            result.update(titles(session, folder / "entry.yaml", url, edits))
            session.look_at(f"{url[1:]}index.html")
            if with_templates:
                result.update(templates(session, template, folder / "vi.md", url, max(2, edits // 3)))
            result["memory, peak"] = session.memory("VmHWM")
            if idle:
                result["idle, told by the system"] = session.idle(idle)
        if idle:
            with Session(program, site, out, ["--poll"]) as session:
                session.served(url, "<html")
                result["idle, polling"] = session.idle(idle)
    finally:
        shutil.rmtree(site / "content/theme")
    return result
