"""A catalogue small enough to see what a search should find."""

from lianban.core.search import Entry, Field, FieldKind, Index, Language, Lexicon

CHARACTERS = "开饭店饮餐馆旅个体工商户登记变更子设立食品经营许可公积金提取银行视想我要的药房村营业执照办医保社卡障范盘"
SYLLABLES = """
kai fan dian yin can guan lv ge ti gong shang hu deng ji bian geng zi she li shi pin jing ying xu ke gong ji jin ti qu
yin hang shi xiang wo yao de yao fang cun ying ye zhi zhao ban yi bao she ka zhang fan pan
"""
SOUNDS = dict(zip(CHARACTERS, SYLLABLES.split(), strict=True))

LEXICON = Lexicon(
    meanings={
        "open": ("开", "开办", "设立"),
        "change": ("变更", "改"),
        "restaurant": ("饭店", "餐馆", "馆子", "餐饮"),
        "pharmacy": ("药店", "药房"),
        "individual": ("个体工商户", "个体户"),
    },
    departures=("change",),
    asides=("我想", "我要", "想", "要", "的", "个", "怎么办"),
    english_asides=("a", "the"),
)


def syllables(text: str) -> tuple[str, ...]:
    """Say the few characters that the tests use; any other stands for itself."""
    return tuple(SOUNDS.get(character, character) for character in text)


def a_language() -> Language:
    """Return the small lexicon with its sounds."""
    return Language(LEXICON, syllables)


def an_entry(key: str, name: str, *, kind: str = "item", name_en: str = "", **texts: str) -> Entry:
    """Return an entry; further texts are named after their field (alias, code, authority)."""
    fields = [Field(FieldKind.NAME, name)]
    if name_en:
        fields.append(Field(FieldKind.NAME_EN, name_en))
    fields += [Field(FieldKind[field.upper()], text) for field, text in texts.items()]
    return Entry(kind, key, name, name_en, tuple(fields))


ENTRIES = (
    an_entry("restaurant", "开办餐饮店“一件事”", kind="chain", name_en="Opening a restaurant"),
    an_entry("pharmacy", "设立药房“一件事”", kind="chain", alias="开药店"),
    an_entry("food", "食品经营许可", code="511A0021300001", authority="市场监督管理局"),
    an_entry("food-change", "食品经营许可变更", code="511A0021300002", authority="市场监督管理局"),
    an_entry("individual", "个体工商户设立登记"),
    an_entry("fund", "提取住房公积金"),
    an_entry("licence", "营业执照登记"),
)


def an_index() -> Index:
    """Return an index over the small catalogue."""
    return Index(ENTRIES, a_language())
