"""Turns survey files into a catalogue folder. What somebody has edited by hand stays as it is."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from lianban.adapters.catalogue_files import yaml_text
from lianban.adapters.catalogue_files.reading import HAND_MARK
from lianban.adapters.catalogue_files.survey_chains import chain_of
from lianban.adapters.catalogue_files.survey_items import item_of
from lianban.adapters.catalogue_files.survey_vocabulary import elements_of, kinds_of
from lianban.adapters.catalogue_files.survey_words import Entry, Words
from lianban.adapters.catalogue_files.writing import dump
from lianban.core.kernel.errors import DomainError


class ItemsDiffer(DomainError):
    """Two surveys describe an item of the same key differently; one of them needs another key."""

    code = "SURVEY_ITEMS_DIFFER"

    def __init__(self, key: str, first: str, second: str) -> None:
        super().__init__(
            f"事项“{key}”在 {first} 与 {second} 中不一致。请改成相同内容，或给其中一个换键。",
            key=key,
            first=first,
            second=second,
        )


class SurveyUnreadable(DomainError):
    """A file is no survey, or lacks a part that every survey has."""

    code = "SURVEY_UNREADABLE"

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"“{path}”不能作为调查文件导入：{reason}。请补全后再导入。", file=str(path), reason=reason)


@contextmanager
def _telling(path: Path) -> Iterator[None]:
    """Say of a part that a survey lacks, or writes in another shape, in which file."""
    try:
        yield
    except KeyError as lacking:
        raise SurveyUnreadable(path, f"缺少“{lacking.args[0]}”") from lacking
    except (TypeError, AttributeError) as other:
        raise SurveyUnreadable(path, "有一项的写法与其他调查文件不同") from other


@dataclass
class Imported:
    """What an import did. written, kept: files relative to the folder; kept ones carry the mark of hand work."""

    written: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)


def import_surveys(
    files: Iterable[Path], folder: Path, *, words: Path | None = None, concepts: bool = True
) -> Imported:
    """Write the items, chains and words of survey files into a catalogue folder.

    Files that carry the mark of hand work are kept; of the vocabulary, only entries that are missing are added.
    words: the folder whose authorities, situations and wordings are known; the folder itself when it has them.
    concepts: write the data elements and material kinds that surveys name.
    Raises SurveyUnreadable, ItemsDiffer, and what reading a file raises.
    """
    known = Words(words or folder)
    surveys = {each: _survey(each) for each in sorted(files)}
    items = _items(surveys, known, concepts)
    chains = [_chain(path, each, items, known, concepts) for path, each in surveys.items()]
    done = Imported()
    items = {
        key: _write(folder, f"items/{items[key]['authority']}/{key}.yaml", items[key], done) for key in sorted(items)
    }
    chains = [_write(folder, f"chains/{chain['key']}.yaml", chain, done) for chain in chains]
    rules = [rule for chain in chains for rule in chain.get("material_rules", ()) if rule.get("adds", True)]
    for file, entries in _vocabulary(items, rules, known):
        _add(folder, file, entries, done)
    return done


def _survey(path: Path) -> Entry:
    if not path.is_file():
        raise SurveyUnreadable(path, "没有这个文件")
    written, _ = yaml_text.load(path.read_text(encoding="utf-8"))
    if not isinstance(written, dict):
        raise SurveyUnreadable(path, "应写成“键: 值”的形式")
    return written


def _items(surveys: Mapping[Path, Entry], words: Words, concepts: bool) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    first_in: dict[str, str] = {}
    for path, survey in surveys.items():
        with _telling(path):
            read = [item_of(each, words, concepts=concepts) for each in survey["items"]]
        for item in read:
            if found.setdefault(item["key"], item) != item:
                raise ItemsDiffer(item["key"], first_in[item["key"]], survey["chain"]["slug"])
            first_in.setdefault(item["key"], survey["chain"]["slug"])
    return found


def _chain(path: Path, survey: Entry, items: Mapping[str, Entry], words: Words, concepts: bool) -> Entry:
    with _telling(path):
        own = {each["key"]: items[each["key"]] for each in survey["items"]}
        return chain_of(survey, own, words, concepts=concepts)


def _vocabulary(items: Mapping[str, Entry], rules: list[Entry], words: Words) -> Iterator[tuple[str, dict[str, Entry]]]:
    yield "vocabulary/elements.yaml", elements_of(items.values())
    yield "vocabulary/kinds.yaml", kinds_of(items.values(), rules)
    yield "vocabulary/situations.yaml", words.situations
    yield "authorities.yaml", words.authorities


def _write(folder: Path, file: str, definition: Entry, done: Imported) -> Entry:
    """Write a definition, unless there is one that carries the mark of hand work. Return the one that stands."""
    path = folder / file
    if present := next(iter(folder.glob(f"{Path(file).parts[0]}/**/{path.name}")), None):
        written, _ = yaml_text.load(present.read_text(encoding="utf-8"))
        if isinstance(written, dict) and written.get(HAND_MARK):
            done.kept.append(present.relative_to(folder).as_posix())
            return written
    _save(path, definition)
    done.written.append(file)
    return definition


def _add(folder: Path, file: str, entries: dict[str, Entry], done: Imported) -> None:
    path = folder / file
    present: object = yaml_text.load(path.read_text(encoding="utf-8"))[0] if path.exists() else {}
    assert isinstance(present, dict)
    missing = {key: entries[key] for key in entries if key not in present}
    if missing:
        _save(path, dict(sorted((present | missing).items())))
        done.written.append(file)


def _save(path: Path, definition: Entry) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(dump(definition), encoding="utf-8")
