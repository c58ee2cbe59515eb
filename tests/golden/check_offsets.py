"""Slices the texts of an Attest project file by each unit and compares with the quotes; then the table of mentions.

usage: check_offsets.py PROJECT.attest.json [MENTIONS.csv]

Only the standard library, and only what docs/FORMATS.md says. Ends with 1 where anything differs.
"""

import csv
import hashlib
import json
import sys


def slice_code_points(text, start, end):
    return text[start:end]


def slice_utf16(text, start, end):
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


def slice_bytes(text, start, end):
    return text.encode("utf-8")[start:end].decode("utf-8")


SLICE = {"codePoints": slice_code_points, "utf16": slice_utf16, "bytes": slice_bytes}


def check_article(article, differences):
    text = article["text"]
    if article["digest"] != "sha256:" + hashlib.sha256(text.encode("utf-8")).hexdigest():
        differences.append(f"{article['title']}: digest")
    lengths = {"codePoints": len(text), "utf16": len(text.encode("utf-16-le")) // 2, "bytes": len(text.encode("utf-8"))}
    if article["lengths"] != lengths:
        differences.append(f"{article['title']}: lengths")
    n_slices = 0
    for mention in article["mentions"]:
        for span in mention["spans"]:
            for unit, cut in SLICE.items():
                start, end = span[unit]["start"], span[unit]["end"]
                found = cut(text, start, end)
                n_slices += 1
                if found != span["exact"]:
                    differences.append(f"{mention['id']} in {unit}: {found!r} is not {span['exact']!r}")
            start, end = span["codePoints"]["start"], span["codePoints"]["end"]
            if not text[:start].endswith(span["prefix"]) or not text[end:].startswith(span["suffix"]):
                differences.append(f"{mention['id']}: context")
    return n_slices


def check_table(path, project, differences):
    texts = {article["id"]: article["text"] for article in project["articles"]}
    mentions = {mention["id"]: mention for article in project["articles"] for mention in article["mentions"]}
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    if [row["Mention id"] for row in rows] != list(mentions):
        differences.append("the table has other rows than the file has mentions")
    for row in rows:
        text = texts[row["Article id"]]
        spans = [span.split("..") for span in row["Spans (code points)"].split(" ")]
        quote = " … ".join(text[int(start) : int(end)] for start, end in spans)
        if row["Quote"] not in (quote, "'" + quote):
            differences.append(f"{row['Mention id']}: the table says {row['Quote']!r} and the text {quote!r}")
        first, last = mentions[row["Mention id"]]["spans"][0], mentions[row["Mention id"]]["spans"][-1]
        for unit, title in (("codePoints", "code points"), ("utf16", "UTF-16"), ("bytes", "bytes")):
            stated = (int(row[f"Start ({title})"]), int(row[f"End ({title})"]))
            if stated != (first[unit]["start"], last[unit]["end"]):
                differences.append(f"{row['Mention id']}: the table’s {title} differ from the file’s")
    return len(rows)


def main(paths):
    with open(paths[0], encoding="utf-8", newline="") as file:
        project = json.load(file)
    differences = []
    n_slices = sum(check_article(article, differences) for article in project["articles"])
    n_rows = check_table(paths[1], project, differences) if len(paths) > 1 else 0
    for difference in differences:
        print(difference)
    print(f"{n_slices} slices and {n_rows} rows compared, {len(differences)} differ")
    return 1 if differences or n_slices == 0 else 0


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    sys.exit(main(sys.argv[1:]))
