#!/usr/bin/env python3
"""Turns a corpus in Hugo's layout into a vanbia site: the same entries, the same words.

    layout.py HUGO_SITE OUT

HUGO_SITE holds content/<kind>/<slug>/index.vi.md and index.en.md with front matter of one line a key. OUT gets
content/ with site.yaml, kinds/ and one folder an entry. Every entry also gets coordinates (spread over the country,
near others of its commune), which the corpus does not have. Pictures are left out: the corpus only names static
files. Only the standard library is used; the same input gives the same bytes.
"""
import hashlib
import json
import re
import shutil
import sys
import unicodedata
from pathlib import Path

LANGS = ("vi", "en")
BASE_URL = "https://ditich.example.vn/"
ERAS = {
    "Thời Lý": "ly", "Thời Trần": "tran", "Lê sơ": "le-so", "Thời Mạc": "mac", "Lê Trung hưng": "le-trung-hung",
    "Tây Sơn": "tay-son", "Thời Nguyễn": "nguyen", "Thời Pháp thuộc": "phap-thuoc", "Kháng chiến": "chong-phap",
    "Đương đại": "hien-dai",
}
# The corpus draws years and eras apart; a year that its era does not have would be remarked on for nearly every entry.
YEARS = {
    "ly": (1009, 1225), "tran": (1225, 1400), "le-so": (1428, 1527), "mac": (1527, 1592), "le-trung-hung": (1533, 1789),
    "tay-son": (1778, 1802), "nguyen": (1802, 1945), "phap-thuoc": (1858, 1954), "chong-phap": (1945, 1954),
    "hien-dai": (1975, 2025),
}
# What the kinds call the fields that the corpus fills, and which built-in fields give way to them.
KINDS = {
    "relics": {"key": "relic", "place": "place", "dropped": ["types", "recognitions"]},
    "products": {"key": "product", "place": "origin", "dropped": ["group", "ocop"]},
    "bookcases": {"key": "bookcase", "place": "place", "dropped": ["bookcase_type"]},
}
# Ribbons of land from south to north: latitude, west, east.
LAND = ((9.2, 104.9, 106.2), (10.6, 105.0, 107.4), (11.8, 106.8, 109.0), (13.4, 107.7, 109.1), (14.8, 107.8, 108.9),
        (16.2, 107.2, 108.0), (17.5, 106.0, 106.5), (19.0, 104.5, 105.7), (20.4, 104.6, 106.4), (21.3, 103.4, 107.2),
        (22.2, 103.2, 106.6))


def share(*words):
    """A number from 0 up to 1 that depends on the words alone."""
    return int.from_bytes(hashlib.sha256("/".join(words).encode()).digest()[:6], "big") / 2**48


def plain(text):
    bare = unicodedata.normalize("NFD", text.replace("Đ", "D").replace("đ", "d"))
    return "".join(c for c in bare if not unicodedata.combining(c))


def slug(text):
    return re.sub(r"[^a-z0-9]+", "-", plain(text).lower()).strip("-")


def quoted(value):
    """A JSON string is a YAML string."""
    return json.dumps(value, ensure_ascii=False)


def both(texts):
    return "{ " + ", ".join(f"{lang}: {quoted(texts[lang])}" for lang in LANGS) + " }"


def read(path):
    """Front matter and text of a page."""
    _, head, text = path.read_text(encoding="utf-8").split("---\n", 2)
    facts = {}
    for line in head.splitlines():
        key, value = line.split(": ", 1)
        facts[key] = value if key == "date" else json.loads(value)
    return facts, text.lstrip("\n")


def spot(commune, key):
    """Entries of a commune lie within some five kilometers."""
    latitude, west, east = LAND[int(share("row", commune) * len(LAND))]
    middle = (latitude + share("lat", commune) * 0.6, west + share("lon", commune) * (east - west))
    shift = (share("lat", key) * 0.08, share("lon", key) * 0.08)
    return f"[{middle[0] + shift[0]:.4f}, {middle[1] + shift[1]:.4f}]"


