"""A statistical office on this machine: a server that speaks the documented format of PxWeb's API, version 2."""

from __future__ import annotations

import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import product
from urllib.parse import parse_qs, unquote, urlsplit

REGION = "KOKkommuneregion0000"

CARE = {
    "id": [REGION, "ContentsCode", "Tid"],
    "labels": {"KOSandel150000": "Andel (prosent)", "KOSantall1": "Antall plasser"},
    "units": {"KOSandel150000": "prosent", "KOSantall1": "personer"},
    "codes": {
        REGION: ["0101", "0220", "0627", "0628", "3025", "3203"],
        "ContentsCode": ["KOSandel150000", "KOSantall1"],
        "Tid": ["2018", "2019", "2020", "2021", "2022", "2023", "2024"],
    },
    "values": {
        ("0220", "KOSandel150000", "2019"): 70.5,
        ("0627", "KOSandel150000", "2019"): 74,
        ("0628", "KOSandel150000", "2019"): 66.1,
        ("3025", "KOSandel150000", "2020"): 71,
        ("3025", "KOSandel150000", "2021"): 72.5,
        ("3025", "KOSandel150000", "2023"): 73,
        ("3203", "KOSandel150000", "2024"): 74.4,
        ("0220", "KOSantall1", "2019"): 100,
        ("0627", "KOSantall1", "2019"): 40,
        ("0628", "KOSantall1", "2019"): 21,
        ("0220", "KOSantall1", "2018"): 98,
        ("0627", "KOSantall1", "2018"): 41,
        ("3203", "KOSantall1", "2024"): 170,
        ("0101", "KOSantall1", "2024"): 999,
    },
    "roles": {"time": ["Tid"], "geo": [REGION], "metric": ["ContentsCode"]},
}


class Office:
    """The tables, what was asked, and how many times it refuses before it answers."""

    def __init__(self, tables):
        self.tables = tables
        self.asked = []
        self.refusals = []
        self.spoilt = False


def answer(table, number, wanted, *, values):
    """Give a table as JSON-stat 2, whole or in part; the values in the form of an object, as they are sparse."""
    codes = {name: [one for one in table["codes"][name] if one in wanted.get(name, [one])] for name in table["id"]}
    dimensions = {
        name: {
            "label": name,
            "category": {
                "index": {code: at for at, code in enumerate(codes[name])},
                "label": {code: table["labels"].get(code, code) for code in codes[name]},
                **(
                    {"unit": {code: {"base": table["units"][code]} for code in codes[name]}}
                    if name == "ContentsCode"
                    else {}
                ),
            },
            "extension": {"elimination": False},
        }
        for name in table["id"]
    }
    tree = {
        "version": "2.0",
        "class": "dataset",
        "label": f"{number}: Omsorg",
        "source": "Statistisk sentralbyrå",
        "id": table["id"],
        "size": [len(codes[name]) for name in table["id"]],
        "dimension": dimensions,
        "role": table["roles"],
        "extension": {"px": {"tableid": number}},
    }
    if values:
        cells = enumerate(product(*codes.values()))
        tree["value"] = {str(at): table["values"][key] for at, key in cells if key in table["values"]}
        tree["status"] = {
            str(at): ".." for at, key in enumerate(product(*codes.values())) if key not in table["values"]
        }
    return tree


def _handler(office):
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            parts = urlsplit(self.path)
            asked = {unquote(name): some[0] for name, some in parse_qs(parts.query).items()}
            office.asked.append((parts.path, asked))
            if office.refusals:
                status, headers = office.refusals.pop(0)
                self._send(status, b'{"title": "not now"}', headers)
                return
            *_, tables, number, what = parts.path.split("/")
            if tables != "tables" or number not in office.tables or asked.get("outputFormat") != "json-stat2":
                self._send(404, b'{"title": "no such table"}')
                return
            wanted = {name[11:-1]: some.split(",") for name, some in asked.items() if name.startswith("valueCodes[")}
            table = office.tables[number]
            if any(set(some) - set(table["codes"].get(name, ())) for name, some in wanted.items()):
                self._send(400, b'{"title": "Non-existent value"}')
                return
            body = (
                b"<html>"
                if office.spoilt
                else json.dumps(answer(table, number, wanted, values=what == "data")).encode()
            )
            self._send(200, body)

        def _send(self, status, body, headers=()):
            self.send_response(status)
            for name, value in dict(headers).items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    return Handler


@contextmanager
def office(**tables):
    """Run an office; give it and its address."""
    here = Office({name.removeprefix("t"): table for name, table in tables.items()})
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(here))
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield here, f"http://127.0.0.1:{server.server_port}/api/pxwebapi/v2"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
