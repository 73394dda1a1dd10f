"""What a draft was made as, kept in the draft itself: renamed, copied or sent, it is still known by it.

No sentence is kept, only its fingerprint and its numbers: what somebody deletes does not lie hidden in the file.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from itertools import count
from typing import TYPE_CHECKING, Final

from lxml import etree

from lakip_gen.word.carry.blocks import blocks_of, remove_anchors, set_anchors
from lakip_gen.word.carry.notice import put_notice, remove_notice
from lakip_gen.word.carry.texts import Reader, Words, fingerprints, other_paragraphs
from lakip_gen.word.package import opc, xml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

VERSION: Final = "1"
_SPACE: Final = "urn:lakip-gen:draf"
_MARK: Final = _SPACE.encode()
_ROOT, _BLOCK, _OTHER, _TOLD = (f"{{{_SPACE}}}{name}" for name in ("draf", "blok", "lain", "dibawa"))
_FOLDER: Final = "customXml/"
_PROPERTIES_TYPE: Final = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_PROPERTIES: Final = (
    '<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" '
    'ds:itemID="{4C414B49-5047-454E-8000-000000000001}"><ds:schemaRefs/></ds:datastoreItem>'
)
_LABEL: Final = ("pokok", "program", "templat", "isi", "sidik", "dari")


@dataclass(frozen=True, slots=True)
class Generated:
    """A block as the program made it.

    Attributes:
        number: Its anchor.
        kind: The name of its element.
        words: The fingerprints of what it said.
    """

    number: int
    kind: str
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """What a draft was made as.

    Attributes:
        stem: What the names of the drafts of its report begin with.
        number: Which draft it is.
        program: The version of the program.
        template: The fingerprint of its template.
        content: The fingerprint of what the template and the data came to, before anything was carried into it.
        seal: The fingerprint of all other parts of the file, as it was written.
        blocks: The blocks in the order in which they were made; those that are deleted since too.
        others: The paragraphs of its headers, footers and notes.
        told: The fingerprints of the edited files whose words are in it, or were listed.
        source: The fingerprint of the edited file that it was made from; empty where it was made from its template.
        carried: Whether it was made from an edited draft.
    """

    stem: str
    number: int
    program: str = ""
    template: str = ""
    content: str = ""
    seal: str = ""
    blocks: tuple[Generated, ...] = ()
    others: frozenset[Words] = frozenset()
    told: tuple[str, ...] = ()
    source: str = ""
    carried: bool = False


def with_base(parts: Mapping[str, bytes], base: Base) -> dict[str, bytes]:
    """Return the parts of a draft as it comes from its template, with its note, its anchors and its base."""
    reader = Reader(parts)
    put_notice(reader.root)
    blocks = list(enumerate(blocks_of(reader), start=1))
    set_anchors(reader.root, [(block, number) for number, block in blocks])
    marked = {**parts, reader.main: xml.serialise(reader.root)}
    made = tuple(Generated(number, block.kind, block.words) for number, block in blocks)
    return put_base(marked, replace(base, content=content_of(parts), blocks=made, others=others_of(reader)))


def content_of(parts: Mapping[str, bytes]) -> str:
    """Return the fingerprint of parts."""
    each = (f"{name} {hashlib.sha256(parts[name]).hexdigest()}\n" for name in sorted(parts))
    return hashlib.sha256("".join(each).encode()).hexdigest()


def others_of(reader: Reader) -> frozenset[Words]:
    """Return the paragraphs of headers, footers and notes."""
    return frozenset(fingerprints(words) for _, words in other_paragraphs(reader))


def put_base(parts: Mapping[str, bytes], base: Base) -> dict[str, bytes]:
    """Return the parts of a draft with a base in the place of the one it had."""
    result = dict(parts)
    known = _item(parts)
    if known:
        result[known] = xml.serialise(_written(base))
        return result
    number = next(n for n in count(1) if not {f"{_FOLDER}item{n}.xml", f"{_FOLDER}itemProps{n}.xml"} & set(parts))
    name, properties = f"{_FOLDER}item{number}.xml", f"{_FOLDER}itemProps{number}.xml"
    result[name] = xml.serialise(_written(base))
    opc.add_default(result, "xml", "application/xml")
    opc.add_part(result, properties, xml.with_head(_PROPERTIES), _PROPERTIES_TYPE)
    opc.relate(result, name, opc.Relation(f"{xml.LINK_TYPE}customXmlProps", properties), "rId1")
    opc.relate(result, xml.main_part(parts), opc.Relation(f"{xml.LINK_TYPE}customXml", name))
    return result


def sealed(parts: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Return the parts of a draft that is about to be written, its seal in its base; without a base as they are."""
    base = read_base(parts)
    return parts if base is None else put_base(parts, replace(base, seal=_seal(parts)))


