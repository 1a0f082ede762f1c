"""What CPython's own parser says of Python files: functions, calls, arguments and assignments.

Reads file names from standard input and writes one line of JSON a file. Only parses, never imports or runs them. Positions
are UTF-16 offsets into the decoded text, byte order mark included, as in packages/code. Run it with the newest Python at hand:
before 3.12 the positions inside f-strings are wrong.
"""

import ast
import json
import re
import sys
import warnings

warnings.simplefilter("ignore")
sys.setrecursionlimit(100_000)

LINE = re.compile("\r\n|\r|\n")


class Places:
    """Turns a line and a column in UTF-8 bytes into a UTF-16 offset."""

    def __init__(self, text, shift):
        self.lines = []
        self.starts = []
        at = 0
        offset = shift
        for found in LINE.finditer(text):
            self.add(text[at : found.start()], offset)
            offset += units(text[at : found.end()])
            at = found.end()
        self.add(text[at:], offset)

    def add(self, line, offset):
        self.lines.append(line if not line.isascii() else None)
        self.starts.append(offset)

    def offset(self, line, column):
        text = self.lines[line - 1]
        if text is not None:
            column = units(text.encode()[:column].decode("utf-8", "replace"))
        return self.starts[line - 1] + column


def units(text):
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


class Dump(ast.NodeVisitor):
    def __init__(self, places):
        self.places = places
        self.functions = []
        self.calls = []
        self.assignments = []

    def span(self, node):
        start = self.places.offset(node.lineno, node.col_offset)
        return f"{start}-{self.places.offset(node.end_lineno, node.end_col_offset)}"

    # Types are kept as text only, so nothing of them is compared but where they stand.
    def generic_visit(self, node):
        for field, value in ast.iter_fields(node):
            if field in ("annotation", "returns", "type_params"):
                continue
            for one in value if isinstance(value, list) else [value]:
                if isinstance(one, ast.AST):
                    self.visit(one)

    def parameters(self, given):
        plain = [*given.posonlyargs, *given.args]
        first_default = len(plain) - len(given.defaults)
        for index, one in enumerate(plain):
            kind = "positional-only" if index < len(given.posonlyargs) else "positional"
            yield self.parameter(kind, one, index >= first_default)
        if given.vararg:
            yield self.parameter("rest", given.vararg, False)
        for one, default in zip(given.kwonlyargs, given.kw_defaults):
            yield self.parameter("keyword-only", one, default is not None)
        if given.kwarg:
            yield self.parameter("keywords", given.kwarg, False)

    def parameter(self, kind, one, has_default):
        return f"{kind} {one.arg}{'?' if has_default else ''}{':' if one.annotation else ''}"

    def function(self, node, name, is_async):
        about = f"{'async ' if is_async else ''}{name}({', '.join(self.parameters(node.args))})"
        self.functions.append(f"{self.span(node)} {about}")
        self.generic_visit(node)

    def visit_FunctionDef(self, node):
        self.function(node, node.name, False)

    def visit_AsyncFunctionDef(self, node):
        self.function(node, node.name, True)

    def visit_Lambda(self, node):
        self.function(node, "", False)

    def visit_Call(self, node):
        given = []
        for one in node.args:
            is_starred = isinstance(one, ast.Starred)
            given.append(f"{'*' if is_starred else ''}{self.value_span(one.value if is_starred else one)}")
        for one in node.keywords:
            given.append(f"{'**' if one.arg is None else one.arg + '='}{self.value_span(one.value)}")
        # CPython keeps keywords apart from the others; the order between the two is lost.
        self.calls.append(f"{self.span(node)} ({', '.join(sorted(given))})")
        self.generic_visit(node)

    def value_span(self, node):
        while isinstance(node, ast.NamedExpr):
            node = node.value
        return self.span(node)

    def visit_Name(self, node):
        if isinstance(node.ctx, ast.Store):
            self.assignments.append(f"{self.span(node)} {node.id}")

    def visit_Attribute(self, node):
        if isinstance(node.ctx, ast.Store):
            self.assignments.append(f"{self.span(node)} .{node.attr}")
        self.generic_visit(node)

    def visit_Subscript(self, node):
        if isinstance(node.ctx, ast.Store):
            self.assignments.append(f"{self.span(node)} []")
        self.generic_visit(node)

    def visit_AnnAssign(self, node):
        if node.value is not None:
            self.generic_visit(node)

    def visit_Import(self, node):
        for one in node.names:
            self.assignments.append(f"{self.span(one)} {one.asname or one.name.split('.')[0]}")

    def visit_ImportFrom(self, node):
        for one in node.names:
            if one.name != "*":
                self.assignments.append(f"{self.span(one)} {one.asname or one.name}")

    def visit_MatchAs(self, node):
        self.captured(node, node.name)

    def visit_MatchStar(self, node):
        self.captured(node, node.name)

    def visit_MatchMapping(self, node):
        self.captured(node, node.rest)

    def captured(self, node, name):
        if name is not None:
            self.assignments.append(f"{self.span(node)} {name}")
        self.generic_visit(node)


def dump(file):
    try:
        with open(file, "rb") as opened:
            text = opened.read().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        return {"file": file, "skipped": str(error)}
    shift = 1 if text.startswith("\ufeff") else 0
    try:
        tree = ast.parse(text[shift:])
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        return {"file": file, "rejected": str(error)}
    found = Dump(Places(text[shift:], shift))
    found.visit(tree)
    return {
        "file": file,
        "functions": sorted(found.functions),
        "calls": sorted(found.calls),
        "assignments": sorted(found.assignments),
    }


for name in sys.stdin:
    print(json.dumps(dump(name.rstrip("\n"))), flush=True)
