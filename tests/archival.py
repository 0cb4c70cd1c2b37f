"""What can be told from a file about PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1).

The machine-checkable rules that our documents could break, read with pypdf: identification, fonts,
colours, nothing that acts, everything tagged, tables and headings in order. It is no certification.
"""

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from itertools import pairwise
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject, IndirectObject, StreamObject

PAINTS = frozenset(
    {b"Tj", b"TJ", b"'", b'"', b"Do", b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"}
    | {b"sh", b"EI", b"INLINE IMAGE"}
)
OPENS, CLOSES = frozenset({b"BDC", b"BMC"}), b"EMC"
ACTING = ("/JavaScript", "/Launch", "/Sound", "/Movie", "/ResetForm", "/ImportData", "/Rendition")
BROKEN_FILTERS = ("/LZWDecode", "/Crypt")
PRINTED, HIDDEN = 4, 2 | 1 | 32
GROUPING = {"Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI"}
TEXTUAL = {"P", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Span", "Quote"}
TABULAR = {"Table", "TR", "TH", "TD", "THead", "TBody", "TFoot"}
OTHERS = {"Index", "NonStruct", "Note", "Reference", "BibEntry", "Code", "Link", "Annot", "Form"}
STANDARD = GROUPING | TEXTUAL | TABULAR | OTHERS | {"Figure", "Formula"}
WITHIN = {
    "/TR": {"/Table", "/THead", "/TBody", "/TFoot"},
    "/TH": {"/TR"},
    "/TD": {"/TR"},
    "/LI": {"/L"},
    "/LBody": {"/LI"},
}
TITLE = r"<dc:title[^>]*>(?:(?!</dc:title>)[\s\S])*<rdf:li[^>]*>[^<]+"
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def flaws(pdf: bytes) -> list[str]:
    """A sentence for each rule that is broken; nothing for a sound document."""
    return [*obstacles(pdf), *broken(pdf, KEEPING)]


def obstacles(pdf: bytes) -> list[str]:
    """The same for accessibility alone, where a document is not meant for an archive."""
    return broken(pdf, ACCESS)


def broken(pdf: bytes, rules: "tuple[Rule, ...]") -> list[str]:
    reader = PdfReader(BytesIO(pdf))
    return [sentence for look in rules for sentence in look(pdf, reader)]


def header(pdf: bytes, _reader: PdfReader) -> Iterator[str]:
    first, _newline, rest = pdf.partition(b"\n")
    if not re.fullmatch(rb"%PDF-1\.[4-7]\r?", first):
        yield "The file does not begin with its version."
    if not re.match(rb"%[\x80-\xff]{4}", rest):
        yield "No comment of high bytes stands in the second line."


def trailer(_pdf: bytes, reader: PdfReader) -> Iterator[str]:
    if "/Encrypt" in reader.trailer:
        yield "The file is encrypted."
    if "/ID" not in reader.trailer:
        yield "The file has no identifier."


def catalog(_pdf: bytes, reader: PdfReader) -> Iterator[str]:
    root = reader.root_object
    if not LANGUAGE.fullmatch(str(root.get("/Lang", ""))):
        yield "The document does not name its language."
    if not dictionary(root, "/MarkInfo").get("/Marked"):
        yield "The document is not marked as tagged."
    if not dictionary(root, "/ViewerPreferences").get("/DisplayDocTitle"):
        yield "Programs are not told to show the title."
    if "/StructTreeRoot" not in root:
        yield "There is no structure."
    for name in ("/OpenAction", "/AA"):
        if isinstance(root.get(name), DictionaryObject) and "/S" in dictionary(root, name):
            yield f"Opening the document does something ({name})."


def says_archive(_pdf: bytes, reader: PdfReader) -> Iterator[str]:
    text = metadata(reader)
    for name, value in (("pdfaid:part", "3"), ("pdfaid:conformance", "A")):
        if not re.search(rf"""{name}(=["']|>){value}""", text):
            yield f"The metadata do not say {name} {value}."


def says_accessible(_pdf: bytes, reader: PdfReader) -> Iterator[str]:
    text = metadata(reader)
    if not re.search(r"""pdfuaid:part(=["']|>)1""", text):
        yield "The metadata do not say pdfuaid:part 1."
    if not re.search(TITLE, text):
        yield "The metadata have no title."


def metadata(reader: PdfReader) -> str:
    stream: Any = reader.root_object.get("/Metadata")
    return stream.get_object().get_data().decode() if stream is not None else ""


def colours(_pdf: bytes, reader: PdfReader) -> Iterator[str]:
    intents: Any = reader.root_object.get("/OutputIntents", [])
    kinds = {each.get_object().get("/S") for each in intents}
    profiles = [each.get_object().get("/DestOutputProfile") for each in intents]
    if "/GTS_PDFA1" not in kinds or None in profiles:
        yield "No colour profile is enclosed."


def objects(reader: PdfReader) -> Iterator[Any]:
    size: Any = reader.trailer["/Size"]
    for number in range(1, int(size)):
        found = reader.get_object(IndirectObject(number, 0, reader))
        if found is not None:
            yield found


def streams(_pdf: bytes, reader: PdfReader) -> Iterator[str]:
    for each in objects(reader):
        if isinstance(each, StreamObject):
            used = each.get("/Filter", "")
            names = list(used) if isinstance(used, ArrayObject) else [used]
            if any(name in BROKEN_FILTERS for name in names):
                yield f"A stream is packed by {names}."
            if "/F" in each:
                yield "A stream lies in another file."


def actions(_pdf: bytes, reader: PdfReader) -> Iterator[str]:
    for each in objects(reader):
        if isinstance(each, DictionaryObject) and each.get("/S") in ACTING:
            yield f"There is an action of kind {each['/S']}."


def fonts(_pdf: bytes, reader: PdfReader) -> Iterator[str]:
    for each in objects(reader):
        if not isinstance(each, DictionaryObject) or each.get("/Type") != "/Font":
            continue
        name = each.get("/BaseFont", "a font")
        if each.get("/Subtype") in {"/Type0", "/Type3"}:
            if "/ToUnicode" not in each:
                yield f"{name} does not say which letters its signs are."
        elif not any(f"/FontFile{n}" in dictionary(each, "/FontDescriptor") for n in ("", 2, 3)):
            yield f"{name} is not enclosed."


def marks(_pdf: bytes, reader: PdfReader) -> Iterator[str]:
    for number, page in enumerate(reader.pages, 1):
        content = page.get_contents()
        operations = ContentStream(content, reader).operations if content is not None else []
        yield from unmarked(number, operations)
        if operations and "/StructParents" not in page:
            yield f"Page {number} has no place in the structure."


def unmarked(number: int, operations: list[tuple[Any, bytes]]) -> Iterator[str]:
    """Whatever is painted belongs to the structure or is said to be an ornament."""
    depth = 0
    for _operands, operator in operations:
        depth += (operator in OPENS) - (operator == CLOSES)
        if operator in PAINTS and depth == 0:
            yield f"Page {number} paints something that has no tag ({operator.decode()})."
            return


def annotations(_pdf: bytes, reader: PdfReader) -> Iterator[str]:
    for number, page in enumerate(reader.pages, 1):
        for each in page.get("/Annots", []):
            note = each.get_object()
            if is_unseen(note):
                continue
            if not int(note.get("/F", 0)) & PRINTED or int(note.get("/F", 0)) & HIDDEN:
                yield f"Something laid upon page {number} is not printed."
            if note.get("/Subtype") == "/Link" and not note.get("/Contents"):
                yield f"A link on page {number} does not say where it leads."
            if "/StructParent" not in note:
                yield f"Something laid upon page {number} has no place in the structure."
            if page.get("/Tabs") != "/S":
                yield f"The order of tabs on page {number} is not that of the structure."


def is_unseen(note: DictionaryObject) -> bool:
    """A seal without an area shows nothing, so there is nothing to read out."""
    left, bottom, right, top = (float(each) for each in note.get("/Rect", [0, 0, 0, 0]))
    return note.get("/Subtype") == "/Widget" and (left == right or bottom == top)


def elements(reader: PdfReader) -> Iterator[tuple[DictionaryObject, str, str]]:
    """Each element of the structure with its kind and its parent's, in reading order."""
    root = dictionary(reader.root_object, "/StructTreeRoot")
    roles = dictionary(root, "/RoleMap")
    waiting: list[tuple[Any, str]] = [(root.get("/K"), "")]
    while waiting:
        found, parent = waiting.pop()
        found = found.get_object() if hasattr(found, "get_object") else found
        if isinstance(found, ArrayObject):
            waiting += [(each, parent) for each in reversed(found)]
        elif isinstance(found, DictionaryObject) and "/S" in found:
            kind = str(roles.get(found["/S"], found["/S"]))
            yield found, kind, parent
            waiting.append((found.get("/K"), kind))


def structure(_pdf: bytes, reader: PdfReader) -> Iterator[str]:
    found = list(elements(reader))
    for element, kind, parent in found:
        if kind[1:] not in STANDARD:
            yield f"{kind} is no kind of element that programs know."
        if kind in WITHIN and parent not in WITHIN[kind]:
            yield f"{kind} stands in {parent or 'nothing'}."
        if kind == "/Figure" and not element.get("/Alt"):
            yield "A picture has no words for whoever does not see it."
        if kind == "/TH" and not has_scope(element):
            yield "A heading of a table does not say what it heads."
    if not any(kind == "/Document" for _element, kind, _parent in found):
        yield "The structure has no document at its root."


def headings(_pdf: bytes, reader: PdfReader) -> Iterator[str]:
    levels = [int(kind[2]) for _, kind, _ in elements(reader) if re.fullmatch(r"/H\d", kind)]
    for before, level in pairwise([0, *levels]):
        if level > before + 1:
            yield f"After a heading of level {before} comes one of level {level}."


def has_scope(element: DictionaryObject) -> bool:
    given = element.get("/A")
    given = given.get_object() if given is not None else ArrayObject()
    each = given if isinstance(given, ArrayObject) else [given]
    return any("/Scope" in part.get_object() for part in each)


def attachments(_pdf: bytes, reader: PdfReader) -> Iterator[str]:
    for each in objects(reader):
        if isinstance(each, DictionaryObject) and each.get("/Type") == "/Filespec":
            missing = [name for name in ("/F", "/UF", "/AFRelationship", "/EF") if name not in each]
            if missing:
                yield f"An enclosed file lacks {missing}."
            if "/AF" not in reader.root_object:
                yield "An enclosed file belongs to nothing."


def dictionary(holder: DictionaryObject, name: str) -> DictionaryObject:
    found = holder.get(name)
    found = found.get_object() if found is not None else None
    return found if isinstance(found, DictionaryObject) else DictionaryObject()


Rule = Callable[[bytes, PdfReader], Iterator[str]]
ACCESS: tuple[Rule, ...] = (
    catalog, says_accessible, actions, fonts, marks, annotations, structure, headings,
)  # fmt: skip
KEEPING: tuple[Rule, ...] = (header, trailer, says_archive, colours, streams, attachments)