def entry_yaml(kind, key, facts, wards):
    vi, en = facts["vi"], facts["en"]
    commune, era = vi["communes"][0], ERAS[vi["eras"][0]]
    first, last = YEARS[era]
    year = first + int(vi["built"]) % (last - first + 1)
    ward_name = {"vi": f"xã {commune}", "en": f"{plain(commune)} Commune"}
    return "\n".join([
        f'title: {both({"vi": vi["title"], "en": en["title"]})}',
        f'summary: {both({"vi": vi["description"], "en": en["description"]})}',
        f'category: {slug(en["categories"][0])}',
        f'record: {vi["code"]}',
        f'{KINDS[kind]["place"]}:',
        f'  ward: "{wards[commune]}"',
        f'  ward_name: {both(ward_name)}',
        f'  at: {spot(commune, key)}',
        f"built: {{ from: {year}, to: {year}, era: {era}, precision: year }}",
        f'recognized: {vi["recognised"]}',
        f'keeper: {quoted(vi["keeper"])}',
        f'related: [{", ".join(vi["related"])}]',
        f'updated: {vi["date"]}',
        "status: published",
        "",
    ])


def field(name, kind, vi, en, more=""):
    return f"  - {{ name: {name}, type: {kind}, label: {{ vi: {quoted(vi)}, en: {quoted(en)} }}{more} }}"


def kind_yaml(folder, categories):
    """The built-in kind with the facts of the corpus."""
    kind = KINDS[folder]
    lines = [f'key: {kind["key"]}', "fields:"]
    lines += [f"  - {{ name: {name}, remove: true }}" for name in kind["dropped"]]
    lines += [
        "  - name: category",
        "    type: choice",
        "    required: true",
        "    label: { vi: Thể loại, en: Category }",
        "    choices:",
        *[f"      - {{ key: {slug(en)}, vi: {quoted(vi)}, en: {quoted(en)} }}" for vi, en in sorted(categories)],
        field("record", "line", "Số hồ sơ", "Record"),
        field("built", "dating", "Niên đại", "Date"),
        field("recognized", "date", "Năm công nhận", "Recognized in"),
        field("keeper", "line", "Người trông coi", "Keeper"),
        f'card: [category, {kind["place"]}]',
        f'facets: [{kind["place"]}, built, category]',
    ]
    return "\n".join(lines) + "\n"


SITE_YAML = f"""title: {{ vi: Di sản số, en: Digital heritage }}
tagline: {{ vi: "Di tích, sản phẩm, tủ sách", en: "Relics, products, bookcases" }}
base_url: {BASE_URL}
languages:
  - {{ code: vi, name: Tiếng Việt, locale: vi_VN }}
  - {{ code: en, name: English, locale: en_GB }}
links: folder
theme: stele
owner:
  name: {{ vi: Nhóm biên soạn, en: The editors }}
licence: {{ name: CC BY 4.0, url: "https://creativecommons.org/licenses/by/4.0/" }}
list_size: 24
home:
  intro: {{ vi: Di sản số, en: Digital heritage }}
menu: [relics, products, bookcases]
"""

PICTURE = re.compile(r"^!\[[^\]]*\]\([^)]*\)\n\n", re.MULTILINE)
LINK = re.compile(r"\]\(/((?:relics|products|bookcases)/)")


def body(text):
    """Links name an entry by its key, without the slash in front."""
    return LINK.sub(r"](\1", PICTURE.sub("", text))


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    source, out = Path(sys.argv[1]) / "content", Path(sys.argv[2]) / "content"
    shutil.rmtree(out, ignore_errors=True)
    entries = []
    for kind in KINDS:
        for folder in sorted(path for path in (source / kind).iterdir() if path.is_dir()):
            pages = {lang: read(folder / f"index.{lang}.md") for lang in LANGS}
            entries.append((kind, folder.name, pages))
    communes = sorted({pages["vi"][0]["communes"][0] for _, _, pages in entries})
    wards = {commune: f"{90001 + at}" for at, commune in enumerate(communes)}
    categories = {kind: set() for kind in KINDS}
    for kind, name, pages in entries:
        facts = {lang: pages[lang][0] for lang in LANGS}
        categories[kind].add(tuple(facts[lang]["categories"][0] for lang in LANGS))
        folder = out / kind / name
        folder.mkdir(parents=True)
        (folder / "entry.yaml").write_text(entry_yaml(kind, f"{kind}/{name}", facts, wards), encoding="utf-8")
        for lang in LANGS:
            (folder / f"{lang}.md").write_text(body(pages[lang][1]), encoding="utf-8")
    (out / "kinds").mkdir()
    for kind, of in categories.items():
        (out / "kinds" / f'{KINDS[kind]["key"]}.yaml').write_text(kind_yaml(kind, of), encoding="utf-8")
    (out / "site.yaml").write_text(SITE_YAML, encoding="utf-8")
    print(f"{len(entries)} entries in vanbia's layout: {out}")


if __name__ == "__main__":
    main()
