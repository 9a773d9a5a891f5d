"""What the validator of WACZ does not see: the list of pages is there, parts are stored, and each line of the index leads to its record.

    python3 scripts/check_wacz.py FILE.wacz

Says each fault on a line of its own; the exit code is 1 if there is one.
"""

import gzip
import io
import json
import sys
import zipfile


def faults(path):
    with zipfile.ZipFile(path) as package:
        names = package.namelist()
        for name in ("pages/pages.jsonl", "datapackage.json", "indexes/index.cdx.gz"):
            if name not in names:
                yield f"{name} is not there"
        for part in package.infolist():
            if part.filename.startswith(("archive/", "indexes/")) and part.compress_type != zipfile.ZIP_STORED:
                yield f"{part.filename} is not stored as it is"
        pages = [json.loads(line) for line in package.read("pages/pages.jsonl").decode().splitlines()]
        if not pages or pages[0].get("format") != "json-pages-1.0":
            yield "pages/pages.jsonl does not say its format"
        index = gzip.decompress(package.read("indexes/index.cdx.gz")).decode().splitlines()
        if index != sorted(index):
            yield "the index is not sorted"
        if not index:
            yield "the index has no lines"
        kept = set()
        for line in index:
            of = json.loads(line.split(" ", 2)[2])
            data = package.read("archive/" + of["filename"])
            start, length = int(of["offset"]), int(of["length"])
            record = gzip.GzipFile(fileobj=io.BytesIO(data[start : start + length])).read().decode("latin-1")
            if not record.startswith("WARC/1.1\r\n") or f"\r\nWARC-Target-URI: {of['url']}\r\n" not in record:
                yield f"the index does not lead to the record of {of['url']}"
            kept.add(of["url"])
        for page in pages[1:]:
            if page["url"] not in kept:
                yield f"the page {page['url']} has no record"


def main():
    found = list(faults(sys.argv[1]))
    for fault in found:
        print(fault)
    if not found:
        print("pages, stored parts and offsets are as they should be")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