def is_as_written(parts: Mapping[str, bytes], base: Base) -> bool:
    """Return whether nobody has saved a draft since the program wrote it."""
    return base.seal == _seal(parts)


def _seal(parts: Mapping[str, bytes]) -> str:
    item = _item(parts)
    return content_of({name: data for name, data in parts.items() if name != item})


def _item(parts: Mapping[str, bytes]) -> str:
    return next((name for name in sorted(parts) if name.startswith(_FOLDER) and _MARK in parts[name]), "")


def _written(base: Base) -> etree._Element:
    root = etree.Element(_ROOT, nsmap={None: _SPACE})  # type: ignore[dict-item]  # the stubs know no default namespace
    root.set("versi", VERSION)
    root.set("nomor", str(base.number))
    root.set("lanjutan", "ya" if base.carried else "tidak")
    told = (base.stem, base.program, base.template, base.content, base.seal, base.source)
    for name, text in zip(_LABEL, told, strict=True):
        if text:
            root.set(name, text)
    for file in base.told:
        etree.SubElement(root, _TOLD).text = file
    for block in base.blocks:
        element = etree.SubElement(root, _BLOCK)
        element.set("id", str(block.number))
        element.set("jenis", block.kind.rpartition("}")[2])
        element.text = " ".join(block.words)
    for words in sorted(base.others):
        etree.SubElement(root, _OTHER).text = " ".join(words)
    return root


def read_base(parts: Mapping[str, bytes]) -> Base | None:
    """Return what a draft was made as; None where it does not tell, or another version of the program told it."""
    name = _item(parts)
    try:
        root = xml.parse(parts[name], huge=True) if name else None
    except etree.XMLSyntaxError:
        return None
    if root is None or root.tag != _ROOT or root.get("versi") != VERSION:
        return None
    stem, program, template, content, seal, source = (root.get(one, "") for one in _LABEL)
    return Base(
        stem=stem,
        number=xml.whole(root.get("nomor", "")),
        program=program,
        template=template,
        content=content,
        seal=seal,
        blocks=tuple(_blocks(root)),
        others=frozenset(tuple((one.text or "").split()) for one in root.iterchildren(_OTHER)),
        told=tuple(one.text or "" for one in root.iterchildren(_TOLD)),
        source=source,
        carried=root.get("lanjutan") == "ya",
    )


def _blocks(root: etree._Element) -> Iterator[Generated]:
    for one in root.iterchildren(_BLOCK):
        kind = f"{xml.W}{one.get('jenis', 'p')}"
        yield Generated(xml.whole(one.get("id", "")), kind, tuple((one.text or "").split()))


def without_base(parts: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Return the parts of a document that is finished: without its base and its anchors."""
    name, main = _item(parts), xml.main_part(parts)
    properties = next((one.target for one in opc.relations(parts, name).values()), "") if name else ""
    result = {one: data for one, data in parts.items() if one not in {name, properties, xml.relationships_of(name)}}
    if name:
        numbers = {number for number, one in opc.relations(parts, main).items() if one.target == name}
        opc.drop_relations(result, main, numbers)
        opc.drop_type(result, properties)
    root = xml.parse(parts[main], huge=True)
    if remove_notice(root) | remove_anchors(root):
        result[main] = xml.serialise(root)
    return result if name or result.get(main) is not parts[main] else parts
