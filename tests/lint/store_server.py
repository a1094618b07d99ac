"""A SPARQL endpoint on loopback: pyoxigraph's store, or whatever a test wants it to answer."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import pyoxigraph

RESULTS = "application/sparql-results+json"


def answer_of(store, form):
    """Answer a question as the protocol says: the graphs that are named are the default graph."""
    graphs = [pyoxigraph.NamedNode(one) for one in form.get("default-graph-uri", [])]
    solutions = store.query(
        form["query"][0], **({"default_graph": graphs} if graphs else {"use_default_graph_as_union": True})
    )
    return solutions.serialize(format=pyoxigraph.QueryResultsFormat.JSON)


@contextmanager
def served(respond):
    """Serve what ``respond(form, headers)`` gives: the status, the headers and the body; give the address."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
            status, headers, body = respond(form, self.headers)
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args):
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/sparql"
    finally:
        server.shutdown()
        server.server_close()
        thread.join(10)


@contextmanager
def served_store(store, spoil=lambda query, body: body):
    """Serve a store, whose answers a test may spoil."""

    def respond(form, headers):
        try:
            body = answer_of(store, form)
        except (SyntaxError, ValueError) as error:
            return 400, {"Content-Type": "text/plain"}, str(error).encode()
        return 200, {"Content-Type": RESULTS}, spoil(form["query"][0], body)

    with served(respond) as address:
        yield address
