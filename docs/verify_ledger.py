#!/usr/bin/env python3
"""Verify a Counterclaim ledger (ledger.sqlite) or an exported case (JSON), with Python's standard library alone.

Checks what docs/file-format.md describes: each chain, each change, the images replayed against the tables both ways, erasures.
Exit 0 if everything stands, 1 if anything is wrong. A cut-off tail or a wholly rewritten file cannot be seen from inside:
compare the heads printed here with those printed elsewhere, or give one with --head.
"""
import argparse, hashlib, json, os, sqlite3, struct, sys, urllib.parse

OPERATION = "uuid device n prev seen time editor name kind reason reason_salt reason_hash undoes schema body hash".split()
CHANGE = "seq table row case before after salt hash".split()
faults = []

def fault(where, words):
    faults.append(where)
    print(f"FAULT {where}: {words}")

def sha(*fields):
    """SHA-256 over fields: 0x00 for none; else 0x01, length as 64 bits big-endian, bytes. Numbers are decimal digits."""
    digest = hashlib.sha256()
    for field in fields:
        data = field if isinstance(field, bytes) else str(field).encode()
        digest.update(b"\0" if field is None else b"\1" + struct.pack(">Q", len(data)) + data)
    return digest.hexdigest()

def hash_body(o):
    covered = "uuid device n seen time editor name kind undoes schema reason_hash".split()
    return sha("counterclaim operation 1", *(o[k] for k in covered), len(o["changes"]), *(c["hash"] for c in o["changes"]))

def hash_link(o):
    return sha("counterclaim chain 1", o["device"], o["n"], o["prev"], o["body"])

class Ledger:
    """The file: tables as images (references by uuid), operations with their changes."""
    def __init__(self, path):
        self.later, self.heads = [], None
        address = "file:" + urllib.parse.quote(os.path.abspath(path))
        try:
            self.db = sqlite3.connect(address + "?mode=ro", uri=True)
            self.db.execute("SELECT count(*) FROM sqlite_schema")
        except sqlite3.OperationalError:  # a folder that cannot be written, and no journal left in it
            self.db = sqlite3.connect(address + "?immutable=1", uri=True)
        columns = {}
        for (name,) in self.db.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid"):
            if not name.startswith(("x_", "sqlite_")) and name not in ("operation", "change"):
                to = {r[3]: r[2] for r in self.db.execute(f"PRAGMA foreign_key_list('{name}')") if r[4] == "id"}
                infos = list(self.db.execute(f"PRAGMA table_info('{name}')"))
                columns[name] = [(r[1], to.get(r[1]), r[2] == "BLOB") for r in infos if r[1] != "id"]
        uuids = {t: dict(self.db.execute(f"SELECT id, uuid FROM \"{t}\"")) for t in columns}
        self.rows = {}
        for table, named in columns.items():
            names = ", ".join(f'"{c[0]}"' for c in named)
            for row in self.db.execute(f"SELECT {names} FROM \"{table}\""):
                image = {name: uuids[to].get(value, value) if to else value.hex() if blob and value is not None else value
                         for (name, to, blob), value in zip(named, row)}
                self.rows[table, image["uuid"]] = image
        self.check_schema()

    def check_schema(self):
        """The schema must be the one that the migrations in the file make: then every column of every table is in the images."""
        model = sqlite3.connect(":memory:")
        model.set_authorizer(lambda action, *_: sqlite3.SQLITE_DENY if action == sqlite3.SQLITE_ATTACH else sqlite3.SQLITE_OK)
        model.executescript("".join(text for (text,) in self.db.execute("SELECT text FROM migration ORDER BY number")))
        parts = "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND tbl_name NOT LIKE 'x\\_%' ESCAPE '\\'"
        for part in set(self.db.execute(parts)) ^ set(model.execute(parts)):
            fault("schema", f"{part[0]} {part[1]} is not as the migrations make it")
        for row in self.db.execute("PRAGMA foreign_key_check"):
            fault("schema", f"a row of {row[0]} refers to a row of {row[2]} that is not there")

    def operations(self):
        changes = self.db.execute(
            "SELECT operation_id, seq, table_name, row_uuid, case_uuid, before, after, salt, hash FROM change ORDER BY operation_id, seq")
        next_change = changes.fetchone()
        for row in self.db.execute(f"SELECT id, {', '.join(OPERATION)} FROM operation ORDER BY id"):
            operation = dict(zip(OPERATION, row[1:]), changes=[])
            while next_change and next_change[0] == row[0]:
                operation["changes"].append(dict(zip(CHANGE, next_change[1:])))
                next_change = changes.fetchone()
            yield operation
        if next_change:
            fault("history", f"changes of an operation {next_change[0]} that is not there")

