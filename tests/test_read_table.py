"""Tables of knowledge, as every part reads them."""

from pathlib import Path

import pytest

from multivector.tables import read_table, several


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("commas.csv", 'words,why\n"Yes, no",a sea\n', {"words": "Yes, no", "why": "a sea"}),
        ("tabs.tsv", 'words\twhy\n"half\ta, b\n', {"words": '"half', "why": "a, b"}),
    ],
)
def test_a_row_is_read(
    name: str, text: str, expected: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Commas with quotes in `.csv`; in `.tsv` a tab parts the cells and a quote is a letter."""
    package = f"made_up_{name.partition('.')[0]}"
    folder = tmp_path / package / "rows"
    folder.mkdir(parents=True)
    (folder.parent / "__init__.py").touch()
    (folder / name).write_text(text, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    assert read_table(package, "rows", name) == (expected,)


@pytest.mark.parametrize(
    ("cell", "expected"), [("", ()), ("Kyiv", ("Kyiv",)), ("Kyiv|Kiev", ("Kyiv", "Kiev")), ("Kyiv|", ("Kyiv",))]
)
def test_a_cell_holds_a_list(cell: str, expected: tuple[str, ...]) -> None:
    """Parts that are empty are none."""
    assert several(cell) == expected
