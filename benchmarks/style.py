"""How the source stands beside the figures that it is to reach: size, form, types, docstrings, errors, tests.

    .venv/bin/python benchmarks/style.py [--package FOLDER] [--tests FOLDER] [--project pyproject.toml] [--long]

All files `*.py` count, blank lines and comments included. A body is a function without its docstring; public is a name
without underscore, methods included; a function is typed where all its parameters and its result are; a room is a
top-level module or folder of the package, and it stands in a circle where the imports (those in functions too, those
for type checking not) lead back to it. Handlers that catch all and raise again count. `--long` lists the longest files,
bodies and tests, what lacks a docstring, and what catches all.
"""

from __future__ import annotations

import argparse
import ast
import builtins
import io
import re
import sys
import tokenize
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

Function = ast.FunctionDef | ast.AsyncFunctionDef
Documented = Function | ast.ClassDef

_TODO = re.compile(r"\b(?:TODO|FIXME|XXX|HACK)\b")
_BUILT_IN = frozenset(name for name in dir(builtins) if name[0].isupper())
_ROOT = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Module:
    """A source file: its path below the folder asked for, its text, and its tree."""

    path: Path
    text: str
    tree: ast.Module

    @property
    def lines(self) -> int:
        """The number of its lines."""
        return len(self.text.splitlines())

    def functions(self) -> Iterator[Function]:
        """Yield all functions, methods and functions within functions."""
        return (node for node in ast.walk(self.tree) if isinstance(node, Function))

    def handlers(self) -> Iterator[ast.ExceptHandler]:
        """Yield all handlers of exceptions."""
        return (node for node in ast.walk(self.tree) if isinstance(node, ast.ExceptHandler))