class Export:
    """The same, from the JSON of one case."""
    def __init__(self, text):
        data = json.loads(text)
        if (data["format"], data["version"]) != ("counterclaim case", 1):
            fault("export", "this is not the export of a case that this script knows")
        self.operations, self.later = lambda: data["operations"], data["later"]
        self.heads = {h["device"]: (h["n"], h["hash"]) for h in data["heads"]}
        self.rows = {(t, row["uuid"]): row for t, rows in data["tables"].items() for row in rows}

def check_operation(o, erased, state, only_erased=False):
    where = f"operation {o['uuid']}"
    given = (o["reason"] is not None, o["reason_salt"] is not None, o["reason_hash"] is not None)
    if given == (True, True, True):
        good = sha("counterclaim reason 1", bytes.fromhex(o["reason_salt"]), o["reason"]) == o["reason_hash"]
    else:
        good = given == (False, False, False) or (given == (False, False, True) and (o["uuid"], 0) in erased)
    if not good:
        fault(where, "the reason is not as it was hashed, or missing and no erasure names it")
    for number, c in enumerate(o["changes"], 1):
        if c["seq"] != number:
            fault(where, f"change {c['seq']} is out of order")
        if "table" not in c:
            continue  # a stub: its hash alone
        if c["salt"] is None and ((o["uuid"], c["seq"]) not in erased or c["before"] or c["after"]):
            fault(where, f"an image of change {c['seq']} is missing and no erasure names it")
        elif c["salt"] is not None and sha("counterclaim change 1", bytes.fromhex(c["salt"]), *(c[k] for k in CHANGE[:6])) != c["hash"]:
            fault(where, f"change {c['seq']} is not as it was hashed")
    if hash_body(o) != o["body"] or hash_link(o) != o["hash"]:
        fault(where, "the operation is not as it was hashed")
    replay(o, state, erased, only_erased)

def replay(o, state, erased, only_erased):
    """Applies the changes of an operation: state is an image, None (not there) or 'erased'."""
    for c in o["changes"]:
        key, where = (c.get("table"), c.get("row")), f"operation {o['uuid']} change {c['seq']}"
        now = state.get(key)
        if key[0] is None or (only_erased and now != "erased"):
            continue  # a stub; or, after the position of an export, a row that nothing is missing of
        if c["salt"] is None:
            was = erased.get((o["uuid"], c["seq"]))
            if not only_erased and (now is None) != (was == "added"):
                fault(where, "does not start from what the history left")
            state[key] = None if was == "removed" else "erased"
            continue
        before, after = (json.loads(c[k]) if c[k] is not None else None for k in ("before", "after"))
        if before is None:  # an erasure alone says what a row is without saying what it was
            good = now is None or o["kind"] == "erase"
        else:
            good = now == "erased" or (now is not None and {**before, **now} == before)
        if not (good or only_erased):
            fault(where, "does not start from what the history left")
        state[key] = after

def trashed(row, rows):
    """Whether a row lies in the trash, or is part of a capture that does."""
    whole = rows.get(("capture", row.get("capture_id")))
    return row["trashed"] or (whole is not None and whole["trashed"])

def check_files(folder, rows, exported):
    """An export comes without the files of what lies in the trash."""
    kept = {
        (r["sha256"], r["size"])
        for (table, _), r in rows.items()
        if table in ("capture", "capture_text", "picture_check") and r["sha256"] and not (exported and trashed(r, rows))
    }
    kept |= {(r["logo_sha256"], None) for (table, _), r in rows.items() if table == "house" and r.get("logo_sha256")}
    for sha256, size in sorted(kept, key=str):
        try:
            with open(os.path.join(folder, sha256[:2], sha256[2:]), "rb") as file:
                data = file.read()
            if hashlib.sha256(data).hexdigest() != sha256 or size not in (None, len(data)):
                fault(f"file {sha256}", "is not what its name says")
        except OSError as error:
            fault(f"file {sha256}", str(error))

def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("file", help="a ledger, or the JSON of a case")
    arguments.add_argument("--head", help="a hash that must be in one of the chains")
    arguments.add_argument("--files", help="the folder of preserved files, to hash them again")
    given = arguments.parse_args()
    with open(given.file, "rb") as file:
        is_ledger = file.read(16) == b"SQLite format 3\0"
    source = Ledger(given.file) if is_ledger else Export(open(given.file, encoding="utf-8").read())
    named = [row for (table, _), row in source.rows.items() if table == "erasure"]
    for o in source.later:
        named += [json.loads(c["after"]) for c in o["changes"] if c.get("table") == "erasure" and c["after"]]
    erased = {(row["operation"], row["seq"]): row["was"] for row in named}
    heads, state, head_found = {}, {}, False
    for o in source.operations():
        last = heads.get(o["device"], {"n": 0, "hash": "0" * 64, "time": ""})
        where = f"operation {o['n']} of device {o['device']}"
        if o["n"] != last["n"] + 1 or o["prev"] != last["hash"] or o.get("time", last["time"]) < last["time"]:
            fault(where, "does not follow the one before it")
        if hash_link(o) != o["hash"]:
            fault(where, "its hash is not that of its parts")
        heads[o["device"]] = {"n": o["n"], "hash": o["hash"], "time": o.get("time", last["time"])}
        head_found |= o["hash"] == given.head
        if "uuid" in o:
            check_operation(o, erased, state)
    for o in source.later:
        check_operation(o, erased, state, only_erased=True)
    for key, image in state.items():
        row = source.rows.get(key)
        if image == "erased":
            fault(f"{key[0]} {key[1]}", "was erased, and the history does not say how it was left")
        elif (image is None) != (row is None) or (image is not None and {**row, **image} != row):
            fault(f"{key[0]} {key[1]}", "is not as the history says")
    for key in source.rows.keys() - state.keys():
        fault(f"{key[0]} {key[1]}", "is there, and the history does not know it")
    if source.heads is not None and source.heads != {device: (end["n"], end["hash"]) for device, end in heads.items()}:
        fault("export", "the heads are not the ends of the chains")
    if given.head and not head_found:
        fault("head", f"{given.head} is in none of the chains")
    if given.files:
        check_files(given.files, source.rows, not is_ledger)
    for (operation, seq), was in sorted(erased.items()):
        print(f"erased: {'the reason' if seq == 0 else f'change {seq} ({was})'} of operation {operation}")
    for device, end in heads.items():
        print(f"head {end['hash']} device {device} n {end['n']}")
    print(f"{sum(end['n'] for end in heads.values())} operations, {len(source.rows)} rows, {len(faults)} faults: {'WRONG' if faults else 'good'}")
    return 1 if faults else 0

if __name__ == "__main__":
    try:
        sys.exit(main())
    except (sqlite3.Error, OSError, ValueError, KeyError, TypeError) as error:
        sys.exit(f"FAULT the file cannot be read to its end: {error!r}")