def modules(folder: Path) -> list[Module]:
    """Return the Python files below a folder, in the order of their paths."""
    texts = {path: path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.py"))}
    return [Module(path.relative_to(folder), text, ast.parse(text)) for path, text in texts.items()]


def main() -> int:
    """Print a row a figure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--package", type=Path, default=_ROOT / "src" / "multivector")
    parser.add_argument("--tests", type=Path, default=_ROOT / "tests")
    parser.add_argument("--project", type=Path, default=_ROOT / "pyproject.toml")
    parser.add_argument("--long", action="store_true")
    given = parser.parse_args()
    source, tests = modules(given.package), modules(given.tests)
    rows = {**sizes(source), **forms(source), **habits(source), **rooms(source, given.package.name)}
    rows |= {"direct dependencies": str(dependencies(given.project)), **tested(source, tests)}
    for name, told in rows.items():
        sys.stdout.write(f"{name:38}{told}\n")
    if given.long:
        for line in longest(source, tests):
            sys.stdout.write(f"{line}\n")
    return 0


def sizes(source: Sequence[Module]) -> dict[str, str]:
    """Return the figures of files and bodies."""
    files = [module.lines for module in source]
    bodies = [body_lines(function) for module in source for function in module.functions()]
    return {
        "files / k lines": f"{len(files)}/{sum(files) / 1000:.1f}",
        "file lines, median": f"{median(files):.0f}",
        "file lines, p90": f"{tenth(files)}",
        "file lines, max": str(max(files)),
        "body lines, median / p90": f"{median(bodies):.0f}/{tenth(bodies)}",
        "bodies > 50 lines, %": f"{percent(lines > 50 for lines in bodies):.1f}",
    }


def forms(source: Sequence[Module]) -> dict[str, str]:
    """Return the figures of docstrings, types and names at the root."""
    public = [bool(ast.get_docstring(node)) for module in source for node in public_names(module.tree)]
    kinds = [is_typed(function) for module in source for function in module.functions()]
    return {
        "public with docstring, %": f"{percent(public):.1f}",
        "typed, %": f"{percent(kinds):.1f}",
        "names at the root": str(sum(len(root_names(module.tree)) for module in source if root(module))),
    }


def habits(source: Sequence[Module]) -> dict[str, str]:
    """Return the figures of errors and of what was left undone."""
    raised = [name not in _BUILT_IN for module in source for name in raises(module)]
    caught = sum(map(catches_all, (handler for module in source for handler in module.handlers())))
    undone = sum(len(_TODO.findall(comment)) for module in source for comment in comments(module.text))
    return {
        "raises of no built-in type, %": f"{percent(raised):.0f}",
        "catch-all excepts / TODOs": f"{caught}/{undone}",
    }


def tested(source: Sequence[Module], tests: Sequence[Module]) -> dict[str, str]:
    """Return the figures of tests; tables of cases in other files are not counted."""
    lines = [length(test) for module in tests for test in module.functions() if test.name.startswith("test_")]
    share = sum(module.lines for module in tests) / sum(module.lines for module in source)
    return {"test lines a source line": f"{share:.2f}", "lines a test, median": f"{median(lines or [0]):.0f}"}


def rooms(source: Sequence[Module], package: str) -> dict[str, str]:
    """Return how many rooms stand in a circle of imports, and which."""
    names = {module.path.parts[0].removesuffix(".py") for module in source if not root(module)}
    leads: dict[str, set[str]] = {name: set() for name in names}
    for module in source:
        room = module.path.parts[0].removesuffix(".py")
        if not root(module):
            leads[room] |= {name for name in imported(module, package) if name in names and name != room}
    around = sorted(name for name in names if name in reached(name, leads))
    return {"rooms in a circle": f"{len(around)} {' '.join(around)}".strip()}


def reached(room: str, leads: dict[str, set[str]]) -> set[str]:
    """Return all rooms to which the imports of one lead."""
    found: set[str] = set()
    ahead = list(leads[room])
    while ahead:
        name = ahead.pop()
        if name not in found:
            found.add(name)
            ahead += leads[name]
    return found


def imported(module: Module, package: str) -> Iterator[str]:
    """Yield the rooms that a module imports, at its head or in a function."""
    here = (package, *module.path.parts[:-1])
    for node in at_run_time(module.tree):
        if isinstance(node, ast.Import):
            full = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(here[: len(here) - node.level + 1]) if node.level else ""
            start = ".".join(part for part in (base, node.module) if part)
            full = [f"{start}.{alias.name}" for alias in node.names]
        else:
            continue
        yield from (name.split(".")[1] for name in full if name.startswith(f"{package}."))


def at_run_time(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the nodes below one, without those that stand under `if TYPE_CHECKING`."""
    for child in ast.iter_child_nodes(node):
        if not (isinstance(child, ast.If) and ast.unparse(child.test).endswith("TYPE_CHECKING")):
            yield child
            yield from at_run_time(child)


def body_lines(function: Function) -> int:
    """Return the lines of a function without decorators and docstring."""
    first = function.body[0]
    return length(function) - (length(first) if ast.get_docstring(function) is not None else 0)


def length(node: ast.stmt) -> int:
    """Return the lines from the first word of a statement to its last."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def public_names(tree: ast.Module | ast.ClassDef) -> Iterator[Documented]:
    """Yield the public functions and classes of a module, and the public methods of all its classes."""
    for node in tree.body:
        if isinstance(node, Documented):
            if not node.name.startswith("_"):
                yield node
            if isinstance(node, ast.ClassDef):
                yield from public_names(node)


def is_typed(function: Function) -> bool:
    """Whether all parameters (but `self` and `cls`) and the result have a type."""
    told = function.args
    first = [one for one in (*told.posonlyargs, *told.args) if one.arg not in ("self", "cls")]
    rest = [one for one in (*told.kwonlyargs, told.vararg, told.kwarg) if one is not None]
    return function.returns is not None and all(one.annotation is not None for one in (*first, *rest))


def root(module: Module) -> bool:
    """Whether the module is the package's own `__init__`."""
    return module.path == Path("__init__.py")


def root_names(tree: ast.Module) -> list[str]:
    """Return the names in `__all__`."""
    for node in tree.body:
        if isinstance(node, ast.Assign) and any(ast.unparse(target) == "__all__" for target in node.targets):
            return list(ast.literal_eval(node.value))
    return []


def raises(module: Module) -> Iterator[str]:
    """Yield the name of the type that each `raise` names; what is raised again has none."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Raise) and node.exc is not None:
            named = node.exc.func if isinstance(node.exc, ast.Call) else node.exc
            name = ast.unparse(named).rpartition(".")[2]
            if name[:1].isupper():
                yield name


def catches_all(node: ast.ExceptHandler) -> bool:
    """Whether a handler takes every exception."""
    return node.type is None or ast.unparse(node.type) in ("Exception", "BaseException")


def comments(text: str) -> list[str]:
    """Return the comments of a file."""
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    return [token.string for token in tokens if token.type == tokenize.COMMENT]


def dependencies(project: Path) -> int:
    """Return how many packages the project names as its own needs."""
    return len(tomllib.loads(project.read_text(encoding="utf-8"))["project"].get("dependencies", ()))


def percent(told: Iterable[bool]) -> float:
    """Return the part that is true, in percent; 0 of nothing."""
    values = list(told)
    return 100 * sum(values) / len(values) if values else 0.0


def tenth(values: Sequence[int]) -> int:
    """Return the value that nine in ten do not reach, as it stands among them."""
    return sorted(values)[len(values) * 9 // 10]


def longest(source: Sequence[Module], tests: Sequence[Module]) -> Iterator[str]:
    """Yield where the source is over the figures, and every handler that catches all."""
    for module in (*source, *tests):
        if module.lines > 300:
            yield f"{module.path}: {module.lines} lines"
    for module in source:
        yield from over(module, 40)
        for node in public_names(module.tree):
            if ast.get_docstring(node) is None:
                yield f"{module.path}:{node.lineno} {node.name}: no docstring"
        yield from (f"{module.path}:{one.lineno} catches all" for one in module.handlers() if catches_all(one))
    for module in tests:
        yield from over(module, 30)


def over(module: Module, most: int) -> Iterator[str]:
    """Yield the functions whose bodies are longer."""
    for function in module.functions():
        if body_lines(function) > most:
            yield f"{module.path}:{function.lineno} {function.name}: {body_lines(function)} lines"


if __name__ == "__main__":
    sys.exit(main())
